"""Claims as schema.org's JSON-LD: what each statement says, who says it, where, and what speaks for and against it.

One document: `@graph` holds a Claim for each statement, with the article it appears in and its author (the innermost
speaker, else the publisher), and a ClaimReview for each event that is weighed, of which the claims are.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import islice
from typing import Any

from dragoman.export.selection import BATCH, Selection, Told, told_events
from dragoman.export.words import say_statement
from dragoman.model import Document, Statement, Voice
from dragoman.version import __version__

CONTEXT = {
    "@vocab": "https://schema.org/",
    "dragoman": "urn:dragoman:",
    "datePublished": {"@id": "https://schema.org/datePublished", "@type": "https://schema.org/Date"},
    "temporalCoverage": "https://schema.org/temporalCoverage",
    "appearance": {"@id": "https://schema.org/appearance", "@type": "@id"},
    "itemReviewed": {"@id": "https://schema.org/itemReviewed", "@type": "@id"},
}
_BEST, _WORST = 1, 6  # NATO Admiralty's credibility, which follows from the standing: no winner is picked
_PEOPLE = ("person:", "people:")


def export_claims(selection: Selection) -> Iterator[str]:
    """Yield the pieces of one JSON-LD document."""
    yield '{"@context": ' + json.dumps(CONTEXT) + ', "@graph": ['
    for number, item in enumerate(_items(selection)):
        yield (",\n" if number else "\n") + json.dumps(item, ensure_ascii=False)
    yield "\n]}\n"


def _items(selection: Selection) -> Iterator[dict[str, Any]]:
    articles: set[str] = set()
    found = told_events(selection)
    while batch := tuple(islice(found, BATCH)):
        ids = dict.fromkeys(s.document for told in batch for s in told.statements)
        documents = {d.id: d for d in selection.file.documents_with_ids(list(ids))}
        for document in documents.values():
            if document.id not in articles:
                articles.add(document.id)
                yield _article(document)
        for told in batch:
            yield from (_claim(s, told, documents[s.document]) for s in told.statements)
            yield _review(told)


def _article(document: Document) -> dict[str, Any]:
    found = {
        "@id": _id("document", document.id),
        "@type": "Article",
        "name": document.name,
        "headline": document.title,
        "url": document.uri if document.uri.startswith(("http://", "https://")) else None,
        "author": {"@type": "Person", "name": document.author} if document.author else None,
        "publisher": {"@type": "Organization", "name": document.publisher} if document.publisher else None,
        "datePublished": document.published.isoformat() if document.published else None,
        "inLanguage": document.language,
    }
    return {name: value for name, value in found.items() if value is not None}


def _claim(statement: Statement, told: Told, document: Document) -> dict[str, Any]:
    evidence, time, place = statement.evidence, statement.time, statement.place
    found = {
        "@id": _id("statement", statement.id),
        "@type": "Claim",
        "name": say_statement(statement),
        "text": evidence.quote,
        "author": _author(statement.voices[0]) if statement.voices else _outlet(document),
        "appearance": _id("document", document.id),
        "datePublished": document.published.isoformat() if document.published else None,
        "about": [{"@type": _kind(ref.actor), "name": ref.name} for ref in (*statement.agents, *statement.targets)],
        "temporalCoverage": f"{time.start or '..'}/{time.end or '..'}" if time.start or time.end else None,
        "contentLocation": {"@type": "Place", "name": place.text} if place else None,
        "dragoman:status": statement.status.value,
        "dragoman:confidence": round(statement.confidence, 3),
        "dragoman:start": evidence.start,
        "dragoman:end": evidence.end,
        "dragoman:event": _id("event", told.event.id),
    }
    return {name: value for name, value in found.items() if value not in (None, [])}


def _review(told: Told) -> dict[str, Any]:
    event = told.event
    found = {
        "@id": _id("event", event.id),
        "@type": "ClaimReview",
        "claimReviewed": say_statement(told.statement),
        "itemReviewed": [_id("statement", s.id) for s in told.statements],
        "author": {"@type": "SoftwareApplication", "name": "Dragoman", "softwareVersion": __version__},
        "reviewBody": "; ".join(event.reasons) or None,
        "reviewRating": {
            "@type": "Rating",
            "alternateName": event.standing.value,
            "ratingValue": event.credibility,
            "bestRating": _BEST,
            "worstRating": _WORST,
        },
        "dragoman:assertedBy": list(event.asserted_by),
        "dragoman:deniedBy": list(event.denied_by),
    }
    return {name: value for name, value in found.items() if value not in (None, [])}


def _author(voice: Voice) -> dict[str, Any]:
    return {"@type": _kind(voice.actor), "name": voice.name, "identifier": voice.code}


def _outlet(document: Document) -> dict[str, Any] | None:
    name = document.origin or document.publisher or document.author
    return {"@type": "Organization", "name": name} if name else None


def _kind(actor: str) -> str:
    if actor.startswith("state:"):
        return "Country"
    return "Person" if actor.startswith(_PEOPLE) else "Organization"


def _id(kind: str, of: str) -> str:
    return f"urn:dragoman:{kind}:{of}"
