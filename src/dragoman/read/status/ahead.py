"""What the calendar says: a gathering whose days lie after the text was published has not met yet."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from spacy.tokens import Token

from dragoman.model import Status, Time
from dragoman.read.status.assess import Assessment

# Meetings and marches are where their days are; an agreement "on 2030" is there today.
GATHERINGS = frozenset({"CONSULT", "PROTEST"})


def by_calendar(found: Assessment, token: Token, type_: str | None, time: Time | None, now: date | None) -> Assessment:
    """Return the assessment with a definite gathering that is still to come planned ("their summit on Friday")."""
    if found.status is not Status.ACTUAL or type_ not in GATHERINGS or token.pos_ != "NOUN":
        return found
    if time is None or time.start is None or now is None or time.start <= now:
        return found
    return replace(found, status=Status.PLANNED, reasons=(*found.reasons, "its days lie after the text's: planned"))
