"""Reminders and the day's list. No drug name and no health word stands in the text, because a
lock screen shows it; what an item is stands in words that say nothing to a stranger."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, tzinfo

from bot.catalog.messages import Safe, Say
from bot.domain.date_actions import CancelDate, MoveDate, ShowDate, ShowNote
from bot.domain.message import Button, Message, Rows
from bot.domain.occurrence import SNOOZE_MINUTES, OccurrenceState, SkipReason
from bot.domain.reminder_actions import (
    AllDone,
    AskSkip,
    AskSnooze,
    Done,
    RecordDay,
    ShowItems,
    SkipFor,
    SnoozeFor,
    Undo,
)
from bot.domain.routine import About, Occurrence, StepKind
from bot.domain.routine_kind import DATED, ONE_BY_ONE, RoutineKind
from bot.domain.symptom_actions import StartSymptoms
from bot.views import daily_mood
from bot.views.times import clock_text, day_text

MOST_RECORDABLE = 12  # buttons under /today
_NOT_UNDONE = frozenset({*DATED, RoutineKind.AFTER_COURSE, RoutineKind.REFILL})


@dataclass(frozen=True, slots=True)
class ReminderMarks:
    """Honest notes on a reminder: sent late, perhaps a copy of one already sent, asked again."""

    late: bool = False
    repeat: bool = False
    again: bool = False


def reminder(
    say: Say, items: Sequence[Occurrence], zone: tzinfo, *, marks: ReminderMarks, silent: bool
) -> Message:
    """One message for everything that is due: one line and one row of buttons each."""
    notes = []
    has_dose = any(each.kind is RoutineKind.DOSE for each in items)
    if marks.repeat:
        notes.append(say("remind-repeat-dose" if has_dose else "remind-repeat"))
    if marks.late:
        notes.append(say("remind-late", time=clock_text(say.language, items[0].due_at, zone)))
    if marks.again:
        notes.append(say("remind-again-dose" if has_dose else "remind-again"))
    return Message(
        "\n".join([_title(say, items, zone), *_lines(say, items, zone), *notes]),
        _rows(say, items),
        silent=silent,
    )


def after_answer(
    say: Say, items: Sequence[Occurrence], zone: tzinfo, *, advice: Sequence[Safe] = ()
) -> Message:
    """The reminder as it stands after an answer; open items keep their buttons."""
    text = [_title(say, items, zone), *_lines(say, items, zone)]
    if advice:
        text += ["", *advice]
    return Message("\n".join(text), _rows(say, items))


def snooze_choice(
    say: Say, items: Sequence[Occurrence], focus: Occurrence, zone: tzinfo
) -> Message:
    minutes = tuple(
        Button(say.plain("remind-snooze-for", minutes=each), SnoozeFor(focus.id, each))
        for each in SNOOZE_MINUTES
    )
    return Message(
        "\n".join(
            [_title(say, items, zone), *_lines(say, items, zone), "", say("remind-later-ask")]
        ),
        (minutes, (Button(say.plain("common-back"), ShowItems(focus.id)),)),
    )


def skip_choice(say: Say, items: Sequence[Occurrence], focus: Occurrence, zone: tzinfo) -> Message:
    reasons = [
        Button(
            say.plain(f"remind-skip-{reason.value.replace('_', '-')}"), SkipFor(focus.id, reason)
        )
        for reason in SkipReason
        if reason is not SkipReason.NOT_SAID
    ]
    pairs = tuple(tuple(reasons[at : at + 2]) for at in range(0, len(reasons), 2))
    return Message(
        "\n".join(
            [_title(say, items, zone), say("remind-skip-ask", item=item_name(say, focus.kind))]
        ),
        (
            *pairs,
            (Button(say.plain("remind-skip-not-said"), SkipFor(focus.id, SkipReason.NOT_SAID)),),
            (Button(say.plain("common-back"), ShowItems(focus.id)),),
        ),
    )


def item_name(say: Say, kind: RoutineKind) -> Safe:
    return say(f"item-{kind.value.replace('_', '-')}")


def today(
    say: Say,
    day: date,
    now: datetime,
    zone: tzinfo,
    items: Sequence[Occurrence],
    upcoming: Sequence[tuple[datetime, RoutineKind]],
    notes: Sequence[Safe],
) -> Message:
    """The day with what is done, what is open and what is still to come."""
    lines = [say("today-title", day=day_text(say.language, day))]
    lines += notes
    lines += [
        say.line(f"{clock_text(say.language, each.due_at, zone)}  {_line(say, each, zone)}")
        for each in items
    ]
    lines += [
        say.line(
            f"{clock_text(say.language, at, zone)}  "
            f"{say('today-upcoming', item=item_name(say, kind))}"
        )
        for at, kind in upcoming
    ]
    if not items and not upcoming:
        lines.append(say("today-empty"))
    rows = [
        (
            Button(
                say.plain(
                    "today-record",
                    time=clock_text(say.language, each.due_at, zone),
                    item=item_name(say, each.kind),
                ),
                RecordDay(each.id),
            ),
        )
        for each in items
        if each.due_at <= now and each.state is not OccurrenceState.CANCELLED
    ]
    return Message("\n".join(lines), tuple(rows[-MOST_RECORDABLE:]))


def record_choice(say: Say, focus: Occurrence, zone: tzinfo) -> Message:
    """From /today: what happened with this one?"""
    text = say(
        "today-record-ask",
        item=item_name(say, focus.kind),
        time=clock_text(say.language, focus.due_at, zone),
    )
    return Message(
        f"{text}\n{_line(say, focus, zone)}",
        (
            (Button(say.plain(_done_label(focus.kind)), Done(focus.id), style="success"),),
            (Button(say.plain("remind-skip"), AskSkip(focus.id)),),
        ),
    )


def _title(say: Say, items: Sequence[Occurrence], zone: tzinfo) -> Safe:
    return say("remind-title", time=clock_text(say.language, items[0].due_at, zone))


def _lines(say: Say, items: Sequence[Occurrence], zone: tzinfo) -> list[str]:
    return [_line(say, each, zone) for each in items]


def _line(say: Say, each: Occurrence, zone: tzinfo) -> Safe:
    name = _name(say, each)
    settled = clock_text(say.language, each.settled_at, zone) if each.settled_at else ""
    match each.state:
        case OccurrenceState.OPEN:
            if each.next is not None and each.next.kind is StepKind.SNOOZED:
                until = clock_text(say.language, each.next.at, zone)
                return say("remind-line-later", item=name, time=until)
            return say("remind-line-open", item=name)
        case OccurrenceState.DONE:
            key = "remind-line-taken" if each.kind is RoutineKind.DOSE else "remind-line-done"
            return say(key, item=name, time=settled)
        case state:
            return say(f"remind-line-{state.value.replace('_', '-')}", item=name)


def _rows(say: Say, items: Sequence[Occurrence]) -> Rows:
    """Open items can be answered; answered ones can be taken back."""
    still_open = [each for each in items if each.state is OccurrenceState.OPEN]
    waiting = [each for each in still_open if each.kind not in ONE_BY_ONE]
    rows: list[tuple[Button, ...]] = []
    if len(waiting) > 1:
        rows.append(
            (Button(say.plain("remind-all-done"), AllDone(waiting[0].id), style="success"),)
        )
    for each in waiting:
        label = say.plain("remind-done-item", item=item_name(say, each.kind))
        if len(items) == 1:
            label = say.plain(_done_label(each.kind))
        rows.append(
            (
                Button(label, Done(each.id), style="success" if len(waiting) == 1 else None),
                Button(say.plain("remind-later"), AskSnooze(each.id)),
                Button(say.plain("remind-skip"), AskSkip(each.id)),
            )
        )
    for each in still_open:
        if each.kind is RoutineKind.DAILY_MOOD:
            rows += daily_mood.rows(say)
        elif each.kind is RoutineKind.AFTER_COURSE:
            rows.append((Button(say.plain("remind-read"), ShowNote(each.id)),))
        elif each.about is not None:
            rows += _dated_rows(say, each, each.about)
        elif each.kind is RoutineKind.SYMPTOM_CHECK:
            rows += [
                (Button(say.plain("check-nothing-new"), Done(each.id)),),
                (Button(say.plain("check-something"), StartSymptoms("menu")),),
            ]
    if not still_open and items:
        answered = {OccurrenceState.DONE, OccurrenceState.SKIPPED}
        undoable = [e for e in items if e.state in answered and e.kind not in _NOT_UNDONE]
        rows += [
            (Button(say.plain("remind-undo", item=item_name(say, each.kind)), Undo(each.id)),)
            for each in undoable
        ]
    return tuple(rows)


def _dated_rows(say: Say, each: Occurrence, about: About) -> list[tuple[Button, ...]]:
    """What it is stands behind a button: the lock screen shows that something is noted, no more."""
    day = about.on.isoformat()
    return [
        (
            Button(say.plain("remind-show"), ShowDate(about.event_id, True)),
            Button(say.plain("remind-done"), Done(each.id)),
            Button(say.plain("remind-later"), AskSnooze(each.id)),
        ),
        (
            Button(say.plain("remind-moved"), MoveDate(about.event_id, day)),
            Button(say.plain("remind-cancelled"), CancelDate(about.event_id, day, False, False)),
        ),
    ]


def _name(say: Say, each: Occurrence) -> Safe:
    """What an item is called in a reminder: a date that was noted by its day alone."""
    if each.about is None:
        return item_name(say, each.kind)
    day = day_text(say.language, each.about.on)
    match (each.about.on - each.local_date).days:
        case 0:
            return say("item-date-today", day=day)
        case 1:
            return say("item-date-tomorrow", day=day)
        case ahead if ahead < 0:
            return say("item-date-over", day=day)
        case _:
            return say("item-date-ahead", day=day)


def _done_label(kind: RoutineKind) -> str:
    return "remind-taken" if kind is RoutineKind.DOSE else "remind-done"
