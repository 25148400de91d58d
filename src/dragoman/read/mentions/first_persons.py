"""Whom "I" and "we" stand for: who speaks where they stand."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from dragoman.model import Mention, MentionKind, Span
from dragoman.read.mentions.discourse import Referent
from dragoman.read.mentions.nominals import Describer
from dragoman.read.mentions.noun_phrases import subject_of
from dragoman.read.mentions.nouns import WORDS
from dragoman.read.mentions.spoken import Found

FIRST = frozenset({"i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves"})
SINGULAR_FIRST = frozenset({"i", "me", "my", "mine", "myself"})
QUOTES = frozenset({'"', "``", "''"})
Speakers = Sequence[tuple[Span, Span]]  # (content, source) of attributions


class FirstPersons:
    """Follows who speaks in one document: sources of given attributions, else who speaks around a quotation."""

    def __init__(self, doc: Doc, describer: Describer, speakers: Speakers) -> None:
        self.doc, self.describer, self.speakers = doc, describer, speakers
        self.heads = {name.head: name for name in describer.cast.names}
        self.quoted = _quoted(doc)
        self.last_speaker: Referent | None = None

    def speaker_of(self, token: Token, found: Sequence[tuple[Mention, str]]) -> Found | None:
        """Return whom a first person stands for; `found` are the mentions so far with the keys of their referents."""
        for content, source in self.speakers:
            if not content.start <= token.idx < content.end:
                continue
            for mention, key in reversed(found):
                referent = self.describer.discourse.by_key.get(key)  # none where the mention could not be resolved
                if referent and source.overlaps(mention.span) and mention.kind is not MentionKind.ADJECTIVE:
                    return self._side(referent, token)
            later = self._later_source(source, token)
            if later is not None:
                return later
        return self._quoted_speaker(token)

    def _quoted_speaker(self, token: Token) -> Found | None:
        """Take whoever speaks in the sentence, else whoever spoke last, for one who speaks within quotation marks."""
        if not self.quoted[token.i]:
            return None
        for other in token.sent:
            if other.lemma_.lower() in WORDS["saying"] and not self.quoted[other.i] and other.pos_ == "VERB":
                subject = next((child for child in other.children if child.dep_ == "nsubj"), None) or subject_of(other)
                name = self.describer.cast.name_at.get(subject.i) if subject is not None else None
                if subject is not None and (referent := self.describer.referent_of(subject)) is not None:
                    return self._side(referent, token)
                if name is not None:
                    return self._side(self.describer.cast.referents[name.start], token)
        return self._side(self.last_speaker, token) if self.last_speaker is not None else None

    def note(self, token: Token, referent: Referent) -> None:
        """Remember the referent as the last who spoke, when the mention at the token is the subject of a saying."""
        verb = token.head
        if token.dep_ == "nsubj" and verb.lemma_.lower() in WORDS["saying"] and not self.quoted[token.i]:
            self.last_speaker = referent

    def _later_source(self, source: Span, token: Token) -> Found | None:
        """Find the speaker named after the quotation ("...", said Kirby)."""
        for i, name in self.heads.items():
            if source.start <= self.doc[i].idx < source.end and not name.is_adjective:
                return self._side(self.describer.cast.referents[name.start], token)
        return None

    def _side(self, speaker: Referent, token: Token) -> Found:
        if token.lower_ in SINGULAR_FIRST or not speaker.actors:
            return Found(speaker, "the speaker")
        state = self.describer.cast.state(speaker.actors[0].code) if speaker.sort in ("person", "people") else None
        return Found(state or speaker, "the speaker's side")


def _quoted(doc: Doc) -> list[bool]:
    """Say of each token whether it stands within quotation marks.

    Where marks come in pairs a quotation may run over paragraphs; else a paragraph's end closes it, so that one stray
    mark does not turn the rest of the document inside out.
    """
    paired = sum(token.text in QUOTES for token in doc) % 2 == 0
    inside, flags = False, []
    for token in doc:
        if token.text in QUOTES:
            inside = not inside
        elif not paired and "\n" in token.text:
            inside = False
        flags.append(inside)
    return flags
