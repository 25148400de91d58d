"""Say an event in one plain sentence, no stronger than its standing allows, where the source's words allow it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from dragoman.brief.desk import trigger_of
from dragoman.brief.names import capital, is_plural, name_all, with_article
from dragoman.brief.vocabulary import load_wording
from dragoman.model import ActorRef, Event, Standing, Statement, Status

# Themes longer than this are cut at a word: the full words stand in the evidence.
LONGEST_THEME = 70
_OWNERS = re.compile(
    r"^(?:(?:the|an?|its|his|her|their|our|your|my|any|some|such|this|that|these|those|now|more|further)\s+)+", re.I
)
_PART_OF = re.compile(r"\bof(?: the)?\s*$", re.I)
_AROUND = " ,;:.-–—\"'“”‘’"
_CODED = "coded"  # how the version of the reader of coded rows begins
_HAPPENED = (Standing.CONFIRMED, Standing.SINGLE_SOURCE)
_SAID = {Standing.EXPECTED: Status.PLANNED, Standing.ALLEGED: Status.POSSIBLE}


def say(event: Event, told: Sequence[Statement]) -> str | None:
    """Return the event as a sentence without a full stop, None where it is better shown in the source's words."""
    status = Status.ACTUAL if event.standing in _HAPPENED else _SAID.get(event.standing)
    if told and all(s.reader.startswith(_CODED) for s in told) and event.standing in _HAPPENED:
        return _say_coded(event)
    row = _row(event, [s for s in told if s.status is status])
    if row is None or event.outcome:  # what failed, began or ended is more than a sentence here can say
        return None
    base, third, past, _ = row["verb"]
    plural = is_plural(_subjects(row, event))
    if event.standing in _HAPPENED:
        gone = row["as"] == "past" or event.time.text or any(trigger_of(s) == past for s in told)
        verb = past if gone else (base if plural else third)
    elif event.standing is Standing.EXPECTED:
        verb = f"{'are' if plural else 'is'} to {base}"
    else:
        verb = f"may {base}" if not any(s.voices for s in told) else f"{'are' if plural else 'is'} said to {base}"
    return capital(_fill(row, event, verb)) + _where(event)


def _say_coded(event: Event) -> str | None:
    """Return what rows of coded events say by their type and mode, None where they name one side only."""
    form = load_wording()["coded"].get(event.type)
    if form is None or not event.agents or not event.targets:
        return None
    words = str(form).format(a=name_all(event.agents), b=name_all(event.targets))
    return capital(words) + (f" ({event.mode})" if event.mode else "") + _where(event)


def whether(event: Event, told: Sequence[Statement]) -> str | None:
    """Return what a dispute over the event asks: "whether North Korea supplies Russia with weapons"."""
    asked = clause(event, told) or _plain_clause(event)
    return f"whether {asked}" if asked else None


def clause(event: Event, told: Sequence[Statement]) -> str | None:
    """Return the event as a clause that doesn't say whether it is so, to follow "whether", "where" or "when"."""
    row = _row(event, told)
    if row is None:
        return None
    base, third, past, _ = row["verb"]
    plural = is_plural(_subjects(row, event))
    return _fill(row, event, past if row["as"] == "past" else (base if plural else third))


def _plain_clause(event: Event) -> str | None:
    """Return what a type alone says of the event, None where what it speaks of is not given."""
    form = str(load_wording()["questions"].get(event.type, ""))
    agents, targets = name_all(event.agents), name_all(event.targets)
    theme = _inline(event.theme.text) if event.theme else ""
    everyone = name_all((*event.agents, *event.targets)) if "pair" in set(_given(event)) else ""
    parts = {"a": agents, "b": targets, "x": theme, "all": everyone}
    if not form or any(not value for key, value in parts.items() if f"{{{key}}}" in form):
        return None
    return form.format(**parts)


def name_theme(text: str) -> str:
    """Return what a theme names, without the owner before it, on one line and cut at a word where it is long."""
    flat = _OWNERS.sub("", " ".join(text.split())).strip(_AROUND)
    return flat if len(flat) <= LONGEST_THEME else flat[:LONGEST_THEME].rsplit(" ", 1)[0].rstrip(_AROUND) + " ..."


def _row(event: Event, told: Sequence[Statement]) -> Mapping[str, Any] | None:
    """Return the sentence that the record fills and that the trigger of some statement asks for."""
    triggers = [(s.type, trigger_of(s)) for s in told if all(_is_whole(s, target) for target in s.targets)]
    for row in load_wording()["sentences"]:
        if row["type"] != event.type or row.get("mode", event.mode) != event.mode:
            continue
        if not any(kind == event.type and word.startswith(tuple(row["words"])) for kind, word in triggers):
            continue
        if all(need in set(_given(event)) for need in row["needs"]):
            return row  # type: ignore[no-any-return]
    return None


def _is_whole(statement: Statement, target: ActorRef) -> bool:
    """Say whether the words name the target itself, rather than something of it ("enemies of the West")."""
    evidence, mention = statement.evidence, target.mention
    if mention is None or not (evidence.start <= mention.start and mention.end <= evidence.end):
        return True
    before, after = evidence.quote[: mention.start - evidence.start], evidence.quote[mention.end - evidence.start :]
    return not _PART_OF.search(before) and not after.startswith(("'s", "’s"))


def _given(event: Event) -> Iterator[str]:
    if event.agents and event.targets:
        yield "target"
        if not any(a.actor.startswith(("person:", "body:")) for a in event.agents):
            yield "force"
        if all(a.actor.startswith("person:") for a in event.agents):
            yield "persons"
        if all(t.actor.startswith("state:") for t in event.targets) and len(event.targets) == 1:
            yield "host"
    if len({ref.code for ref in (*event.agents, *event.targets)}) > 1 and event.agents:
        yield "pair"
    if event.theme and event.theme.goods:
        yield "goods"
    if event.theme and set(re.findall(r"[a-z]+", event.theme.text.lower())) & set(load_wording()["pacts"]):
        yield "pact"


def _subjects(row: Mapping[str, Any], event: Event) -> tuple[ActorRef, ...]:
    return (*event.agents, *event.targets) if row["subject"] == "{all}" else event.agents


def _fill(row: Mapping[str, Any], event: Event, verb: str) -> str:
    theme = _inline(event.theme.text) if event.theme else ""
    rest = str(row["rest"]).format(b=name_all(event.targets), x=theme)
    return f"{name_all(_subjects(row, event))} {verb} {rest}".strip()


def _inline(theme: str) -> str:
    """Return what a theme names, its article kept but not another's possessive, as it stands within a sentence."""
    article = re.match(r"(?:the|an?|this|some)\s", theme, re.I)
    return f"{article.group().lower()}{name_theme(theme)}" if article else name_theme(theme)


def _where(event: Event) -> str:
    place = event.place
    if (
        place is None
        or place.precision == "country"
        or any(place.text.lower() == a.name.lower() for a in event.targets)
    ):
        return ""
    return f", {'at' if place.precision == 'site' else 'in'} {with_article(place.text)}"
