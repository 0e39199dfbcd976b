"""What may leave next: the one place where every limit on sending comes together.

The dispatcher keeps the rows; the budget keeps only counts. One turn of its loop:

1. ask `allowance(now)`; when nothing may start, sleep until `next_at` or the next `finished`;
2. walk the due rows by (priority, not_before, id), which is the fairness within a class; skip, do
   not wait for, a row whose `chat_free_at` lies ahead (then it is due again at that instant);
3. start at most `total` rows, at most `bulk` of them with a bulk priority; call `started` for each
   before the first await and `finished` when its outcome is known, whatever it is.

Within a chat one interactive and one bulk send may be under way: replies keep their order, and an
answer does not wait for a reminder that hangs.

`now` is a UTC timestamp in seconds, so that pauses mean the same after a restart, and never goes
backwards within a process (the caller adds monotonic time to the instant of its start).
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from math import inf
from typing import TypedDict

from bot.delivery.chat_limits import ChatLimits, ChatRecord
from bot.delivery.floods import FloodRecord, Floods, Pauses
from bot.delivery.outage import Outage
from bot.delivery.pace import Pace, PaceRecord
from bot.domain.send_outcome import NotSent, NotSentReason, Outcome

# For a 429 that names no time.
DEFAULT_RETRY_AFTER = 5.0
# A chat in which another replica is sending: nobody tells us when that ends.
LOOK_AFTER_OTHERS = 0.05


@dataclass(frozen=True, slots=True)
class Allowance:
    """How many sends may start now, `bulk` of them at most with a bulk priority.

    `next_at` is the instant at which time alone raises one of the two; `inf` when only a `finished`
    can.
    """

    total: int
    bulk: int
    next_at: float


class Record(TypedDict):
    """What the replicas of one bot share of the budget; plain JSON."""

    pace: PaceRecord
    chats: ChatRecord
    floods: FloodRecord


class SendBudget:
    """Telegram's limits, the learnt ones, and the reserve for people who are talking.

    `rate_per_second` bounds the starts in any one second. `max_in_flight` bounds the sends under
    way (the transport's pool) and `reserve` of these are closed to bulk: when Telegram is slow and
    every send hangs for its whole timeout, a person's answer still finds a connection.
    """

    def __init__(
        self,
        rate_per_second: float = 30.0,
        *,
        max_in_flight: int = 96,
        reserve: int = 16,
        chats: ChatLimits | None = None,
    ) -> None:
        if rate_per_second < 1:
            raise ValueError("rate_per_second must be at least 1")
        if not 0 <= reserve < max_in_flight:
            raise ValueError("reserve must leave bulk at least one of max_in_flight")
        self._max_in_flight = max_in_flight
        self._max_bulk = max_in_flight - reserve
        self._floods = Floods(rate_per_second)
        self._outage = Outage()
        self._pace = Pace()
        self._chats = chats or ChatLimits()
        self._interactive: set[int] = set()  # chats with such a send under way
        self._bulk: set[int] = set()
        self._booked: set[int] = set()  # counted before they start, for other replicas to see
        self._elsewhere: dict[bool, frozenset[int]] = {True: frozenset(), False: frozenset()}

    def allowance(self, now: float) -> Allowance:
        """How many sends may start at `now`, and when to ask again."""
        held_until = max(self._floods.all_until, self._outage.until)
        if now < held_until:
            return Allowance(0, 0, held_until)
        rate = self._floods.rate(now)
        window = self._pace.free(now, rate)
        places = (
            (1 if self._outage.suspected else self._max_in_flight)
            - len(self._interactive)
            - len(self._bulk)
        )
        bulk_places = self._max_bulk - len(self._bulk)
        paced, paced_next = self._pace.free_bulk(now, rate)
        total = max(0, min(window, places))
        bulk = max(0, min(total, paced, bulk_places))
        next_at = self._pace.opens_at(rate) if window < places else inf
        if paced < min(total, bulk_places):
            next_at = min(next_at, paced_next)
        return Allowance(total, bulk, next_at)

    def chat_free_at(self, chat_id: int, now: float, *, interactive: bool) -> float:
        """The earliest instant for the next start in this chat: `now` when it may go at once.

        `inf` while an earlier one of the same kind is under way.
        """
        if chat_id in self._running(interactive):
            return inf
        free = max(self._chats.free_at(chat_id, now), self._floods.held_until(chat_id))
        if chat_id in self._elsewhere[interactive]:
            return max(free, now + LOOK_AFTER_OTHERS)
        return free

    def may_send(self, chat_id: int, now: float, *, interactive: bool) -> bool:
        """Whether this chat can take a send at `now`; the allowance is asked separately."""
        return self.chat_free_at(chat_id, now, interactive=interactive) <= now

    def started(self, chat_id: int, now: float, *, interactive: bool) -> None:
        """A send starts. Raises `ValueError` when one of its kind is under way in the chat."""
        running = self._running(interactive)
        if chat_id in running:
            raise ValueError("this chat has a send under way")
        running.add(chat_id)
        if chat_id in self._booked:
            self._booked.discard(chat_id)
        else:
            self._count(chat_id, now)

    def finished(self, chat_id: int, outcome: Outcome, now: float, *, interactive: bool) -> None:
        """It has ended. Raises `KeyError` when it had not been started."""
        self._running(interactive).remove(chat_id)
        self._outage.finished(chat_id, outcome, now)
        if isinstance(outcome, NotSent) and outcome.reason is NotSentReason.FLOOD:
            retry_after = outcome.retry_after
            self._floods.flooded(
                chat_id, DEFAULT_RETRY_AFTER if retry_after is None else retry_after, now
            )

    def rate(self, now: float) -> float:
        """The rate in force: the set one, or a lower one learnt from floods."""
        return self._floods.rate(now)

    def pauses(self, now: float) -> Pauses:
        """What must survive a restart: store it whenever a `finished` reported a flood."""
        return self._floods.pauses(now)

    def restore(self, pauses: Pauses) -> None:
        """Honour the pauses of an earlier process."""
        self._floods.restore(pauses)

    # With several replicas: `bot.delivery.share` carries the record to and from the database.

    def take_over(
        self,
        record: Record | None,
        now: float,
        shift: float,
        elsewhere: Collection[tuple[int, bool]],
    ) -> bool:
        """Let what all replicas have started and learnt decide, until the next time.

        `shift` is how many seconds the record's clock is ahead of `now`; `elsewhere` names the
        chats (and whether interactive) in which another replica is sending. Returns whether this
        one knows something that the record lacks."""
        self._booked.clear()
        for kind in (True, False):
            self._elsewhere[kind] = frozenset(chat for chat, asked in elsewhere if asked is kind)
        if record is None:
            return True
        self._pace.take_over(record["pace"], shift)
        self._chats.take_over(record["chats"], shift)
        return self._floods.take_over(record["floods"], now, shift)

    def book(self, chat_ids: Collection[int], now: float) -> None:
        """Count starts that follow as soon as they are committed."""
        for chat_id in chat_ids:
            self._count(chat_id, now)
            self._booked.add(chat_id)

    def record(self, now: float, shift: float) -> Record:
        """What the other replicas have to know, on a clock `shift` seconds ahead of `now`."""
        return Record(
            pace=self._pace.record(shift),
            chats=self._chats.record(shift),
            floods=self._floods.record(now, shift),
        )

    def _count(self, chat_id: int, now: float) -> None:
        self._pace.started(now, self._floods.rate(now))
        self._chats.started(chat_id, now)

    def _running(self, interactive: bool) -> set[int]:
        return self._interactive if interactive else self._bulk
