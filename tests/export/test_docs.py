from __future__ import annotations

import importlib.util
from pathlib import Path

from dragoman.export.formats import FORMATS

ROOT = Path(__file__).parents[2]


def test_examples_are_what_the_program_makes() -> None:
    """The examples of the page on exports are what is exported; `make docs` writes them."""
    spec = importlib.util.spec_from_file_location("export_examples", ROOT / "docs/export_examples.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    assert module.PAGE.read_text("utf-8") == module.export_page()


def test_every_format_has_its_place_on_the_page() -> None:
    """The page names each format in its table."""
    page = (ROOT / "docs/export.md").read_text("utf-8")
    table = page[page.index("| format |") : page.index("The examples below")]
    assert [name for name in FORMATS if f"`{name}`" not in table] == []
