"""Writes a `PhoneCalendar` as iCalendar (RFC 5545) with icalendar."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from icalendar import Alarm, Calendar, Event

from bot.domain.phone_calendar import LASTS, Entry, PhoneCalendar


def ics_file(calendar: PhoneCalendar) -> bytes:
    """The file; what repeats evenly is one entry, everything else one for each date."""
    out = Calendar()
    out.add("prodid", "-//isocompanion//routines//EN")
    out.add("version", "2.0")
    for entry in calendar.entries:
        for event in _events(entry, calendar):
            out.add_component(event)
    made_on = calendar.made_on
    out.add_missing_timezones(first_date=made_on, last_date=made_on + 2 * LASTS)
    return bytes(out.to_ical())


def _events(entry: Entry, calendar: PhoneCalendar) -> Iterator[Event]:
    step = entry.every_days
    if step is not None:
        event = _event(entry, calendar, 0)
        event.add("rrule", {"freq": "daily", "interval": step, "count": len(entry.dates)})
        yield event
        return
    for number in range(len(entry.dates)):
        yield _event(entry, calendar, number)


def _event(entry: Entry, calendar: PhoneCalendar, number: int) -> Event:
    event = Event()
    start = datetime.combine(entry.dates[number], entry.at, ZoneInfo(calendar.zone))
    event.add("uid", f"{entry.key}-{number}@isocompanion")
    event.add("dtstamp", datetime.combine(calendar.made_on, time(), UTC))
    event.add("summary", entry.words)
    event.add("description", calendar.note)
    event.add("dtstart", start)
    event.add("duration", timedelta(minutes=5))
    event.add("class", "PRIVATE")
    event.add("transp", "TRANSPARENT")
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", entry.words)
    alarm.add("trigger", timedelta())
    event.add_component(alarm)
    return event
