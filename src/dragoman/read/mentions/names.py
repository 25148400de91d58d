"""Find the proper names of a document: what the world data knows, and what the parser's name finder adds.

1. The longest forms of words that the world knows, where their case and surroundings allow a name.
2. The name finder's persons, bodies and places; one that strictly holds a known form takes its place ("Paris Hilton").
3. Names found once are found again wherever their words recur ("Mohamed" after "Ahmed Mohamed").
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Doc, Token
from spacy.tokens import Span as DocSpan

from dragoman.model import FormUse
from dragoman.read.mentions.known_names import is_plain_word, known_names
from dragoman.read.mentions.name import LABELS, Name
from dragoman.read.mentions.noun_phrases import is_locative, noun_of
from dragoman.read.mentions.nouns import WORDS, Nouns, load_nouns
from dragoman.world import World
from dragoman.world.spelling import misspelt

LONGEST_PLACE = 3  # words
# Names of these sorts are nobody, and what they are made of is nobody either ("the Korean War").
NOBODY = frozenset({"EVENT", "LAW", "WORK_OF_ART", "PRODUCT"})
_LANDS = frozenset({"GPE", "NORP", "LOC", "ORG"})  # as what the name finder takes a land that is misspelt
OUTSIDE = frozenset({"'s", "the", "near", "in", "at", "around", "image", "photo"})  # never the first word of a name
# What the name finder often takes for a body: an operation, and the second half of an office.
NO_BODIES = frozenset(
    {"operation", "exercise", "state", "defense", "defence", "foreign affairs", "covid", "covid-19", "gmt"}
)


def find_names(doc: Doc, world: World) -> tuple[Name, ...]:
    """Return the names of the document in text order, none overlapping another."""
    nouns = load_nouns()
    names = {name.start: name for name in known_names(doc, world)}
    taken = {i: name for name in names.values() for i in range(name.start, name.end)}
    for entity in doc.ents:
        span = _trim(entity, nouns)
        if span is None:
            continue
        inside = {taken[i].start: taken[i] for i in range(span.start, span.end) if i in taken}
        if inside and not _swallows(span, entity.label_, list(inside.values())):
            continue
        for name in inside.values():
            del names[name.start]
            for i in range(name.start, name.end):
                del taken[i]
        if entity.label_ in LABELS:
            label = (
                "person" if len(span) < len(entity) and doc[span.end].lower_ in ("for", "of") else LABELS[entity.label_]
            )
            forms = misspelt(span.text, world) if len(span) == 1 and entity.label_ in _LANDS else ()
            name = Name(start=span.start, end=span.end, head=span.root.i, label=label, forms=forms)
            names[name.start] = name
            taken.update(dict.fromkeys(range(name.start, name.end), name))
    for name in _recurring(doc, list(names.values()), taken):
        names[name.start] = name
    found = _agreed(doc, [names[start] for start in sorted(names)], nouns, world)
    return tuple(found)


def _agreed(doc: Doc, names: list[Name], nouns: Nouns, world: World) -> list[Name]:
    """Give names that the world does not know the sort that their place, title, or most occurrences tell."""
    votes: dict[str, Counter[str]] = {}
    placed: Counter[str] = Counter()
    for name in names:
        if not name.forms:
            text = doc[name.start : name.end].text
            votes.setdefault(text, Counter())[name.label] += 1
            placed[text] += _is_placed(doc[name.head])
    surnames = {doc[n.end - 1].text for n in names if n.label == "person" and n.end - n.start > 1}
    return [
        name if name.forms else replace(name, label=_sort(doc, name, votes, placed, surnames, nouns, world))
        for name in names
    ]


def _sort(
    doc: Doc,
    name: Name,
    votes: dict[str, Counter[str]],
    placed: Counter[str],
    surnames: set[str],
    nouns: Nouns,
    world: World,
) -> str:
    text = doc[name.start : name.end].text
    short = name.end - name.start <= LONGEST_PLACE
    titled = name.start > 0 and nouns.titles.get(doc[name.start - 1].lower_) in ("m", "f")
    if titled or text in surnames or _is_set_beside_person(doc[name.head], nouns):
        return "person"
    often = 2 * placed[text] >= votes[text].total() or votes[text]["nationality"] > 0
    place = world.place(text)
    if place is not None and place.precision in ("site", "region") and votes[text]["person"] == 0:
        return "location"  # from the project's own table, which has no namesakes
    if short and often and place is not None:
        return "location"
    if name.label == "person":
        return "person"
    return votes[text].most_common(1)[0][0]


def _trim(entity: DocSpan, nouns: Nouns) -> DocSpan | None:
    """Cut articles, titles, possessives and stray signs off a name that the name finder found."""
    if entity.label_ not in LABELS and entity.label_ not in NOBODY:
        return None
    start, end, doc = entity.start, entity.end, entity.doc
    if end - start > 1 and doc[start].is_sent_start and doc[start].lower_ in WORDS["openers"]:
        start += 1
    while start < end and (doc[start].pos_ in ("DET", "PUNCT", "SPACE", "ADP") or doc[start].lower_ in OUTSIDE):
        start += 1
    while end > start and (doc[end - 1].pos_ in ("PUNCT", "SPACE", "PART") or doc[end - 1].lower_ == "'s"):
        end -= 1
    if entity.label_ == "PERSON":
        while end - start > 1 and doc[start].lower_ in nouns.titles:
            start += 1
    if entity.label_ == "ORG" and nouns.given_names.get(doc[start].lower_):
        end = next((i for i in range(start + 2, end) if doc[i].lower_ in ("for", "of")), end)
    cut = next((i for i in range(start + 1, end) if doc[i].lower_ == "the" and doc[i - 1].pos_ != "ADP"), end)
    end = cut if doc[cut - 1].lower_ not in ("and", "&", "'s") else end
    span = doc[start:end]
    if not len(span) or not any(token.text[0].isupper() for token in span) or any("\n" in t.text for t in span):
        return None
    if entity.label_ != "PERSON" and (span[0].lower_ in NO_BODIES or span.text.lower() in NO_BODIES):
        return None
    if len(span) == 1 and is_plain_word(span[0]):
        return None
    if not all(token.dep_ for token in span) or (len(span) == 1 and span[0].pos_ in ("VERB", "ADV", "PRON", "AUX")):
        return None
    return span


def _swallows(entity: DocSpan, label: str, inside: list[Name]) -> bool:
    """Say whether a found name takes the place of a known one: it holds it strictly, in one run of capitals."""
    if len(inside) > 1 or label in ("NORP", "GPE"):
        return False
    name = inside[0]
    if not name.forms:
        return True
    if _is_called_what_it_is(entity, name):
        return False
    if name.start < entity.start or name.end > entity.end or name.end - name.start >= len(entity):
        return False
    rest = [t for t in entity if not name.start <= t.i < name.end]
    if any(t.lower_ in ("'s", "and", ",") for t in rest) or not all(
        t.text[0].isupper() or t.is_punct or t.lower_ in ("of", "for", "the", "al", "bin") for t in rest
    ):
        return False
    if any(t.pos_ in ("VERB", "AUX", "PRON") for t in rest):
        return False
    if label == "PERSON":
        return not (name.forms[0].use in (FormUse.ADJECTIVE, FormUse.NAME) and name.start == entity.start)
    if label in ("LOC", "FAC"):
        return name.start != entity.start or name.forms[0].use is not FormUse.ADJECTIVE
    return name.end - name.start == 1 or label in NOBODY


def _is_called_what_it_is(entity: DocSpan, name: Name) -> bool:
    """Say whether the found name only adds to a known group's what sort it is ("Fatah Party", "the ETA Group")."""
    nouns = load_nouns()
    rest = [noun_of(t) for t in entity if not name.start <= t.i < name.end and not t.is_punct]
    is_group = bool(name.forms) and name.forms[0].actor.startswith(("group:", "body:"))
    return is_group and all(noun in nouns.bodies or noun in nouns.collectives for noun in rest)


def _is_set_beside_person(head: Token, nouns: Nouns) -> bool:
    """Say whether the name stands in apposition to one person ("a French analyst, Lucie Marchand")."""
    return head.dep_ == "appos" and head.head.tag_ == "NN" and nouns.is_role(noun_of(head.head))


def _is_placed(head: Token) -> bool:
    """Say whether the name stands where only a place can ("near X", "travelled to X")."""
    return head.dep_ != "npadvmod" and is_locative(head)


def _recurring(doc: Doc, names: list[Name], taken: dict[int, Name]) -> Iterator[Name]:
    """Yield untaken proper nouns that repeat the last word (or, of a body, all words) of a name found elsewhere."""
    labels: dict[str, str] = {}
    for name in names:
        if name.forms or name.label == "nationality":
            continue
        words = [token.text for token in doc[name.start : name.end]]
        key = words[-1] if name.label == "person" else " ".join(words)
        if len(key) > 2 and " " not in key:
            labels.setdefault(key, name.label)
    for token in doc:
        if (
            token.i not in taken
            and token.pos_ in ("PROPN", "NOUN")
            and token.text in labels
            and token.text[0].isupper()
        ):
            yield Name(start=token.i, end=token.i + 1, head=token.i, label=labels[token.text])
