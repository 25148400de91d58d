"""Who does what a verb or a noun tells of, and to whom, by the parse."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from dragoman.read.relations.scene import Entity, Scene, with_conjuncts

_SUBJECTS = frozenset({"nsubj"})
_RELATIVES = frozenset({"who", "which", "that", "whom"})
_DEEPEST = 8  # clauses upwards in search of whoever does it


def doers(scene: Scene, token: Token, depth: int = 0) -> Iterator[Token]:
    """Yield the nouns for whoever does what the token tells of, looking up the sentence where they are shared."""
    if depth > _DEEPEST:
        return
    if token.pos_ in ("VERB", "AUX"):
        yield from _doers_of_verb(scene, token, depth)
    else:
        yield from _doers_of_noun(scene, token, depth)


def _doers_of_verb(scene: Scene, verb: Token, depth: int) -> Iterator[Token]:
    # Of what is passive itself the subject does nothing; it does what that leads to ("they are committed to fighting").
    subjects = [c for c in verb.children if c.dep_ in _SUBJECTS or (depth and c.dep_ == "nsubjpass")]
    agents = [p for c in verb.children if c.dep_ == "agent" for p in c.children if p.dep_ == "pobj"]
    if agents:
        yield from with_conjuncts(agents)
    elif subjects:
        for subject in with_conjuncts(subjects):
            if subject.lower_ in _RELATIVES:
                yield from _antecedent(scene, subject, verb)
            elif scene.named(subject):
                yield subject
            else:
                yield from owners(scene, subject)  # "a raid by the army killed"
    elif any(c.dep_ in ("nsubjpass", "auxpass") for c in verb.children):
        return
    else:
        yield from _sharers(scene, verb, depth)


def is_denied(token: Token) -> bool:
    """Say whether the word itself is negated ("did not enter", "no access", "were denied access")."""
    if any(c.dep_ == "neg" or c.lower_ in ("no", "never", "not") for c in token.children):
        return True
    head = token.head
    over = token.dep_ == "dobj" and head is not token
    return over and (head.lemma_.lower() in ("deny", "refuse", "lack") or any(c.dep_ == "neg" for c in head.children))


def subjects_of(scene: Scene, verb: Token) -> Iterator[Token]:
    """Yield the subject of the verb, whether it does it or has it done to it, or who shares it."""
    subjects = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")]
    if subjects:
        for subject in with_conjuncts(subjects):
            yield from _antecedent(scene, subject, verb) if subject.lower_ in _RELATIVES else (subject,)
    else:
        yield from doers(scene, verb)


def _antecedent(scene: Scene, pronoun: Token, verb: Token) -> Iterator[Token]:
    clause = verb
    while clause.dep_ in ("conj", "xcomp", "ccomp") and clause.head is not clause:
        clause = clause.head
    if clause.dep_ != "relcl":
        return
    noun = clause.head
    for above in noun.ancestors if pronoun.lower_ == "who" else ():
        if any(e.acts for e in scene.named(noun)) or above.pos_ in ("VERB", "AUX"):
            break
        noun = above
    if scene.named(noun) or noun.pos_ not in ("NOUN", "PROPN"):
        yield from with_conjuncts([noun])
    else:
        yield from doers(scene, noun, 1)  # "the army's raids, which killed"


def _sharers(scene: Scene, verb: Token, depth: int) -> Iterator[Token]:
    """Yield who is understood as the subject of a verb without one of its own."""
    head = verb.head
    if head is verb:
        return
    if verb.dep_ in ("acl", "relcl"):
        if scene.named(head):
            yield from with_conjuncts([head])
        else:
            yield from doers(scene, head, depth + 1)
    elif verb.dep_ == "pcomp" and head.dep_ == "prep":
        yield from _around_preposition(scene, head, depth)
    elif verb.dep_ == "conj":
        yield from doers(scene, head, depth)  # as deep as the first: of "killed and wounded" neither has a doer
    elif verb.dep_ in ("xcomp", "ccomp", "advcl", "pcomp"):
        helped = list(_helped(scene, head))
        controlled = [c for c in head.children if c.dep_ == "dobj" and scene.named(c)] if verb.dep_ == "xcomp" else []
        yield from with_conjuncts(helped or controlled)
        if helped or not controlled:
            yield from doers(scene, head, depth + 1)
    elif verb.dep_ in ("pobj", "dobj", "nsubj", "csubj", "attr"):
        yield from _doers_of_noun(scene, verb, depth)


def _helped(scene: Scene, verb: Token) -> Iterator[Token]:
    """Yield whom a verb of helping helps: they share what it is for ("stood by the state to defeat the rebels")."""
    if verb.lemma_.lower() in scene.words.words("helping"):
        for token in reached(scene, verb, ("object", "by", "with")):
            if any(e.acts for e in scene.named(token)):
                yield token


def _doers_of_noun(scene: Scene, noun: Token, depth: int) -> Iterator[Token]:
    own = list(owners(scene, noun))
    yield from own
    if own:
        return
    head = noun.head
    if head is noun:
        return
    if noun.dep_ == "conj":
        yield from doers(scene, head, depth + 1)
    elif noun.dep_ == "pobj" and head.lower_ in scene.words.words("carrying prepositions"):
        yield from _around_preposition(scene, head, depth)
    elif noun.dep_ == "dobj" and head.lemma_.lower() not in scene.words.words("carrying"):
        return
    elif noun.dep_ in ("dobj", "attr", "acomp", "appos", "oprd", "advcl", "xcomp"):
        yield from doers(scene, head, depth + 1)


def owners(scene: Scene, noun: Token) -> Iterator[Token]:
    """Yield the words before a noun, or in its "by" phrase, that say whose deed it is."""
    for child in noun.children:
        if child.dep_ in ("poss", "compound", "nmod", "amod") and child.i < noun.i and scene.over(child) is not None:
            yield from with_conjuncts([child])
        elif child.dep_ in ("prep", "agent") and child.lower_ in ("by", "from", "between"):
            yield from with_conjuncts(c for c in child.children if c.dep_ == "pobj")


def _around_preposition(scene: Scene, preposition: Token, depth: int) -> Iterator[Token]:
    governor = preposition.head
    if governor.pos_ in ("VERB", "AUX"):
        yield from _helped(scene, governor)
        yield from doers(scene, governor, depth + 1)
    elif any(e.acts for e in scene.named(governor)):
        yield from with_conjuncts([governor])
    else:
        yield from doers(scene, governor, depth + 1)


def reached(scene: Scene, token: Token, slots: Iterable[str]) -> Iterator[Token]:
    """Yield the nouns that the slots lead to: "object" (of a passive its subject) or prepositions."""
    wanted = set(slots)
    if "object" in wanted:
        found = [c for c in token.children if c.dep_ in ("dobj", "nsubjpass", "dative")]
        for noun in with_conjuncts(found):
            yield from _antecedent(scene, noun, token) if noun.lower_ in _RELATIVES else (noun,)
        if token.dep_ in ("acl", "relcl") and not found and token.tag_ == "VBN":
            yield from with_conjuncts([token.head])
    children = list(token.children)
    children += [p for c in children if c.lemma_ in scene.words.words("bearing") for p in c.subtree if p.dep_ == "prep"]
    if token.dep_ == "dobj" and token.head.lemma_.lower() in scene.words.words("carrying"):
        children += [c for c in token.head.children if c.i > token.i]  # "imposed sanctions last year on"
    for child in children:
        if child.dep_ in ("prep", "agent", "dative") and child.lower_ in wanted:
            yield from with_conjuncts(c for c in child.children if c.dep_ in ("pobj", "pcomp"))


def listed(scene: Scene, tokens: Iterable[Token]) -> Iterator[Entity]:
    """Yield what each noun stands for, and what follows in the same list."""
    for token in tokens:
        for entity in scene.named(token):
            yield entity
            yield from scene.listed(entity)
