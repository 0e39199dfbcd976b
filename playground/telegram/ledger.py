"""An independent record of what was said, delivered, confirmed and sent.

Tests compare it with what the bot believes. `at` is the injected clock, `mono` is
`time.perf_counter()` in seconds, for latencies.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field
from datetime import datetime
from time import perf_counter
from typing import Any, Literal

Outcome = Literal["accepted", "refused", "lost_before", "accepted_unheard"]


@dataclass(frozen=True, slots=True)
class Said:
    """Something a person did. `update_id` is None when the bot is not allowed to see it."""

    at: datetime
    mono: float
    chat_id: int
    user_id: int
    kind: str  # text, edit, press, photo, location, block, …
    text: str
    message_id: int | None
    update_id: int | None


@dataclass(frozen=True, slots=True)
class Delivered:
    """One update handed to the bot; an update can be delivered several times."""

    at: datetime
    mono: float
    update_id: int
    via: Literal["poll", "webhook"]


@dataclass(frozen=True, slots=True)
class Confirmed:
    """From here on Telegram has forgotten the update."""

    at: datetime
    mono: float
    update_id: int


@dataclass(frozen=True, slots=True)
class Call:
    """One Bot API call and how it ended.

    accepted: done and answered. refused: answered with `code`. lost_before: nothing happened
    and nothing was answered. accepted_unheard: done, but the bot never heard the answer.
    """

    at: datetime
    mono: float
    method: str
    chat_id: int | None
    params: Mapping[str, Any]
    outcome: Outcome
    code: int
    description: str
    message_id: int | None


@dataclass(slots=True)
class Ledger:
    clock: Callable[[], datetime]
    said: list[Said] = field(default_factory=list)
    delivered: list[Delivered] = field(default_factory=list)
    confirmed: list[Confirmed] = field(default_factory=list)
    calls: list[Call] = field(default_factory=list)

    def note_said(
        self,
        chat_id: int,
        user_id: int,
        kind: str,
        text: str,
        message_id: int | None,
        update_id: int | None,
    ) -> None:
        self.said.append(
            Said(self.clock(), perf_counter(), chat_id, user_id, kind, text, message_id, update_id)
        )

    def note_delivered(self, update_id: int, via: Literal["poll", "webhook"]) -> None:
        self.delivered.append(Delivered(self.clock(), perf_counter(), update_id, via))

    def note_confirmed(self, update_id: int) -> None:
        self.confirmed.append(Confirmed(self.clock(), perf_counter(), update_id))

    def sent(self, chat_id: int | None = None, method_prefix: str = "send") -> list[Call]:
        """Sends that Telegram accepted, whether or not the bot heard so; oldest first."""
        return [
            call
            for call in self.calls
            if call.outcome in ("accepted", "accepted_unheard")
            and call.method.startswith(method_prefix)
            and call.method != "sendChatAction"
            and (chat_id is None or call.chat_id == chat_id)
        ]

    def calls_of(self, method: str) -> list[Call]:
        return [call for call in self.calls if call.method == method]

    def unconfirmed(self) -> list[int]:
        """Update ids of what people said that Telegram still holds or has lost."""
        confirmed = {entry.update_id for entry in self.confirmed}
        return [
            entry.update_id
            for entry in self.said
            if entry.update_id is not None and entry.update_id not in confirmed
        ]

    def as_json(self) -> dict[str, Any]:
        """Everything, with ISO times; for the control API."""

        def plain(entry: Any) -> dict[str, Any]:
            return {**asdict(entry), "at": entry.at.isoformat()}

        return {
            "said": [plain(entry) for entry in self.said],
            "delivered": [plain(entry) for entry in self.delivered],
            "confirmed": [plain(entry) for entry in self.confirmed],
            "calls": [plain(entry) for entry in self.calls],
        }

    def tail(self, lines: int = 12) -> str:
        """The last things that happened, for a failing test's message."""
        told = [
            (entry.mono, f"{entry.user_id} {entry.kind}: {entry.text[:80]!r}")
            for entry in self.said[-lines:]
        ]
        told += [
            (
                entry.mono,
                f"bot {entry.method} -> {entry.chat_id} [{entry.outcome} {entry.code} "
                f"{entry.description}] {str(entry.params.get('text', ''))[:160]!r}",
            )
            for entry in self.calls[-lines:]
        ]
        return "\n".join(line for _, line in sorted(told)[-lines:]) or "(nothing happened)"
