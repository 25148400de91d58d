"""Speakers whom nobody names: "a judiciary spokesman", "the report", "local residents", and "he" who takes them up.

They keep the words that first introduced them as name, so that what they say is not taken for the document's.
"""

from __future__ import annotations

from functools import cached_property

from spacy.tokens import Doc, Token

from dragoman.model import ActorKind, ActorRef, Mention, Span
from dragoman.read.mentions.index import Mentions
from dragoman.read.mentions.nouns import load_nouns
from dragoman.read.referring import slug_of
from dragoman.read.statements.participants import ActorFinder
from dragoman.read.voices.cues import load_cues

# Words before the noun that are no part of what someone goes by.
OUTSIDE = frozenset({"det", "poss", "case", "nummod", "predet", "punct", "preconj", "quantmod"})
SPEAKS_FOR = frozenset({"for"})
LONGEST = 6  # words; a longer run is a clause that the parser took for a name
NO_SPEAKERS = frozenset({"DATE", "TIME", "GPE", "LOC", "CARDINAL", "ORDINAL", "PERCENT", "MONEY", "QUANTITY"})


class Unnamed:
    """Finds the unnamed speakers of a document."""

    def __init__(self, doc: Doc, mentions: ActorFinder) -> None:
        self.doc = doc
        self._finder = mentions
        self.mentions = mentions if isinstance(mentions, Mentions) else None

    def speaker(self, head: Token, cue: Token) -> ActorRef | None:
        """Return the speaker by the words that introduced it, None for what cannot speak."""
        head = _whole_of(head)
        mention = self._mention(head)
        first = self._firsts.get(mention.chain, head) if mention is not None else head
        if not _speaks(first, cue):
            return None
        owner = self._owner(first)
        name = " ".join(word.text for word in _words(first)) if first.pos_ != "PRON" else first.lower_
        name = f"{owner.name}'s {name}" if owner is not None else name
        slug = slug_of(name)
        return ActorRef(
            code=owner.code if owner is not None else slug.upper(),
            actor=f"{ActorKind.PEOPLE}:{slug}",
            name=name,
            sector=None,
            mention=Span(head.left_edge.idx if head.pos_ == "PRON" else _words(head)[0].idx, head.idx + len(head)),
        )

    def _owner(self, noun: Token) -> ActorRef | None:
        """Return for whom somebody speaks: "his office", "the minister's aides"."""
        for child in noun.lefts:
            if child.dep_ == "poss":
                return next(iter(self._finder.actors_of(child)), None)
        whom = _after(noun, SPEAKS_FOR)
        if whom is not None and load_nouns().is_role(noun.lemma_.lower()):
            return next(iter(self._finder.actors_of(whom)), None)
        return None

    def _mention(self, token: Token) -> Mention | None:
        mention = self.mentions.at(token) if self.mentions is not None else None
        return mention if mention is not None and mention.head.start == token.idx else None

    @cached_property
    def _firsts(self) -> dict[int, Token]:
        """Return the head of the first noun phrase of each chain that names nobody."""
        firsts: dict[int, Token] = {}
        for token in self.doc:
            if token.pos_ == "NOUN" and (mention := self._mention(token)) is not None and not mention.actors:
                firsts.setdefault(mention.chain, token)
        return firsts


def author_of(text: Token) -> Token | None:
    """Return whose words a text has: "a report by Luma", "Luma's website", "the website of Luma"."""
    cues = load_cues()
    if text.lemma_.lower() not in cues.speaking_texts | cues.hosts:
        return None
    owner = next((child for child in text.lefts if child.dep_ == "poss"), None)
    of = {"of"} if text.lemma_.lower() in cues.hosts else set()
    return owner or _after(text, frozenset({"by", "from"} | of))


def _after(noun: Token, prepositions: frozenset[str]) -> Token | None:
    """Return what follows the noun with one of these prepositions."""
    for prep in noun.rights:
        if prep.dep_ in ("prep", "agent") and prep.lower_ in prepositions:
            return next((child for child in prep.children if child.dep_ == "pobj"), None)
    return None


def _whole_of(head: Token) -> Token:
    """Return those of whom some speak: "some of the protesters", "one of the guards"."""
    if head.pos_ not in ("PRON", "DET", "NUM", "ADJ"):
        return head
    of = next((child for child in head.rights if child.lower_ == "of"), None)
    noun = next((child for child in of.rights if child.dep_ == "pobj"), None) if of is not None else None
    return noun if noun is not None else head


def _words(head: Token) -> list[Token]:
    """Return the noun with the words right before it that belong to what someone goes by."""
    words = [head]
    for before in reversed(head.doc[head.left_edge.i : head.i]):
        if before.dep_ in OUTSIDE or before.pos_ not in ("NOUN", "PROPN", "ADJ") or len(words) == LONGEST:
            break
        words.insert(0, before)
    return words


def _speaks(head: Token, cue: Token) -> bool:
    """Say whether the noun is of somebody, or of a text that one quotes, or does what only speakers do."""
    if cue.is_punct:  # the label of a turn, a line that ends in its speaker
        return True
    if head.pos_ == "PRON":
        return head.lower_ in load_cues().speaking_pronouns and cue.lemma_ in load_cues().speaking_verbs
    if head.pos_ not in ("NOUN", "PROPN") or head.ent_type_ in NO_SPEAKERS:
        return False
    if head.pos_ == "PROPN" or cue.lemma_ in load_cues().speaking_verbs or cue.lower_ == "according":
        return True
    nouns, lemma = load_nouns(), head.lemma_.lower()
    known = nouns.is_role(lemma) or lemma in nouns.collectives or lemma in nouns.bodies or lemma in nouns.people
    return known or lemma in load_cues().speaking_texts
