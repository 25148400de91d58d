"""The scale: how friendly or hostile each type of event is, from the program's file or the user's."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import yaml

from dragoman.errors import DataError
from dragoman.ontology import load_ontology

HERE = Path(__file__).parent
SHIPPED = HERE / "scale.yaml"
LIMIT = 10.0


@dataclass(frozen=True, slots=True)
class Scale:
    """Values from -10 (hostile) to 10 (friendly) by type, or by type and mode."""

    values: Mapping[tuple[str, str | None], float]

    def value(self, kind: str, mode: str | None) -> float:
        """Return the value of the mode of a type, else the type's."""
        found = self.values.get((kind, mode))
        return self.values[kind, None] if found is None else found


def load_scale(own: Path | None = None) -> Scale:
    """Return the program's scale, with the values of the user's file in place of those that it names.

    Raises:
        DataError: a file can't be read, or has a line that gives no value, with the line's number.
    """
    return Scale(_shipped() | _read(own, check=True) if own else _shipped())


@lru_cache(maxsize=1)
def _shipped() -> dict[tuple[str, str | None], float]:
    return _read(SHIPPED)


def _read(path: Path, *, check: bool = False) -> dict[tuple[str, str | None], float]:
    try:
        root = yaml.compose(path.read_text(encoding="utf-8"), Loader=yaml.SafeLoader)
    except UnicodeDecodeError:
        raise DataError(f"{path.name}: is not in UTF-8; save it so") from None
    except (yaml.YAMLError, OSError) as error:
        why = error.strerror if isinstance(error, OSError) else " ".join(str(error).split())
        raise DataError(f"{path.name}: can't be read: {why}") from error
    if root is None:
        return {}
    if not isinstance(root, yaml.MappingNode):
        raise DataError(f"{path.name}: wants lines such as 'AGREE: 3' or 'AGREE pact: 7'")
    pairs = [(_key(key), _value(value), key.start_mark.line + 1) for key, value in root.value]
    # The program's own file is checked by a test: the vocabulary takes longer to load than the scale.
    if check and (wrong := [f"{path.name}, line {line}: {what}" for line, what in _problems(pairs)]):
        raise DataError("\n".join(wrong))
    return {key: value for key, value, _ in pairs if isinstance(value, float)}


def _key(node: yaml.Node) -> tuple[str, str | None]:
    name, _, mode = str(node.value).strip().partition(" ")
    return name.upper(), mode.strip() or None


def _value(node: yaml.Node) -> float | str:
    try:
        return float(node.value)
    except ValueError:
        return str(node.value)
    except TypeError:
        return "a list"


def _problems(pairs: list[tuple[tuple[str, str | None], float | str, int]]) -> Iterator[tuple[int, str]]:
    ontology = load_ontology()
    seen: dict[tuple[str, str | None], int] = {}
    for (kind, mode), value, line in pairs:
        name = f"{kind} {mode}" if mode else kind
        if kind not in ontology.types:
            yield line, f"there is no type {kind}; known are {', '.join(ontology.types)}"
        elif mode and (kind, mode) not in ontology.modes:
            modes = ", ".join(known for type_, known in ontology.modes if type_ == kind)
            yield line, f"{kind} has no mode {mode}" + (f"; it has {modes}" if modes else "")
        if not isinstance(value, float) or not -LIMIT <= value <= LIMIT:
            yield line, f"the value of {name} is no number from -10 to 10 ({value})"
        if (first := seen.setdefault((kind, mode), line)) != line:
            yield line, f"{name} has a value in line {first} already"
