from __future__ import annotations

import pytest

from dragoman.model import Form, FormUse
from dragoman.world.match import NameIndex, name_key, pieces


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kim Jong-un", "Kim Jong Un"),
        ("Kim Jong-un", "Kim Jong-Un"),
        ("al-Qaeda", "Al Qaeda"),
        ("al-Qaeda", "al Qaeda"),
        ("U.S.", "US"),
        ("Côte d’Ivoire", "Cote d'Ivoire"),
        ("Recep Tayyip Erdoğan", "Recep Tayyip Erdogan"),
        ("George W. Bush", "George W Bush"),
        ("The Hague", "the Hague"),
        ("People’s Republic", "People's Republic"),
    ],
)
def test_spellings_of_one_name_share_a_key(one: str, other: str) -> None:
    """Hyphens, points, accents, typographic apostrophes and the case of particles make no difference."""
    assert name_key(one) == name_key(other)


@pytest.mark.parametrize(("one", "other"), [("US", "us"), ("China", "china"), ("Turkey", "turkey"), ("Pole", "pole")])
def test_case_tells_names_from_words(one: str, other: str) -> None:
    """A name in lower case is another word."""
    assert name_key(one) != name_key(other)


def test_pieces_of_a_token() -> None:
    """A token comes apart at hyphens, commas and the possessive."""
    assert pieces("Jong-un") == ("Jong", "-", "un")
    assert pieces("People's") == ("People", "'s")
    assert pieces(",") == (",",)


def _index(*texts: str) -> NameIndex:
    return NameIndex({name_key(text): (Form(text=text, actor="x", use=FormUse.NAME),) for text in texts})


@pytest.mark.parametrize(
    ("words", "length"),
    [
        ("Kim Jong-un said", 2),
        ("Kim Jong - un said", 4),
        ("Kim Jong Un said", 3),
        ("Kim said", 0),
        ("KIM JONG - UN said", 4),
        ("Guinea - Bissau", 3),
        ("Guinea - based", 1),
        ("Guinea-based firms", 0),
        ("Guinea", 1),
        ("GUINEA", 1),
        ("guinea", 0),
        ("UN", 1),
        ("Un", 0),
        ("- Guinea", 0),
        ("", 0),
    ],
)
def test_longest_counts_words_however_cut(words: str, length: int) -> None:
    """The longest form is found over tokens, ends where a token ends, and words in capitals are words."""
    index = _index("Kim Jong Un", "Guinea", "Guinea-Bissau", "UN")
    assert index.longest(words.split(" "), 0)[0] == length


def test_apostrophe_may_be_a_token_of_its_own() -> None:
    """ "Workers' Party" is found as three tokens, and a genitive's apostrophe is not counted to the name."""
    party = Form(text="Workers' Party", actor="group:workers-party", use=FormUse.NAME)
    index = NameIndex({name_key("Workers' Party"): (party,)})
    assert index.longest(["Workers", "'", "Party"], 0) == (3, (party,))
    assert index.longest(["Workers'", "Party", "'", "leader"], 0) == (2, (party,))
