"""Find the names that the world data knows, where their case and surroundings allow a name.

1. The longest known form from each word on, where it stands as a name: "may", "turkey" and "the south of Spain" do not.
2. A surname inside a longer run of capitals ("Kim" in "Kim Novak") is part of that name, whoever else bears it.
3. A surname that is a town's as well, where only a place can stand ("in Lagos"), is the town.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Doc, Token
from spacy.tokens import Span as DocSpan

from dragoman.model import Form, FormUse
from dragoman.read.mentions.name import LABELS, Name
from dragoman.read.mentions.noun_phrases import noun_of
from dragoman.read.mentions.nouns import WORDS, load_nouns
from dragoman.world import World

DIRECTIONS = frozenset({"north", "south", "east", "west"})
# Words of common speech that also are names: taken for a name only where the parser saw one as well.
_IN_NAME = frozenset({"compound", "nmod", "amod", "poss", "appos"})
_COMMON_TAGS = frozenset({"MD", "VB", "VBP", "VBZ", "VBD", "VBG", "VBN", "IN", "DT", "RB", "PRP", "CC", "WRB", "UH"})


def known_names(doc: Doc, world: World) -> Iterator[Name]:
    """Yield the names of the document that the world knows, the longest from each word on."""
    words = [token.text for token in doc]
    at = 0
    while at < len(doc):
        length, forms = world.longest(words, at) if _may_start(doc[at]) else (0, ())
        if not length and doc[at].lower_ in DIRECTIONS and doc[at].text[0].isupper():
            length, forms = 1, world.forms(f"the {words[at]}")  # "the East and West"
        span = doc[at : at + length]
        while len(span) > 1 and span[-1].is_space:
            span = span[:-1]
        forms = tuple(form for form in forms if _is_used(span, form)) if length else ()
        name = Name(start=at, end=span.end, head=span.root.i, label=_label(forms), forms=forms) if forms else None
        if name is not None and len(span) == 1 and _is_only_a_surname(forms):
            name = _longer(name, doc, world) or _town(name, doc, world) or name
        if name is not None:
            yield name
        at = name.end if name is not None else at + 1


def _is_only_a_surname(forms: tuple[Form, ...]) -> bool:
    return all(form.use is FormUse.SHORT and form.actor.startswith("person:") for form in forms)


def _longer(name: Name, doc: Doc, world: World) -> Name | None:
    """Return the name of which a known surname is but a part ("Lin Dan", "Yusuf Anwar"), None when it stands alone."""
    start, end = name.start, name.end
    while start > doc[name.start].sent.start and _goes_with(doc[start - 1], doc[start], world):
        start -= 1
    while end < len(doc) and _goes_with(doc[end], doc[end - 1], world):
        end += 1
    if end - start == 1:
        return None
    head = doc[start:end].root
    noun = noun_of(doc[end - 1])
    nouns = load_nouns()
    sort = "location" if noun in nouns.places else "organisation" if noun in nouns.bodies else "person"
    return Name(start=start, end=end, head=head.i, label=sort)


def _goes_with(token: Token, beside: Token, world: World) -> bool:
    """Say whether a word beside a surname belongs to the name: a capitalised one that is no title and nobody's own."""
    joined = token.head == beside or beside.head == token or (token.head == beside.head and token.i < token.head.i)
    if not joined or (token.dep_ not in _IN_NAME and beside.dep_ not in _IN_NAME):
        return False
    if token.pos_ != "PROPN" or not token.text[:1].isupper() or (token.text.isupper() and len(token) > 1):
        return False
    nouns, noun = load_nouns(), noun_of(token)
    if token.lower_ in nouns.titles or nouns.is_role(noun) or noun in nouns.collectives or token.ent_type_ == "DATE":
        return False
    return _is_only_a_surname(world.forms(token.text))


def _town(name: Name, doc: Doc, world: World) -> Name | None:
    """Return the name as that of a place where a place stands and there is one ("in Lagos", "the mayor of Lagos")."""
    head = doc[name.head]
    in_place = head.dep_ == "pobj" and (head.head.lower_ in WORDS["locative prepositions"] or head.ent_type_ == "GPE")
    return replace(name, label="location", forms=()) if in_place and world.place(head.text) is not None else None


def _may_start(token: Token) -> bool:
    first = token.text[0]
    if not token.dep_:
        return False
    if token.text == "the":  # "the West" is a name that "the west" is not
        return token.i + 1 < len(token.doc) and token.nbor(1).text[:1].isupper()
    return first.isupper() or first.isdigit() or token.lower_.startswith("al-")


def _is_used(span: DocSpan, form: Form) -> bool:
    """Say whether the words stand as a name here, so that "may", "turkey" or "the south of Spain" do not."""
    if len(span) > 1:
        return True
    token = span[0]
    if token.lower_ in DIRECTIONS:
        return _is_bloc_direction(token)
    if token.text.isupper() and len(token) <= 4 and form.use is not FormUse.ACRONYM and form.text != token.text:
        return token.ent_type_ in LABELS or token.pos_ == "PROPN"
    if token.tag_ in _COMMON_TAGS and not token.ent_type_:
        return False
    if form.use is FormUse.SHORT and is_plain_word(token):
        return False
    if form.use is FormUse.SHORT and token.pos_ not in ("PROPN", "NOUN", "ADJ", "X"):
        return token.ent_type_ in LABELS
    return True


def is_plain_word(token: Token) -> bool:
    """Say whether a surname is but the common word that opens a sentence ("Rice exports fell", "Bush fires")."""
    if not token.is_sent_start or token.lower_ not in WORDS["surnames that are words"]:
        return False
    noun = token.head
    modifies = token.dep_ in ("compound", "amod", "nmod") and noun.i == token.i + 1 and noun.text.islower()
    return modifies and not load_nouns().knows(noun_of(noun))


def _is_bloc_direction(token: Token) -> bool:
    """Say whether "the South", "the West" speaks of those who live there."""
    after = token.nbor(1) if token.i + 1 < len(token.doc) else None
    before = token.nbor(-1) if token.i > token.sent.start else None
    if after is not None and (after.lower_ == "of" or (after.pos_ == "PROPN" and after.text[0].isupper())):
        return False
    return before is not None and (before.lower_ == "the" or before.dep_ in ("det", "amod", "cc") or before.text == '"')


def _label(forms: tuple[Form, ...]) -> str:
    if forms[0].use is FormUse.ADJECTIVE:
        return "nationality"
    return "person" if forms[0].actor.startswith("person:") else "organisation"
