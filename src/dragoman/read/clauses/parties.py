"""Who is meant by "each side", "the parties", "either": those of the instrument, as the document names them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from spacy.tokens import Token

from dragoman.model import ActorRef, Instrument
from dragoman.read.clauses.mutual import says_each_other
from dragoman.read.clauses.scene import Scene, children
from dragoman.read.statements.participants import named_by
from dragoman.read.statements.subjects import antecedent, conjuncts
from dragoman.read.statements.themes import NUMBER_WORDS
from dragoman.world import load_world


def is_party_word(token: Token, scene: Scene) -> bool:
    """Say whether a word means parties without naming them: "each side", "either", "the signatories", "one"."""
    words = scene.words
    lemma, lower = token.lemma_.lower(), token.lower_
    if lower in words.party_pronouns:
        return True
    if lemma in words.bare_parties and token.pos_ == "NOUN":
        return True
    if lemma not in words.party_nouns or token.pos_ == "PROPN":
        return False
    heads = {c.lower_ for c in token.children}
    return bool(heads & (words.any | {"both", "all", "two", "no", "these", "those", "the", "other"}))


class Parties:
    """The parties of one clause: those of its instrument, else those whom the sentence or the text before it names."""

    def __init__(self, scene: Scene, act: Token, instrument: Token | None, bearers: Sequence[Token]) -> None:
        self._scene = scene
        self.all = tuple(_once(self._find(act, instrument, bearers)))
        self.owed: tuple[ActorRef, ...] = ()  # known once the act is read, as are those bound
        self.bound: tuple[ActorRef, ...] = ()
        self.each_other = says_each_other(act, scene)

    def of_word(self, token: Token) -> tuple[tuple[ActorRef, ...], bool]:
        """Return whom a word means, and whether any one of them is meant."""
        token = antecedent(token)
        heads = {c.lower_ for c in token.children} | {token.lower_}
        is_any = bool(heads & self._scene.words.any) or token.lower_ == "it"
        named = self.named(token)
        if (
            token.pos_ == "PRON"
            and len(named) == 1
            and len(self.all) > 1
            and named[0].code in {a.code for a in self.all}
        ):
            return (self.all, True) if token.lower_ in self._scene.words.any or self.each_other else (named, False)
        if named:
            return named, is_any and len(named) > 1
        counted = next((NUMBER_WORDS.get(c.lower_, 0) for c in token.children if c.dep_ == "nummod"), 0)
        if counted > len(self.all):
            return (), False  # "all six states" are not the two that are named
        return (self.all, is_any) if is_party_word(token, self._scene) else ((), False)

    def named(self, token: Token) -> tuple[ActorRef, ...]:
        """Return whom a word and those coordinated with it name, places that act too."""
        mentions = self._scene.mentions
        found: list[ActorRef] = []
        for member in conjuncts(token):
            refs = named_by(member, mentions)
            if not refs and member.pos_ == "PROPN":
                state = mentions.state_at(member)
                refs = (state,) if state else ()
            found.extend(refs)
        return tuple(_once(found))

    def _find(self, act: Token, instrument: Token | None, bearers: Sequence[Token]) -> Iterable[ActorRef]:
        named = tuple(_once(r for b in bearers for r in self.named(antecedent(b))))
        if len(named) > 1:
            return named
        own = self._of_instrument(instrument) if instrument is not None else ()
        if len({r.code for r in (*own, *named)}) > 1 or any(r.actor.startswith(("body:", "bloc:")) for r in own):
            return (*own, *named)
        words = self._scene.words
        if instrument is not None and words.instruments.get(instrument.lemma_.lower()) is not Instrument.PACT:
            return (*own, *named)  # a law binds others than the parties of a pact told of beside it
        before = [s for s in self._scene.pacts if s.evidence.trigger.start <= act.sent.end_char]
        for statement in reversed(before):
            return (*statement.agents, *statement.targets)
        return (*own, *named)

    def _of_instrument(self, noun: Token) -> tuple[ActorRef, ...]:
        """Return whom the words around the instrument name: "the pact between X and Y", "its treaty with Y"."""
        statement = self._scene.by_trigger.get(noun.idx)
        found = [*statement.agents, *statement.targets] if statement is not None else []
        for child in children(noun, "poss", "compound", "amod", "nmod"):
            found.extend(r for m in (child, *child.children) for r in self._scene.mentions.actors_of(m))
        possessor = [c for c in children(noun, "poss") if c.lower_ == "whose"]
        relative = next((t for t in noun.ancestors if t.dep_ == "relcl"), None) if possessor else None
        if relative is not None:
            found.extend(self.named(relative.head))
        for prep in children(noun, "prep"):
            for inner in children(prep, "pobj") if prep.lower_ in ("between", "with", "of", "among") else ():
                nested = inner.lemma_.lower() in self._scene.words.instruments
                found.extend(self._of_instrument(inner) if nested else self.named(inner))
        return tuple(r for r in found if not _is_the_instrument(r, noun))


def _is_the_instrument(ref: ActorRef, noun: Token) -> bool:
    """Say whether the text's name for the instrument was taken for an organisation: "the Antarctic Treaty"."""
    named = ref.mention is not None and ref.mention.start <= noun.idx < ref.mention.end
    return named and load_world().actor(ref.actor) is None


def _once(refs: Iterable[ActorRef]) -> Iterable[ActorRef]:
    return {ref.code: ref for ref in reversed(list(refs))}.values().__reversed__()
