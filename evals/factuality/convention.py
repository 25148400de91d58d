"""What a status is worth on the scales of the two sets, which asked their annotators different questions.

Constants are the rounded means of the classes in the train half of the first set and in the dev half of the second; the
pairs (status, last reason) that stand out have rows of their own.
"""

from __future__ import annotations

import re

from dragoman.model import Status
from dragoman.read.status.assess import Assessment

# "How sure does the author leave you that it happens or will?": a future event is nearly as good as a fact.
NEWS = {Status.ACTUAL: 2.8, Status.PLANNED: 2.1, Status.POSSIBLE: 1.4, Status.WANTED: 1.5, Status.DENIED: -1.5}
NEWS_OUTCOMES = {"ended": 1.6, "suspended": 1.6, "failed": 0.6, "cancelled": 0.0}
NEWS_BELIEF = 2.0  # "believes that", "accused of": the author says who thinks so, and most annotators follow
NEWS_NOT_POSSIBLE = -1.0  # "may not", "urged them not to"
NEWS_ATTRIBUTED = 2.6  # asserted, but only in the words of a source

# "Has it happened?": whatever is planned, wished or possible has not; where annotators differ the mean is near zero.
HAPPENED = {Status.ACTUAL: 2.0, Status.PLANNED: -1.5, Status.POSSIBLE: -1.5, Status.WANTED: -1.5, Status.DENIED: -0.5}
HAPPENED_UNSURE = 0.0
HAPPENED_BELIEF = 1.5
HAPPENED_NOT_EVEN_POSSIBLE = -1.5  # "cannot", "will not": on these, unlike on "did not", the annotators agree

NEGATED = re.compile(r"'(not|n't|never)':")
BELIEF = re.compile(r"\((supposition|allegation|accusation)\)")
UNSURE = re.compile(r"question|if-clause|'may'| to':")
MODAL = re.compile(r"'(will|wo|can|ca|could|would)':")
REPORT = re.compile(r"\(report\)")


def news_value(assessment: Assessment) -> float:
    """Return the value from -3 to 3 on the scale of the news set."""
    last = assessment.reasons[-1]
    if assessment.outcome in NEWS_OUTCOMES:
        return NEWS_OUTCOMES[assessment.outcome]
    if assessment.status is Status.POSSIBLE and NEGATED.match(last):
        return NEWS_NOT_POSSIBLE
    if assessment.status is Status.POSSIBLE and BELIEF.search(last):
        return NEWS_BELIEF
    if assessment.status is Status.ACTUAL and REPORT.search(last):
        return NEWS_ATTRIBUTED
    return NEWS[assessment.status]


def happened_value(assessment: Assessment) -> float:
    """Return the value from -3 to 3 on the scale of the web set."""
    last = assessment.reasons[-1]
    if assessment.outcome == "ended":
        return HAPPENED[Status.ACTUAL]
    if assessment.status is Status.PLANNED and last.startswith("purpose"):
        return HAPPENED[Status.ACTUAL]
    if assessment.status is Status.POSSIBLE and BELIEF.search(last):
        return HAPPENED_BELIEF
    if assessment.status in {Status.POSSIBLE, Status.PLANNED} and UNSURE.search(last):
        return HAPPENED_UNSURE
    if assessment.status is Status.DENIED and any(MODAL.match(reason) for reason in assessment.reasons[-2:]):
        return HAPPENED_NOT_EVEN_POSSIBLE
    return HAPPENED[assessment.status]
