"""Say an event in one plain sentence, no stronger than its standing allows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from dragoman.model import ActorRef, Event, Standing, Time

# Themes longer than this are cut at a word: the full words stand in the evidence.
LONGEST_THEME = 70
_PHRASES = Path(__file__).parent.parent / "ontology" / "phrases.yaml"
# Names that begin so take an article.
_WITH_ARTICLE = tuple(
    name.strip()
    for name in (
        "United, Soviet, European, African, Arab, Democratic Republic, Central African, Dominican Republic,"
        "Netherlands, Philippines, Maldives, Bahamas, Gambia, Czech Republic, Marshall Islands, Comoros,"
        "International, World, Palestinian, Taliban, Israel Defense"
    ).split(",")
)
_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()


@lru_cache(maxsize=1)
def load_phrases() -> Mapping[tuple[str, str | None], Mapping[str, Any]]:
    """Return the wording of each type and mode."""
    rows = yaml.safe_load(_PHRASES.read_text(encoding="utf-8"))
    return {(row["type"], row.get("mode")): row for row in rows}


def say(event: Event) -> str:
    """Return the event as a sentence without a full stop: "Vladimir Putin visited North Korea, in Pyongyang"."""
    sentence = _say(event)
    return sentence[:1].upper() + sentence[1:]


def _say(event: Event) -> str:
    phrases = load_phrases()
    row = phrases.get((event.type, event.mode)) or phrases[event.type, None]
    targets = name_actors(event.targets)
    theme = shorten(event.theme.text) if event.theme and row["base"] not in event.theme.text else ""
    if not event.agents:
        return _unnamed(row, event, targets, theme) + _where(event, row)
    subject = name_actors(event.agents)
    head, rest = _predicate(row, event, targets, theme)
    return f"{subject} {head}{rest}{_where(event, row)}"


def name_actors(refs: Sequence[ActorRef]) -> str:
    """Return the names in a row: "A, B and C"."""
    return join(list(dict.fromkeys(with_article(ref.name) for ref in refs)))


def with_article(name: str) -> str:
    """Return the name as a sentence has it: "the United States"."""
    return f"the {name}" if name.startswith(_WITH_ARTICLE) and not name.startswith("the ") else name


def join(names: Sequence[str]) -> str:
    """Return "A, B and C"."""
    return ", ".join(names[:-1]) + " and " + names[-1] if len(names) > 1 else "".join(names)


def shorten(text: str) -> str:
    """Return the text on one line, cut at a word where it is long."""
    flat = " ".join(text.split())
    return flat if len(flat) <= LONGEST_THEME else flat[:LONGEST_THEME].rsplit(" ", 1)[0] + " ..."


def say_time(time: Time) -> str:
    """Return a time in at most 11 characters: "14 Sep 2023", "Sep 2023", "2023", "since 2000"; "" when unknown."""
    start, end = time.start, time.end
    if start is None and end is None:
        return ""
    if start is None or end is None:
        return f"from {start.year}" if start else f"until {end.year}" if end else ""
    if start == end:
        return f"{start.day} {_MONTHS[start.month - 1]} {start.year}"
    if (start.year, start.month) == (end.year, end.month):
        return f"{_MONTHS[start.month - 1]} {start.year}"
    if start.year == end.year:
        return (
            str(start.year)
            if (end - start).days > 300
            else f"{_MONTHS[start.month - 1]}-{_MONTHS[end.month - 1]} {end.year}"
        )
    return f"{start.year}-{end.year}"


def _predicate(row: Mapping[str, Any], event: Event, targets: str, theme: str) -> tuple[str, str]:
    """Return the verb in the form that the standing asks for, and what follows it."""
    wording = ""
    if not targets and theme and "theme alone" in row:
        base, past = row["theme alone"].format(x=theme), row["theme alone past"].format(x=theme)
        return _verb(base, past, event, row), ""
    if not targets and not theme and "alone" in row and len(event.agents) < 2:
        return _verb(row["alone"], row["alone past"], event, row), ""
    if targets:
        wording += f" {row.get('target', '')} {targets}".replace("  ", " ")
    if theme and row.get("theme") is not None:
        wording += f" {row['theme']} {theme}".replace("  ", " ")
    return _verb(row["base"], row["past"], event, row), wording


def _verb(base: str, past: str, event: Event, row: Mapping[str, Any]) -> str:
    many = len({a.name for a in event.agents}) > 1
    if event.standing is Standing.EXPECTED:
        return f"{'are' if many else 'is'} to {base}"
    if event.standing is Standing.ALLEGED:
        return f"may {base}" if row.get("lasting") else f"may {base} or have {_participle(past)}"
    if event.standing is Standing.DENIED:
        return f"{'do' if many else 'does'} not {base}" if row.get("lasting") else f"did not {base}"
    if event.standing is Standing.WANTED:
        return f"{'are' if many else 'is'} wished to {base}"
    if event.standing is Standing.DISPUTED:
        return f"{_present(base, many)}, as some say and others deny,"
    if row.get("lasting"):
        return _present(base, many)
    return past


def _present(base: str, many: bool) -> str:
    verb, _, rest = base.partition(" ")
    forms = {"be": ("is", "are"), "have": ("has", "have")}
    single, plural = forms.get(verb, (verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "z")) else "s"), verb))
    if verb.endswith("y") and verb[-2:-1] not in "aeiou":
        single = verb[:-1] + "ies"
    return f"{plural if many else single}{' ' + rest if rest else ''}"


def _participle(past: str) -> str:
    irregular = {"gave": "given", "spoke": "spoken", "withdrew": "withdrawn", "fought": "fought"}
    verb, _, rest = past.partition(" ")
    return f"{irregular.get(verb, verb)}{' ' + rest if rest else ''}"


def _unnamed(row: Mapping[str, Any], event: Event, targets: str, theme: str) -> str:
    if "unnamed" in row:
        many = len({t.name for t in event.targets}) > 1
        text = str(row["unnamed"]).format(t=targets)
        return text.replace(" was ", " were ").replace(" is ", " are ") if many else text
    what = f"{row['base']} {row.get('target', '')} {targets}".replace("  ", " ")
    return f"Someone is said to {what}" + (f" {row['theme']} {theme}" if theme and row.get("theme") is not None else "")


def _where(event: Event, row: Mapping[str, Any]) -> str:
    if event.place is None or any(event.place.text.lower() == t.name.lower() for t in event.targets):
        return ""
    return f", {'at' if event.place.precision == 'site' else 'in'} {event.place.text}"
