"""What passes between two actors that are given: PLOVER's type for a pair of spans."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from dragoman.errors import BadValue
from dragoman.export.acts import EVENTS, Act, as_act, to_acts
from dragoman.model import ActorRef, Span
from dragoman.read.decide import NOTHING

if TYPE_CHECKING:
    from dragoman.read.reader import Reader
    from dragoman.read.statements.pair import PairReading

# How much the vocabulary's answer counts beside the trained decision's, as a factor on the odds of its type, by how it
# was found; cross-validated on the pairs that development had (evals/plover_pairs).
_WEIGHTS = {"towards": 200.0, "both": 30.0, "either": 30.0, "part": 8.0, "path": 8.0}
_SURELY_NOTHING = 0.8  # of the share: who asks about two actors mostly has a reason to
_YIELDING = ("CONCEDE", "RETREAT")
_LEAST = 1e-3  # of the decision's share of a type: it may be wrong about what it has never seen


def relation_type(text: str, *, source: Span | tuple[int, int], target: Span | tuple[int, int]) -> str | None:
    """Return PLOVER's type of what the actor at the span `source` does to the one at `target`, None for nothing.

    Raises:
        BadValue: a span holds no words of the text, or both are the same.
    """
    first, second = (_checked(text, span, name) for span, name in ((source, "source"), (target, "target")))
    if first == second:
        raise BadValue(f"source and target are one span ({first[0]} to {first[1]}); give those of two actors")
    return relation_in(_reader(), text, first, second)


def _checked(text: str, span: Span | tuple[int, int], name: str) -> tuple[int, int]:
    start, end = (span.start, span.end) if isinstance(span, Span) else span
    if not 0 <= start < end <= len(text) or not text[start:end].strip():
        raise BadValue(
            f"the {name} ({start} to {end}) holds no words of the text; give its begin and end within 0 to {len(text)}"
        )
    return start, end


def relation_in(reader: Reader, text: str, source: tuple[int, int], target: tuple[int, int]) -> str | None:
    """Return the type of what passes between the two, as this reader reads the text.

    The vocabulary's answer and the trained decision's shares are weighed against each other; without the decision the
    vocabulary answers alone.
    """
    from dragoman.read.decide.pairs import Pair, load_pair_decision
    from dragoman.read.statements.pair import read_pair

    found = next(_by_vocabulary(read_pair(reader, text, Span(*source), Span(*target))), None)
    decision = load_pair_decision()
    if decision is None:
        return found[0] if found else None
    return weigh(found, decision.decide([Pair(text, source, target)])[0])


def weigh(found: tuple[str, str] | None, shares: Mapping[str, float]) -> str | None:
    """Return the likeliest type, given the vocabulary's type with how it was found, and the share of each type."""
    known = dict(shares)
    if found is not None:
        kind, how = found
        if kind in _YIELDING:  # PLOVER draws their border by mode, which the decision doesn't name
            known = {name: share for name, share in shares.items() if name not in _YIELDING}
            known[kind] = sum(shares[name] for name in _YIELDING)
        known[kind] = max(known[kind], _LEAST) * _WEIGHTS[how]
    if found is None and shares.get(NOTHING, 0.0) > _SURELY_NOTHING:
        return None
    return max(sorted(EVENTS & known.keys()), key=lambda kind: known[kind])


@lru_cache(maxsize=1)
def _reader() -> Reader:
    from dragoman.read.reader import Reader

    return Reader()


def _by_vocabulary(found: PairReading) -> Iterator[tuple[str, str]]:
    """Yield types with how they were found, the best first.

    1. An act of the source towards the target. 2. An act of both together. 3. An act of either alone. 4. An act that
    is only part of another. 5. A word with a type on the path between the two. Where an act goes the other way, only
    the first three count: what the source does back is another matter.
    """
    from dragoman.read.statements.pair import SOURCE, TARGET

    acts = list(to_acts(found.statements))
    if any(_is_back(act) for act in acts):
        acts = [act for act in acts if not _is_back(act)]
        found = replace(found, statements=(), path_types=())
    yield from ((a.type, "towards") for a in acts if SOURCE in _codes(a.sources) and TARGET in _codes(a.targets))
    yield from ((a.type, "both") for a in acts if {SOURCE, TARGET} <= _involved(a))
    yield from ((a.type, "either") for a in acts if SOURCE in _codes(a.sources))
    yield from ((a.type, "either") for a in acts if TARGET in _codes(a.targets))
    yield from ((act.type, "part") for s in found.statements if (act := as_act(s)) is not None)
    yield from ((kind, "path") for kind in found.path_types if kind in EVENTS)


def _is_back(act: Act) -> bool:
    """Say whether it is the target that does it, to the source."""
    from dragoman.read.statements.pair import SOURCE, TARGET

    return _codes(act.sources) == {TARGET} and SOURCE in _codes(act.targets)


def _involved(act: Act) -> set[str]:
    return _codes(act.sources) | _codes(act.targets)


def _codes(refs: Sequence[ActorRef]) -> set[str]:
    return {ref.code for ref in refs}
