"""Whether two events are one deed that is laid to different doers.

Attacks come day after day, and each side attacks the other: place and day alone say little. One deed it is where the
one blamed lays it to somebody else in like words, or where two reports name other doers for the same day, place and
victim.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.model import Status
from dragoman.weigh.account import Account
from dragoman.weigh.matter import names_of
from dragoman.weigh.vocabulary import content_words
from dragoman.weigh.when import days_apart, is_fine
from dragoman.weigh.where import places_conflict, shared_place


def is_one_deed(first: Sequence[Account], second: Sequence[Account]) -> bool:
    """Say whether some account of the first tells the deed of one of the second, and lays it to somebody else."""
    tellings = list(_tellings(second))
    return any(_laid_elsewhere(a, b) for a in _tellings(first) for b in tellings)


def _tellings(accounts: Sequence[Account]) -> Iterator[Account]:
    distinct = {
        (a.agents, a.targets, a.interests, a.trigger, a.told, a.window, a.document): a
        for a in accounts
        if a.agents and a.window and a.status in (Status.ACTUAL, Status.POSSIBLE)
    }
    yield from distinct.values()


def _laid_elsewhere(a: Account, b: Account) -> bool:
    if a.agents & b.agents or _voices(a) & _voices(b) or not _meet(a, b):
        return False
    if _blames(a, b) or _blames(b, a):
        return _in_like_words(a, b) and (_are_told_together(a, b) or (a.is_voiced and b.is_voiced))
    same_day = is_fine(a.time) and a.time.start == b.time.start
    near = same_day and a.document != b.document and shared_place(a.place, b.place) == "place"
    return near and bool(a.targets & b.targets)


def _meet(a: Account, b: Account) -> bool:
    if not a.window or not b.window or days_apart(a.window, b.window) > 0 or places_conflict(a.place, b.place):
        return False
    return not (is_fine(a.time) and is_fine(b.time)) or a.time.start == b.time.start


def _voices(account: Account) -> set[str]:
    """Return all whose word it is: who passes a version on does not stand against it."""
    return {*account.interests, *(voice.code for voice in account.statement.voices)}


def _are_told_together(a: Account, b: Account) -> bool:
    """Say whether both are of one report or of one stated day: what a report tells itself may be another attack."""
    return a.document == b.document or (a.is_stated and b.is_stated)


def _blames(account: Account, other: Account) -> bool:
    """Say whether the doer in the other version tells this one, and lays it to somebody else."""
    speakers = set(account.interests)
    return bool(speakers & other.agents) and not speakers & account.agents


def _in_like_words(a: Account, b: Account) -> bool:
    """Say whether the words are of one deed; of two victims, only the same word for the same thing is."""
    shared = (a.told & b.told) - _named(a) - _named(b)
    same_victim = not (a.targets and b.targets) or bool(a.targets & b.targets)
    if not same_victim:
        return a.trigger == b.trigger and bool(shared)
    return bool(shared) or a.trigger == b.trigger


def _named(account: Account) -> frozenset[str]:
    return names_of(account) | (content_words(account.place.text) if account.place else frozenset())
