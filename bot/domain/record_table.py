"""A record as one long table: one row for each thing, in codes that do not depend on a language."""

from __future__ import annotations

from collections.abc import Iterator

from bot.domain.record import Record, Sheet, Table

COLUMNS = ("date", "kind", "what", "value", "detail", "recorded_at")

Line = tuple[str, str, str, str, str, str]


def table_of(record: Record) -> Table:
    """Everything in `record`, by date; times are UTC, dates local."""
    return Table(COLUMNS, tuple(sorted(_lines(record))))


def _lines(record: Record) -> Iterator[Line]:
    for dose in record.history.doses:
        said = dose.recorded_at.isoformat() if dose.recorded_at else ""
        yield (_day(dose.on), "dose", "dose", dose.mark, dose.reason or "", said)
    for each in record.history.complaints:
        name = record.name_of(each.symptom)
        yield (_day(each.on), "symptom", each.symptom, each.tier.label, name, "")
    for on, mood in record.history.moods:
        yield (_day(on), "daily_word", "mood", mood, "", "")
    for label in record.labels:
        dose_mg = " + ".join(f"{mg:g}" for mg in label.capsules_mg)
        detail = f"times_per_day={label.times_per_day} rule={label.rule}"
        yield (_day(label.since), "plan", "capsules_mg", dose_mg, detail, "")
    for screening in record.screenings:
        for sheet in screening.sheets:
            yield from _sheet(_day(screening.on), screening.at.isoformat(), sheet)
    for case in record.cases:
        detail = f"about={case.about} doctor_said={case.said or ''}"
        at = case.raised_at.isoformat()
        yield (_day(case.on), "case", str(case.number), case.tier.label, detail, at)
    for date_ in record.dates:
        value = date_.outcome or date_.state
        yield (_day(date_.on), "date", date_.kind, value, "", "")
    for question in record.questions:
        yield (_day(question.on), "question", "question", question.text, "", "")


def _sheet(on: str, at: str, sheet: Sheet) -> Iterator[Line]:
    name = f"{sheet.instrument} v{sheet.version}"
    for given in sheet.given:
        value = "" if given.value is None else str(given.value)
        yield (on, "answer", given.item, value, given.said or "not answered", at)
    if sheet.total is not None and sheet.most:
        yield (on, "score", name, str(sheet.total), f"of {sheet.most}", at)


def _day(day: object) -> str:
    return str(day)
