"""What a brief is called, and what it is of, in a sentence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

from dragoman.brief.names import capital, join, key_of, with_article
from dragoman.brief.times import say_day
from dragoman.model import Document, Event
from dragoman.world import load_world

# A brief without an actor asked for is named after those that most events have in common, when this share do.
TITLE_SHARE = 0.05
# ... and when they take part in this share of the events that the most frequent one does.
TITLE_SHARE_OF_FIRST = 1 / 3
MOST_IN_TITLE = 3


def name_brief(about: Sequence[str], events: Sequence[Event]) -> str:
    """Name the brief after the actors asked for, else after the states that most events have in common."""
    world = load_world()
    if about:
        known = [world.actor(code) or world.by_code(code.upper()) for code in about]
        return capital(
            f"{join([with_article(a.name) if a else c for a, c in zip(known, about, strict=True)])}: a brief"
        )
    counts = Counter(key for e in events for key in key_of((*e.agents, *e.targets)) if key.startswith("state:"))
    first = max(counts.values(), default=0)
    least = max(TITLE_SHARE * len(events), TITLE_SHARE_OF_FIRST * first)
    often = [key for key, n in counts.most_common(MOST_IN_TITLE) if n >= least]
    names = [with_article(actor.name) for actor in map(world.actor, often) if actor]
    return capital(f"{join(names)}: a brief") if names else "Brief"


def sum_up(documents: Sequence[Document], since: date | None, events: int, disputes: int, undated: int) -> str:
    """Return how many documents, events and disputes there are, and over what time."""
    dated = sorted(d.published for d in documents if d.published)
    span = ""
    if dated:
        span = f", published {say_day(dated[0])}" + (f" to {say_day(dated[-1])}" if dated[0] != dated[-1] else "")
    asked = f" since {say_day(since)}" if since else ""
    left = f"; {_count(undated, 'undated event')} left out" if undated else ""
    counted = f"{_count(events, 'event')}{asked}, {_count(disputes, 'dispute')}"
    return f"{_count(len(documents), 'document')}{span}; {counted}{left}."


def _count(number: int, name: str) -> str:
    return f"{number} {name}{'' if number == 1 else 's'}"
