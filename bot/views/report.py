"""/report: pages for the visit, said in the patient's language or in English for the doctor.

What is long is cut with its number said, so that two pages hold a year. Questions come first: they
are why she brings it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date

from bot.catalog.messages import SOURCE_LANGUAGE, Say
from bot.domain.dated_event import EventState
from bot.domain.drawing import Want
from bot.domain.drawing_actions import ShowFile, ShowReport
from bot.domain.history import Mark
from bot.domain.message import Button, Message, Rows
from bot.domain.record import Appointment, Case, Label, Record
from bot.domain.report import Grid, Report, Section
from bot.domain.tier import Tier
from bot.views.daily_mood import MOODS
from bot.views.report_checkins import checkins, columns, joined, more
from bot.views.safety import SUBJECTS
from bot.views.times import date_text, month_text, short_day_text, weekday_names

# As many of each as two pages hold.
MOST_SYMPTOMS, MOST_DAYS_NAMED, MOST_CASES, MOST_DATES = 12, 6, 6, 8
MOST_LABELS = 6
SHOWN_MARKS = (Mark.TAKEN, Mark.SKIPPED, Mark.UNANSWERED, Mark.HELD, Mark.UNKNOWN)
_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def pages(say: Say, record: Record) -> Report:
    sections = (
        _questions(say, record),
        _plan(say, record),
        _doses(say, record),
        _symptoms(say, record),
        checkins(say, record),
        _cases(say, record),
        _dates(say, record),
        _moods(say, record),
        Section(say.plain("report-review"), (say.plain("report-review-text"),)),
    )
    return Report(
        language=say.language,
        right_to_left=say.right_to_left,
        made_on=record.made_on,
        title=say.plain("report-title"),
        period=say.plain(
            "report-period",
            first=date_text(say.language, record.history.first),
            last=date_text(say.language, record.history.last),
            zone=record.zone,
        ),
        blanks=(say.plain("report-name"), say.plain("report-born")),
        standing=say.plain("report-standing"),
        sections=tuple(each for each in sections if each is not None),
        foot=say.plain("report-foot", day=date_text(say.language, record.made_on)),
    )


def caption(say: Say, language: str) -> Message:
    """What goes with the pages; `language` is theirs."""
    return Message(say("report-caption"), _ways_on(say, language))


def _ways_on(say: Say, language: str) -> Rows:
    english = Button(say.plain("report-in-english"), ShowReport(SOURCE_LANGUAGE))
    files = (
        Button(say.plain("report-as-fhir"), ShowFile(Want.FHIR)),
        Button(say.plain("report-as-table"), ShowFile(Want.TABLE)),
    )
    return (files,) if language == SOURCE_LANGUAGE else ((english,), files)


def _questions(say: Say, record: Record) -> Section | None:
    if not record.questions:
        return None
    lines = tuple(say.plain("report-question", text=each.text) for each in record.questions)
    return Section(say.plain("report-questions"), lines)


def _plan(say: Say, record: Record) -> Section:
    heading = say.plain("report-plan")
    lines = []
    for on, message in ((record.started_on, "started"), (record.ended_on, "ended")):
        if on is not None:
            lines.append(say.plain(f"report-{message}", day=date_text(say.language, on)))
    if not record.labels:
        return Section(heading, (*lines, say.plain("report-no-plan")))
    rows = tuple(
        (
            date_text(say.language, label.since),
            date_text(say.language, label.until) if label.until else say.plain("report-until-now"),
            say.plain("report-dose", capsules=" + ".join(f"{mg:g}" for mg in label.capsules_mg)),
            _how_often(say, label),
        )
        for label in record.labels[-MOST_LABELS:]
    )
    grid = Grid(columns(say, "since", "until", "dose", "often"), rows, (0.18, 0.18, 0.24, 0.40))
    left_out = len(record.labels) - len(rows)
    return Section(heading, tuple(lines), grid, more(say, left_out))


def _how_often(say: Say, label: Label) -> str:
    times = say.plain("report-times", times=label.times_per_day)
    return say.plain("report-often", times=times, days=_days(say, label.rule))


def _days(say: Say, rule: str) -> str:
    """The rule of a label in words. A rule of a kind that nobody can enter is shown as it is."""
    parts = dict(part.split("=", 1) for part in rule.split(";") if "=" in part)
    every = int(parts.get("INTERVAL", "1"))
    if parts.get("FREQ") == "DAILY" and parts.keys() <= {"FREQ", "INTERVAL"}:
        return say.plain("report-every-days", days=every)
    days = parts.get("BYDAY", "").split(",")
    if parts.get("FREQ") == "WEEKLY" and every == 1 and set(days) <= set(_WEEKDAYS):
        names = weekday_names(say.language)
        return joined(say, (names[_WEEKDAYS.index(day)] for day in days))
    return rule


def _doses(say: Say, record: Record) -> Section:
    months = record.history.counts_by_month()
    names = [say.plain(f"progress-mark-{mark}") for mark in SHOWN_MARKS]
    rows = tuple(
        (
            f"{month_text(say.language, month)} {month.year}",
            *(str(counts[mark]) for mark in SHOWN_MARKS),
        )
        for month, counts in months.items()
        if any(counts.values())
    )
    heading = say.plain("report-doses")
    if not rows:
        return Section(heading, (say.plain("report-nothing"),))
    total = record.history.counts()
    last = (say.plain("report-total"), *(str(total[mark]) for mark in SHOWN_MARKS))
    grid = Grid(
        (say.plain("report-column-month"), *names),
        (*rows, last),
        (0.25, *[0.15] * len(SHOWN_MARKS)),
        numbers=tuple(range(1, len(SHOWN_MARKS) + 1)),
    )
    notes = [say.plain("report-doses-note")]
    if reasons := Counter(
        dose.reason or "not_said" for dose in record.history.doses if dose.mark is Mark.SKIPPED
    ):
        said = [
            say.plain("report-reason", reason=_reason(say, reason), count=count)
            for reason, count in sorted(reasons.items())
        ]
        notes.insert(0, say.plain("report-reasons", reasons=joined(say, said)))
    return Section(heading, (), grid, tuple(notes))


def _reason(say: Say, reason: str) -> str:
    return say.plain(f"remind-skip-{reason.replace('_', '-')}")


def _symptoms(say: Say, record: Record) -> Section:
    heading, days = say.plain("report-symptoms"), record.history.complaint_days()
    if not days:
        return Section(heading, (say.plain("report-nothing"),))
    worst: dict[str, Tier] = {}
    for each in record.history.complaints:
        worst[each.symptom] = max(each.tier, worst.get(each.symptom, each.tier))
    order = sorted(days, key=lambda each: (-worst[each], -len(days[each]), each))
    rows = tuple(
        (
            record.name_of(symptom),
            str(len(days[symptom])),
            _days_named(say, days[symptom]),
            say.plain(f"report-tier-{_tier(worst[symptom])}"),
        )
        for symptom in order[:MOST_SYMPTOMS]
    )
    grid = Grid(
        columns(say, "symptom", "days", "dates", "advice"), rows, (0.30, 0.08, 0.37, 0.25), (1,)
    )
    return Section(heading, (), grid, more(say, len(order) - len(rows)))


def _days_named(say: Say, days: tuple[date, ...]) -> str:
    shown = joined(say, (short_day_text(say.language, each) for each in days[-MOST_DAYS_NAMED:]))
    return f"… {shown}" if len(days) > MOST_DAYS_NAMED else shown


def _cases(say: Say, record: Record) -> Section:
    heading = say.plain("report-cases")
    if not record.cases:
        return Section(heading, (say.plain("report-nothing"),))
    rows = tuple(
        (
            date_text(say.language, case.on),
            say.plain(f"report-tier-{_tier(case.tier)}"),
            say.plain(f"report-about-{SUBJECTS.get(case.about, 'physical')}"),
            ". ".join(_what_followed(say, case)),
        )
        for case in record.cases[-MOST_CASES:]
    )
    grid = Grid(columns(say, "date", "told", "about", "followed"), rows, (0.15, 0.20, 0.25, 0.40))
    return Section(heading, (), grid, more(say, len(record.cases) - len(rows)))


def _what_followed(say: Say, case: Case) -> Iterator[str]:
    if not case.reached:
        yield say.plain("report-not-reached")
    if case.team_on is not None:
        yield say.plain("report-team", day=short_day_text(say.language, case.team_on))
    if case.said is not None and case.said_on is not None:
        day = short_day_text(say.language, case.said_on)
        yield say.plain(f"report-doctor-{case.said}", day=day)
    else:
        yield say.plain("report-doctor-unknown")
    if case.held and case.released_on is None:
        yield say.plain("report-still-held")


def _dates(say: Say, record: Record) -> Section | None:
    past = [each for each in record.dates if each.on < record.made_on]
    ahead = [each for each in record.dates if each.on >= record.made_on]
    shown = [*past[-MOST_DATES // 2 :], *ahead[:MOST_DATES]]
    if not shown:
        return None
    rows = tuple(
        (
            date_text(say.language, each.on),
            say.plain(f"report-date-{each.kind.replace('_', '-')}"),
            say.plain(f"report-outcome-{_outcome(each, record.made_on)}"),
        )
        for each in shown
    )
    grid = Grid(columns(say, "date", "what", "outcome"), rows, (0.2, 0.45, 0.35))
    return Section(say.plain("report-dates"), (), grid, more(say, len(record.dates) - len(shown)))


def _outcome(each: Appointment, today: date) -> str:
    if each.outcome is not None:
        return each.outcome.value
    if each.state is EventState.PLANNED and each.on >= today:
        return "planned"
    return "unknown"


def _moods(say: Say, record: Record) -> Section | None:
    counts = Counter(mood for _, mood in record.history.moods)
    if not counts:
        return None
    said = [
        say.plain("progress-caption-mood", mood=say.plain(f"mood-daily-{mood}"), days=counts[mood])
        for mood in MOODS
        if counts[mood]
    ]
    return Section(say.plain("report-moods"), (joined(say, said),))


def _tier(tier: Tier) -> str:
    return {"-": "none", "R": "visit", "D": "soon", "N": "now", "E": "emergency"}[tier.code]
