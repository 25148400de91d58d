"""Settings: what a user can choose beside a command's options. The environment is read only here.

DRAGOMAN_CASE      the case file where none is named (dragoman.case)
DRAGOMAN_PARSER    the installed spaCy pipeline that reading parses with
DRAGOMAN_WORKERS   how many processes read (1)
DRAGOMAN_ACTORS    files of your own actors, with the system's path separator between them (":", on Windows ";")
DRAGOMAN_VOCABULARY    files of your own vocabulary, likewise
DRAGOMAN_SCALE     a file of your own values for the scale of conflict and cooperation
DRAGOMAN_USER      who takes decisions, as the case records it (the user's login name)
DRAGOMAN_DEBUG     anything: show where an error came from
"""

from __future__ import annotations

import getpass
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from dragoman.errors import BadValue

DEFAULT_CASE = Path("dragoman.case")


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What the program runs with; `parser` None is the one that Dragoman is measured with.

    `actors` and `vocabulary` are files of the user's own; None are those that the case remembers. `scale` is a file of
    the user's own values of events; None are the program's.
    """

    case: Path = DEFAULT_CASE
    parser: str | None = None
    workers: int = 1
    actors: tuple[Path, ...] | None = None
    vocabulary: tuple[Path, ...] | None = None
    scale: Path | None = None
    user: str = "unknown"
    debug: bool = False


def load_settings(environment: Mapping[str, str] = os.environ) -> Settings:
    """Return the settings that the environment gives.

    Raises:
        BadValue: a variable holds something that it can't.
    """
    workers = environment.get("DRAGOMAN_WORKERS") or "1"
    if not workers.isdecimal() or int(workers) < 1:
        raise BadValue(f"this is not a number of processes (DRAGOMAN_WORKERS={workers}); use 1 or more")
    return Settings(
        case=Path(environment.get("DRAGOMAN_CASE") or DEFAULT_CASE),
        parser=environment.get("DRAGOMAN_PARSER") or None,
        workers=int(workers),
        actors=_paths(environment.get("DRAGOMAN_ACTORS")),
        vocabulary=_paths(environment.get("DRAGOMAN_VOCABULARY")),
        scale=Path(own) if (own := environment.get("DRAGOMAN_SCALE")) else None,
        user=environment.get("DRAGOMAN_USER") or _login(),
        debug=bool(environment.get("DRAGOMAN_DEBUG")),
    )


def _paths(listed: str | None) -> tuple[Path, ...] | None:
    return tuple(Path(path) for path in listed.split(os.pathsep) if path) if listed else None


def _login() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # no login name: a container with a bare user number
        return "unknown"
