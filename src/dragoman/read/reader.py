"""The reader: a document goes in, all that it says comes out."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

from spacy.language import Language

from dragoman.model import Document, Mention, Reading, Span, Statement
from dragoman.ontology import load_ontology
from dragoman.read.clauses.find import find_clauses
from dragoman.read.confidence import with_confidence
from dragoman.read.decide.pairs import load_pair_decision
from dragoman.read.mentions.find import Mentions, find_mentions
from dragoman.read.parse import load_parser, parse
from dragoman.read.recase import recaser
from dragoman.read.relations.find import find_relations
from dragoman.read.relations.things import named_spans
from dragoman.read.sections import read_in_sections
from dragoman.read.statements.build import Context, build_statements
from dragoman.read.statements.denials import with_denials
from dragoman.read.statements.elided import with_elided
from dragoman.read.statements.gapping import with_gapped
from dragoman.read.statements.returns import with_returns
from dragoman.read.statements.speakers import find_speeches
from dragoman.read.times.find import find_dating, find_times
from dragoman.read.version import DEFAULT_PIPELINE, reader_version
from dragoman.read.voices.find import find_attributions
from dragoman.world import load_world


class Reader:
    """Reads documents one at a time, each by itself; what it knows is loaded on first use."""

    def __init__(
        self, *, parser: str = DEFAULT_PIPELINE, actors: Sequence[Path] = (), vocabulary: Sequence[Path] = ()
    ) -> None:
        self.parser = parser
        self.world = load_world(tuple(actors))
        self.ontology = load_ontology(tuple(vocabulary))
        self.version = reader_version(parser, actors, vocabulary)

    @cached_property
    def nlp(self) -> Language:
        """Return the loaded spaCy pipeline."""
        return load_parser(self.parser, self.world.whole_words())

    def read(self, document: Document) -> Reading:
        """Return all that the document says; a document in a language that is not read gives an empty reading.

        Raises:
            UnreadableFile: the document is longer than can be read at once.
        """
        if not document.is_read:
            return Reading(document=document.id, reader=self.version)
        return read_in_sections(document, self._read)

    def _read(self, document: Document) -> Reading:
        doc = parse(document, self.nlp, recaser(self.world))
        attributions = find_attributions(doc)
        speakers = tuple((piece, a.source[0]) for a in attributions if a.source for piece in a.content if a.quoted)
        found, new_actors = find_mentions(doc, document, self.world, speakers)
        mentions = Mentions(doc, found, self.world)
        times = find_times(doc, document.published)
        context = Context(
            document=document,
            doc=doc,
            mentions=mentions,
            speeches=find_speeches(doc, document.text, attributions, mentions, self.ontology),
            times=times,
            ontology=self.ontology,
            world=self.world,
            version=self.version,
            decision=load_pair_decision(),
        )
        statements = _complete(context, found)
        return Reading(
            document=document.id,
            sentences=tuple(Span(s.start_char, s.end_char) for s in doc.sents),
            mentions=found,
            attributions=attributions,
            times=times,
            statements=statements,
            clauses=find_clauses(context, statements),
            relations=find_relations(doc, named_spans(doc, found)),
            new_actors=new_actors,
            dating=None if document.published else find_dating(doc, times),
            reader=self.version,
        )


def _complete(context: Context, mentions: Sequence[Mention]) -> tuple[Statement, ...]:
    """Return the statements with those that lists and denials only point to, each once: an id stands for one."""
    statements = build_statements(context)
    statements = with_gapped(statements, context.doc, context.document.text, context.mentions)
    statements = with_returns(with_denials(statements, context.doc), context.doc)
    statements = with_elided(statements, context.doc, context.document.text)
    once = tuple({statement.id: statement for statement in reversed(statements)}.values())[::-1]
    doc, world, ontology = context.doc, context.world, context.ontology
    return with_confidence(once, doc, mentions, world=world, ontology=ontology, decision=context.decision)
