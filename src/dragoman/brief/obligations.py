"""Who is bound: a line for each obligation, with what sets it off, what lifts it, and who is said to breach it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from dragoman.brief.desk import Desk
from dragoman.brief.names import capital, join, with_article
from dragoman.brief.records import Cite, Item, Line
from dragoman.brief.vocabulary import load_wording
from dragoman.model import Breach, Instrument, Modality, Obligation, Party, Span
from dragoman.world import load_world

_STATUS = {"planned": "expected", "possible": "alleged", "wanted": "wanted", "denied": "denied"}
_LONGEST_ACT = 160
_BINDS = {Modality.MUST: 3.0, Modality.MUST_NOT: 2.0, Modality.MAY: 1.0}


def obligation_lines(obligations: Sequence[Obligation], desk: Desk) -> tuple[Line, ...]:
    """Return a line for each obligation, by what binds, those with a trigger first."""
    kinds = load_wording()["obligations"]["kinds"]
    lines = [_line(obligation, desk) for obligation in obligations if obligation.kind is not Instrument.SANCTION]
    order = list(kinds.values())
    ranked = sorted(lines, key=lambda line: (order.index(line.group), -line.rank, line.id))
    sanctions = [obligation for obligation in obligations if obligation.kind is Instrument.SANCTION]
    return (*ranked, *_sanctions_line(sanctions, desk))


def obligation_line(obligation: Obligation) -> str:
    """Return the id of the obligation's line on the page."""
    return f"bound-{obligation.id}"


def is_duty(obligation: Obligation) -> bool:
    """Say whether somebody is told to have to do, or not to do, something: a sanction names only whom it is on."""
    return obligation.kind is not Instrument.SANCTION and bool(obligation.bearers)


def name_parties(parties: Iterable[Party]) -> str:
    """Return the names in a row, as a sentence has them."""
    return join(list(dict.fromkeys(with_article(party.name) for party in parties)))


def say_duty(obligation: Obligation) -> str:
    """Return who must, may or must not do what: "North Korea and Russia must help each other"."""
    form = load_wording()["obligations"][obligation.modality.value]
    bearers = name_parties(obligation.bearers) or "each party"
    return str(form).format(a=bearers, act=shorten(obligation.act))


def say_conditions(obligation: Obligation) -> tuple[str, ...]:
    """Return what sets it off and what lifts it, in the words of the source."""
    forms = load_wording()["obligations"]
    trigger = [_once(str(forms["trigger"]), shorten(obligation.trigger.text), "trigger")] if obligation.trigger else []
    exceptions = [_once(str(forms["exception"]), shorten(e.text), "exception") for e in obligation.exceptions]
    return (*trigger, *exceptions)


def obligation_cites(obligation: Obligation, desk: Desk) -> tuple[Cite, ...]:
    """Return the cites of the clauses that tell of it."""
    return tuple(
        Cite(source=desk.numbers[q.document], statement=q.clause, span=Span(q.start, q.end), quote=q.text)
        for q in obligation.quotes
        if q.document in desk.numbers
    )


def shorten(words: str) -> str:
    """Return a source's words on one line, cut at a word where they are long."""
    flat = " ".join(words.split()).strip(" ,;.")
    return flat if len(flat) <= _LONGEST_ACT else f"{flat[:_LONGEST_ACT].rsplit(' ', 1)[0]} ..."


def _once(form: str, words: str, name: str) -> str:
    """Put the words into the form, unless they begin like a condition themselves."""
    begins = load_wording()["obligations"]["begins"]
    first, _, rest = words.partition(" ")
    return f"{first.lower()} {rest}" if first.lower() in begins else form.format(**{name: words})


def _line(obligation: Obligation, desk: Desk) -> Line:
    conditions = say_conditions(obligation)
    said = capital(", ".join((say_duty(obligation), *conditions)))
    return Line(
        id=obligation_line(obligation),
        text=said,
        standing=_STATUS.get(obligation.status, ""),
        marks=(shorten(obligation.name),) if obligation.name else (),
        items=_breaches(obligation, desk),
        cites=obligation_cites(obligation, desk),
        group=load_wording()["obligations"]["kinds"][obligation.kind.value],
        rank=_BINDS[obligation.modality] + 2 * bool(obligation.trigger) + len(obligation.quotes),
        events=obligation.events,
    )


def _sanctions_line(sanctions: Sequence[Obligation], desk: Desk) -> Iterator[Line]:
    """Yield one line of all sanctions, an item for each, as far as somebody is told to lay them down or to suffer."""
    told = [s for s in sanctions if s.authority or s.bearers or s.beneficiaries]
    if told:
        ranked = sorted(told, key=lambda s: (not s.authority, -len(s.quotes), s.id))
        items = (item for sanction in ranked for item in (_sanction(sanction, desk), *_breaches(sanction, desk)))
        yield Line(
            id="bound-sanctions",
            text=load_wording()["obligations"]["kinds"]["sanction"],
            items=tuple(items),
        )


def _sanction(sanction: Obligation, desk: Desk) -> Item:
    both, on, by = load_wording()["obligations"]["sanction"]
    source, target = name_parties(sanction.authority or sanction.bearers), name_parties(sanction.beneficiaries)
    said = str(both if source and target else on if target else by).format(a=source, b=target)
    words = shorten(sanction.act)
    more = f", “{words}”" if len(words.split()) > 1 else ""
    return Item(id=obligation_line(sanction), text=capital(said) + more, cites=obligation_cites(sanction, desk))


def _breaches(obligation: Obligation, desk: Desk) -> tuple[Item, ...]:
    return tuple(_breach(breach, desk) for breach in obligation.breaches)


def _breach(breach: Breach, desk: Desk) -> Item:
    world = load_world()
    voices = [with_article(actor.name) if (actor := world.by_code(code)) else code for code in breach.voices]
    by = f" by {name_parties(breach.by)}" if breach.by else ""
    says = f", {join(voices)} {'say' if len(voices) > 1 else 'says'}" if voices else ", a source says"
    cites = desk.cites(desk.told((breach.statement,)))
    words = shorten(breach.text)
    return Item(text=f"{'breached' if breach.happened else 'would be breached'}{by}{says}: “{words}”", cites=cites)
