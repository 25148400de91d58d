from __future__ import annotations

import pytest

from dragoman.world.persons import surnames


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Vladimir Putin", ("Putin",)),
        ("Ursula von der Leyen", ("von der Leyen", "Leyen")),
        ("Luiz Inacio Lula da Silva", ("da Silva", "Silva")),
        ("Bashar al-Assad", ("al-Assad", "Assad")),
        ("Donald Trump Jr.", ("Trump",)),
        ("Gamal Abdel Nasser", ("Nasser",)),
        ("Pelé", ()),
    ],
)
def test_surnames(name: str, expected: tuple[str, ...]) -> None:
    """A surname is the last word, with and without the particles before it; a single name has none."""
    assert surnames(name) == expected
