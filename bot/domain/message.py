"""What is said to a chat: words and buttons, before anything knows about Telegram.

Services and views build these; `bot.tg.rendering` turns them into Bot API parameters.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from bot.domain.actions import Action

ButtonStyle = Literal["danger", "success", "primary"]


@dataclass(frozen=True, slots=True)
class Button:
    """One button under a message. Exactly one of `action`, `copy` and `url` is set.

    `copy` is text that a press puts on the clipboard (phone numbers: `tel:` links are not
    allowed in buttons).
    """

    label: str
    action: Action | None = None
    copy: str | None = None
    url: str | None = None
    style: ButtonStyle | None = None


Rows = tuple[tuple[Button, ...], ...]


@dataclass(frozen=True, slots=True)
class Message:
    """One message: `html` in Telegram's HTML subset, at most 4,096 characters once parsed."""

    html: str
    rows: Rows = ()
    silent: bool = False
    ask_location: str | None = None  # label of the "share my location" key below the input field
    close_keyboard: bool = False  # takes that key away again
