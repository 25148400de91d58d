"""Writes docs/reference/cli.md from the commands' own help; a test fails when the page is not what they say."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from dragoman.cli.main import dragoman

PAGE = Path(__file__).parent / "reference/cli.md"
WIDTH = 100


def cli_page() -> str:
    """Return the page, in Markdown."""
    parts = ["# The command line", "", "Written from the commands' own `--help`.", ""]
    for path, command in _commands(dragoman, "dragoman"):
        context = click.Context(command, info_name=path, terminal_width=WIDTH, help_option_names=["-h", "--help"])
        parts += [f"## {path}", "", "```text", command.get_help(context), "```", ""]
    return "\n".join(parts)


def _commands(command: click.Command, path: str) -> Iterator[tuple[str, click.Command]]:
    yield path, command
    if isinstance(command, click.Group):
        for name, child in command.commands.items():
            yield from _commands(child, f"{path} {name}")


if __name__ == "__main__":
    PAGE.write_text(cli_page(), encoding="utf-8")
