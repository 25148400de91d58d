"""Do two accounts tell of one happening? A score, and the sentence that explains it.

Scores rank the links, the surest are made first; what falls under `SAME_EVENT` is no link. Set on evals/same_event.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from dragoman.model import Status
from dragoman.weigh.account import Account
from dragoman.weigh.kinship import CONTRARY, ENOUGH, ENOUGH_OF_STATES, STRONG, STRONG_OF_MANY, kinship
from dragoman.weigh.parties import Match, is_one_visit, match_matter, match_parties
from dragoman.weigh.ruled import decide, say
from dragoman.weigh.stages import ENVOY, LEADER, Stage
from dragoman.weigh.vocabulary import load_families
from dragoman.weigh.when import days_apart, is_fine
from dragoman.weigh.where import places_conflict, shared_place

# Two accounts whose score reaches this are of one event.
SAME_EVENT = 0.5
# Stated dates this many days apart may be one happening told with a slip (time zones, "Monday" in a Tuesday paper).
SLIP_DAYS = 2
# A plan may move by this much and still be fulfilled.
DELAY_DAYS = 10
# States told with dates this far apart are two: an alliance of the 1950s is not today's.
ERA_DAYS = 3 * 365
# A link's score grows by this for each unit of log odds that speaks for it, up to the surest.
ODDS_COUNT, MOST_SURE = 0.05, 0.98
# So much less must speak for it that a report's "the attack" is the attack that it told of before.
TAKEN_UP = ENOUGH - 0.7
# A wider window than this (days) doesn't say when in any useful sense.
WIDE_DAYS = 45
# A report this much later (days) may tell of a meeting of the year before as new.
SEASONS_DAYS = 300
# Of these a count is one of happenings ("three summits"); of others it may count what is hit or freed.
COUNTED = ("meeting", "pact")
# Reports share at least so many words after the verb to be taken for one in wording.
SAME_WORDS = 2
# Kinds of happening that the same parties repeat day after day: a day or a place must be shared.
HAZY = ("fight", "COERCE", "MOBILIZE", "PROTEST", "REQUEST", "REJECT", "ACCUSE", "THREATEN")
TWO_LEVELS = (LEADER, ENVOY)
_AHEAD = (Status.PLANNED, Status.WANTED)


@dataclass(frozen=True, slots=True)
class Verdict:
    """How alike two accounts are (0..1), why, and what speaks against the link although it is made.

    An excluded pair never shares an event, whatever links them; `ruling` is the number of a person's ruling that joins
    the pair whatever speaks against it, 0 where there is none.
    """

    score: float
    reasons: tuple[str, ...]
    doubt: str | None = None
    excluded: bool = False
    ruling: int = 0


def compare(first: Account, second: Account) -> Verdict:
    """Return whether two accounts can be of one event: what a person ruled goes before all else."""
    if first.rulings and second.rulings and (ruled := decide(first.rulings, second.rulings)):
        mark, together = ruled
        why = (say(mark, together),)
        return Verdict(1.0, why, ruling=mark.number) if together else Verdict(0.0, why, excluded=True)
    for test in (_rows, _participants, _goods, _numbers, _modes, _stages, _scope):
        failure = test(first, second)
        if failure:
            return Verdict(0.0, (failure,), excluded=True)
    verdict = _states(first, second) if first.lasting and second.lasting else _happenings(first, second)
    if first.document != second.document:
        return weigh_kinship(first, second, verdict)
    back = _points_back(first, second)
    if first.lasting or (back and Status.DENIED in (first.status, second.status)):
        return verdict
    return weigh_kinship(first, second, verdict, enough=TAKEN_UP if back else ENOUGH)


def weigh_kinship(
    first: Account, second: Account, verdict: Verdict, *, timed: bool = True, enough: float = ENOUGH
) -> Verdict:
    """Return the verdict on a link across documents, with what speaks for it; none where too little does."""
    if verdict.score < SAME_EVENT:
        return verdict
    kin = kinship(first, second, timed=timed)
    if kin.odds < (min(enough, ENOUGH_OF_STATES) if first.lasting else enough):
        return Verdict(0.3, kin.against or ("too little speaks for it",), excluded=kin.odds < CONTRARY)
    score = min(MOST_SURE, verdict.score + ODDS_COUNT * kin.odds)
    return replace(verdict, score=score, reasons=tuple(dict.fromkeys((*verdict.reasons, *kin.speaks_for))))


def _rows(first: Account, second: Account) -> str | None:
    is_one = first.dataset is not None and first.dataset == second.dataset
    return f"{first.dataset} tells them apart" if is_one else None


def _participants(first: Account, second: Account) -> str | None:
    return "other participants" if match_parties(first, second) is Match.OTHER else None


def _goods(first: Account, second: Account) -> str | None:
    return "another matter" if match_matter(first, second) is Match.OTHER else None


def _numbers(first: Account, second: Account) -> str | None:
    if first.family not in COUNTED or first.statement.count == second.statement.count:
        return None
    return f"{first.statement.count} of them against {second.statement.count}"


def _modes(first: Account, second: Account) -> str | None:
    modes = {first.statement.mode, second.statement.mode} - {None}
    if (
        first.family == "meeting"
        and first.from_afar != second.from_afar
        and modes & {"visit", "meeting", "negotiation"}
    ):
        return "a call or a letter is no meeting"
    if first.family == "MOBILIZE" and len(modes) > 1:
        return f"{' is no '.join(sorted(str(m) for m in modes))}"
    return None


def _stages(first: Account, second: Account) -> str | None:
    """Tell a meeting from what prepares it, from one that is refused, and leaders' from their envoys'."""
    if first.family != "meeting":
        return None
    if {first.stage, second.stage} == {Stage.PREPARES, Stage.PREPARED}:
        return "a meeting and the one that it prepares"
    if first.is_refusal != second.is_refusal and Status.ACTUAL in (first.status, second.status):
        return "refused or ruled out for the time to come, which denies no meeting that was"
    mine, yours = dict(first.levels), dict(second.levels)
    both = [code for code in mine.keys() & yours.keys() if (mine[code], yours[code]) in (TWO_LEVELS, TWO_LEVELS[::-1])]
    return "leaders meet in one of them and others in the other" if both else None


def _scope(first: Account, second: Account) -> str | None:
    if first.lasting == second.lasting:
        return None
    return "one attack is not the whole war" if first.family == "fight" else "one of them tells too little"


def _states(first: Account, second: Account) -> Verdict:
    gap = days_apart(first.window, second.window) if first.window and second.window else 0
    if first.is_stated and second.is_stated and gap > ERA_DAYS:
        return Verdict(0.0, (f"about {gap // 365} years apart",), excluded=True)
    reasons = ("the same parties and matter, a state of affairs that lasts",)
    told = match_parties(first, second) is Match.SAME and match_matter(first, second) is Match.SAME
    if not told:
        return Verdict(0.4, ("one of them doesn't say with whom, or what",))
    return Verdict(0.9 if first.goods & second.goods or not first.goods else 0.8, reasons)


def _happenings(first: Account, second: Account) -> Verdict:
    where = None if is_one_visit(first, second) else shared_place(first.place, second.place)
    if first.window is None or second.window is None:
        return _undated(first, second, where)
    gap = days_apart(first.window, second.window)
    if gap > SLIP_DAYS:
        return _late(first, second, where, gap)
    if where == "apart" or places_conflict(first.place, second.place):
        return _two_places(first, second, where, gap)
    return _at_one_time(first, second, where, gap)


def _at_one_time(first: Account, second: Account, where: str | None, gap: int) -> Verdict:
    both = is_fine(first.time) and is_fine(second.time)
    hazy = first.family in HAZY
    if hazy and both and gap and where != "place" and not _is_test_slip(first, second, gap):
        return Verdict(0.0, (f"{gap} days apart, and attacks come day after day",), excluded=True)
    if both and gap and first.document == second.document:
        return Verdict(0.0, ("one report, two days",), excluded=True)
    if _is_wide(first) or _is_wide(second):
        return Verdict(0.45, ("only the year or the season is told",))
    same_document = first.document == second.document
    unplaced = hazy and not same_document and not both and where != "place"
    vague = match_parties(first, second) is Match.PARTIAL
    unsaid = match_matter(first, second) is Match.PARTIAL and not (both and gap == 0)
    sure = where == "place" and (both or same_document)
    sure = sure or (both and gap == 0 and first.trigger == second.trigger and bool(first.told & second.told))
    wanting = (vague or unsaid) and not sure
    strong = (unplaced or wanting) and not same_document and _is_strong(first, second, hazy)
    if unplaced and not (strong or _in_same_words(first, second)):
        return Verdict(0.3, ("the same parties, but neither day nor place is shared",))
    if wanting and not (strong or _points_back(first, second)):
        return Verdict(0.4, ("one of them doesn't say with whom, or what",))
    score = 0.8 if both else 0.7 if first.is_stated or second.is_stated else 0.55
    score += {"place": 0.15, "country": 0.08}.get(where or "", 0.0) - 0.04 * gap - (0.05 if vague else 0.0)
    return Verdict(max(score, SAME_EVENT), ("the same parties", "at the same time", *_why(where)))


def _is_strong(first: Account, second: Account, hazy: bool) -> bool:
    """Say whether what stands around them makes up for a day, a place, a party or a matter that is not told."""
    many = hazy and not _in_one_region(first, second)
    return kinship(first, second).odds >= (STRONG_OF_MANY if many else STRONG)


def _in_one_region(first: Account, second: Account) -> bool:
    """Say whether both name the same place, be it as wide as a province."""
    a, b = first.place, second.place
    return a is not None and b is not None and a.text.lower() == b.text.lower() and a.precision != "country"


def _is_test_slip(first: Account, second: Account, gap: int) -> bool:
    """Say whether two reports date one test or exercise a day apart."""
    return gap == 1 and first.family == "MOBILIZE" and first.document != second.document


def _two_places(first: Account, second: Account, where: str | None, gap: int) -> Verdict:
    """Two parties meet only once a day: told of two places, it is one meeting, and a dispute about the place."""
    meets = first.family in ("meeting", "pact") and first.everyone == second.everyone and len(first.everyone) > 1
    if meets and gap <= SLIP_DAYS and first.document != second.document and not (_is_wide(first) or _is_wide(second)):
        if is_fine(first.time) and is_fine(second.time) and gap == 0:
            return Verdict(0.6, ("the same parties", "on the same day"), doubt="told of two places")
        # One who gives the day and one who gives the month only can mean one meeting; two who give days can't.
        if where != "apart" and not (is_fine(first.time) and is_fine(second.time)):
            return Verdict(0.55, ("the same parties", "in the same country and days"), doubt="told of two places")
    told_alike = _in_same_words(first, second) and is_fine(first.time) and is_fine(second.time) and gap == 0
    if told_alike and first.document != second.document:
        return Verdict(0.55, ("the same parties", "on the same day", "in the same words"), doubt="told of two places")
    return Verdict(0.0, ("in another place",), excluded=True)


def _late(first: Account, second: Account, where: str | None, gap: int) -> Verdict:
    if where == "apart":
        return Verdict(0.0, ("in another place", f"about {gap} days apart"), excluded=True)
    planned = (first.status in _AHEAD) != (second.status in _AHEAD)
    done = planned and Status.ACTUAL in (first.status, second.status) and len(first.everyone & second.everyone) > 1
    if done and gap <= DELAY_DAYS and first.is_stated and second.is_stated:
        doubt = f"planned for another day, {gap} days apart"
        return Verdict(0.55, ("the same parties", *_why(where), "planned, then told as done"), doubt=doubt)
    # What is told without a date may be an agreement made before, or a meeting of which the year was mistaken.
    open_ = first.is_stated != second.is_stated and first.family == "meeting" and gap > SEASONS_DAYS
    # A plan excludes nothing by its day: what came of it, or of the same meeting, decides.
    open_ = open_ or (planned and first.family == "meeting")
    open_ = open_ or (first.family in load_families().once and not (first.is_stated and second.is_stated))
    return Verdict(0.0, (f"about {gap} days apart",), excluded=not open_)


def _undated(first: Account, second: Account, where: str | None) -> Verdict:
    # A plan may go another way: only what is told as done in two places of one country is two happenings.
    planned = (first.status in _AHEAD) != (second.status in _AHEAD)
    if where == "apart" or (places_conflict(first.place, second.place) and not planned):
        # Without a date it may still be the one meeting of which another report names another town.
        is_open = where != "apart" and first.family == "meeting" and first.document != second.document
        return Verdict(0.0, ("in another place",), excluded=not is_open)
    if first.document == second.document and not _is_vague(first, second):
        if not first.is_stated and not second.is_stated:
            return Verdict(0.55, ("the same parties in one document, nothing tells them apart",))
        return Verdict(0.52, ("the same parties in one document, one of them without a date",))
    return Verdict(0.35, ("the time is not known to both",))


def _is_vague(first: Account, second: Account) -> bool:
    told = match_parties(first, second) is Match.SAME and match_matter(first, second) is Match.SAME
    return not told and not _points_back(first, second)


def _in_same_words(first: Account, second: Account) -> bool:
    """Say whether two reports of about one day tell it with the same verb and at least two more words."""
    if first.published is None or second.published is None or first.trigger != second.trigger:
        return False
    near = abs((first.published - second.published).days) <= SLIP_DAYS
    # Of what comes day after day, "tested a missile" says the one thing twice: in its word and in its goods.
    goods = 0 if first.family in HAZY else len(first.goods & second.goods)
    return near and len(first.told & second.told) + goods >= SAME_WORDS


def _is_wide(account: Account) -> bool:
    return account.is_stated and account.window is not None and account.window[1] - account.window[0] > WIDE_DAYS


def _points_back(first: Account, second: Account) -> bool:
    """Say whether, in one document, one of the two takes up what the other tells: a denial, or "the attack"."""
    if first.document != second.document or not _share_role(first, second):
        return False
    a, b = first.statement.evidence, second.statement.evidence
    if first.family == "fight" and first.agents == second.agents and a.start < b.end and b.start < a.end:
        return True  # one sentence: "struck the camp and killed four"
    back = load_families().back_words
    if any(a.trigger in back for a in (first, second)):
        return True
    denied = Status.DENIED in (first.status, second.status)
    return denied and (first.trigger == second.trigger or bool(first.told & second.told))


def _share_role(first: Account, second: Account) -> bool:
    """Say whether both name a doer, or a victim where one of them names the doer too; both name parties otherwise."""
    if first.family not in load_families().strict:
        return True
    if first.agents and second.agents:
        return True
    return bool(first.targets and second.targets and first.agents | second.agents)


def _why(where: str | None) -> tuple[str, ...]:
    return {"place": ("at the same place",), "country": ("in the same country",)}.get(where or "", ())
