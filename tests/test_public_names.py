from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import dragoman

ROOT = Path(__file__).parent.parent


def test_all_names_are_there() -> None:
    """Every public name exists, and no more than a dozen or so are public."""
    assert all(hasattr(dragoman, name) for name in dragoman.__all__)
    assert len(dragoman.__all__) <= 14


def test_public_names_are_documented() -> None:
    """The names that the reference documents are the public ones, no more and no fewer."""
    page = (ROOT / "docs/reference/library.md").read_text("utf-8")
    documented = re.findall(r"^### `dragoman\.(\w+)", page, flags=re.MULTILINE)
    assert sorted(documented) == sorted(dragoman.__all__)


def test_one_version() -> None:
    """The package and its metadata have one version."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert project["version"] == dragoman.__version__


def test_import_is_light() -> None:
    """Importing the package loads no parser, no HTML reader and no terminal library."""
    command = "import sys, dragoman; print([m for m in ('spacy', 'trafilatura', 'httpx', 'rich') if m in sys.modules])"
    assert subprocess.run([sys.executable, "-c", command], capture_output=True, text=True).stdout.strip() == "[]"


def test_all_has_settings_documented() -> None:
    """Every variable of the environment that is read stands in the how-to guide."""
    read = set(re.findall(r'"(DRAGOMAN_\w+)"', (ROOT / "src/dragoman/settings.py").read_text("utf-8")))
    documented = set(re.findall(r"DRAGOMAN_\w+", (ROOT / "docs/how-to.md").read_text("utf-8")))
    assert read == documented
