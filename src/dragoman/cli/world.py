"""`dragoman world`."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from dragoman.case import parse_day
from dragoman.model import Actor


@click.group()
def world() -> None:
    """Look into the data on states and leaders."""


@world.command()
@click.argument("files", nargs=-1, type=click.Path(exists=True, path_type=Path), metavar="[FILE]...")
def check(files: tuple[Path, ...]) -> int:
    """Check the data, or what FILEs of your own add to them; what is wrong is named, and the exit status is 1.

    \b
    Examples:
      dragoman world check
      dragoman world check my-actors.yaml
    """
    from dragoman.world import load_world
    from dragoman.world.check import check_world

    known = load_world(files)
    found = check_world(known, own=bool(files))
    for line in found:
        click.echo(line)
    wrong = sum(line.startswith("error") for line in found)
    actors = len(known.own) if files else len(known.actors)
    counted = ((actors, "actor"), (wrong, "error"), (len(found) - wrong, "warning"))
    click.echo(", ".join(f"{count or 'no'} {what}{'' if count == 1 else 's'}" for count, what in counted))
    return 1 if wrong else 0


@world.command()
@click.argument("name")
@click.option("--on", metavar="DATE", help="As of this day.")
def find(name: str, on: str | None) -> None:
    """Show whom a name may stand for.

    \b
    Examples:
      dragoman world find "the Kremlin"
      dragoman world find Macron --on 2023-09-14
    """
    from dragoman.world import load_world

    known = load_world()
    day = parse_day(on)
    uses = {form.actor: form.use.value for form in known.forms(name)}
    found = [actor for id_ in uses if (actor := known.actor(id_))]
    if not found:
        by_code = known.actor(name) or known.by_code(name.upper())
        found = [by_code] if by_code else list(known.persons(name, day))
    for actor in found:
        click.echo(_describe(actor, uses.get(actor.id), day))
    if not found:
        click.echo(f"No one goes by the name {name}.", err=True)


def _describe(actor: Actor, use: str | None, day: date | None) -> str:
    lines = [f"{actor.code}  {actor.name}  {actor.id}" + (f"  ({use})" if use else "")]
    for term in actor.terms:
        if term.holds(day):
            lines.append(f"    {term.role} of {term.state}, {term.since or '?'} to {term.until or 'now'}")
    return "\n".join(lines)
