"""Why accounts can't all be right."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.explain.because import Because, quoted
from dragoman.model import Dispute, Document, Statement

_SHORT = 8


def explain_dispute(
    dispute: Dispute, statements: Sequence[Statement], documents: Sequence[Document]
) -> Iterator[Because]:
    """Yield what the sides hold, with the words of each; the documents are those of the statements."""
    told = {statement.id: statement for statement in statements}
    names = {document.id: document.name for document in documents}
    yield Because(part=dispute.kind, value=f"{len(dispute.sides)} sides", why=dispute.what)
    for side in dispute.sides:
        whose = ", ".join(side.interests) or "no one's interest is known"
        against = ", who speaks against their own interest" if side.against_own_interest else ""
        yield Because(part="side", value=side.claim, why=f"held by {whose}{against}")
        for statement in (told[id_] for id_ in side.statements if id_ in told):
            why = f"{names[statement.document]}: {quoted(statement.evidence.quote)}"
            yield Because(part="statement", value=f"{statement.id[:_SHORT]} {statement.status}", why=why)
