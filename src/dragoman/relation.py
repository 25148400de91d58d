"""What passes between two actors that are given: PLOVER's type for a pair of spans."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING

from dragoman.export.acts import EVENTS, Act, as_act, to_acts
from dragoman.model import ActorRef, Span, Statement

if TYPE_CHECKING:
    from dragoman.read.reader import Reader


def relation_type(text: str, *, source: tuple[int, int], target: tuple[int, int]) -> str | None:
    """Return PLOVER's type of what the actor at the span `source` does to the one at `target`, None for nothing."""
    return relation_in(_reader(), text, source, target)


def relation_in(reader: Reader, text: str, source: tuple[int, int], target: tuple[int, int]) -> str | None:
    """Return the type of what passes between the two, as this reader reads the text.

    1. An act of the source towards the target. 2. An act of both, or the other way round. 3. An act of either alone.
    4. An act that is only part of another. 5. A word with a type on the path between the two.
    """
    from dragoman.read.statements.pair import read_pair

    found = read_pair(reader, text, Span(*source), Span(*target))
    acts = list(to_acts(found.statements))
    path = (kind for kind in found.path_types if kind in EVENTS)
    return next(chain(_facing(acts), _sided(acts), _hidden(found.statements), path), None)


@lru_cache(maxsize=1)
def _reader() -> Reader:
    from dragoman.read.reader import Reader

    return Reader()


def _facing(acts: Sequence[Act]) -> Iterator[str]:
    from dragoman.read.statements.pair import SOURCE, TARGET

    yield from (a.type for a in acts if SOURCE in _codes(a.sources) and TARGET in _codes(a.targets))
    yield from (a.type for a in acts if {SOURCE, TARGET} <= _codes(a.sources) | _codes(a.targets))


def _sided(acts: Sequence[Act]) -> Iterator[str]:
    from dragoman.read.statements.pair import SOURCE, TARGET

    yield from (a.type for a in acts if SOURCE in _codes(a.sources))
    yield from (a.type for a in acts if TARGET in _codes(a.targets))


def _hidden(statements: Sequence[Statement]) -> Iterator[str]:
    yield from (act.type for s in statements if (act := as_act(s)) is not None)


def _codes(refs: Sequence[ActorRef]) -> set[str]:
    return {ref.code for ref in refs}
