"""Who and what is where: "troops in Kabul", "Kabul, Afghanistan", "near Mosul, three strikes destroyed"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from dragoman.model import Relation, RelationKind, Span
from dragoman.read.relations.grammar import doers, is_denied, reached, subjects_of
from dragoman.read.relations.scene import Entity, Scene, of_nouns

_WHO = frozenset({"person", "organisation", "weapon", "platform", "vehicle", "location"})
Found = tuple[Entity, str, Token | None]


def find_places(scene: Scene) -> Iterator[Relation]:
    """Yield each place with those that the sentence puts there."""
    seen: set[tuple[Span, Span]] = set()
    for place in scene.of_label("location"):
        for entity, rule, cue in _at(scene, place):
            pair = (min(entity.span, place.span), max(entity.span, place.span))
            apart = not entity.span.overlaps(place.span)
            if entity.label in _WHO and apart and pair not in seen:
                seen.add(pair)
                yield Relation(
                    kind=RelationKind.CO_LOCATED,
                    source=entity.span,
                    target=place.span,
                    cue=Span(cue.idx, cue.idx + len(cue)) if cue is not None else None,
                    reason=f"co-located: {rule}",
                )


def find_absences(scene: Scene) -> Iterator[Relation]:
    """Yield each place with those who leave it, are driven from it or are kept out of it."""
    for place in scene.of_label("location"):
        for entity, rule, cue in _away(scene, first_of_list(place.head)):
            if entity.label in _WHO - {"weapon"} and not entity.span.overlaps(place.span):
                yield Relation(
                    kind=RelationKind.APART,
                    source=entity.span,
                    target=place.span,
                    cue=Span(cue.idx, cue.idx + len(cue)),
                    reason=f"apart: {rule}",
                )


def _away(scene: Scene, noun: Token) -> Iterator[tuple[Entity, str, Token]]:
    leaving = scene.words.words("leaving")
    verb = noun.head
    if noun.dep_ == "dobj" and verb.lemma_.lower() in leaving:
        yield from ((e, "leaves", verb) for t in subjects_of(scene, verb) for e in scene.named(t))
    if noun.dep_ != "pobj":
        return
    outer = noun.head
    if outer.lower_ == "of" and outer.head.lower_ in ("out", "outside"):
        outer = outer.head
    verb = outer.head
    if outer.lower_ in ("from", "out") and verb.lemma_.lower() in leaving:
        moved = [e for t in reached(scene, verb, ("object",)) for e in scene.named(t)]
        yield from ((e, "from", verb) for e in moved)
        if not moved:
            yield from ((e, "from", verb) for t in subjects_of(scene, verb) for e in scene.named(t))
    elif outer.lower_ == "to" and verb.lemma_ == "access" and is_denied(verb):
        yield from ((e, "kept out", verb) for t in subjects_of(scene, verb.head) for e in scene.named(t))
    elif outer.lower_ == "outside" and verb.pos_ in ("NOUN", "PROPN"):
        yield from ((e, "outside", outer) for e in scene.named(verb))


def _at(scene: Scene, place: Entity) -> Iterator[Found]:
    if place.head.lower_ in ("here", "there") and place.head.dep_ == "advmod":
        yield from _present(scene, place.head)
    yield from _beside(scene, place)
    yield from _containing(scene, place)
    yield from _where(scene, place)
    yield from _from_there(scene, place)
    head = first_of_list(place.head)
    preposition = _preposition(scene, place, head)
    if preposition is not None:
        yield from _just_before(scene, preposition)
        yield from _located(scene, preposition, preposition.head if preposition.dep_ == "prep" else head.head)
    if head.dep_ in ("dobj", "pobj"):
        yield from _gone(scene, head)


def _preposition(scene: Scene, place: Entity, head: Token) -> Token | None:
    """Return the preposition of place, by the parse or right before the name ("Near" is often parsed as its part)."""
    words = scene.words.words("place prepositions")
    if head.dep_ == "pobj" and head.head.lower_ in words:
        return head.head
    doc = scene.sentence.doc
    before = [doc[i] for i in range(max(place.first - 2, scene.sentence.start), place.first + 1)]
    beside = [t for t in before if all(u.dep_ == "det" for u in doc[t.i + 1 : place.first])]
    return next((t for t in reversed(beside) if t.lower_ in words), None)


def _present(scene: Scene, adverb: Token) -> Iterator[Found]:
    """Yield who is, or comes, "here"."""
    verb = adverb.head
    if verb.lemma_ in ("be", *scene.words.words("going")) and not is_denied(verb):
        yield from ((e, "here", verb) for t in subjects_of(scene, verb) for e in scene.named(t))


def first_of_list(token: Token) -> Token:
    """Return the first of the nouns that "and" joins."""
    while token.dep_ == "conj":
        token = token.head
    return token


def _beside(scene: Scene, place: Entity) -> Iterator[Found]:
    """Yield the place named just before, of which this is the wider one ("Lyon, France")."""
    doc = scene.sentence.doc
    described = doc[place.first].pos_ in ("DET", "PRON") or any(c.dep_ == "poss" for c in place.head.children)
    before = doc[place.first - 1].text if place.first > scene.sentence.start else ""
    for other in scene.of_label("location") if before in (",", "'s") else ():
        if other.last != place.first - 2:
            continue
        if before == "'s":
            yield other, "place's place", None
        elif not described and not any(e.label == "location" for e in scene.listed(place)):
            yield other, "place, wider place", None


def _containing(scene: Scene, place: Entity) -> Iterator[Found]:
    """Yield the places that this one is said to include."""
    for other, gap in scene.following(place, "location"):
        if gap and gap[-1].lower_ == "including" and all(t.text == "," for t in gap[:-1]):
            yield from ((e, "including", gap[-1]) for e in (other, *scene.listed(other)))


def _where(scene: Scene, place: Entity) -> Iterator[Found]:
    """Yield who is in the clause about the place ("Goma, where the rebels regrouped")."""
    for clause in place.head.children:
        if clause.dep_ == "relcl":
            adverbs = [
                t for t in clause.subtree if t.lower_ == "where" or (t.lower_ == "which" and t.head.lower_ == "in")
            ]
            if adverbs:
                tokens = (*subjects_of(scene, clause), *reached(scene, clause, ("object",)))
                yield from ((e, "where", adverbs[0]) for t in tokens for e in scene.named(t))


def _from_there(scene: Scene, place: Entity) -> Iterator[Found]:
    """Yield the place or person before "of" ("the old quarter of Aleppo", "Ana Reis, 42, of Porto")."""
    doc = scene.sentence.doc
    at = place.first - 1 - (doc[place.first - 1].dep_ == "det")
    if at <= scene.sentence.start or doc[at].lower_ != "of":
        return
    for entity in scene.entities:
        gap = doc[entity.last + 1 : at]
        whole = entity.head.lemma_.lower() in scene.words.words("settlements")  # "the city of Kabul" is Kabul
        if entity.label == "location" and entity.last == at - 1 and not whole:
            yield entity, "part of a place", doc[at]
        if entity.label == "person" and 0 < len(gap) <= 3 and all(t.text == "," or t.like_num for t in gap):
            yield entity, "home", doc[at]


def _just_before(scene: Scene, preposition: Token) -> Iterator[Found]:
    """Yield what is named right before the preposition, whatever the parse hangs that on."""
    for entity in scene.entities:
        if entity.last == preposition.i - 1 and entity.label in _WHO:
            beside = (e for e in scene.list_to(entity) if e.label == entity.label)
            yield from ((e, "named before", preposition) for e in (entity, *beside))
            return


def _located(scene: Scene, preposition: Token, governor: Token) -> Iterator[Found]:
    if governor.pos_ in ("VERB", "AUX"):
        if governor.lemma_.lower() not in scene.words.words("attitudes") and not is_denied(governor):
            yield from ((e, "where it is done", preposition) for e in _parties(scene, governor, preposition))
        return
    named = scene.named(governor)
    yield from ((e, "noun in place", preposition) for e in named)
    for token in reached(scene, governor, ("against", "of", "on", "by")):
        if token.i < preposition.i:
            yield from ((e, "whom it meets there", preposition) for e in scene.named(token))


def _parties(scene: Scene, verb: Token, preposition: Token) -> Iterator[Entity]:
    verbs = [verb]
    if preposition.i < verb.i:
        verbs += [t for t in verb.conjuncts if t.pos_ == "VERB"]
    for each in verbs:
        for token in (*doers(scene, each), *reached(scene, each, ("object", "with"))):
            yield from scene.itself(token)
    if verb.lemma_.lower() in scene.words.words("happening"):  # "the meeting of ministers took place in Oslo"
        subjects = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")]
        yield from (e for t in subjects for noun in of_nouns(t) for e in scene.named(noun))


def _gone(scene: Scene, noun: Token) -> Iterator[Found]:
    verb, goal = noun.head, None
    if noun.dep_ == "pobj":
        if verb.lower_ not in scene.words.words("goal prepositions"):
            return
        goal, verb = verb, verb.head
    lemma = verb.lemma_.lower()
    if goal is not None and verb.pos_ == "NOUN" and lemma in scene.words.words("trips"):
        yield from ((e, "who goes there", verb) for t in doers(scene, verb) for e in scene.itself(t))
    elif is_denied(verb):
        return
    elif goal is not None and lemma in scene.words.words("sending"):
        sent = list(reached(scene, verb, ("object",)))
        yield from ((e, "who is sent", verb) for t in sent for e in scene.itself(t))
        if sent:
            return
    if lemma in scene.words.words("going") or (goal is not None and lemma in scene.words.words("heading")):
        yield from ((e, "who goes there", verb) for t in doers(scene, verb) for e in scene.itself(t))
