"""What a button means. One frozen dataclass per intention; `bot.tg.callback_codec` writes them.

A class names itself by a short `code`, which is part of every button already sent: never reuse
one, and never change the order or the types of the fields of one that has been released.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class Action:
    """Base of all intentions. Fields may be `int`, `str` (letters, digits, `-_.`) or `bool`."""

    code: ClassVar[str] = ""
