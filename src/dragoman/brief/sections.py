"""The sections of a brief: which events each tells, and in what order."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence

from dragoman.brief.clusters import cluster_lines
from dragoman.brief.desk import Desk, trigger_of
from dragoman.brief.disputes import dispute_lines
from dragoman.brief.exchanges import exchange_lines, match_lines
from dragoman.brief.facts import Scribe, once
from dragoman.brief.grouped import held_lines, join_lines
from dragoman.brief.names import key_of
from dragoman.brief.obligations import obligation_lines
from dragoman.brief.records import Line, Section
from dragoman.brief.ties import tie_lines
from dragoman.brief.times import is_stated
from dragoman.brief.vocabulary import war_words
from dragoman.model import Dispute, DisputeKind, Event, Standing, System

HAPPENED = (Standing.CONFIRMED, Standing.SINGLE_SOURCE)
DOUBTFUL = (Standing.DISPUTED, Standing.DENIED, Standing.ALLEGED)
WISHED = ("ASSAULT", "COERCE", "MOBILIZE", "RETREAT", "SANCTION", "AGREE")  # deeds whose mere wish is news
GOODS = ("AID", "COOPERATE", "WANT", "HOLD")
STATES = ("WANT", "HOLD")  # told among the goods
LASTING = ("ALLY", "OPPOSE", "SUPPORT")
SANCTIONS = (None, "sanctions", "embargo")  # measures that last, unlike an expulsion or a halt of talks
BY_TIME = ("happened", "planned")
SECTIONS: tuple[tuple[str, str, str], ...] = (
    ("happened", "What happened", "Nothing is told as having happened."),
    ("planned", "What is planned", "Nothing is announced."),
    ("disputed", "What is disputed, alleged, denied or wished", "No accounts conflict, and nothing is merely alleged."),
    ("goods", "Who gives or wants what", "No goods are spoken of."),
    ("stances", "Who stands with whom", "No ties are spoken of."),
    ("bound", "Who is bound", "Nobody is told to be bound to anything."),
)


def find_sections(
    scribe: Scribe, disputes: Sequence[Dispute], events: Mapping[str, Event], system: System
) -> tuple[Section, ...]:
    """Return all sections in order, those too that have nothing to tell."""
    listed = [event for event in events.values() if scribe.desk.of([event])]
    in_dispute = {e for d in disputes if d.kind is DisputeKind.OCCURRENCE for e in d.events}
    happened = [e for e in listed if _has_happened(e, scribe.desk)]
    done, plans = once(scribe.by_time("happened", happened), scribe.by_time("planned", filter(_is_planned, listed)))
    doubtful = [e for e in listed if _is_doubtful(e) and e.id not in in_dispute]
    found: dict[str, tuple[Line, ...]] = {
        "happened": done,
        "planned": plans,
        "disputed": (*dispute_lines(scribe, disputes, events), *scribe.by_rank("alleged", doubtful)),
        "goods": _goods(scribe, listed, system),
        "stances": (*tie_lines(system.ties, scribe.desk), *cluster_lines(system, scribe.desk)),
        "bound": obligation_lines(system.obligations, scribe.desk),
    }
    return tuple(
        Section(key=key, title=title, lines=found[key], empty=empty, by_time=key in BY_TIME)
        for key, title, empty in SECTIONS
    )


def _goods(scribe: Scribe, events: Sequence[Event], system: System) -> tuple[Line, ...]:
    """Return who gives or wants what, then who has what, then the matches that the program found."""
    moved = {event for exchange in system.exchanges for event in exchange.events}
    held = held_lines(scribe, [event for event in events if _is_held(event, moved)])
    passed = join_lines((*exchange_lines(system.exchanges, scribe.desk), *held))
    return (*passed, *match_lines(system.matches, scribe.desk))


def _has_happened(event: Event, desk: Desk) -> bool:
    return event.standing in HAPPENED and _is_deed(event, desk) and _tells(event)


def _is_planned(event: Event) -> bool:
    return event.standing is Standing.EXPECTED and event.type not in STATES and _tells(event)


def _is_doubtful(event: Event) -> bool:
    wished = event.standing is Standing.WANTED and event.type in WISHED and not _is_goods(event)
    return (event.standing in DOUBTFUL or wished) and event.type not in STATES and _tells(event)


def _is_deed(event: Event, desk: Desk) -> bool:
    """Say whether the event happens at a time, rather than lasting; goods count where the text tells the time."""
    if event.type in GOODS:
        return event.type in ("AID", "COOPERATE") and is_stated(event.time)
    return event.type not in ("LEAD", "BELONG", *LASTING) and not _is_stance(event, desk)


def _is_stance(event: Event, desk: Desk) -> bool:
    """Say whether the event is a state that lasts: a tie, sanctions, a war."""
    parties = len(key_of((*event.agents, *event.targets)))
    if event.standing not in (*HAPPENED, Standing.DISPUTED) or not parties:
        return False
    if event.type in LASTING:
        return parties > 1
    if event.type == "SANCTION":
        return bool(event.targets) and event.mode in SANCTIONS and not is_stated(event.time)
    return event.type == "ASSAULT" and parties > 1 and any(_is_war(trigger_of(s)) for s in desk.of([event]))


def _is_war(word: str) -> bool:
    """Say whether the word, or what it is without its ending, names a war: "battling", "fights", "invaded"."""
    stem = word.removesuffix("ing")
    return not war_words().isdisjoint({word, word.rstrip("s"), word.removesuffix("d"), stem, f"{stem}e"})


def _is_goods(event: Event) -> bool:
    """Say whether the event names goods that someone wants, has, gives or gets: then its wish is told among them."""
    return event.type in GOODS and event.theme is not None and bool(event.agents or event.targets)


def _is_held(event: Event, moved: Container[str]) -> bool:
    """Say whether the event is that someone has something, or wants what is no good and so passes in no exchange."""
    told = (*HAPPENED, Standing.DISPUTED, Standing.ALLEGED, Standing.DENIED)
    kind = event.type == "HOLD" or (event.type == "WANT" and event.id not in moved)
    return kind and event.theme is not None and bool(event.agents) and event.standing in told


def _tells(event: Event) -> bool:
    """Say whether a line of the event would tell something: two parties, or one with a matter or a place."""
    if not event.agents and not event.targets:
        return False
    return bool(event.theme or event.place or len(event.agents) + len(event.targets) > 1)
