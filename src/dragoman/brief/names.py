"""Names as a sentence has them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dragoman.brief.vocabulary import load_wording
from dragoman.model import ActorRef, Statement
from dragoman.world import load_world

# More names than this make a sentence unreadable: the rest is counted.
MOST_NAMED = 5


def with_article(name: str) -> str:
    """Return the name as a sentence has it: "the United States"."""
    rules = load_wording()["articles"]
    if name.startswith(("the ", "The ", *rules["never"])):
        return name
    words = name.split()
    takes = (
        any(name == begin or name.startswith(f"{begin} ") for begin in rules["begins"])
        or (len(words) > 1 and not set(words).isdisjoint(rules["words"]))
        or name in rules["whole"]
        or (len(words) == 1 and name.endswith("s") and _is_group(name))
    )
    return f"the {name}" if takes else name


def is_plural(refs: Sequence[ActorRef]) -> bool:
    """Say whether the names take a verb in the plural."""
    if len({ref.name for ref in refs}) > 1:
        return True
    return any(ref.actor.startswith(("people:", "group:")) and _ends_plural(ref.name) for ref in refs)


def name_all(refs: Iterable[ActorRef]) -> str:
    """Return the names in a row: "A, the B and C"."""
    return join(list(dict.fromkeys(with_article(ref.name) for ref in refs)))


def join(names: Sequence[str]) -> str:
    """Return "A, B and C"; of many, the first few and how many more."""
    shown = list(names)
    if len(shown) > MOST_NAMED:
        shown = [*shown[: MOST_NAMED - 1], f"{len(shown) - MOST_NAMED + 1} more"]
    return ", ".join(shown[:-1]) + " and " + shown[-1] if len(shown) > 1 else "".join(shown)


def capital(text: str) -> str:
    """Return the text with its first letter as a sentence has it."""
    return text[:1].upper() + text[1:]


def party(ref: ActorRef) -> ActorRef:
    """Return the state for whom a holder of office acts, else the actor itself."""
    if not ref.actor.startswith("person:"):
        return ref
    world = load_world()
    person, state = world.actor(ref.actor), world.by_code(ref.code)
    if person is None or not person.terms or state is None:
        return ref
    return ActorRef(code=ref.code, actor=state.id, name=state.name)


def key_of(refs: Iterable[ActorRef]) -> frozenset[str]:
    """Return what tells parties from others: a state with all who act for it is one."""
    return frozenset(party(ref).actor for ref in refs)


def name_interests(codes: Iterable[str], statements: Iterable[Statement]) -> list[str]:
    """Return the names of those whose interests speak; outlets are left out, the source's number stands for them."""
    world = load_world()
    voices = {voice.code: voice.name for s in statements for voice in s.voices}
    owners = {code: world.by_code(code) for code in codes if code in voices}
    return list(dict.fromkeys(with_article(a.name if a else voices[code]) for code, a in owners.items()))


def name_origins(origins: Iterable[str]) -> list[str]:
    """Return the origins by name: actors by theirs, outlets and documents as they are."""
    world = load_world()
    return [with_article(actor.name) if (actor := world.by_code(origin)) else origin for origin in origins]


def _ends_plural(name: str) -> bool:
    return name.endswith("s") and name not in load_wording()["singular in s"]


def _is_group(name: str) -> bool:
    actor = next((form.actor for form in load_world().forms(name)), "")
    return actor.startswith("group:") and _ends_plural(name)
