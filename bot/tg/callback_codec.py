"""Buttons on the wire: a typed action to at most 64 bytes, and back.

`2` (format version) `.` code `.` fields, joined by colons. Anything that does not decode exactly
(an old format, another bot's data, a forged field) is `None`, which the handlers answer with a
kind text and a fresh menu; it is never an error.
"""

from __future__ import annotations

import dataclasses
import re
from functools import cache
from typing import Any, get_type_hints

from bot.domain.actions import Action, registry

FORMAT = "2"
LIMIT_BYTES = 64

_TEXT = re.compile(r"[A-Za-z0-9_.+/\-]*")
_NUMBER = re.compile(r"-?[0-9a-z]{1,13}")
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def encode(action: Action) -> str:
    """Raises `ValueError` for an action that does not fit: a mistake of ours, found by tests."""
    parts = [FORMAT, action.code]
    for name in _field_names(action.code):
        value = getattr(action, name)
        if isinstance(value, bool):
            parts.append("1" if value else "0")
        elif isinstance(value, int):
            parts.append(_base36(value))
        else:
            if not _TEXT.fullmatch(str(value)):
                raise ValueError(f"{type(action).__name__}.{name} holds {value!r}")
            parts.append(str(value))
    data = ":".join(parts)
    if not action.code or len(data.encode()) > LIMIT_BYTES:
        raise ValueError(f"{type(action).__name__} does not fit into a button: {data!r}")
    return data


def decode(data: str | None) -> Action | None:
    """The action of a button, or None when the data is not one that this version writes."""
    if not data or len(data.encode("utf-8", "surrogatepass")) > LIMIT_BYTES:
        return None
    version, *rest = data.split(":")
    if version != FORMAT or not rest:
        return None
    kind = registry().get(rest[0])
    if kind is None:
        return None
    shapes = _all_shapes()[kind.code]
    if len(shapes) != len(rest) - 1:
        return None
    values: list[Any] = []
    for shape, text in zip(shapes, rest[1:], strict=True):
        value = _read(shape, text)
        if value is None:
            return None
        values.append(value)
    return kind(*values)


def _read(shape: type, text: str) -> int | str | bool | None:
    if shape is bool:
        return {"0": False, "1": True}.get(text)
    if shape is int:
        return int(text, 36) if _NUMBER.fullmatch(text) else None
    return text if _TEXT.fullmatch(text) else None


@cache
def _all_shapes() -> dict[str, tuple[type, ...]]:
    """The types of each action's fields, by code."""
    return {
        code: tuple(get_type_hints(kind)[field.name] for field in dataclasses.fields(kind))
        for code, kind in registry().items()
    }


@cache
def _field_names(code: str) -> tuple[str, ...]:
    return tuple(field.name for field in dataclasses.fields(registry()[code]))


def _base36(number: int) -> str:
    sign, number = ("-", -number) if number < 0 else ("", number)
    digits = ""
    while True:
        number, rest = divmod(number, 36)
        digits = _DIGITS[rest] + digits
        if number == 0:
            return sign + digits
