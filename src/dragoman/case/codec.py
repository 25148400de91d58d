"""Records <-> JSON, for any frozen dataclass of `model`; fields that hold their default are left out."""

from __future__ import annotations

import json
import types
import typing
from collections.abc import Callable, Hashable
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from typing import Any, TypeVar, cast

from dragoman.model import Span

R = TypeVar("R")
Turn = Callable[[Any], Any]  # from a value to its plain form, or back; None where nothing is to be done


def encode(record: Any) -> str:
    """Return the record as compact JSON."""
    turn = _encoder(cast(Hashable, type(record)))
    assert turn is not None
    return json.dumps(turn(record), ensure_ascii=False, separators=(",", ":"))


def decode(kind: type[R], text: str) -> R:
    """Return the record of that kind which `encode` wrote; fields that it does not know are passed over."""
    turn = _decoder(cast(Hashable, kind))
    assert turn is not None
    record: R = turn(json.loads(text))
    return record


# Both are worked out once for each type from its annotations: a case of ten thousand documents has a million records.


@cache
def _encoder(kind: Any) -> Turn | None:
    inner = _inner(kind)
    if inner is not None:
        turn = _encoder(inner)
        return None if turn is None else lambda value: None if value is None else turn(value)
    if typing.get_origin(kind) is tuple:
        item = _encoder(typing.get_args(kind)[0])
        return list if item is None else lambda value: [item(v) for v in value]
    if kind is Span:
        return lambda value: (value.start, value.end)
    if kind is date:
        return date.isoformat
    if isinstance(kind, type) and issubclass(kind, Enum):
        return lambda value: value.value
    return _record_encoder(kind) if is_dataclass(kind) else None


def _record_encoder(kind: Any) -> Turn:
    hints = typing.get_type_hints(kind)
    parts = [(field.name, field.default, _encoder(hints[field.name])) for field in fields(kind)]

    def turn(record: Any) -> dict[str, Any]:
        plain = {}
        for name, default, part in parts:
            value = getattr(record, name)
            if value is not default and value != default:
                plain[name] = part(value) if part else value
        return plain

    return turn


@cache
def _decoder(kind: Any) -> Turn | None:
    inner = _inner(kind)
    if inner is not None:
        turn = _decoder(inner)
        return None if turn is None else lambda value: None if value is None else turn(value)
    if typing.get_origin(kind) is tuple:
        item = _decoder(typing.get_args(kind)[0])
        return tuple if item is None else lambda value: tuple([item(v) for v in value])
    if kind is Span:
        return lambda value: Span(value[0], value[1])
    if kind is date:
        return date.fromisoformat
    if isinstance(kind, type) and issubclass(kind, Enum):
        return {member.value: member for member in kind}.__getitem__
    return _record_decoder(kind) if is_dataclass(kind) else None


def _record_decoder(kind: Any) -> Turn:
    parts = {name: _decoder(hint) for name, hint in typing.get_type_hints(kind).items()}

    def turn(plain: dict[str, Any]) -> Any:
        known = {}
        for name, value in plain.items():
            if name in parts:
                part = parts[name]
                known[name] = part(value) if part else value
        return kind(**known)

    return turn


def _inner(kind: Any) -> Any:
    """Return the type that may be None, of an annotation that says so."""
    if typing.get_origin(kind) in (types.UnionType, typing.Union):
        return next(arm for arm in typing.get_args(kind) if arm is not types.NoneType)
    return None
