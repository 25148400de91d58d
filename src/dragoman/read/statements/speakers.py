"""The chain of voices of a statement: whose words hold its trigger, innermost first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from dragoman.model import ActorRef, Attribution, Span, Voice
from dragoman.ontology import Ontology
from dragoman.read.statements.participants import ActorFinder, named_by
from dragoman.read.statements.slot_words import slot_words
from dragoman.read.statements.unnamed import NO_SPEAKERS, Unnamed, author_of
from dragoman.read.voices.cues import load_cues
from dragoman.read.voices.find import cue_head, source_head

# A plan or a wish is not something said: these types of cue leave the statement to the document.
REASONS = frozenset({"for", "over", "as"})
SILENT_TYPES = {"WANT", "HOLD"}


@dataclass(frozen=True, slots=True)
class Speech:
    """An attribution with its voices resolved."""

    attribution: Attribution
    voices: tuple[Voice, ...]

    def covers(self, span: Span) -> bool:
        """Say whether the span lies in what is said, and not in the words that attribute it."""
        told = self.attribution
        if any(piece.overlaps(span) for piece in (*told.cue, *told.source)):
            return False
        return any(piece.contains(span) for piece in told.content)

    @property
    def reach(self) -> int:
        """Return how many characters the said words have: the shortest is the innermost."""
        return sum(piece.end - piece.start for piece in self.attribution.content)


def find_speeches(
    doc: Doc, text: str, attributions: Sequence[Attribution], mentions: ActorFinder, ontology: Ontology
) -> tuple[Speech, ...]:
    """Return the attributions that name a voice, innermost (shortest) first."""
    unnamed = Unnamed(doc, mentions)
    speeches = (
        Speech(a, tuple(_voices(doc, text, a, mentions, unnamed)))
        for a in (_without_presumed(doc, a) for a in attributions)
        if a.content and not _is_silent(cue_head(doc, a), ontology)
    )
    # Of two that say the same the later cue is the inner one: "the agency quoted him as saying".
    return tuple(sorted((s for s in speeches if s.voices), key=lambda s: (s.reach, -s.attribution.cue[0].start)))


def chain(speeches: Sequence[Speech], trigger: Span) -> tuple[Voice, ...]:
    """Return the voices of whatever has this trigger, innermost first; one speaker counts once."""
    voices: list[Voice] = []
    for speech in speeches:
        if speech.covers(trigger):
            voices.extend(
                v
                for v in speech.voices
                if (v.actor, v.cue) not in {(x.actor, x.cue) for x in voices}
                and v.actor not in {x.actor for x in voices}
            )
    return tuple(voices)


def _without_presumed(doc: Doc, attribution: Attribution) -> Attribution:
    """Leave of praise and blame only what is given as their reason: "criticised Oslo for selling arms"."""
    cue = cue_head(doc, attribution)
    if cue.lemma_.lower() not in load_cues().presuming_verbs or any(child.dep_ == "ccomp" for child in cue.children):
        return attribution
    reasons = [child for child in cue.rights if child.dep_ == "prep" and child.lower_ in REASONS]
    spans = [Span(prep.left_edge.idx, prep.right_edge.idx + len(prep.right_edge)) for prep in reasons]
    kept = tuple(span for span in spans if any(piece.overlaps(span) for piece in attribution.content))
    return attribution if attribution.quoted else replace(attribution, content=kept)


def _is_silent(cue: Token, ontology: Ontology) -> bool:
    words = [cue, *(c for c in cue.children if cue.lemma_ == "be" and c.dep_ == "acomp")]
    if any(word.lemma_.lower() in slot_words("silent cues") for word in words):
        return True
    cues = load_cues()
    if cue.lemma_.lower() in (cues.silent_nouns if cue.pos_ == "NOUN" else cues.silent_verbs):
        return True
    pos = {"VERB": "verb", "NOUN": "noun", "ADJ": "adjective"}.get(cue.pos_, "")
    return any(e.type in SILENT_TYPES for e in ontology.entries_for(cue.lemma_.lower(), pos))


def _voices(doc: Doc, text: str, attribution: Attribution, mentions: ActorFinder, unnamed: Unnamed) -> Iterator[Voice]:
    head = source_head(doc, attribution)
    if head is None:
        return
    cue = " ".join(piece.of(text) for piece in attribution.cue)
    for token in _coordinated(head):
        for ref in _speakers(token, cue_head(doc, attribution), mentions, unnamed):
            if cue == ":" and _is_dateline(attribution.source[0].of(text), ref):
                continue
            yield Voice(
                code=ref.code, actor=ref.actor, name=ref.name, cue=cue, force=attribution.force, mention=ref.mention
            )


def _is_dateline(label: str, ref: ActorRef) -> bool:
    """Say whether a label before a colon is a place from which is reported ("TEHRAN:"), and no speaker."""
    return ref.actor.startswith("state:") and label.strip().lower() not in ref.name.lower()


def _speakers(token: Token, cue: Token, mentions: ActorFinder, unnamed: Unnamed) -> tuple[ActorRef, ...]:
    """Return who speaks: those named, else those whose people or words they are, else somebody without a name."""
    author = author_of(token)
    by = _speakers(author, cue, mentions, unnamed) if author is not None and author.ent_type_ not in NO_SPEAKERS else ()
    if by:
        return by
    named = named_by(token, mentions)
    speaker = None if named else unnamed.speaker(token, cue)
    return named or ((speaker,) if speaker else ())


def _coordinated(head: Token) -> list[Token]:
    members = [head]
    for child in head.children:
        if child.dep_ == "conj":
            members.extend(_coordinated(child))
    return members
