"""From an order to the bytes of its file. Each maker imports what it needs when it is asked."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable
from typing import Any

from bot.domain.drawing import Archive, Job, Make
from bot.domain.plain_json import from_plain

# The earliest that a ZIP can say: an archive is the same whenever it is made of the same.
_NO_TIME = (1980, 1, 1, 0, 0, 0)


def make(order: bytes) -> bytes:
    """The file for `Job.to_bytes`. Raises whatever is wrong with the order."""
    return made(from_plain(Job, json.loads(order)))


def made(job: Job) -> bytes:
    return _MAKERS[job.make](job.what)


def _picture(what: Any) -> bytes:
    from bot.domain.picture import Picture
    from bot.drawing.picture import draw

    return draw(from_plain(Picture, what))


def _pages(what: Any) -> bytes:
    from bot.domain.report import Report
    from bot.drawing.pages import lay_out

    return lay_out(from_plain(Report, what))


def _fhir(what: Any) -> bytes:
    from bot.domain.record import Record
    from bot.drawing.fhir import bundle_json

    return bundle_json(from_plain(Record, what))


def _table(what: Any) -> bytes:
    from bot.domain.record import Table
    from bot.drawing.table import csv_file

    return csv_file(from_plain(Table, what))


def _calendar(what: Any) -> bytes:
    from bot.domain.phone_calendar import PhoneCalendar
    from bot.drawing.phone_calendar import ics_file

    return ics_file(from_plain(PhoneCalendar, what))


def _archive(what: Any) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for member in from_plain(Archive, what).members:
            content = made(member.job) if member.job else (member.text or "").encode()
            info = zipfile.ZipInfo(member.name, _NO_TIME)
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, content)
    return out.getvalue()


_MAKERS: dict[Make, Callable[[Any], bytes]] = {
    Make.PICTURE: _picture,
    Make.PAGES: _pages,
    Make.FHIR: _fhir,
    Make.TABLE: _table,
    Make.CALENDAR: _calendar,
    Make.ARCHIVE: _archive,
}
