"""Disputes between events that describe one subject: who did it, what was given, what two actors are to each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.model import Dispute, DisputeKind, Event, Status
from dragoman.weigh.account import Account
from dragoman.weigh.blame import is_one_deed
from dragoman.weigh.matter import denies_fact
from dragoman.weigh.sides import make_dispute, make_side
from dragoman.weigh.vocabulary import load_families, related_goods
from dragoman.weigh.when import Window, days_apart, is_fine

Told = tuple[Event, Sequence[Account]]
# What two actors are to each other changes; accounts of it further apart than this (days) don't contradict.
MOOD_DAYS = 730
_BLAMED = ("fight", "COERCE")
_CARRIED = ("transfer", "MOBILIZE", "HOLD")


def blamed_subjects(event: Event, accounts: Sequence[Account]) -> Iterator[str]:
    """Yield what deeds share that may be one deed laid to different doers: place, document, word."""
    main = plainest(accounts)
    if main.family not in _BLAMED or main.lasting or not main.agents or not main.window:
        return
    if event.place:
        yield f"{main.family} at {event.place.text}"
    yield from (f"{main.family} in {document}" for document in {a.document for a in accounts})
    yield from (f"{main.family} {word}" for word in {w for a in accounts for w in a.told})


def find_responsibility(first: Told, second: Told) -> Iterator[Dispute]:
    """Find one deed, at one time, on one victim or at one place, that is laid to different doers."""
    a, b = plainest(first[1]), plainest(second[1])
    if a.agents & b.agents or not is_one_deed(first[1], second[1]):
        return
    place = next((e.place.text for e in (first[0], second[0]) if e.place), None)
    sides = [make_side(_who(event), _asserting(accounts)) for event, accounts in (first, second)]
    what = f"who did it, at {place}" if place else "who did it"
    yield make_dispute(DisputeKind.RESPONSIBILITY, (first[0].id, second[0].id), what, sides)


def carried_subjects(event: Event, accounts: Sequence[Account]) -> Iterator[str]:
    """Yield who carries what to whom, where deliveries or launches meet that may be one."""
    main = plainest(accounts)
    if main.family in _CARRIED and main.goods and main.agents:
        targets = sorted(main.targets) if main.family == "transfer" else ()
        yield " ".join((main.family, *sorted(main.agents), "to", *targets))


def find_object(first: Told, second: Told) -> Iterator[Dispute]:
    """Find one delivery or launch of which one says that it was this, another that it was something else."""
    if _swapped(first[1], second[1]):
        sides = [make_side(_goods_of(accounts), _asserting(accounts)) for _, accounts in (first, second)]
        what = f"what it was: {sides[0].claim} against {sides[1].claim}"
        yield make_dispute(DisputeKind.OBJECT, (first[0].id, second[0].id), what, sides)


def _swapped(first: Sequence[Account], second: Sequence[Account]) -> bool:
    for a in _distinct(_asserting(first)):
        for b in _distinct(_asserting(second)):
            if a.goods and b.goods and not related_goods(a.goods, b.goods) and not set(a.origins) & set(b.origins):
                if _denies_other(a, second) or _denies_other(b, first):
                    return True
                if is_fine(a.time) and a.time == b.time and a.document != b.document and not a.lasting:
                    return True
    return False


def _denies_other(account: Account, others: Sequence[Account]) -> bool:
    """Say whether whoever tells the account denies the other's goods, or the report that tells it has that denial."""
    return any(
        o.status is Status.DENIED
        and denies_fact(o)
        and not related_goods(o.goods, account.goods)
        and (o.document == account.document or bool(set(o.interests) & set(account.interests)))
        for o in others
    )


def character_subjects(event: Event, accounts: Sequence[Account]) -> Iterator[str]:
    """Yield the pairs of which the event says what they are to each other."""
    del event
    yield from sorted({_pair(account) for account in accounts if _is_of_character(account)})


def find_characterisation(pair: str, told: Sequence[Told]) -> Iterator[Dispute]:
    """Find a pair said to be close by one origin and strained, or not close, by another of about the same time."""
    rows = [(e, a) for e, accounts in told for a in accounts if _is_of_character(a) and _pair(a) == pair]
    apart = [(e, a) for e, a in rows if not _is_close(a)]
    doubters = {o for _, a in apart for o in a.origins}
    windows = {a.window for _, a in apart}
    close = [(e, a) for e, a in rows if _is_close(a) and not set(a.origins) & doubters]
    close = [(e, a) for e, a in close if _of_one_mood(a, windows)]
    if close:
        ids = tuple(dict.fromkeys(e.id for e, _ in (*close, *apart)))
        sides = [make_side("close", [a for _, a in close]), make_side("not close", [a for _, a in apart])]
        what = f"what {' and '.join(sorted(close[0][1].everyone))} are to each other"
        yield make_dispute(DisputeKind.CHARACTERISATION, ids, what, sides)


def _is_of_character(account: Account) -> bool:
    contrary = load_families().contrary
    return account.statement.type in contrary and len(account.everyone) > 1 and _is_held(account)


def _pair(account: Account) -> str:
    return " ".join(sorted(account.everyone))


def _is_held(account: Account) -> bool:
    return account.status in (Status.ACTUAL, Status.DENIED)


def _is_close(account: Account) -> bool:
    return (account.statement.type == "ALLY") != (account.status is Status.DENIED)


def _of_one_mood(account: Account, windows: set[Window | None]) -> bool:
    return any(account.window is None or w is None or days_apart(account.window, w) <= MOOD_DAYS for w in windows)


def plainest(accounts: Sequence[Account]) -> Account:
    """Return the account that tells most about when and by whom."""
    return min(accounts, key=lambda a: (a.status is Status.DENIED, not a.agents, not a.is_stated, a.order))


def _asserting(accounts: Sequence[Account]) -> list[Account]:
    return [a for a in accounts if a.status in (Status.ACTUAL, Status.POSSIBLE)]


def _distinct(accounts: Sequence[Account]) -> list[Account]:
    return list({(a.goods, a.origins, a.time): a for a in accounts}.values())


def _who(event: Event) -> str:
    return " and ".join(a.name for a in event.agents)


def _goods_of(accounts: Sequence[Account]) -> str:
    theme = next((a.statement.theme for a in _asserting(accounts) if a.statement.theme and a.goods), None)
    return theme.text if theme else "something else"
