"""Attributions that nouns, adverbs, prepositions and colons make."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from dragoman.model import Force
from dragoman.read.voices.complements import is_infinitive, mark_of
from dragoman.read.voices.cues import Cues, load_cues
from dragoman.read.voices.phrases import child, clause_of, noun_phrase, whole
from dragoman.read.voices.quotes import paragraphs
from dragoman.read.voices.verb_cues import Found, source_of, verb_group

_ACTORS = frozenset({"PERSON", "ORG", "GPE", "NORP"})
# "For Tehran, ..." names whose view it is only before a judgment with "be"; otherwise it names who profits.
_JUDGING = frozenset({"be", "seem", "remain", "mean"})
# A speaker before a colon is a name of few words; longer is a clause or a heading.
SPEAKER_WORDS = 5


def find_noun_cues(doc: Doc, cues: Cues) -> Iterator[Found]:
    """Yield what nouns attribute: "the claim that", "allegations of", "a promise to"."""
    for noun in doc:
        if noun.pos_ not in ("NOUN", "PROPN") or noun.dep_ in ("", "compound"):
            continue
        takes = cues.nouns.get(noun.lemma_.lower())
        said = _said_by_noun(noun, frozenset(takes)) if takes else None
        if takes is None or said is None:
            continue
        construction, content, marker = said
        verb = noun.head
        found = Found(head=noun, verb=noun, cue={noun.i} | marker, content=content, force=takes[construction])
        found.construction = "noun " + construction
        found.source = _owner(noun, content)
        if not found.source and noun.dep_ == "dobj" and verb.lemma_ in cues.light_verbs:
            found.head, found.source = verb, source_of(verb)
            found.cue = verb_group(verb) | (set(range(verb.i, noun.i + 1)) if verb.i < noun.i else set()) | marker
        found.content -= found.source | found.cue
        yield found


def _said_by_noun(noun: Token, takes: frozenset[str]) -> tuple[str, set[int], set[int]] | None:
    for c in noun.rights:
        if c.dep_ in ("acl", "ccomp", "relcl") and _mark(c) in ("that", "whether") and "clause" in takes:
            return "clause", whole(c), set()
        if c.dep_ in ("acl", "xcomp") and is_infinitive(c) and "infinitive" in takes:
            return "infinitive", whole(c), set()
        if c.dep_ == "prep" and "-" + c.lower_ in takes:
            return "-" + c.lower_, whole(c) - {c.i}, {c.i}
    return None


def _mark(clause: Token) -> str:
    """Return the word that opens the clause, also one taken for an object ("the claim that Chad left")."""
    first = clause.left_edge
    return mark_of(clause) or ("that" if first.lower_ == "that" and first.tag_ == "IN" else "")


def _owner(noun: Token, content: set[int]) -> set[int]:
    for c in noun.children:
        if c.dep_ == "poss":
            return whole(c)
        if c.dep_ == "prep" and c.lower_ in ("by", "from", "among") and c.i not in content:
            by = child(c, "pobj")
            if by is not None:
                return whole(by) - content
        if c.dep_ in ("amod", "compound") and c.ent_type_ in ("NORP", "ORG", "GPE") and c.i < noun.i:
            return {c.i}
    return set()


def find_other_cues(doc: Doc, cues: Cues) -> Iterator[Found]:
    """Yield what "according to", "in his view", "reportedly" and the like attribute."""
    for token in doc:
        if not token.dep_:
            continue
        low = token.lower_
        found: Found | None = None
        if low == "according":
            found = _according(token)
        elif low == "in" and token.dep_ == "prep":
            found = _in_view(token, cues)
        elif low == "for" and token.is_sent_start:
            found = _for_whom(token)
        elif low in cues.adverbs and token.dep_ == "advmod":
            clause = token.head
            found = Found(head=token, verb=token, cue={token.i}, content=whole(clause), force=cues.adverbs[low])
            found.construction = "adverb"
        elif low == "alleged" and token.dep_ == "amod":
            found = Found(head=token, verb=token, cue={token.i}, content=whole(token.head), force=Force.ALLEGES)
            found.construction = "adjective"
        if found is not None:
            found.content -= found.cue | found.source
            yield found


def _according(token: Token) -> Found | None:
    to = child(token, "prep") or (token.nbor(1) if token.i + 1 < len(token.doc) else token)
    source = child(to, "pobj") if to.lower_ == "to" else None
    if source is None:
        return None
    found = Found(head=token, verb=token, cue={token.i, to.i}, source=noun_phrase(source), construction="according")
    found.content = clause_of(token) - whole(token)
    return found


def _in_view(token: Token, cues: Cues) -> Found | None:
    noun = child(token, "pobj")
    if noun is None:
        return None
    owner = child(noun, "poss")
    if (
        noun.lemma_ in ("view", "opinion", "word", "estimation", "eye", "mind", "telling", "judgment")
        and owner is not None
    ):
        source = whole(owner)
        cue = whole(token) - source
        return Found(
            head=token,
            verb=token,
            cue=cue,
            source=source,
            content=clause_of(token) - whole(token),
            force=Force.BELIEVES,
            construction="in view",
        )
    if noun.lemma_ in ("poll", "survey") and token.is_sent_start:
        return Found(
            head=token,
            verb=token,
            cue={token.i},
            source=noun_phrase(noun),
            content=clause_of(token) - whole(token),
            construction="in poll",
        )
    return None


def _for_whom(token: Token) -> Found | None:
    whom = child(token, "pobj")
    verb = token.head
    if whom is None or whom.ent_type_ not in _ACTORS or verb.lemma_ not in _JUDGING or token.dep_ != "prep":
        return None
    end = token.right_edge.i + 1
    if end >= len(token.doc) or token.doc[end].text != ",":
        return None
    return Found(
        head=token,
        verb=token,
        cue={token.i},
        source=noun_phrase(whom),
        force=Force.BELIEVES,
        content=clause_of(token) - whole(token),
        construction="for",
    )


def find_colon_cues(doc: Doc) -> Iterator[Found]:
    """Yield paragraphs and headings of the form "Speaker: words"."""
    for start, end in paragraphs(doc):
        while start < end and doc[start].is_space:
            start += 1
        for index in range(start + 1, min(start + SPEAKER_WORDS + 1, end - 1)):
            if doc[index].text == ":" and names_speaker(doc, start, index) and _has_verb(doc, index, end):
                while end > index + 1 and doc[end - 1].is_space:
                    end -= 1
                yield Found(
                    head=doc[index],
                    verb=doc[index],
                    cue={index},
                    source=set(range(start, index)),
                    content=set(range(index + 1, end)),
                    construction="colon",
                )
                break


def find_trailing_speakers(doc: Doc) -> Iterator[Found]:
    """Yield headings of the form "Words - Speaker" or "Words: Speaker"."""
    for start, end in paragraphs(doc):
        while end > start and doc[end - 1].is_space:
            end -= 1
        for index in range(end - 2, max(start, end - SPEAKER_WORDS - 2), -1):
            if _parts_speaker(doc, index, end):
                if names_speaker(doc, index + 1, end) and _has_verb(doc, start, index):
                    source, content = set(range(index + 1, end)), set(range(start, index))
                    mark = doc[index]
                    yield Found(head=mark, verb=mark, cue={index}, source=source, content=content, construction="dash")
                break


def _parts_speaker(doc: Doc, index: int, end: int) -> bool:
    """Say whether a dash between blanks, or a colon in a line without full stop, may part words from a speaker."""
    mark = doc[index]
    if mark.text == ":":
        return bool(mark.whitespace_) and doc[end - 1].text not in {".", "?", "!"}
    return mark.text == "-" and bool(doc[index - 1].whitespace_ and mark.whitespace_)


def names_speaker(doc: Doc, start: int, end: int) -> bool:
    """Say whether the tokens are nothing but what someone who speaks goes by."""
    words = doc[start:end]
    speaking = load_cues().speaking_texts | load_cues().heading_speakers
    return (
        any(t.ent_type_ in _ACTORS or t.pos_ == "PROPN" for t in words)
        or (end > start and doc[end - 1].lemma_.lower() in speaking)
    ) and all(t.pos_ in ("PROPN", "NOUN", "ADJ", "DET", "PART", "PUNCT") and t.text != "," for t in words)


def _has_verb(doc: Doc, start: int, end: int) -> bool:
    return any(token.pos_ in ("VERB", "AUX") for token in doc[start:end])
