from __future__ import annotations

import pytest

from dragoman.read.decide.wordpiece import WordPieces

PIECES = ["[UNK]", "the", "em", "##bar", "##go", "cafe", "-", "'", "s", "$", "5", "日", "bar"]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("The embargo", ["the", "em", "##bar", "##go"]),
        ("the Café's", ["the", "cafe", "'", "s"]),
        ("cafe-bar", ["cafe", "-", "bar"]),
        ("$5", ["$", "5"]),
        ("the日bar", ["the", "日", "bar"]),
        ("the\u200b \tbar\n", ["the", "bar"]),
        ("zebra the", ["[UNK]", "the"]),
        ("the " + "bar" * 40, ["the", "[UNK]"]),
        ("", []),
    ],
)
def test_words_are_cut_into_the_longest_known_pieces(text: str, pieces: list[str]) -> None:
    """Case and accents don't count, signs stand alone, and a word with an unknown part is unknown."""
    cutter = WordPieces.of_lines("\n".join(PIECES))
    assert [PIECES[number] for number in cutter.encode(text)] == pieces
