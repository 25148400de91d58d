"""The rows that a standing is computed from: what each origin adds, and what it does not add, with the reason.

1. Accounts of one origin with one thing to say are one row: ten reprints are one origin, and so is a speech that ten
   outlets quote. Several who speak in one breath are one origin of several interests.
2. A row counts when it adds an independent origin of its kind. It does not when its speakers are heard in another row,
   when a state is named beside a speaker of its own, or when a report repeats in its own words what it quotes.
3. A denial counts when it contradicts another origin, or when nobody says the contrary.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass

from dragoman.model import Contribution, Force, Stance, Status
from dragoman.weigh.account import Account
from dragoman.weigh.interest import admits_against_interest
from dragoman.weigh.matter import denies_fact, denies_matter, is_general, is_held

_STANCES = {
    Status.ACTUAL: Stance.ASSERTS,
    Status.POSSIBLE: Stance.ALLEGES,
    Status.DENIED: Stance.DENIES,
    Status.PLANNED: Stance.PLANS,
    Status.WANTED: Stance.WANTS,
}
_ORDER = tuple(_STANCES.values())
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")

_Weight = tuple[frozenset[str], bool, bool, Hashable]


@dataclass(slots=True)
class _Row:
    """The accounts of one origin with one stance, and what speaks against counting it."""

    stance: Stance
    speakers: frozenset[str]
    accounts: list[Account]
    against: str = ""
    _interests: tuple[str, ...] | None = None

    @property
    def counts(self) -> bool:
        return not self.against

    @property
    def name(self) -> str:
        return join_names(self._fullest.origins, most=6)

    @property
    def interests(self) -> tuple[str, ...]:
        if self._interests is None:  # asked of each row for each later one: a war is told by hundreds
            fully = [a for a in self.accounts if frozenset(a.origins) == self.speakers] or self.accounts
            self._interests = tuple(dict.fromkeys(i for a in fully for i in a.interests))
        return self._interests

    @property
    def _fullest(self) -> Account:
        """Return an account that names the speakers in full, and not by the last name only."""
        return next((a for a in self.accounts if frozenset(a.origins) == self.speakers), self.accounts[0])


def derive(accounts: Sequence[Account]) -> tuple[Contribution, ...]:
    """Return the rows of the event that these accounts tell of, what is told as so first, each in the given order."""
    rows = _rows(accounts)
    by_stance = {stance: [r for r in rows if r.stance is stance] for stance in _ORDER}
    for stance in (Stance.ASSERTS, Stance.ALLEGES, Stance.PLANS, Stance.WANTS):
        _leave_out_repeated(by_stance[stance])
    _leave_out_doubts(by_stance)
    _judge_denials(by_stance, accounts)
    return tuple(_contribution(row, by_stance[row.stance], by_stance) for stance in _ORDER for row in by_stance[stance])


def contradicting(accounts: Sequence[Account]) -> tuple[tuple[Account, ...], tuple[Account, ...]]:
    """Return who asserts and who denies one matter, both empty where nobody is contradicted by another."""
    told = _alike(a for a in asserting_of(accounts) if is_held(a))
    denied = _alike(a for a in accounts if a.status is Status.DENIED and denies_fact(a))
    against: dict[int, Account] = {}
    answered: dict[int, Account] = {}
    for key, asserting in told.items():
        for other, denying in denied.items():
            if id(asserting[0]) in against and id(denying[0]) in answered:
                continue  # known of both: of a war thousands assert and deny
            if _contradicts(key, other) and denies_matter(asserting[0], denying[0]):
                against.update((id(a), a) for a in asserting)
                answered.update((id(d), d) for d in denying)
    return tuple(a for a in accounts if id(a) in against), tuple(a for a in accounts if id(a) in answered)


def asserting_of(accounts: Sequence[Account]) -> tuple[Account, ...]:
    """Return who holds it to be so or to come; who also denies it only doubts, and an outlet's guess counts last."""
    deniers = deniers_of(accounts)
    firm = [a for a in accounts if a.status in (Status.ACTUAL, Status.PLANNED)]
    guessed = [a for a in accounts if a.status is Status.POSSIBLE and not set(a.origins) <= deniers]
    return tuple([*firm, *(a for a in guessed if a.is_voiced)] or guessed)


def deniers_of(accounts: Iterable[Account]) -> set[str]:
    """Return the origins that say that it was not so."""
    return {o for a in accounts if a.status is Status.DENIED and denies_fact(a) for o in a.origins}


def join_names(names: Sequence[str], *, most: int = 4) -> str:
    """Return the names as one would say them, "and so many more" after the first."""
    shown = list(names[:most])
    if len(names) > most:
        shown.append(f"{len(names) - most} more")
    return ", ".join(shown[:-1]) + " and " + shown[-1] if len(shown) > 1 else "".join(shown)


def _alike(accounts: Iterable[Account]) -> dict[_Weight, list[Account]]:
    alike: dict[_Weight, list[Account]] = {}
    for account in accounts:
        alike.setdefault(_weight(account), []).append(account)
    return alike


def _weight(account: Account) -> _Weight:
    """Return what counts beside others: whose it is, whether a plan, whether a voice denies it, and of what it is."""
    denies = any(v.force is Force.DENIES for v in account.statement.voices)
    matter = (account.agents, account.targets, account.told, account.trigger, account.window, account.document)
    return frozenset(account.origins), account.status is Status.PLANNED, denies, matter


def _contradicts(told: _Weight, denied: _Weight) -> bool:
    """Say whether the denial is another origin's, and not the news that a plan has failed."""
    return not denied[0] <= told[0] and (not told[1] or denied[2])


def _rows(accounts: Sequence[Account]) -> list[_Row]:
    full = _full_names(accounts)
    rows: dict[tuple[Stance, frozenset[str]], _Row] = {}
    for account in accounts:
        key = _STANCES[account.status], frozenset(full.get(o, o) for o in account.origins)
        rows.setdefault(key, _Row(*key, [])).accounts.append(account)
    return list(rows.values())


def _full_names(accounts: Iterable[Account]) -> dict[str, str]:
    """Return for a speaker called by a last name only the full name of the one speaker who bears it."""
    names = {o for a in accounts if a.is_voiced for o in a.origins}
    bearers = {name: [n for n in names if n.endswith(f" {name}")] for name in names if " " not in name}
    return {name: found[0] for name, found in bearers.items() if len(found) == 1}


def _leave_out_repeated(rows: Sequence[_Row]) -> None:
    """Leave out what adds no origin; who speaks alone goes before those who speak jointly, a person before a state."""
    if len(rows) < 2:
        return
    voiced = [r for r in rows if r.accounts[0].is_voiced]
    quoted = {a.document for r in voiced for a in r.accounts}
    for row in rows:
        if row not in voiced and all(a.document in quoted for a in row.accounts):
            row.against = "the report's own words of what it quotes: not counted again"
    counted: list[_Row] = []
    for row in sorted(voiced, key=lambda r: (is_general(r.accounts[0]), len(r.speakers))):
        if heard := next((c for c in counted if c.speakers & row.speakers), None):
            row.against = f"repeats {heard.name}: counted once"
        elif is_general(row.accounts[0]) and (
            own := next((c for c in counted if set(row.interests) & set(c.interests)), None)
        ):
            row.against = f"names no speaker of its own beside {own.name}: counted once"
        else:
            counted.append(row)


def _leave_out_doubts(rows: dict[Stance, list[_Row]]) -> None:
    """A guess of one who denies it is a doubt; a guess without a speaker counts where nobody says more."""
    deniers = {s for r in rows[Stance.DENIES] if any(denies_fact(a) for a in r.accounts) for s in r.speakers}
    firm = [*rows[Stance.ASSERTS], *rows[Stance.PLANS]]
    alleged = [r for r in rows[Stance.ALLEGES] if not r.speakers <= deniers]
    for row in rows[Stance.ALLEGES]:
        if row.speakers <= deniers:
            row.against = "denies it and yet allows that it may be so: a doubt"
        elif not row.accounts[0].is_voiced and (firm or any(r.accounts[0].is_voiced for r in alleged)):
            row.against = row.against or "a guess of the report's own, beside what others say"


def _judge_denials(rows: dict[Stance, list[_Row]], accounts: Sequence[Account]) -> None:
    _, denying = contradicting(accounts)
    answered = {id(a) for a in denying}
    told = rows[Stance.ASSERTS] or [r for r in rows[Stance.ALLEGES] if r.counts]
    for row in rows[Stance.DENIES]:
        if any(id(a) in answered for a in row.accounts) or not told:
            continue
        row.against = _why_no_denial(row, told)
    if any(row.counts for row in rows[Stance.DENIES]) and not denying:
        for row in rows[Stance.PLANS]:
            row.against = row.against or "a plan that has failed since"


def _why_no_denial(row: _Row, told: Sequence[_Row]) -> str:
    if not any(denies_fact(a) for a in row.accounts):
        return "refused, ruled out or not done: denies nothing that was"
    if all(row.speakers <= other.speakers for other in told):
        return "has also said that it is so: not another's denial"
    return "denies another matter than what others say: not counted against it"


def _contribution(row: _Row, beside: Sequence[_Row], rows: dict[Stance, list[_Row]]) -> Contribution:
    counted = [r for r in beside if r.counts]
    effect = row.against or _effect(row, counted.index(row), counted, rows)
    if row.stance in (Stance.ASSERTS, Stance.ALLEGES) and any(
        admits_against_interest(a, _denying_interests(rows)) for a in row.accounts
    ):
        effect += "; admits it against its own interest"
    documents = dict.fromkeys(a.document for a in row.accounts)
    if row.counts and len(documents) > 1:
        effect += f"; told by {len(documents)} documents, counted once"
    return Contribution(
        origin=row.name,
        interests=row.interests,
        says=row.stance,
        statements=tuple(dict.fromkeys(a.statement.id for a in row.accounts)),
        documents=tuple(documents),
        counts=row.counts,
        effect=effect,
    )


def _denying_interests(rows: dict[Stance, list[_Row]]) -> frozenset[str]:
    return frozenset(i for r in rows[Stance.DENIES] if r.counts for i in r.interests)


def _effect(row: _Row, place: int, counted: Sequence[_Row], rows: dict[Stance, list[_Row]]) -> str:
    """Return what a row that counts does to the standing."""
    if row.stance is Stance.DENIES:
        against = any(r.counts for s in (Stance.ASSERTS, Stance.ALLEGES, Stance.PLANS) for r in rows[s])
        return "denies what others say: disputed" if against else "denies it, and nobody says the contrary"
    if row.stance is Stance.PLANS:
        return "planned or expected"
    if row.stance is Stance.WANTS:
        return "wished for"
    jointly = "; a joint statement is one origin" if len(row.speakers) > 1 else ""
    if row.stance is Stance.ALLEGES:
        return f"alleged or possible only{jointly}"
    said = f"{_ordinal(place)} independent origin"
    known = {i for r in counted[:place] for i in r.interests}
    if place and set(row.interests) <= known:
        said = f"another origin of {join_names(row.interests)}, no new interest"
    return said + (": confirmed" if place == 1 else "") + jointly


def _ordinal(place: int) -> str:
    return _ORDINALS[place] if place < len(_ORDINALS) else f"{place + 1}th"
