"""Direct speech: whole quotations belong to the cue that introduces, interrupts or follows them.

1. A quotation that a cue's content touches is said as a whole; where it holds the clause said, it stands alone.
2. A verb of speech beside a quotation that nobody has claimed yet, with nothing but its speaker between, claims it.
3. A quotation right after the sentence of a cue that has just quoted goes on with the same speaker.
4. A quotation that runs over a paragraph's end goes on in the next.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from spacy.tokens import Doc, Token

from dragoman.model import Force
from dragoman.read.voices.cues import Cues
from dragoman.read.voices.phrases import QUOTING, SUBJECTS, child, whole
from dragoman.read.voices.quotes import SPEECH_WORDS, Quote, QuoteIndex, paragraphs
from dragoman.read.voices.verb_cues import Found, cue_span, cue_word, source_of


def link_speech(doc: Doc, found: list[Found], cues: Cues, quotes: QuoteIndex) -> list[Found]:
    """Return the attributions with whole quotations for content, those that only a quotation shows among them."""
    owner: dict[int, Found] = {}
    for attribution in sorted(found, key=lambda f: f.head.i):
        for number in _touched(attribution, quotes):
            owner.setdefault(number, attribution)
            _claim(attribution, quotes.quotes[number], doc)
        _end_at_quotes(attribution, quotes)
    spoken = {f.verb.i: f for f in found}
    for verb, number in _beside(doc, cues, quotes, owner):
        attribution = spoken.get(verb.i) or _new(verb, cues)
        if attribution.verb.i not in spoken:
            found.append(attribution)
            spoken[verb.i] = attribution
        owner[number] = attribution
        attribution.spoken = True
        attribution.content |= set(range(quotes.quotes[number].start, quotes.quotes[number].end))
        attribution.content -= attribution.source | attribution.cue
    _carry_on(doc, owner, quotes.quotes)
    _read_block(doc, cues, found, spoken)
    found.extend(list(_quoted_speakers(found)))
    for attribution in found:
        _hand_on(attribution, spoken, cues)
    return found


def _hand_on(found: Found, spoken: dict[int, Found], cues: Cues) -> None:
    """Let whom a report cites say what it reports: "..., the agency said, citing a diplomat"."""
    verb = found.verb
    whom, report = child(verb, "dobj"), spoken.get(verb.head.i)
    if verb.lemma_ not in QUOTING or verb.tag_ != "VBG" or whom is None or report is None or report is found:
        return
    speaks = whom.lemma_.lower() in cues.heading_speakers | cues.speaking_texts
    if (speaks or whom.ent_type_ in ("PERSON", "ORG", "NORP")) and _saying(verb) is None:
        found.source, found.content = whole(whom), report.content - whole(verb)


def _quoted_speakers(found: list[Found]) -> Iterator[Found]:
    """Yield whom others quote: '"...," the agency quoted Kirby as saying', "..., it said, citing an official"."""
    heads = {f.head.i for f in found}
    for outer in found:
        saying = _saying(outer.verb) if outer.verb.lemma_ in QUOTING else None
        speaker = child(outer.verb, "dobj", "nsubjpass")
        if saying is None or speaker is None or saying.i in heads or not outer.content:
            continue
        said = outer.content - whole(speaker) - whole(saying.head)
        if said:
            yield Found(
                head=saying, verb=saying, cue={saying.i}, source=whole(speaker), content=said, construction="speech"
            )


def _saying(verb: Token) -> Token | None:
    """Return the "saying" of "quoted her as saying" where nothing follows it."""
    for prep in verb.rights:
        if prep.dep_ == "prep" and prep.lower_ == "as":
            return child(prep, "pcomp")
    return None


def _read_block(doc: Doc, cues: Cues, found: list[Found], spoken: dict[int, Found]) -> None:
    """Give a verb of speech whose paragraph ends in a colon the next paragraph: a block quotation."""
    blocks = list(paragraphs(doc))
    for (start, end), (after, stop) in pairwise(blocks):
        words = [token for token in doc[start:end] if not token.is_space]
        if not words or words[-1].text != ":":
            continue
        verb = words[-1].sent.root
        if verb.i not in spoken and _speaks(verb, cues):
            attribution = _new(verb, cues)
            attribution.content = {i for i in range(after, stop) if not doc[i].is_space}
            found.append(attribution)


def _touched(found: Found, quotes: QuoteIndex) -> Iterator[int]:
    inside = quotes.at(found.head.i)
    if not found.content:
        return
    first, last = min(found.content), max(found.content)
    for number in range(max(0, quotes.after(first) - 1), len(quotes.quotes)):
        quote = quotes.quotes[number]
        if quote.start > last:
            return
        if number != inside and any(i in found.content for i in range(quote.start + 1, quote.end - 1)):
            yield number


def _claim(found: Found, quote: Quote, doc: Doc) -> None:
    """Take in the whole quotation; where it holds the clause that is said, what stands around it is not said."""
    marks = set(range(quote.start, quote.end))
    if found.root is not None and quote.start <= found.root < quote.end and not found.spoken:
        subject = child(doc[found.root], *SUBJECTS)
        found.spoken = subject is None or subject.i >= quote.start
        if found.spoken:
            found.content = {i for i in found.content if i >= quote.start}
    if found.head.i not in marks:
        found.content |= marks - found.source - found.cue


def _end_at_quotes(found: Found, quotes: QuoteIndex) -> None:
    """Drop what follows the last quotation of direct speech."""
    last = max((i for i in found.content if quotes.at(i) is not None), default=None)
    if found.spoken and last is not None:
        # Words between the quotation and its verb are said too: '"We shall win" the war, he said'.
        found.content = {i for i in found.content if i <= max(last, found.head.i)}


def _is_long(quote: Quote) -> bool:
    return quote.end - quote.start - 2 >= SPEECH_WORDS


def _ends_as_speech(doc: Doc, quote: Quote) -> bool:
    """Say whether the sentence goes on after the quotation, as before "he said"."""
    return doc[quote.end - 2].text in {",", "?", "!", "-", "..."} or doc[quote.end - 1].text == ","


def _beside(doc: Doc, cues: Cues, quotes: QuoteIndex, owner: dict[int, Found]) -> Iterator[tuple[Token, int]]:
    """Yield verbs of speech with the unclaimed quotation beside them."""
    for number, quote in enumerate(quotes.quotes):
        if number in owner or not (_is_long(quote) or _ends_as_speech(doc, quote)):
            continue
        verb = _follower(doc, quote, cues, quotes) or _introducer(doc, quote, cues, quotes)
        if verb is not None:
            yield verb, number


def _speaks(token: Token, cues: Cues) -> bool:
    takes = cues.verbs.get(cue_word(token, cues), {}) if token.pos_ == "VERB" else {}
    return "clause" in takes or "speech" in takes


def _follower(doc: Doc, quote: Quote, cues: Cues, quotes: QuoteIndex) -> Token | None:
    """Return the verb of '"...," said Kirby' or '"...," Kirby said'."""
    if not _ends_as_speech(doc, quote):
        return None
    for token in doc[quote.end : quote.end + 12]:
        if (token.is_sent_start and token.i > quote.end + 1) or quotes.at(token.i) is not None or token.is_space:
            return None
        if _speaks(token, cues) and token.dep_ not in ("relcl", "acl"):
            return token
    return None


def _introducer(doc: Doc, quote: Quote, cues: Cues, quotes: QuoteIndex) -> Token | None:
    """Return the verb of 'Kirby said: "..."' or 'Kirby said in Paris, "..."'."""
    before = quote.start - 1
    while before > 0 and doc[before].is_space:
        before -= 1
    if before <= 0 or doc[before].text not in {":", ","}:
        return None
    for index in range(before - 1, max(-1, before - 30), -1):
        token = doc[index]
        if token.is_space or quotes.at(index) is not None:
            return None
        if token.pos_ == "VERB" and (_speaks(token, cues) or (doc[before].text == ":" and token.dep_ == "ROOT")):
            return token
        if token.is_sent_start:
            return None
    return None


def _new(verb: Token, cues: Cues) -> Found:
    top, cue = cue_span(verb, cues)
    source = source_of(top)
    if not source:
        thing = child(verb, "dobj")
        source = whole(thing) if thing is not None and thing.i == verb.i + 1 + len(list(thing.lefts)) else source
    takes = cues.verbs.get(cue_word(verb, cues), {})
    force = takes.get("clause") or takes.get("speech") or Force.SAYS
    return Found(head=top, verb=verb, cue=cue, source=source, force=force, construction="speech", spoken=True)


def _carry_on(doc: Doc, owner: dict[int, Found], quotes: Sequence[Quote]) -> None:
    for number, quote in enumerate(quotes):
        if number in owner or number == 0 or number - 1 not in owner:
            continue
        before, speaker = quotes[number - 1], owner[number - 1]
        gap = [doc[i] for i in range(before.end, quote.start) if not doc[i].is_space]
        if not before.runs_on and not _closes_turn(doc, gap, speaker, quote):
            continue
        owner[number] = speaker
        speaker.content |= set(range(quote.start, quote.end))
    for number in range(len(quotes) - 2, -1, -1):
        # The speaker of words that run over a paragraph's end may be named only after them.
        if number not in owner and quotes[number].runs_on and number + 1 in owner:
            owner[number] = owner[number + 1]
            owner[number].content |= set(range(quotes[number].start, quotes[number].end))


def _closes_turn(doc: Doc, gap: list[Token], speaker: Found, quote: Quote) -> bool:
    """Say whether the stretch before the quotation holds the cue of the speaker and ends its sentence or clause."""
    if not speaker.spoken or not (_is_long(quote) or doc[quote.end - 2].text in {".", "?", "!"}) or not gap:
        return False
    if "\n" in doc[gap[0].i : quote.start].text.strip("\n \t") or "\n" in doc[quote.start - 1].text:
        return False
    return any(t.i == speaker.head.i for t in gap) and gap[-1].text in {".", ",", ":", ";"}
