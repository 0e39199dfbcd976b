"""What a button means. One frozen dataclass per intention; `bot.tg.callback_codec` writes them.

A class names itself by a short `code`, which is part of every button already sent: never reuse
one, and never change the order or the types of the fields of one that has been released.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class Action:
    """Base of all intentions. Fields: `int`, `bool`, or `str` of letters, digits and `-_.+/`."""

    code: ClassVar[str] = ""


@cache
def registry() -> dict[str, type[Action]]:
    """All actions by code. Raises `ValueError` when two classes claim one code."""
    found: dict[str, type[Action]] = {}
    waiting = list(Action.__subclasses__())
    while waiting:
        kind = waiting.pop()
        waiting.extend(kind.__subclasses__())
        # `slots=True` builds a second class; the first one, which nobody uses, stays listed until
        # the garbage collector comes by.
        if kind.code and "__slots__" in vars(kind):
            if kind.code in found:
                raise ValueError(f"the button code {kind.code!r} is used twice")
            found[kind.code] = kind
    return found
