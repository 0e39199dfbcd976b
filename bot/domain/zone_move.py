"""What happens to a routine when its patient moves to another time zone in mid course.

The rule, for every routine and above all for doses:

1. One calendar date carries each slot once. A date already served in the old zone is not served
   again in the new one, so travelling west never gives two doses "for the 10th".
2. Two doses are never closer than the minimum gap: a slot that would come too early is delayed
   to the gap's end, not dropped.
3. No date goes missing without a trace. The newest slot that the new clock has already passed
   today is due at once (or when the gap allows, while its date lasts); older ones are returned
   as `passed`, to be recorded.

New York 08:00 to Tokyo 08:00: the next dose would come after 11 hours; with a gap of 12 it comes
at 09:00 and from the next day on at 08:00. Tokyo to New York: today's date has been served, the
next dose is tomorrow at 08:00, 37 hours later. Nothing is caught up: never two at a time.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from bot.domain.phases import Calendar
from bot.domain.schedule import Slot, next_due, slots_from
from bot.domain.wall_time import local_date_of

_FURTHEST_MOVE = timedelta(days=2)  # zones differ by 26 hours at most
_DAY_MINUTES = 24 * 60


@dataclass(frozen=True, slots=True)
class Move:
    """The first slot in the new zone, and the slots that no clock of the patient ever showed."""

    next: Slot | None
    passed: tuple[Slot, ...] = ()


def shortest_gap(recurrence: Calendar) -> timedelta:
    """Half the shortest ordinary distance between two slots: 12 hours for one dose a day.

    No leaflet names a number of hours, so this is a proposal for a clinician to settle.
    """
    apart: list[int] = []
    for times in recurrence.times_in_use():
        minutes = [each.hour * 60 + each.minute for each in times]
        apart += [later - earlier for earlier, later in pairwise(minutes)]
        apart.append(minutes[0] + _DAY_MINUTES - minutes[-1])
    return timedelta(minutes=min(apart)) / 2


def following(
    recurrence: Calendar, zone: ZoneInfo, last: Slot, *, min_gap: timedelta = timedelta(0)
) -> Slot | None:
    """The slot behind `last` by `(local_date, slot)`, delayed to `min_gap` after it if need be.

    Steps by name and not by instant, so that a delayed slot can never swallow the one behind it.
    """
    for slot in slots_from(recurrence, zone, last.local_date):
        if _name(slot) > _name(last):
            return replace(slot, due_at=max(slot.due_at, last.due_at + min_gap))
    return None


def after_move(
    recurrence: Calendar,
    zone: ZoneInfo,
    last: Slot | None,
    moved_at: datetime,
    min_gap: timedelta,
) -> Move:
    """How the routine goes on in its new `zone`.

    `last` is the newest slot that became due in the old zone, with the instant at which it was
    really due; None when there was none, and then nothing is caught up. `moved_at` is aware.
    """
    if last is None:
        return Move(next_due(recurrence, zone, moved_at))
    moved_at = moved_at.astimezone(UTC)
    today = local_date_of(moved_at, zone)
    first_day = max(last.local_date, local_date_of(moved_at - _FURTHEST_MOVE, zone))
    earliest = last.due_at + min_gap
    passed: list[Slot] = []
    for slot in slots_from(recurrence, zone, first_day):
        if _name(slot) <= _name(last):
            continue
        if slot.due_at <= moved_at:
            passed.append(slot)
            continue
        caught_up = _catch_up(passed, today, max(earliest, moved_at), zone)
        if caught_up is not None:
            return Move(caught_up, tuple(passed[:-1]))
        return Move(replace(slot, due_at=max(slot.due_at, earliest)), tuple(passed))
    caught_up = _catch_up(passed, today, max(earliest, moved_at), zone)
    return Move(caught_up, tuple(passed[:-1] if caught_up else passed))


def _catch_up(passed: list[Slot], today: date, at: datetime, zone: ZoneInfo) -> Slot | None:
    if not passed or passed[-1].local_date != today or local_date_of(at, zone) != today:
        return None
    return replace(passed[-1], due_at=at)


def _name(slot: Slot) -> tuple[date, int]:
    return slot.local_date, slot.slot
