"""Rows of the table of evidence (kinship.py): what is still to come, what prepares it, and parties that are guessed."""

from __future__ import annotations

from dragoman.model import Status
from dragoman.weigh.account import Account
from dragoman.weigh.stages import ENVOY, Stage

# What is told of what is still to come.
AHEAD = (Status.PLANNED, Status.WANTED)

# A plan told so few days after what came of it may be an old line left in a new report.
SLIP_DAYS = 1
# What comes so much later (days) need not be what was planned.
SOON_DAYS = 30

Row = tuple[float, str | None]
NOTHING: Row = (0.0, None)


def stages(first: Account, second: Account) -> Row:
    """A meeting that prepares another is not one that is still to come; who else is in a meeting tells little."""
    if first.family != "meeting":
        return NOTHING
    for one, other in ((first, second), (second, first)):
        ahead = other.status in AHEAD or other.is_refusal
        if one.stage is Stage.PREPARES and other.stage is not Stage.PREPARES and ahead:
            return -3.0, "a meeting and the one that it prepares"
        held = other.status is Status.ACTUAL and other.stage is not Stage.PREPARED
        if one.stage is Stage.PREPARED and held and not _is_later(other, one):
            return -2.0, "still prepared when the other had been"
    return NOTHING


def _is_later(first: Account, second: Account) -> bool:
    return bool(first.published and second.published and first.published > second.published)


def borrowed(first: Account, second: Account) -> Row:
    """Parties that were named for another happening may not be those of this one."""
    if not (first.is_borrowed or second.is_borrowed):
        return NOTHING
    if first.document != second.document:
        return -1.5, "parties taken from words before it"
    statuses = {first.status, second.status}
    # "They welcomed him; the planned summit" is no summit of theirs.
    return (-2.0, None) if Status.ACTUAL in statuses and len(statuses) > 1 else NOTHING


def is_guessed(first: Account, second: Account) -> bool:
    """Say whether the persons of one of them are those of what was told before it."""
    return first.is_borrowed or second.is_borrowed


def vows(first: Account, second: Account) -> Row:
    """What one who doesn't lead a state means to do is not what others mean that state to do."""
    for one, other in ((first, second), (second, first)):
        low = {code for code, level in one.levels if level == ENVOY} & one.agents & other.agents
        if low and one.status in AHEAD and not one.people & other.people:
            return -2.5, "one person means to do it"
    return NOTHING


def plan_comes_first(first: Account, second: Account) -> Row:
    """A plan is told before, what came of it after: what is still planned days later is something else."""
    plan, done = (first, second) if first.status in AHEAD else (second, first)
    if plan.published is None or done.published is None:
        return NOTHING
    if (plan.published - done.published).days > SLIP_DAYS:
        return -1.5, "still to come when the other was over"
    return NOTHING if (done.published - plan.published).days <= SOON_DAYS else (-0.7, None)
