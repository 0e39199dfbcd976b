"""A command is a command, whoever relays it.

Telegram marks commands with an entity, and the library reads nothing else. Some Bot API servers
and relays leave the mark out; a patient who writes /sos there must not be answered with an FAQ.
"""

from __future__ import annotations

import re
from typing import Any

_COMMAND = re.compile(r"/[a-zA-Z0-9_]{1,32}(?:@[a-zA-Z0-9_]+)?")


def with_command_marked(update: dict[str, Any]) -> dict[str, Any]:
    """The raw update, with a leading command marked as one. The argument is not changed."""
    message = update.get("message")
    if not isinstance(message, dict) or message.get("entities"):
        return update
    text = message.get("text")
    found = _COMMAND.match(text) if isinstance(text, str) else None
    if found is None:
        return update
    mark = {"type": "bot_command", "offset": 0, "length": found.end()}
    return update | {"message": message | {"entities": [mark]}}
