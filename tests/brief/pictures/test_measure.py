"""How wide words are."""

from __future__ import annotations

from dragoman.brief.pictures.measure import fit, width_of, wrap


def test_cut_words_fit_their_room() -> None:
    """Words that are too wide are cut and say so; those that fit stay whole."""
    assert fit("Pyongyang", 200) == "Pyongyang"
    cut = fit("the Democratic Republic of the Congo", 100)
    assert cut.endswith("…")
    assert width_of(cut) <= 100


def test_words_are_wrapped_at_spaces() -> None:
    """Lines break between words, none is wider than the room, and the last is cut where words are left."""
    rows = wrap("Russia and North Korea signed a treaty of friendship", 120, 2)
    assert rows[0] == "Russia and North"
    assert rows[-1].endswith("…")
    assert all(width_of(row) <= 120 for row in rows)


def test_signs_of_other_scripts_have_a_width() -> None:
    """Chinese signs are taken as broad, combining signs as nothing."""
    assert width_of("北京") > width_of("ab")
    assert width_of("e\u0301") == width_of("e")
