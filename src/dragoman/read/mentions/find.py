"""Find every mention of someone in a document and settle whom it names.

1. Names, looked up in the world data and found by the parser (`names`), are settled for the whole document (`cast`).
2. In reading order, descriptions (`nominals`) and pronouns (`pronouns`) are resolved to what was spoken of before.
3. Mentions of the same referent are numbered as one chain.
"""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Doc, Token

from dragoman.model import Actor, Document, Mention, MentionKind, Span
from dragoman.read.mentions.cast import Cast
from dragoman.read.mentions.discourse import Discourse, Referent
from dragoman.read.mentions.first_persons import FIRST, SINGULAR_FIRST, FirstPersons, Speakers
from dragoman.read.mentions.index import Mentions
from dragoman.read.mentions.metonyms import Metonyms
from dragoman.read.mentions.name import Name
from dragoman.read.mentions.names import find_names
from dragoman.read.mentions.nominals import Describer
from dragoman.read.mentions.noun_phrases import (
    NUMBERS,
    clause_of,
    is_locative,
    is_plural,
    noun_of,
    phrase_of,
    subject_of,
)
from dragoman.read.mentions.pronouns import FORMS, agrees, antecedent_of_relative, cataphor, choose, is_empty_it
from dragoman.read.mentions.spoken import Found
from dragoman.world import World

ARGUMENTS = frozenset(
    {"nsubj", "nsubjpass", "dobj", "pobj", "dative", "attr", "conj", "ROOT", "appos", "poss", "oprd", "agent"}
)
RECIPROCAL = frozenset({("each", "other"), ("one", "another")})
ARTICLES = frozenset({"the", "a", "an"})
BARE_TWO = frozenset({"both", "neither", "either", "two", "pair", "duo"})


__all__ = ["Mentions", "find_mentions"]


def find_mentions(
    doc: Doc, document: Document, world: World, speakers: Speakers = ()
) -> tuple[tuple[Mention, ...], tuple[Actor, ...]]:
    """Return all mentions by position, and the actors that the world data does not know.

    `speakers` are (content, source) spans of attributions: first persons within the content are the source's.
    """
    reader = _Reader(doc, document, world, speakers)
    mentions = reader.read()
    used = {actor.actor for mention in mentions for actor in mention.actors}
    return mentions, tuple(actor for key, actor in sorted(reader.cast.new_actors.items()) if key in used)


class _Reader:
    """One pass over a document; state lives only as long as the pass."""

    def __init__(self, doc: Doc, document: Document, world: World, speakers: Speakers) -> None:
        self.doc = doc
        self.cast = Cast(doc, find_names(doc, world), world, document.published)
        self.discourse = Discourse(_sentence_numbers(doc))
        self.describer = Describer(self.cast, self.discourse, document.published)
        self.heads = {name.head: name for name in self.cast.names}
        self.found: list[tuple[Mention, str]] = []
        self.metonyms = Metonyms(self.cast, self.discourse)
        self.first_persons = FirstPersons(doc, self.describer, speakers)

    def read(self) -> tuple[Mention, ...]:
        for sentence in self.doc.sents:
            for token in sentence:
                if token.dep_:
                    self._read_token(token)
        return self._numbered()

    def _read_token(self, token: Token) -> None:
        name = self.heads.get(token.i)
        if name is not None:
            self._read_name(name, token)
        elif (
            token.i in self.cast.name_at
            or self._read_quantity(token)
            or (token.pos_ in ("PRON", "DET") and self._read_pronoun(token))
        ):
            return
        elif token.lower_ in BARE_TWO and token.dep_ in ARGUMENTS:
            self._record(self.describer.last_several(token, 2), token, MentionKind.PRONOUN)
        elif token.pos_ in ("NOUN", "PROPN"):
            self._read_noun(token)
        if token.dep_ == "conj":
            self._read_conjunction(token)

    def _read_name(self, name: Name, head: Token) -> None:
        referent = self.cast.referents[name.start]
        kind = (
            MentionKind.ADJECTIVE
            if name.is_adjective and head.dep_ in ("amod", "compound", "nmod", "conj", "npadvmod")
            else MentionKind.NAME
        )
        label, referent = self.metonyms.place_or_actor(name, head, referent)
        if kind is MentionKind.ADJECTIVE:
            label = "nationality"
        self.discourse.mention(referent, head)
        self._join_hyphenated(name, referent)
        self.first_persons.note(head, referent)
        use = name.forms[0].use.value if name.forms else "found by the parser"
        self._add(referent, Span(*_extent(self.doc, name.start, name.end)), head, kind, label, f"name: {use}")

    def _join_hyphenated(self, name: Name, referent: Referent) -> None:
        """Make the two of "the Russian-Iranian deal" a referent of their own, for "their" to take up."""
        before = self.cast.name_at.get(name.start - 2)
        if name.start < 2 or self.doc[name.start - 1].text != "-" or before is None:
            return
        other = self.cast.referents[before.start]
        if other is not referent and other.sort == referent.sort:
            self.discourse.mention(self.describer.several((other, referent)), self.doc[name.head])

    def _read_pronoun(self, token: Token) -> bool:
        word = token.lower_
        if word in FIRST:
            self._record(self.first_persons.speaker_of(token, self.found), token, MentionKind.PRONOUN)
        elif word in FORMS and not is_empty_it(token):
            self._record(self._announced(token) or self._taken_up(token), token, MentionKind.PRONOUN)
        elif (head := antecedent_of_relative(token)) is not None:
            referent = self.describer.referent_of(head)
            if referent is not None:
                self._record(Found(referent, f"relative to '{head.text}'"), token, MentionKind.PRONOUN)
        elif word not in BARE_TWO or token.dep_ not in ARGUMENTS:
            return False
        else:
            self._record(self.describer.last_several(token, 2), token, MentionKind.PRONOUN)
        return True

    def _announced(self, token: Token) -> Found | None:
        """Resolve "he" of "Before he left, Kim said" to the name that follows."""
        subject = cataphor(token)
        name = self.cast.name_at.get(subject.i) if subject is not None else None
        if name is None or name.is_adjective or self.doc[name.head] != subject:
            return None
        referent = self.cast.referents[name.start]
        fits = agrees(referent, FORMS[token.lower_], token)
        return Found(referent, f"'{token.text}' announces {referent.key}") if fits else None

    def _taken_up(self, token: Token) -> Found | None:
        choice = choose(token, self.discourse)
        return Found(choice.referent, choice.reason) if choice else None

    def _read_quantity(self, token: Token) -> bool:
        """Read "each other", "all", "all four"; say whether the token was one of these."""
        word, before = token.lower_, token.nbor(-1).lower_ if token.i else ""
        if (before, word) in RECIPROCAL:
            subject = subject_of(clause_of(token))
            self._record(
                self.describer.each_other(subject) if subject is not None else None, token, MentionKind.PRONOUN
            )
            return True
        if token.dep_ not in ("nsubj", "nsubjpass") or any(child.lower_ == "of" for child in token.rights):
            return False
        if word == "all":
            self._record(self.describer.last_group(token), token, MentionKind.PRONOUN)
        elif token.pos_ == "NUM" and word in NUMBERS and before in ("all", "the", "these"):
            self._record(self.describer.last_several(token, NUMBERS[word]), token, MentionKind.PRONOUN)
        else:
            return False
        return True

    def _read_noun(self, token: Token) -> None:
        if token.dep_ in ("compound", "amod", "nmod") or self._is_title(token):
            self._read_title(token)
            return
        noun = self.describer.noun_at(token)
        if noun is None:
            self._read_thing(token)
            return
        self._record(self.describer.resolve(token, noun), token, MentionKind.NOMINAL, noun)

    def _is_title(self, token: Token) -> bool:
        following = token.i + 1
        return token.dep_ in ("compound", "nmod") or (
            following in self.cast.name_at and token.head.i in self.cast.name_at and token.dep_ not in ARGUMENTS
        )

    def _read_title(self, token: Token) -> None:
        """Make "the referee" of "the referee Kay Adams" a mention of its own, but not "President" without article."""
        name = self.cast.name_at.get(token.i + 1)
        if name is None or name.is_adjective or not _has_article(token):
            return
        noun = self.describer.noun_at(token)
        found = self.describer.beside_name(token) if noun else None
        if found is not None:
            self._record(found, token, MentionKind.NOMINAL, noun)

    def _read_thing(self, token: Token) -> None:
        """Remember what is nobody, so that "it" may take it up."""
        noun = noun_of(token)
        if (
            token.dep_ not in ARGUMENTS
            or noun in self.describer.nouns.times
            or token.ent_type_ in ("DATE", "TIME", "PERCENT", "MONEY", "CARDINAL")
        ):
            return
        key = f"thing:{noun}:{is_plural(token)}"
        thing = self.discourse.by_key.get(key) or Referent(
            key, "thing", "other", is_plural=is_plural(token), nouns={noun}
        )
        self.discourse.mention(thing, token)
        self.describer.at[token.i] = thing

    def _read_conjunction(self, token: Token) -> None:
        """Make "Russia and North Korea" a referent of its own when its last member is read."""
        if any(child.dep_ == "conj" for child in token.children):
            return
        first = token
        while first.dep_ == "conj":
            first = first.head
        parts = [self.describer.referent_of(t) for t in (first, *first.conjuncts) if t.i <= token.i]
        known = tuple(dict.fromkeys(p for p in parts if p is not None and p.sort != "thing"))
        if len(known) > 1 and len(known) == len(parts):
            self.discourse.mention(self.describer.several(known), first)

    def _record(self, found: Found | None, head: Token, kind: MentionKind, noun: str | None = None) -> None:
        words = phrase_of(head) if kind is MentionKind.NOMINAL else self.doc[head.i : head.i + 1]
        span = Span(words.start_char, words.end_char)
        if found is None:
            label = "person" if head.lower_ in ("he", "him", "his", "she", "her", "i", "me", "my") else "organisation"
            self.found.append(
                (Mention(span=span, head=_span(head), kind=kind, label=label, reason="unresolved"), f"?{head.i}")
            )
            return
        referent = found.referent
        if noun is not None and found.is_said:
            referent.nouns.add(noun)
        self.describer.at[head.i] = referent
        self._fill_whole(head, referent)
        self.discourse.mention(referent, head)
        self.first_persons.note(head, referent)
        label = referent.label
        if (
            kind is MentionKind.NOMINAL
            and noun in self.describer.nouns.places
            and referent.sort == "state"
            and is_locative(head)
        ):
            label = "location"
        if head.lower_ in FIRST - SINGULAR_FIRST:
            label = "organisation"  # "we" are more than the one who speaks
        self._add(referent, span, head, kind, label, found.reason)

    def _fill_whole(self, head: Token, members: Referent) -> None:
        """Let a group be who it consists of ("a group of Thai monks"), so that "they" are that as well."""
        if head.dep_ == "pobj" and head.head.lower_ == "of" and members.is_plural:
            whole = self.describer.at.get(head.head.head.i)
            if whole is not None and not whole.actors and whole.sort in ("body", "people"):
                whole.actors, whole.states = members.actors, set(members.states)

    def _add(self, referent: Referent, span: Span, head: Token, kind: MentionKind, label: str, reason: str) -> None:
        if referent.key not in self.discourse.by_key:
            self.discourse.add(referent)
        actors = tuple(replace(actor, mention=span) for actor in referent.actors)
        self.found.append(
            (Mention(span=span, head=_span(head), kind=kind, label=label, actors=actors, reason=reason), referent.key)
        )

    def _numbered(self) -> tuple[Mention, ...]:
        chains: dict[str, int] = {}
        ordered = sorted(self.found, key=lambda row: (row[0].span.start, -row[0].span.end))
        return tuple(replace(mention, chain=chains.setdefault(key, len(chains))) for mention, key in ordered)


def _has_article(token: Token) -> bool:
    """Say whether an article opens the run of modifiers that the token ends."""
    for before in reversed(token.doc[token.sent.start : token.i]):
        if before.lower_ in ARTICLES:
            return True
        if before.dep_ not in ("compound", "amod", "nmod", "poss", "case", "punct"):
            return False
    return False


def _sentence_numbers(doc: Doc) -> list[int]:
    numbers = [0] * len(doc)
    for number, sentence in enumerate(doc.sents):
        for token in sentence:
            numbers[token.i] = number
    return numbers


def _extent(doc: Doc, start: int, end: int) -> tuple[int, int]:
    return doc[start].idx, doc[end - 1].idx + len(doc[end - 1])


def _span(token: Token) -> Span:
    return Span(token.idx, token.idx + len(token))
