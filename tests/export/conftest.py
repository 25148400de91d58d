from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from dragoman.library import Case, open_case
from dragoman.settings import Settings

EXAMPLES = Path(__file__).parents[2] / "examples" / "articles"


@pytest.fixture(scope="session")
def examples(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Case]:
    """A case of the example articles."""
    with open_case(tmp_path_factory.mktemp("export") / "examples.case", settings=Settings(user="ann")) as case:
        assert case.read(EXAMPLES).failed == []
        yield case
