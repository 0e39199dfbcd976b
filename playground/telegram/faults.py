"""Faults to switch on: for every call, for one method, for one chat, for a number of times."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from playground.telegram.errors import ApiError, too_many_requests

Kind = Literal[
    "error",  # answered with an error, nothing happens
    "slow",  # happens at once, is answered `seconds` later
    "close",  # connection closed at once, nothing happens
    "lose_request",  # nothing happens, the answer never comes
    "lose_response",  # it happens, the answer never comes
    "cut_response",  # it happens, the connection closes instead of the answer
]


@dataclass(slots=True, eq=False)
class Fault:
    """One fault. It counts down `times`; None lasts until `off()`."""

    kind: Kind
    method: str | None = None
    chat: int | None = None
    times: int | None = None
    seconds: float = 0.0
    error: ApiError | None = None
    when: Callable[[str, Mapping[str, Any]], bool] | None = None
    hits: int = 0
    active: bool = True

    def off(self) -> None:
        self.active = False

    def matches(self, method: str, chat_id: int | None, params: Mapping[str, Any]) -> bool:
        return (
            self.active
            and (self.method is None or self.method.lower() == method.lower())
            and (self.chat is None or self.chat == chat_id)
            and (self.when is None or self.when(method, params))
        )

    def hit(self) -> None:
        self.hits += 1
        if self.times is not None and self.hits >= self.times:
            self.active = False


@dataclass(slots=True)
class Faults:
    """The switchboard. Every function returns the `Fault`, so a test can end it (`.off()`).

    All take `method=None, chat=None, times=None, when=None`; `when(method, params)` chooses
    calls freely. Calls that only ask (getUpdates, getMe, …) fail too unless `method` is given.
    """

    active: list[Fault] = field(default_factory=list)

    def add(self, fault: Fault) -> Fault:
        self.active.append(fault)
        return fault

    def clear(self) -> None:
        for fault in self.active:
            fault.off()
        self.active.clear()

    def take(self, method: str, chat_id: int | None, params: Mapping[str, Any]) -> list[Fault]:
        """The faults that strike this call; counts them down."""
        struck = [fault for fault in self.active if fault.matches(method, chat_id, params)]
        for fault in struck:
            fault.hit()
        if struck:
            self.active = [fault for fault in self.active if fault.active]
        return struck

    def too_many_requests(self, retry_after: int = 1, **where: Any) -> Fault:
        return self.add(Fault("error", error=too_many_requests(retry_after), **where))

    def server_error(self, status: int = 502, **where: Any) -> Fault:
        names = {500: "Internal Server Error", 502: "Bad Gateway", 503: "Service Unavailable"}
        return self.add(Fault("error", error=ApiError(status, names.get(status, "Error")), **where))

    def error(
        self,
        code: int,
        description: str,
        parameters: Mapping[str, int] | None = None,
        **where: Any,
    ) -> Fault:
        """Any answer, e.g. `error(400, "Bad Request: message can't be edited")`."""
        return self.add(Fault("error", error=ApiError(code, description, parameters), **where))

    def outage(self, **where: Any) -> Fault:
        """Every call answers 502 Bad Gateway."""
        return self.server_error(502, **where)

    def slow(self, seconds: float, **where: Any) -> Fault:
        """It happens at once; the answer comes `seconds` later, to whoever still listens."""
        return self.add(Fault("slow", seconds=seconds, **where))

    def close_at_once(self, **where: Any) -> Fault:
        """The connection is closed before anything happens."""
        return self.add(Fault("close", **where))

    def lose_request(self, hang: float = 60.0, **where: Any) -> Fault:
        """Read timeout before acceptance: nothing happens, no answer for `hang` seconds."""
        return self.add(Fault("lose_request", seconds=hang, **where))

    def lose_response(self, hang: float = 60.0, **where: Any) -> Fault:
        """Timeout after acceptance: it happens and is recorded, no answer for `hang` seconds."""
        return self.add(Fault("lose_response", seconds=hang, **where))

    def cut_response(self, **where: Any) -> Fault:
        """It happens and is recorded; then the connection is cut without an answer."""
        return self.add(Fault("cut_response", **where))

    def blocked(self, chat: int, **where: Any) -> Fault:
        """403 as if the person had blocked the bot, without the my_chat_member update."""
        return self.error(403, "Forbidden: bot was blocked by the user", chat=chat, **where)
