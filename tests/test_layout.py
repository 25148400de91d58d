from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SOURCES = sorted((ROOT / "src/dragoman").rglob("*.py"))
VAGUE = {"util", "utils", "common", "misc", "helpers", "helper"}


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_module_says_what_it_is(path: Path) -> None:
    """Every module says in its first line what it is for, and none has a name that says nothing."""
    text = path.read_text("utf-8")
    assert not text.strip() or text.startswith('"""') or path.name == "__main__.py"
    assert path.stem not in VAGUE


def test_environment_is_read_in_one_place() -> None:
    """Only the settings read the environment."""
    readers = [path.name for path in SOURCES if re.search(r"os\.(environ|getenv)", path.read_text("utf-8"))]
    assert readers == ["settings.py"]


def test_only_the_command_line_prints() -> None:
    """The core returns values; printing is for the command line, the server and modules that can be run."""
    silent = [path for path in SOURCES if '__name__ == "__main__"' not in path.read_text("utf-8")]
    core = [path for path in silent if not {"cli", "serve"} & set(path.parts)]
    assert [
        path.name for path in core if any(_prints(node) for node in ast.walk(ast.parse(path.read_text("utf-8"))))
    ] == []


def _prints(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print"


def test_tests_mirror_the_source() -> None:
    """Every folder of tests is named after the package that it tests."""
    packages = {path.parent.name for path in SOURCES if path.name == "__init__.py"}
    folders = {path.parent.name for path in (ROOT / "tests").rglob("test_*.py") if path.parent != ROOT / "tests"}
    assert folders <= packages | {"evals"}


def test_no_package_index_is_pinned() -> None:
    """The pins name versions and hashes, and no place to get them from."""
    for path in (ROOT / "requirements").glob("*.txt"):
        text = path.read_text("utf-8")
        assert re.findall(r"://|--(?:extra-)?index|--find-links| @ ", text) == [], path.name
        assert len(re.findall(r"--hash=sha256:[0-9a-f]{64}", text)) > text.count("==") > 50
