"""The publishers of a case, under one name each, with the reliability that people set."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from difflib import get_close_matches

from dragoman.case import CaseFile
from dragoman.case.reader import CaseReader
from dragoman.errors import BadValue, UnknownName
from dragoman.model import Document, Publisher, Rating, Reliability

Grades = Callable[[str | None], Reliability | None]
_LIKE = 0.6  # as near as this a name may be meant: "Strelsau Tmes"


def list_publishers(file: CaseReader) -> tuple[Publisher, ...]:
    """Return who put out the documents, or is credited in them, those with the most documents first."""
    ratings = _ratings(file)
    put_out: dict[str, Counter[str]] = {}
    credited: Counter[str] = Counter()
    for document in file.documents():
        publisher = document.publisher or document.author
        if publisher:
            put_out.setdefault(_key(publisher), Counter())[publisher] += 1
        if document.origin and _key(document.origin) != _key(publisher or ""):
            put_out.setdefault(_key(document.origin), Counter())[document.origin] += 0
            credited[_key(document.origin)] += 1
    found = [
        Publisher(
            name=_name(spelled),
            documents=spelled.total(),
            credited=credited[key],
            spelled=tuple(sorted(spelled)),
            rating=ratings.get(key),
        )
        for key, spelled in put_out.items()
    ]
    return tuple(sorted(found, key=lambda p: (-p.documents, -p.credited, p.name)))


def outlet_of(document: Document) -> str | None:
    """Return whom a document is from, as far as it is known: its publisher, else its author, else whom it repeats."""
    return document.publisher or document.author or document.origin


def rating_of(called: str, file: CaseReader) -> Rating | None:
    """Return how far someone trusts the publisher of that name, and who; None where nobody said so."""
    return _ratings(file).get(_key(called))


def grades_of(file: CaseReader) -> Grades:
    """Return what gives the reliability that was set for a publisher, by any of its names; None where none was."""
    ratings = _ratings(file)

    def grade(name: str | None) -> Reliability | None:
        rating = ratings.get(_key(name)) if name and ratings else None
        return rating.reliability if rating else None

    return grade


def rate(file: CaseFile, called: str, reliability: str, made_by: str) -> Publisher:
    """Note how far someone trusts a publisher, and return it so.

    Raises:
        UnknownName: the case has no such publisher.
        BadValue: there is no such grade.
    """
    grade = reliability.strip().upper()
    if grade not in list(Reliability):
        grades = ", ".join(f"{known} ({known.in_words})" for known in Reliability)
        raise BadValue(f"there is no such reliability ({reliability}); use {grades}")
    known = {_key(publisher.name): publisher for publisher in list_publishers(file)}
    if _key(called) not in known:
        raise UnknownName(f"no publisher of the case is called so ({called}){_hint(called, known)}")
    name = known[_key(called)].name
    file.append_rating(name, grade, made_by=made_by)
    return next(publisher for publisher in list_publishers(file) if publisher.name == name)


def _ratings(file: CaseReader) -> dict[str, Rating]:
    return {_key(rating.publisher): rating for rating in file.ratings()}


def _key(name: str) -> str:
    from dragoman.weigh.origins import canonical_outlet

    return canonical_outlet(name).casefold()


def _name(spelled: Counter[str]) -> str:
    """Return one spelling for the names: that of the commonest, without what outlets add to it."""
    from dragoman.weigh.origins import canonical_outlet

    return canonical_outlet(min(spelled, key=lambda name: (-spelled[name], name)))


def _hint(called: str, known: dict[str, Publisher]) -> str:
    if close := get_close_matches(_key(called), known, n=1, cutoff=_LIKE):
        return f'; did you mean "{known[close[0]].name}"?'
    return "; see `dragoman publishers`"
