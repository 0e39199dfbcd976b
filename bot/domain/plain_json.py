"""Frozen dataclasses as plain JSON values and back, by the types of their fields.

For values that leave the process as text and are read by the same version: no names are kept for
older ones.
"""

from __future__ import annotations

import dataclasses
import types
from collections.abc import Mapping
from datetime import date, datetime, time
from enum import Enum
from functools import cache
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

T = TypeVar("T")


def to_plain(value: Any) -> Any:
    """Dataclasses as objects, tuples as lists, dates and enums as text."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        names = [field.name for field in dataclasses.fields(value)]
        return {name: to_plain(getattr(value, name)) for name in names}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, (datetime, date, time)):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(key): to_plain(each) for key, each in value.items()}
    if isinstance(value, (tuple, list)):
        return [to_plain(each) for each in value]
    return str(value) if isinstance(value, str) else value


def from_plain(kind: type[T], data: Any) -> T:
    """What `to_plain` wrote. Raises `KeyError`, `TypeError` or `ValueError` on anything else."""
    return cast("T", _read(kind, data))


def _read(kind: Any, data: Any) -> Any:
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        if data is None:
            return None
        return _read(next(each for each in get_args(kind) if each is not type(None)), data)
    if origin is tuple:
        inner = get_args(kind)
        if len(inner) == 2 and inner[1] is ...:
            return tuple(_read(inner[0], each) for each in data)
        return tuple(_read(each, part) for each, part in zip(inner, data, strict=True))
    if dataclasses.is_dataclass(kind) and isinstance(kind, type):
        return kind(**{name: _read(hint, data[name]) for name, hint in _hints(kind).items()})
    if isinstance(kind, type) and issubclass(kind, (datetime, date, time)):
        return kind.fromisoformat(data)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind(data)
    return data


@cache
def _hints(kind: type) -> dict[str, Any]:
    hints = get_type_hints(kind)
    return {field.name: hints[field.name] for field in dataclasses.fields(kind)}
