"""Records <-> JSON, for any frozen dataclass of `model`; fields that hold their default are left out."""

from __future__ import annotations

import json
import types
import typing
from collections.abc import Callable, Hashable
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from typing import Any, TypeVar, cast

from dragoman.model import Span

R = TypeVar("R")


def encode(record: Any) -> str:
    """Return the record as compact JSON."""
    return json.dumps(_plain(record), ensure_ascii=False, separators=(",", ":"))


def decode(kind: type[R], text: str) -> R:
    """Return the record of that kind which `encode` wrote; fields that it does not know are passed over."""
    record: R = _maker(cast(Hashable, kind))(json.loads(text))
    return record


def _plain(value: Any) -> Any:
    if isinstance(value, Span):
        return [value.start, value.end]
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if is_dataclass(value):
        return {f.name: _plain(v) for f in fields(value) if (v := getattr(value, f.name)) != _default(f)}
    return value


def _default(field: Any) -> Any:
    return field.default if field.default is not MISSING else MISSING


@cache
def _maker(kind: Any) -> Callable[[Any], Any]:
    """Return the function that makes a value of the annotated type from plain JSON."""
    origin = typing.get_origin(kind)
    if origin in (types.UnionType, typing.Union):
        inner = _maker(next(arm for arm in typing.get_args(kind) if arm is not type(None)))
        return lambda value: None if value is None else inner(value)
    if origin is tuple:
        item = _maker(typing.get_args(kind)[0])
        return lambda value: tuple([item(v) for v in value])
    if kind is Span:
        return lambda value: Span(value[0], value[1])
    if kind is date:
        return date.fromisoformat
    if isinstance(kind, type) and is_dataclass(kind):
        return _record_maker(kind)
    return kind if isinstance(kind, type) and issubclass(kind, Enum) else lambda value: value


def _record_maker(kind: type) -> Callable[[dict[str, Any]], Any]:
    makers = {name: _maker(hint) for name, hint in typing.get_type_hints(kind).items()}
    return lambda value: kind(**{k: makers[k](v) for k, v in value.items() if k in makers})
