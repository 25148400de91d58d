"""States that a text misspells: a name that nothing has, one letter off the name of one state ("Afganistan")."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import lru_cache

from dragoman.model import Form, FormUse
from dragoman.world.world import World

# Shorter names are too often one letter from another word ("Mali", "Malta", "Cuban", "Indiana").
SHORTEST = 8
_USES = frozenset({FormUse.NAME, FormUse.ADJECTIVE, FormUse.PEOPLE})


def misspelt(text: str, world: World) -> tuple[Form, ...]:
    """Return the forms of the one state whose name is a letter added, dropped, changed or swapped away."""
    if len(text) < SHORTEST - 1 or not text.isalpha() or not text[0].isupper() or world.forms(text):
        return ()
    index = _index(world)
    near = {form for cut in (text, *_cuts(text)) for form in index.get(cut, ())}
    found = [form for form in near if form.text[0] == text[0] and _is_one_off(form.text, text)]
    if len({form.actor for form in found}) != 1 or world.place(text) is not None:
        return ()
    return tuple(sorted(found, key=lambda form: (form.text, form.use)))


@lru_cache(maxsize=4)
def _index(world: World) -> Mapping[str, tuple[Form, ...]]:
    """Return the long names of states by themselves and by what is left when any one letter is dropped."""
    found: defaultdict[str, list[Form]] = defaultdict(list)
    for forms in world.names.all():
        for form in forms:
            if form.actor.startswith("state:") and form.use in _USES and len(form.text) >= SHORTEST:
                for cut in (form.text, *_cuts(form.text)):
                    found[cut].append(form)
    return {cut: tuple(forms) for cut, forms in found.items()}


def _cuts(word: str) -> Iterator[str]:
    yield from (word[:at] + word[at + 1 :] for at in range(len(word)))


def _is_one_off(one: str, other: str) -> bool:
    """Say whether one letter was added, dropped or changed, or two neighbours swapped."""
    if abs(len(one) - len(other)) > 1:
        return False
    at = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    left, right = one[at:], other[at:]
    swapped = left[:2] == right[1::-1] and left[2:] == right[2:]
    return left[1:] == right or left == right[1:] or left[1:] == right[1:] or swapped
