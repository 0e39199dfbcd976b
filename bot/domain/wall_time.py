"""From what a clock on the wall shows to the instant at which it shows it.

One definition covers every irregularity of a zone: the instant of a wall time is the *first*
instant at which the local clock reads that time or a later one. So a time that does not exist
fires at the first instant after the gap, a time that comes twice fires once, the first time, and
a later wall time never fires before an earlier one.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo


@lru_cache(maxsize=4096)
def instant_of(local_date: date, local_time: time, zone: ZoneInfo) -> datetime:
    """The UTC instant of a wall time in `zone`, gaps and repeats settled as the module says."""
    wall = datetime.combine(local_date, local_time)
    instant = wall.replace(tzinfo=zone).astimezone(UTC)
    if instant.astimezone(zone).replace(tzinfo=None) == wall:
        return instant
    return _end_of_gap(wall, zone)


def local_date_of(instant: datetime, zone: ZoneInfo) -> date:
    """The date on the calendar of `zone` at an aware instant."""
    return instant.astimezone(zone).date()


def _end_of_gap(wall: datetime, zone: ZoneInfo) -> datetime:
    """The instant at which the clock jumped over `wall`, to the second."""
    before = wall.replace(tzinfo=zone, fold=1).astimezone(UTC)  # read with the offset after it
    after = wall.replace(tzinfo=zone, fold=0).astimezone(UTC)  # read with the offset before it
    low, high = 0, int((after - before).total_seconds())
    before = before.replace(microsecond=0)
    while high - low > 1:
        middle = (low + high) // 2
        shown = (before + timedelta(seconds=middle)).astimezone(zone).replace(tzinfo=None)
        if shown >= wall:
            high = middle
        else:
            low = middle
    return before + timedelta(seconds=high)
