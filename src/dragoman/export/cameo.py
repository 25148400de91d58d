"""CAMEO-coded rows, tab-separated, in the columns of ICEWS: one row an event and directed pair of actors.

ICEWS' readers read them, this program's too. The event's text is this program's type and mode, the intensity its scale.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from dragoman.coded.cameo import cameo_code
from dragoman.coded.icews import COLUMNS
from dragoman.export.selection import BATCH, Selection
from dragoman.export.told import Deed, deeds
from dragoman.model import ActorKind, ActorRef, Document
from dragoman.world import World

_IN_COLUMN = {"city": "City", "site": "City", "region": "Province"}


def export_cameo(selection: Selection) -> Iterator[str]:
    """Yield the header, then the rows."""
    yield "\t".join(COLUMNS) + "\n"
    lonely = 0
    found = deeds(selection)
    while batch := tuple(islice(found, BATCH)):
        ids = dict.fromkeys(deed.told.statement.document for deed in batch)
        documents = {d.id: d for d in selection.file.documents_with_ids(list(ids))}
        for deed in batch:
            pairs = deed.pairs
            lonely += not pairs
            for source, target in pairs:
                cells = _cells(deed, source, target, documents[deed.told.statement.document], selection)
                yield "\t".join(" ".join(cells.get(column, "").split()) for column in COLUMNS) + "\n"
    if lonely:
        many = f"{lonely} events name" if lonely > 1 else "1 event names"
        selection.notes.append(f"{many} one side only, and CAMEO has no row for that")


def _cells(deed: Deed, source: ActorRef, target: ActorRef, document: Document, selection: Selection) -> dict[str, str]:
    event = deed.told.event
    cells = {
        "Event ID": event.id,
        "Event Date": deed.start.isoformat(),
        "Event Text": f"{deed.type}: {deed.mode}" if deed.mode else deed.type,
        "CAMEO Code": cameo_code(deed.type, deed.mode, event.contexts, event.type),
        "Intensity": f"{deed.value:.1f}",
        "Story ID": document.id,
        "Publisher": document.publisher or "",
        **_side("Source", source, selection.world),
        **_side("Target", target, selection.world),
    }
    place = event.place
    if place is not None:
        state = selection.world.by_code(place.country) if place.country else None
        column = _IN_COLUMN.get(place.precision)
        cells |= {column: place.text} if column else {}
        cells |= {"Country": state.name if state else place.country or ""}
        if place.lat is not None and place.lon is not None:
            cells |= {"Latitude": f"{place.lat:.4f}", "Longitude": f"{place.lon:.4f}"}
    return cells


def _side(side: str, ref: ActorRef, world: World) -> dict[str, str]:
    owner = world.by_code(ref.code)
    country = owner.name if owner is not None and owner.kind is ActorKind.STATE else ""
    return {f"{side} Name": ref.name, f"{side} Sectors": ref.sector or "", f"{side} Country": country}
