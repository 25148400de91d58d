from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from dragoman.read.reader import Reader
from dragoman.read.version import reader_version
from dragoman.weigh.version import WEIGH_VERSION, weigh_version


def test_version_is_the_readers() -> None:
    """What is had without the reader is what the reader says of itself, and it names the parser's version."""
    assert Reader().version == reader_version()
    assert "-3.8" in reader_version()


def test_own_files_change_the_version(tmp_path: Path) -> None:
    """The version goes by what the user's files hold and in which order, not by where they lie."""
    one, same, other = (tmp_path / name for name in ("a.yaml", "b.yaml", "c.yaml"))
    one.write_text("[]")
    same.write_text("[]")
    other.write_text("[ ]")
    versions = [reader_version(actors=files) for files in ((), (one,), (same,), (other,), (one, other), (other, one))]
    assert versions[1] == versions[2]
    assert len(set(versions)) == 5


def test_version_is_cheap() -> None:
    """Neither version loads the parser's library."""
    command = (
        "import sys; from dragoman.read.version import reader_version; "
        "from dragoman.weigh.version import weigh_version; "
        "reader_version(); weigh_version(); print('spacy' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", command], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_weighing_has_a_version() -> None:
    """Weighing has a version of its own."""
    assert weigh_version().startswith(f"{WEIGH_VERSION}+")
