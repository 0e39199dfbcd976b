"""Whether somebody else may hold a patient's account by now: only signs, never a certainty.

Telegram gives nobody another's account, but whoever gets the phone number of somebody who left it
open to a code by SMS gets the account with it, and often gives it a name of her or his own.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

# Carriers leave a number unused for weeks before they give it to somebody else; somebody who has
# been silent for less and changes her name is herself. A proposal, not a figure from a source.
SILENCE = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Sign:
    """Fingerprints of what Telegram shows of an account. `handle` is None without one."""

    name: str
    handle: str | None = None

    def as_json(self) -> dict[str, Any]:
        return {"name": self.name, "handle": self.handle}


def sign_of(first: str, last: str | None, handle: str | None) -> Sign:
    """The sign of an account with these names; nothing of them can be read from it."""
    name = " ".join(f"{first} {last or ''}".casefold().split())
    return Sign(_print(name), _print(handle.casefold()) if handle else None)


def read_sign(stored: Any) -> Sign | None:
    if not isinstance(stored, dict) or not isinstance(stored.get("name"), str):
        return None
    return Sign(stored["name"], stored.get("handle"))


def is_doubtful(known: Sign | None, seen: Sign, silent_for: timedelta) -> bool:
    """After a long silence the account has another name, and not even its handle is the same."""
    if known is None or silent_for < SILENCE or seen.name == known.name:
        return False
    return known.handle is None or seen.handle != known.handle


def _print(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:24]
