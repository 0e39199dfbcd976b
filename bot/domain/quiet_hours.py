"""The hours in which a routine message waits. Replies and escalations never ask."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, time
from zoneinfo import ZoneInfo

from bot.domain.wall_time import instant_of


@dataclass(frozen=True, slots=True)
class QuietHours:
    """Wall times; `start` is quiet, `end` is not. `end` before `start` wraps around midnight, and
    two equal times mean no quiet hours at all."""

    start: time
    end: time

    def covers(self, local: time) -> bool:
        """Whether a wall time is quiet."""
        if self.start <= self.end:
            return self.start <= local < self.end
        return local >= self.start or local < self.end

    def defer(self, at: datetime, zone: ZoneInfo) -> datetime:
        """`at` in UTC, or the end of the quiet hours it falls in. Never earlier than `at`."""
        local = at.astimezone(zone)
        if not self.covers(local.time()):
            return at.astimezone(UTC)
        # The next date is found on the calendar, not by adding 24 hours.
        day = local.date()
        if local.time() >= self.end:
            day = day.fromordinal(day.toordinal() + 1)
        end = instant_of(day, self.end, zone)
        if end < at:  # `at` lies in the second run of a repeated hour: so does its end
            end = datetime.combine(day, self.end.replace(fold=1), zone).astimezone(UTC)
        return end
