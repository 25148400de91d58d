"""The origin: whose report a document says it reprints or repeats."""

from __future__ import annotations

import pytest

from dragoman.ingest.credits import find_origin

BODY = (
    "Negotiators from the two river states met for a third day without agreeing on the dam, and both delegations "
    "said afterwards that they would go home to consult their governments before another round is called."
)


@pytest.mark.parametrize(
    ("text", "origin"),
    [
        (f"KHARTOUM, June 3 (Reuters) - {BODY}", "Reuters"),
        (f"CAIRO (AP) — {BODY}", "AP"),
        (f"Cairo, June 3 (AFP) – {BODY}", "AFP"),
        (f"ADDIS ABABA, Ethiopia, June 3 (Xinhua) -- {BODY}", "Xinhua"),
        (f"MOSCOW, June 3. /TASS/. {BODY}", "TASS"),
        (f"CAIRO, June 3 (Meridian) - {BODY}", "Meridian"),
        (f"{BODY}\n\nSource: Meridian News Agency", "Meridian"),
        (f"Dam talks stall\n(AFP)\n{BODY}", "AFP"),
        (f"{BODY}\n\nSource: Xinhua", "Xinhua"),
        (f"{BODY}\n\nSource: Ministry of Water", "Ministry of Water"),
        (f"{BODY}\n\nvia Anadolu Agency", "Anadolu"),
        (f"{BODY}\n\n— AFP", "AFP"),
        (f"{BODY} (AFP)", "AFP"),
        (f"{BODY}\n\n(c) 2012 The Associated Press", "AP"),
        (f"{BODY}\n\nThis article first appeared in The Harbour Post.", "The Harbour Post"),
        (f"{BODY}\n\nOriginally published by Deutsche Welle", "Deutsche Welle"),
        (f"{BODY}\n\nReprinted with permission from Al Jazeera", "Al Jazeera"),
        (f"{BODY}\n\nFull story: Dam talks stall as ministers go home - BBC News", "BBC News"),
        (f"{BODY}\n\n4. MORE UPDATES AT: Dam talks stall - Sky News", "Sky News"),
        (f"{BODY}\n\nWith reporting by AP", "AP"),
        (f"By The Associated Press\n\n{BODY}", "AP"),
    ],
)
def test_credit_names_the_origin(text: str, origin: str) -> None:
    """A dateline or a credit line gives the plain name of the agency or outlet."""
    assert find_origin(text) == origin


@pytest.mark.parametrize(
    "text",
    [
        BODY,
        f"{BODY}\n\nThe minister told Reuters that he was tired.",
        f"{BODY}\n\nRead more: Dam talks stall - BBC News",
        f"{BODY}\n\nPhoto: AFP",
        f"{BODY}\n\nSource: own calculation",
        f"{BODY}\n\nThe paper, first published by the ministry in May, was withdrawn.",
        f"CAIRO - {BODY}",
        f"CAIRO (dusk) - {BODY}",
        f"CAIRO (Dusk Wire) - {BODY}",
    ],
)
def test_other_mentions_of_outlets_are_no_credit(text: str) -> None:
    """What an outlet is quoted for, a link or a picture credit says nothing of the origin."""
    assert find_origin(text) is None


def test_explicit_reprint_goes_before_the_dateline() -> None:
    """What a page says of itself counts for more than the dateline that it copied."""
    text = f"CAIRO (AP) — {BODY}\n\nThis story was first published by The Harbour Post."
    assert find_origin(text) == "The Harbour Post"
