"""The user's own data: files of actors and of vocabulary, named once and remembered by the case."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from dragoman.case import CaseFile, OwnFile
from dragoman.digest import digest_files
from dragoman.errors import DataError, UnreadableFile
from dragoman.settings import Settings

ACTORS, VOCABULARY = "actors", "vocabulary"


def settle_own_data(settings: Settings, file: CaseFile | None = None) -> Settings:
    """Return the settings with the files that reading goes by: those they name, else those the case remembers.

    What is named, or has changed since, is checked; the case then remembers it.

    Raises:
        UnreadableFile: a file is not there, or is no text.
        DataError: a file breaks the rules of its kind, with a line for each place.
    """
    actors = _settle(ACTORS, settings.actors, file, settings.user)
    vocabulary = _settle(VOCABULARY, settings.vocabulary, file, settings.user)
    return replace(settings, actors=actors, vocabulary=vocabulary)


def own_codes(file: CaseFile) -> frozenset[str]:
    """Return the codes of the actors in the files that the case was read with; a file that is gone tells none."""
    from dragoman.world import load_world

    paths = tuple(path for known in file.own_files(ACTORS) if (path := Path(known.path)).is_file())
    if not paths:
        return frozenset()
    world = load_world(paths)
    return frozenset(world.actors[id_].code for id_ in world.own if id_ in world.actors)


def check_own_data(kind: str, paths: Sequence[Path]) -> None:
    """Raise what is wrong with the files, if anything is."""
    from dragoman.ontology.check import check_ontology
    from dragoman.world import load_world

    try:
        if kind == ACTORS:
            load_world(tuple(paths))
        else:
            own = {path.name for path in paths}
            wrong = [line for line in check_ontology(paths) if line.partition(":")[0] in own]
            if wrong:
                raise DataError("\n".join(wrong))
    except (AttributeError, TypeError, ValueError) as error:  # a file of quite another shape
        names = ", ".join(path.name for path in paths)
        raise DataError(f"this is no file of {kind} ({names}): {error}; see the reference for its form") from error


def _settle(kind: str, named: Sequence[Path] | None, file: CaseFile | None, user: str) -> tuple[Path, ...]:
    remembered = file.own_files(kind) if file else ()
    paths = tuple(Path(known.path) for known in remembered) if named is None else tuple(p.absolute() for p in named)
    found = tuple(OwnFile(path=str(path), digest=_digest(path, kind, is_named=named is not None)) for path in paths)
    if found == remembered:
        return paths
    check_own_data(kind, paths)
    if file:
        file.remember_own_files(kind, found, made_by=user)
    return paths


def _digest(path: Path, kind: str, *, is_named: bool) -> str:
    try:
        path.read_text("utf-8")
        return digest_files([path])
    except FileNotFoundError:
        if is_named:
            raise UnreadableFile(f"there is no such file of {kind} ({path}); check the name") from None
        raise UnreadableFile(
            f"the case was read with a file of {kind} that is gone ({path}); put it back, name another with --{kind}, "
            f"or go without: --{kind} ''"
        ) from None
    except UnicodeDecodeError:
        raise UnreadableFile(f"this file of {kind} is not in UTF-8 ({path}); save it so") from None
    except OSError as error:
        raise UnreadableFile(f"this file of {kind} can't be read: {error.strerror} ({path}); check it") from None
