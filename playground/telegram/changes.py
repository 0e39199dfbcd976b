"""Waiting for the simulated Telegram to change: woken by each change, never by a timer."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


class Changes:
    """`notify` on every change; `wait_until` re-reads its predicate after each."""

    def __init__(self) -> None:
        self._waiters: set[asyncio.Future[None]] = set()
        self._listeners: list[Callable[[], None]] = []

    def notify(self) -> None:
        for listener in self._listeners:
            listener()
        if self._waiters:
            waiters, self._waiters = self._waiters, set()
            for waiter in waiters:
                if not waiter.done():
                    waiter.set_result(None)

    def listen(self, listener: Callable[[], None]) -> Callable[[], None]:
        """Call `listener` after each change; the returned function ends that."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    async def wait_until(
        self,
        predicate: Callable[[], T],
        timeout: float = 5.0,
        explain: Callable[[], str] | None = None,
    ) -> T:
        """The first truthy value of `predicate`; TimeoutError after `timeout` real seconds."""
        loop = asyncio.get_running_loop()
        deadline = loop.time() + timeout
        while True:
            if value := predicate():
                return value
            waiter: asyncio.Future[None] = loop.create_future()
            self._waiters.add(waiter)
            try:
                async with asyncio.timeout_at(deadline):
                    await waiter
            except TimeoutError:
                self._waiters.discard(waiter)
                reason = explain() if explain else "the condition did not come true"
                raise TimeoutError(f"after {timeout} s: {reason}") from None
            except BaseException:
                self._waiters.discard(waiter)
                raise
