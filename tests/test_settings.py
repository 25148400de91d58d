from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.errors import BadValue
from dragoman.settings import Settings, load_settings


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({"DRAGOMAN_USER": "ann"}, Settings(user="ann")),
        ({"DRAGOMAN_USER": "ann", "DRAGOMAN_CASE": "x.case"}, Settings(user="ann", case=Path("x.case"))),
        ({"DRAGOMAN_USER": "ann", "DRAGOMAN_WORKERS": "4"}, Settings(user="ann", workers=4)),
        ({"DRAGOMAN_USER": "ann", "DRAGOMAN_WORKERS": ""}, Settings(user="ann")),
        ({"DRAGOMAN_USER": "ann", "DRAGOMAN_PARSER": "xx"}, Settings(user="ann", parser="xx")),
        ({"DRAGOMAN_USER": "ann", "DRAGOMAN_SCALE": "s.yaml"}, Settings(user="ann", scale=Path("s.yaml"))),
        ({"DRAGOMAN_USER": "ann", "DRAGOMAN_DEBUG": "1"}, Settings(user="ann", debug=True)),
    ],
)
def test_environment(environment: dict[str, str], expected: Settings) -> None:
    """Each variable sets one thing, and an empty one nothing."""
    assert load_settings(environment) == expected


@pytest.mark.parametrize("workers", ["0", "-1", "many", "1.5"])
def test_number_of_processes(workers: str) -> None:
    """A number of processes that is none is refused, with the variable that holds it."""
    with pytest.raises(BadValue, match="DRAGOMAN_WORKERS"):
        load_settings({"DRAGOMAN_WORKERS": workers})
