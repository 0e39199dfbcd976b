"""The mood check-ins on the pages for the visit: scores with the version of the instrument, since
the reader is a clinician; and what all tables of these pages share."""

from __future__ import annotations

from collections.abc import Iterable

from bot.catalog.messages import Say
from bot.domain.record import Record, Screening, Sheet
from bot.domain.report import Grid, Section
from bot.views.times import date_text

MOST_CHECKINS = 8  # as many as two pages hold
PHQ = {"phq9": "PHQ-9", "phqa": "PHQ-A"}


def checkins(say: Say, record: Record) -> Section:
    heading, found = say.plain("report-checkins"), record.screenings
    if not found:
        return Section(heading, (say.plain("report-nothing"),))
    rows = tuple(_checkin(say, each) for each in found[-MOST_CHECKINS:])
    grid = Grid(
        columns(say, "date", "phq", "item9", "gad2", "remarks"),
        rows,
        (0.15, 0.24, 0.15, 0.16, 0.30),
    )
    versions = {sheet.title: sheet.version for each in found for sheet in each.sheets}
    used = [
        say.plain("report-instrument", title=title, version=str(version))
        for title, version in sorted(versions.items())
    ]
    notes = [*more(say, len(found) - len(rows)), say.plain("report-checkins-note")]
    if used:
        notes.append(say.plain("report-instruments", instruments="; ".join(used)))
    return Section(heading, (), grid, tuple(notes))


def _checkin(say: Say, screening: Screening) -> tuple[str, ...]:
    sheets = {sheet.instrument: sheet for sheet in screening.sheets}
    phq = next((sheets[name] for name in PHQ if name in sheets), None)
    remarks = []
    if not screening.whole:
        remarks.append(say.plain("report-not-finished"))
    if not screening.sheets:
        remarks.append(say.plain("report-answers-gone"))
    if (asq := sheets.get("asq")) is not None:
        remarks.append(_asq(say, asq))
    unsafe = _answer(sheets.get("safety-today"), "safety-today-1")
    if unsafe == "yes":
        remarks.append(say.plain("report-unsafe"))
    return (
        date_text(say.language, screening.on),
        _phq(say, phq),
        _item9(say, phq),
        _total(say, sheets.get("gad2")),
        joined(say, remarks),
    )


def _phq(say: Say, sheet: Sheet | None) -> str:
    if sheet is None:
        return "–"
    name = PHQ[sheet.instrument]
    if sheet.total is not None:
        return f"{name} {sheet.total}/{sheet.most}"
    if sheet.pair is not None:
        return say.plain("report-pair", name=name, sum=f"{sheet.pair}/6")
    return say.plain("report-incomplete", name=name)


def _item9(say: Say, sheet: Sheet | None) -> str:
    if sheet is None:
        return "–"
    given = next((each for each in sheet.given if each.item.endswith("-9")), None)
    if given is None:
        return "–"
    return say.plain("report-refused") if given.value is None else f"{given.value}/3"


def _total(say: Say, sheet: Sheet | None) -> str:
    if sheet is None:
        return "–"
    return "–" if sheet.total is None else f"{sheet.total}/{sheet.most}"


def _asq(say: Say, sheet: Sheet) -> str:
    """Which items were answered with yes or refused, by their numbers."""
    items = [each.item.rpartition("-")[2] for each in sheet.given if each.code != "no"]
    if not items:
        return say.plain("report-asq-no")
    return say.plain("report-asq-yes", items=joined(say, items))


def _answer(sheet: Sheet | None, item: str) -> str | None:
    given = sheet.given if sheet is not None else ()
    return next((each.code for each in given if each.item == item), None)


def columns(say: Say, *names: str) -> tuple[str, ...]:
    return tuple(say.plain(f"report-column-{name}") for name in names)


def joined(say: Say, parts: Iterable[str]) -> str:
    """A list in one line, as the language writes it."""
    return str(say("progress-list-comma")).join(parts)


def more(say: Say, count: int) -> tuple[str, ...]:
    return (say.plain("report-more", count=count),) if count > 0 else ()
