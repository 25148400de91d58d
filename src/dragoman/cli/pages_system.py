"""What `dragoman show` prints of the things of a system: each number with its events, each event with its sentences."""

from __future__ import annotations

from collections.abc import Iterator
from functools import singledispatch

from dragoman.case import CaseFile
from dragoman.cli.pages import _field, _sources
from dragoman.cli.words import SHORT_ID, say_deed
from dragoman.cli.words_system import name_parties, name_party, say_sign, say_since
from dragoman.model import Cluster, Event, Exchange, Match, Obligation, Tie, TieEvent
from dragoman.systems import OfSystem
from dragoman.view import View

_MOST_SOURCES = 3  # of the sentences that name a bloc
OF_SYSTEM = (Tie, Cluster, Exchange, Match, Obligation)


def page_of_system(case: View, found: OfSystem) -> str:
    """Return the page on what was found, as text."""
    return "\n".join(_page(found, case.weighed))


@singledispatch
def _page(found: OfSystem, file: CaseFile) -> Iterator[str]:
    raise TypeError(f"no page for {type(found)}")


@_page.register
def _tie_page(tie: Tie, file: CaseFile) -> Iterator[str]:
    arrow = "to" if tie.directed else "with"
    yield f"Tie {tie.id}"
    yield from _field("kind", tie.kind.value)
    yield from _field("parties", f"{name_party(tie.source)} {arrow} {name_party(tie.target)}")
    yield from _field("sign", say_sign(tie.sign))
    yield from _field("strength", f"{tie.strength:.2f}")
    yield from _field("how sure", tie.certainty.value)
    yield from _field("told of", say_since(tie) or "on no known day")
    yield from _field("ended", str(tie.end or ""))
    yield from _field("trend", tie.trend.value)
    for reason in tie.reasons:
        yield from _field("because", reason)
    events = {event.id: event for event in file.events_with_ids([row.event for row in tie.events])}
    for row in sorted(tie.events, key=lambda row: (-row.share, row.event)):
        yield from _event(row, events[row.event], file)


@_page.register
def _cluster_page(cluster: Cluster, file: CaseFile) -> Iterator[str]:
    yield f"Cluster {cluster.id}"
    yield from _field("members", name_parties(cluster.members))
    yield from _field("because", cluster.why)
    yield from _field("within", ", ".join(tie[:SHORT_ID] for tie in cluster.within))
    yield from _field("against", ", ".join(tie[:SHORT_ID] for tie in cluster.against))
    for likeness in cluster.blocs:
        yield ""
        yield f"Beside {likeness.bloc.name if likeness.bloc else 'those that texts name in one breath'}"
        yield from _field("overlap", likeness.what)
        yield from _sources(file, likeness.named[:_MOST_SOURCES])


def _event(row: TieEvent, event: Event, file: CaseFile) -> Iterator[str]:
    deed = f"{say_deed(event)} ({event.mode})" if event.mode else say_deed(event)
    yield ""
    yield f"Event {event.id[:SHORT_ID]}: {deed}, {event.standing}"
    yield from _field("share", f"ends the tie; {row.share:.0%}" if row.ends else f"{row.share:.0%}")
    yield from _field("weight", f"{row.weight:.2f} = {row.why}" if row.weight else row.why)
    yield from _sources(file, event.statements)
