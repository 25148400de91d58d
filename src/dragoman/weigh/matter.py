"""Whether a denial denies what another account tells: a fact, of the same parties, matter and time.

Accounts of one event need not be of one matter: who "did not support the resolution" does not contradict who "hailed
the ceasefire". Each rule stands for a class of false disputes on newswire (evals/disputes/README.md).
"""

from __future__ import annotations

import re

from dragoman.model import Force, Status
from dragoman.weigh.account import Account
from dragoman.weigh.vocabulary import content_words, load_families, related_goods
from dragoman.weigh.when import days_apart

# A state of affairs told further apart than this (days) may well have changed in between.
CHANGE_DAYS = 400
# Those whose say-so makes something alleged, and not only possible.
_STATE, _PERSON = "state:", "person:"  # how the ids of states and persons begin
_POINTS_BACK = re.compile(r"points back to '(?P<words>.*)'$", re.DOTALL)  # how reading says what a denial is of
_ALLEGING = (Force.ALLEGES, Force.CLAIMS)


def denies_fact(denial: Account) -> bool:
    """Say whether a denial says that it was not so, rather than refusing it, ruling it out or failing in it."""
    if denial.is_refusal or denial.trigger in load_families().readiness_words:
        return False
    vocabulary, rules = load_families(), denial.statement.reasons[1:]
    if any(vocabulary.no_fact.search(rule) for rule in rules):
        return False
    ends = f": {Status.DENIED.value}"
    return all(vocabulary.denial_of_fact.search(rule) for rule in rules if rule.endswith(ends))


def is_held(told: Account) -> bool:
    """Say whether somebody holds it to be so: as a fact, a plan or an allegation, not as a mere possibility."""
    if told.status is not Status.POSSIBLE or not told.statement.reasons[1:]:
        return True
    return any(voice.force in _ALLEGING for voice in told.statement.voices)


def denies_matter(told: Account, denial: Account) -> bool:
    """Say whether the denial is of what is told, and not one state that is quoted beside its own speaker."""
    if (
        told.document == denial.document
        and told.interests == denial.interests
        and is_general(told) != is_general(denial)
    ):
        return False
    if not _same_parties(told, denial) or are_other_people(told, denial) or not _same_time(told, denial):
        return False
    if told.document == denial.document and denial.trigger in load_families().denying_words:
        meant = _meant_by(denial)
        return meant is None or meant in told.statement.evidence.quote
    shared = _shared_words(told, denial)
    one_good = related_goods(told.goods, denial.goods)
    if told.goods and denial.goods and not one_good and not shared:
        return False
    fully = len(denial.everyone) > 1 and denial.everyone <= told.everyone
    if fully and (one_good or denial.statement.type not in load_families().many_of_a_kind):
        return True
    if told.trigger == denial.trigger or told.trigger in denial.told or denial.trigger in told.told:
        alone = told.everyone == denial.everyone and not (told.words or denial.words)
        bare = told.trigger == denial.trigger and alone and told.is_voiced and denial.is_voiced
        return bool(shared) or one_good or bare or (fully and not _matters_differ(told, denial))
    return len(shared) > 1 or (bool(shared) and one_good)


def is_general(account: Account) -> bool:
    """Say whether a state is quoted by its name only ("Moscow says")."""
    named = [v for v in account.statement.voices if v.name in account.origins]
    return bool(named) and all(v.actor.startswith(_STATE) for v in named)


def _meant_by(denial: Account) -> str | None:
    """Return the words that "denies it" was read as pointing back to, None where reading names none."""
    found = (_POINTS_BACK.search(reason) for reason in denial.statement.reasons)
    return next((match["words"] for match in found if match), None)


def _matters_differ(told: Account, denial: Account) -> bool:
    names = names_of(told) | names_of(denial)
    return bool(told.words - names) and bool(denial.words - names)


def _shared_words(told: Account, denial: Account) -> frozenset[str]:
    """Return the words that both say of the matter: what names the parties says nothing of it."""
    words, denied = told.told | {told.trigger}, denial.told | {denial.trigger}
    shared = words & denied if told.trigger != denial.trigger else told.told & denial.told
    return shared - names_of(told) - names_of(denial)


def names_of(account: Account) -> frozenset[str]:
    """Return the stems of the words that name the parties."""
    refs = (*account.statement.agents, *account.statement.targets)
    return frozenset(word for ref in refs for word in content_words(ref.name))


def _same_parties(told: Account, denial: Account) -> bool:
    if told.family in load_families().mutual or not (told.directed and denial.directed):
        one_side = not (told.agents and denial.agents) or bool(told.agents & denial.everyone)
        return one_side and (denial.everyone <= told.everyone or told.everyone <= denial.everyone)
    return bool(told.agents & denial.agents) and bool(told.targets & denial.targets)


def _same_time(told: Account, denial: Account) -> bool:
    if told.window is None or denial.window is None or not (told.lasting and denial.lasting):
        return True
    return days_apart(told.window, denial.window) <= CHANGE_DAYS


def are_other_people(first: Account, second: Account) -> bool:
    """Say whether two accounts name other people of one state: an envoy's visit is not the navy's."""
    for code in first.everyone & second.everyone:
        one, other = _named(first, code), _named(second, code)
        if one and other and not one & other and any(actor.startswith(_PERSON) for actor in one | other):
            return True
    return False


def _named(account: Account, code: str) -> frozenset[str]:
    """Return who is named for the state of that code, None of them where an account names the state itself."""
    refs = [r for r in (*account.statement.agents, *account.statement.targets) if r.code == code]
    whole = any(r.actor.startswith(_STATE) for r in refs)
    return frozenset() if whole else frozenset(r.actor for r in refs)
