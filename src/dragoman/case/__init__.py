"""The case file: everything about one inquiry in one SQLite file."""

from dragoman.case.as_of import Clock, Earlier
from dragoman.case.asking import Asked, make_filter, parse_day
from dragoman.case.documents import CORRECTABLE
from dragoman.case.file import CaseFile, open_case_file
from dragoman.case.filter import Filter
from dragoman.case.finding import Finding
from dragoman.case.records import Decision, Hit, NamedActor, OwnFile, Run

__all__ = [
    "CORRECTABLE",
    "Asked",
    "CaseFile",
    "Clock",
    "Decision",
    "Earlier",
    "Filter",
    "Finding",
    "Hit",
    "NamedActor",
    "OwnFile",
    "Run",
    "make_filter",
    "open_case_file",
    "parse_day",
]
