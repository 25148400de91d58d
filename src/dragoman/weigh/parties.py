"""Do two accounts tell of the same participants in the same roles, and of the same matter?"""

from __future__ import annotations

from dataclasses import replace
from enum import Enum

from dragoman.weigh.account import Account
from dragoman.weigh.vocabulary import load_families, related_goods

# Where two reports name the same person on either side, it is one visit even if one mistakes who comes to whom.
BOTH_NAMED = 2
# Of these it matters who stands first: the guest, the one who promises.
ONE_WAY = ("visit", "promise")

# Of these the theme is what is halted, given up, asked for or refused.
HALTED = ("RETREAT", "CONCEDE", "REQUEST", "REJECT", "WANT")


class Match(Enum):
    """How far two accounts agree: in full, as far as one of them tells, or not at all."""

    SAME = "same"
    PARTIAL = "partial"
    OTHER = "other"


def match_parties(first: Account, second: Account) -> Match:
    """Return how far the participants agree in their roles."""
    if first.names_targets != second.names_targets and first.family in load_families().strict:
        first, second = _as_told(first), _as_told(second)
    if not first.everyone or not second.everyone:
        return Match.OTHER if first.everyone != second.everyone else Match.PARTIAL
    families = load_families()
    if _is_mutual(first, second) or (first.lasting and second.lasting and first.family == "fight"):
        return _match_everyone(first, second)
    same = _equal if first.family in families.strict else _overlap
    if first.directed and second.directed:
        alike = same(first.agents, second.agents) and same(first.targets, second.targets)
        return Match.SAME if alike else Match.OTHER
    if first.family == "transfer" and min(len(first.everyone), len(second.everyone)) > 1:
        return Match.SAME if _overlap(first.everyone, second.everyone) else Match.OTHER
    return _match_told(first, second)


def _as_told(account: Account) -> Account:
    """Leave out targets that are only described: "81 fighters" may be those of whom the other account names."""
    return account if account.names_targets else replace(account, targets=frozenset())


def match_matter(first: Account, second: Account) -> Match:
    """Return how far goods, theme and content agree; partial when one of them doesn't tell."""
    if first.family == "meeting":
        return Match.SAME  # of one meeting each report tells another topic
    if _told_of_two(first, second):
        return Match.OTHER
    if first.goods and second.goods:
        return Match.SAME if related_goods(first.goods, second.goods) else Match.OTHER
    if not is_by_matter(first):
        return Match.SAME if bool(first.goods) == bool(second.goods) else Match.PARTIAL
    if first.matter and second.matter:
        alike = first.matter[0] == second.matter[0] and _overlap(first.matter[1], second.matter[1])
        return Match.SAME if alike else Match.OTHER
    if first.words and second.words and not first.goods | second.goods:
        return Match.SAME if first.words & second.words else Match.OTHER
    return Match.PARTIAL


def _told_of_two(first: Account, second: Account) -> bool:
    """Say whether the words tell two things of one kind of goods apart, or two measures: tests are no weapons."""
    families = load_families()
    if first.statement.type in HALTED and second.statement.type in HALTED:
        mine, yours = (_group({*a.words}, families.matters) for a in (first, second))
        return mine is not None and yours is not None and mine != yours
    if first.family == "sanction":
        mine, yours = (_group({a.trigger}, families.measures) for a in (first, second))
        return mine is not None and yours is not None and mine != yours
    return False


def _group(words: set[str], groups: tuple[frozenset[str], ...]) -> int | None:
    return next((number for number, group in enumerate(groups) if group & words), None)


def is_by_matter(account: Account) -> bool:
    """Say whether it is the same as another only when its matter is: what is wanted, refused, demanded, vowed."""
    by_matter = load_families().by_matter
    return account.statement.type in by_matter or account.family in by_matter


def _is_mutual(first: Account, second: Account) -> bool:
    if first.family not in load_families().mutual:
        return False
    if not (first.directed and second.directed) or first.statement.mode != second.statement.mode:
        return True
    return first.statement.mode not in ONE_WAY or is_one_visit(first, second)


def is_one_visit(first: Account, second: Account) -> bool:
    """Say whether two visits each way are one, because the same two persons are named."""
    opposite = first.statement.mode == second.statement.mode == "visit" and first.agents == second.targets
    return opposite and len(first.people & second.people) >= BOTH_NAMED


def _match_everyone(first: Account, second: Account) -> Match:
    shared = first.everyone & second.everyone
    if min(len(first.everyone), len(second.everyone)) < 2:
        return Match.PARTIAL if shared else Match.OTHER
    # What holds between two is not what holds among four; who else was at a meeting makes it no other meeting.
    same = _equal if first.family in load_families().ties else _overlap
    return Match.SAME if len(shared) > 1 and same(first.everyone, second.everyone) else Match.OTHER


def _match_told(first: Account, second: Account) -> Match:
    """Compare what both tell: an attack by X without a victim may be the one on Y, or not."""
    same = _equal if first.family in load_families().strict else _overlap
    if first.agents and second.agents and not same(first.agents, second.agents):
        return Match.OTHER
    if first.targets and second.targets and not same(first.targets, second.targets):
        return Match.OTHER
    if first.family == "fight" and not first.agents and not second.agents:
        return Match.PARTIAL  # somebody attacked: who, is not said
    alike = bool(first.agents) == bool(second.agents) and bool(first.targets) == bool(second.targets)
    return Match.SAME if alike else Match.PARTIAL


def _overlap(first: frozenset[str], second: frozenset[str]) -> bool:
    return len(first & second) * 2 >= len(first | second)


def _equal(first: frozenset[str], second: frozenset[str]) -> bool:
    return first == second
