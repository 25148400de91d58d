"""What lies on the desk while a brief is written: statements, documents and their numbers, and how to cite them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from dragoman.brief.names import name_all
from dragoman.brief.records import Cite, Words
from dragoman.brief.words import words_of
from dragoman.model import ActorRef, Document, Event, Span, Standing, Statement, Status

_SPEAKS = {
    Standing.CONFIRMED: Status.ACTUAL,
    Standing.SINGLE_SOURCE: Status.ACTUAL,
    Standing.ALLEGED: Status.POSSIBLE,
    Standing.EXPECTED: Status.PLANNED,
    Standing.DENIED: Status.DENIED,
    Standing.WANTED: Status.WANTED,
}
_NO_NAMES = frozenset("He She They It We I His Her Their Its Both The This That These Those Who Which Each".split())
_THIN_WORDS = 3  # "the talks", "a deal": words that tell nothing by themselves


class Desk:
    """Gives the statements of an event, their cites, and the words that show it best."""

    def __init__(
        self, statements: Mapping[str, Statement], documents: Mapping[str, Document], also: Iterable[str] = ()
    ) -> None:
        """Lay out the statements and all documents; `also` are ids of documents that are cited without a statement."""
        self.statements = statements
        self.documents = documents
        self.numbers = number_sources(documents.values(), statements.values(), also)

    def told(self, ids: Iterable[str]) -> list[Statement]:
        """Return the statements of those ids, in the order of their sources and of the text."""
        found = [self.statements[i] for i in dict.fromkeys(ids) if i in self.statements]
        return sorted(found, key=lambda s: (self.numbers[s.document], s.evidence.start, s.id))

    def of(self, events: Iterable[Event]) -> list[Statement]:
        """Return the statements of several events."""
        return self.told(i for event in events for i in event.statements)

    def published(self, statements: Iterable[Statement]) -> list[date | None]:
        """Return when the documents of the statements were published."""
        return [self.documents[s.document].published for s in statements]

    def cites(self, statements: Iterable[Statement]) -> tuple[Cite, ...]:
        """Return the cites of the statements."""
        return tuple(self._cite(statement) for statement in statements)

    def _cite(self, statement: Statement) -> Cite:
        return Cite(
            source=self.numbers[statement.document],
            statement=statement.id,
            span=Span(statement.evidence.start, statement.evidence.end),
            quote=statement.evidence.quote,
            who=", ".join(f"{v.name} ({' '.join(v.cue.split())})" for v in statement.voices),
            status=statement.status.value,
        )

    def words(self, statement: Statement) -> Words:
        """Return the statement's sentence."""
        return words_of(self.documents[statement.document], self.numbers[statement.document], statement.evidence)

    def best(self, statements: Iterable[Statement], standing: Standing | None = None) -> Statement:
        """Return the statement whose words show an event of this standing best."""
        wanted = _SPEAKS.get(standing) if standing else None
        return max(
            statements,
            key=lambda s: (
                wanted is None or s.status is wanted,
                len(s.evidence.quote.split()) >= _THIN_WORDS,
                sum(self.shows(s, ref) for ref in (*s.agents, *s.targets)),
                not _is_heading(s.evidence.quote),
                s.confidence,
                -self.numbers[s.document],
                -s.evidence.start,
                s.id,
            ),
        )

    def shows(self, statement: Statement, ref: ActorRef, words: Words | None = None) -> bool:
        """Say whether the shown words name the actor, rather than by a pronoun or not at all."""
        text = words.text if words else statement.evidence.quote
        if ref.name in text or ref.name.split()[-1] in text:
            return True
        span = words.span if words else Span(statement.evidence.start, statement.evidence.end)
        if ref.mention is None or not span.contains(ref.mention):
            return False
        named = ref.mention.of(self.documents[statement.document].text)
        return any(word[:1].isupper() and word not in _NO_NAMES for word in named.split())

    def lead(self, event: Event, statement: Statement, words: Words) -> str:
        """Return the names of those who take part and whom the shown words leave unnamed."""
        own = {ref.code: ref for ref in (*statement.agents, *statement.targets)}
        everyone = {ref.code: own.get(ref.code, ref) for ref in (*event.agents, *event.targets)}
        return name_all(ref for ref in everyone.values() if not self.shows(statement, ref, words))


def number_sources(
    documents: Iterable[Document], statements: Iterable[Statement], also: Iterable[str] = ()
) -> dict[str, int]:
    """Return the documents that the statements come from, numbered from 1 by date of publication, undated ones last."""
    cited = {*(s.document for s in statements), *also}
    ordered = sorted((d for d in documents if d.id in cited), key=lambda d: (d.published or date.max, d.name, d.id))
    return {document.id: number for number, document in enumerate(ordered, start=1)}


def trigger_of(statement: Statement) -> str:
    """Return the word that carries the statement's type, in small letters."""
    evidence = statement.evidence
    return evidence.quote[evidence.trigger.start - evidence.start : evidence.trigger.end - evidence.start].lower()


def _is_heading(quote: str) -> bool:
    return quote.isupper()
