"""The language of a text."""

from __future__ import annotations

import pytest

from dragoman.ingest.language import find_language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The ministers of the two states met in the capital and spoke of the river that they share.", "en"),
        (
            "Die Minister der beiden Staaten trafen sich am Dienstag in der Hauptstadt und sprachen über den Fluss.",
            "de",
        ),
        ("Les ministres des deux pays se sont réunis mardi dans la capitale pour parler du fleuve partagé.", "fr"),
        ("Министры двух государств встретились во вторник в столице и обсудили общую реку.", "ru"),
        ("两国部长星期二在首都会晤，讨论共同的河流。", "zh"),
        ("Ana Lee", "en"),
    ],
)
def test_language_is_told(text: str, language: str) -> None:
    """English is told from others; a text too short to tell is taken for English."""
    assert find_language(text) == language


def test_short_text_is_in_the_declared_language() -> None:
    """What the file declares decides where there are too few words."""
    assert find_language("Ana Lee", "es-ES") == "es"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("On Monday Vladimir Putin met Recep Tayyip Erdogan in Istanbul. On Friday Xi Jinping met Joko Widodo.", "en"),
        ("Der Bundeskanzler traf den Gast in Berlin und sprach mit ihm lange am Montag.", "de"),
    ],
)
def test_names_do_not_decide(text: str, language: str) -> None:
    """Of a short text full of names the other words decide."""
    assert find_language(text) == language
