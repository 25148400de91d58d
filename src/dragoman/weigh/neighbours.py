"""Which events are held against each other: those that share a subject and, where it is a common one, its days.

An event enters what it is about as a whole and by spans of days. Where more than a few meet, nobody is compared: a word
that forty attacks of a fortnight share says nothing of which are one. What two events are to each other depends so on
nothing but who shares their places, and a new event touches those places only.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from dragoman.model import Dispute, DisputeKind, Event
from dragoman.weigh.account import Account
from dragoman.weigh.between import (
    Told,
    blamed_subjects,
    carried_subjects,
    character_subjects,
    find_characterisation,
    find_object,
    find_responsibility,
    plainest,
)

# Where more events than this meet, none is compared with another for it.
MOST_TOGETHER = 40
# Events meet by spans of this many days; a report without a date has a window of ten.
SLOT_DAYS = 16
# What may have happened on any of more days than this meets others by its subject only.
WIDEST_DAYS = 3 * SLOT_DAYS
CHARACTER = "character"
# The kinds of dispute that a rule between two events finds.
KINDS = {"doer": DisputeKind.RESPONSIBILITY, "object": DisputeKind.OBJECT}

_PAIRWISE: dict[
    str, tuple[Callable[[Event, Sequence[Account]], Iterator[str]], Callable[[Told, Told], Iterator[Dispute]]]
] = {
    "doer": (blamed_subjects, find_responsibility),
    "object": (carried_subjects, find_object),
}


def subjects_of(event: Event, accounts: Sequence[Account]) -> set[str]:
    """Return what the event is held against others for, the rule first: "doer 46192 fight hospital"."""
    window = plainest(accounts).window
    slots = range(window[0] // SLOT_DAYS, window[1] // SLOT_DAYS + 1) if window else range(0)
    if window and window[1] - window[0] > WIDEST_DAYS:
        slots = range(0)
    found = {f"{CHARACTER} {pair}" for pair in character_subjects(event, accounts)}
    for rule, (subjects, _) in _PAIRWISE.items():
        for subject in subjects(event, accounts):
            found.add(f"{rule} {subject}")
            found.update(f"{rule} {slot} {subject}" for slot in slots)
    return found


def rule_of(subject: str) -> str:
    """Return the rule by which events of the subject are held against each other."""
    return subject.partition(" ")[0]


def find_between_two(rule: str, first: Told, second: Told) -> Iterator[Dispute]:
    """Yield the disputes of two events by the rule."""
    first, second = sorted((first, second), key=lambda told: told[0].id)
    yield from _PAIRWISE[rule][1](first, second)


def find_of_character(subject: str, told: Sequence[Told]) -> Iterator[Dispute]:
    """Yield the disputes of all events that say what two actors are to each other."""
    yield from find_characterisation(subject.partition(" ")[2], sorted(told, key=lambda one: one[0].id))
