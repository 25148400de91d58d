"""What `dragoman show` prints of exchanges, matches and obligations: each with its sentences."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.case import CaseFile
from dragoman.cli.pages import _field, _sources, quote_in_paragraph
from dragoman.cli.pages_system import _page
from dragoman.cli.words import SHORT_ID
from dragoman.cli.words_ledger import say_codes, say_good, say_obligation
from dragoman.cli.words_system import name_parties, name_party
from dragoman.model import Exchange, Match, Obligation, Party, Span, Stage


@_page.register
def _exchange_page(exchange: Exchange, file: CaseFile) -> Iterator[str]:
    yield f"Exchange {exchange.id}"
    yield from _field("giver", _named(exchange.giver))
    yield from _field("receiver", _named(exchange.receiver))
    if not exchange.directed:
        yield from _field("direction", "nobody says which of the two gives")
    yield from _field("good", say_good(exchange.good))
    yield from _field("in words", "; ".join(exchange.what))
    yield from _field("quantities", "; ".join(quantity.text for quantity in exchange.quantities))
    yield from _field("stage", f"{exchange.stage}, {exchange.certainty}")
    yield from _field("for", "; ".join(dict.fromkeys(wording.text for wording in exchange.purposes)))
    for other in exchange.return_of:
        yield from _field("in return", f"exchange {other[:SHORT_ID]}, as a source says")
    for wording in exchange.named_by:
        yield from _field("by words", f'"{wording.text}" (statement {wording.statement[:SHORT_ID]})')
    for reached in exchange.reached:
        yield ""
        yield f"{reached.stage.value.capitalize()}: {reached.certainty}"
        yield from _field("because", reached.why)
        yield from _sources(file, _at(exchange, reached.stage))


@_page.register
def _match_page(match: Match, file: CaseFile) -> Iterator[str]:
    yield f"Match {match.id} (found by the program; no source need put the two together)"
    yield from _field("good", say_good(match.good))
    yield from _field("score", f"{match.score:.2f}")
    for reason in match.why:
        yield from _field("because", reason)
    if match.told:
        yield from _field("told", f"a source puts them together in exchange {match.told[:SHORT_ID]}")
    for other in match.back:
        yield from _field("back", f"match {other[:SHORT_ID]}")
    for heading, side in (("wants", match.want), ("has or offers", match.offer)):
        yield ""
        yield f"{name_party(side.party)} {heading}: {side.text}"
        yield from _sources(file, side.statements)


@_page.register
def _obligation_page(obligation: Obligation, file: CaseFile) -> Iterator[str]:
    yield f"Obligation {obligation.id}"
    yield from _field("kind", obligation.kind.value)
    yield from _field("named", obligation.name)
    yield from _field("says", say_obligation(obligation))
    yield from _field("bound", name_parties(obligation.bearers) or "nobody named: whoever it concerns")
    owed = "each other" if obligation.each_other else name_parties(obligation.beneficiaries)
    yield from _field("to or for", owed)
    yield from _field("goods", ", ".join(map(say_good, obligation.goods)))
    if obligation.trigger:
        on = say_codes(obligation.trigger.targets)
        kind = obligation.trigger.type or "of no known type"
        yield from _field("set off", f'"{obligation.trigger.text}" ({kind}{f" on {on}" if on else ""})')
    for exception in obligation.exceptions:
        yield from _field("unless", f'"{exception.text}"')
    yield from _field("authority", name_parties(obligation.authority))
    yield from _field("backed by", name_parties(obligation.backers))
    yield from _field("status", obligation.status)
    yield from _field("says so", ", ".join(obligation.voices))
    yield from _field("events", ", ".join(event[:SHORT_ID] for event in obligation.events))
    documents = {d.id: d for d in file.documents_with_ids([q.document for q in obligation.quotes])}
    for quote in obligation.quotes:
        yield ""
        yield documents[quote.document].name
        yield quote_in_paragraph(documents[quote.document].text, Span(quote.start, quote.end))
    for breach in obligation.breaches:
        who = ", ".join(breach.voices) or "the document"
        told = "breaches it" if breach.happened else "would breach it"
        yield ""
        yield f"Breach, says {who}: {say_codes(breach.by) or 'somebody'} {told}"
        yield from _sources(file, (breach.statement, *breach.acts))


def _named(party: Party | None) -> str:
    return name_party(party) if party else "nobody named"


def _at(exchange: Exchange, stage: Stage) -> tuple[str, ...]:
    return tuple(dict.fromkeys(step.statement for step in exchange.steps if step.stage is stage))
