"""/dates: what the clinic has given a date for. The real words stand here, where the patient asked
for them; in reminders they do not."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.catalog.messages import Safe, Say
from bot.domain.date_actions import (
    AddDate,
    CancelDate,
    DateDone,
    MoveDate,
    RepeatDate,
    ShowDate,
    ShowDates,
    ShowProgrammes,
    SwitchContraception,
    SwitchLead,
)
from bot.domain.dated_event import LEADS, REPEATS, DatedEvent, EventState, Unusable
from bot.domain.message import Button, Message
from bot.domain.plan_actions import ShowPlan
from bot.domain.routine_kind import DATED, RoutineKind
from bot.views.times import clock_text, date_text, day_text

NO_SOURCE = "-"


def kind_name(say: Say, kind: RoutineKind) -> Safe:
    return say(f"dates-kind-{kind.value.replace('_', '-')}")


def listed(
    say: Say,
    events: Sequence[DatedEvent],
    today: date,
    *,
    contraception: bool,
    contraception_until: date | None,
    note: Safe | None = None,
) -> Message:
    """Everything that is planned, earliest first."""
    blocks: list[str] = [note] if note else []
    lines = [say("dates-title")]
    lines += [_line(say, each, today) for each in events] or [say("dates-none")]
    blocks.append("\n".join(lines))
    if contraception:
        blocks.append(_contraception(say, contraception_until))
    blocks.append(say("dates-clinic-wins"))
    rows: list[tuple[Button, ...]] = [
        (
            Button(
                say.plain(
                    "dates-button-one",
                    kind=kind_name(say, each.kind),
                    date=date_text(say.language, each.on_date),
                ),
                ShowDate(each.id, False),
            ),
        )
        for each in events
    ]
    add = [
        Button(say.plain("dates-button-add", kind=kind_name(say, kind)), AddDate(kind, NO_SOURCE))
        for kind in DATED
    ]
    label = "dates-button-contraception-off" if contraception else "dates-button-contraception-on"
    rows += [
        *((each,) for each in add),
        (Button(say.plain(label), SwitchContraception(not contraception)),),
        (
            Button(say.plain("dates-button-programmes"), ShowProgrammes()),
            Button(say.plain("course-button-show"), ShowPlan()),
        ),
    ]
    return Message("\n\n".join(blocks), tuple(rows))


def one(
    say: Say, event: DatedEvent, leads: Sequence[int], today: date, note: Safe | None = None
) -> Message:
    """One date with all that can be done about it."""
    day = day_text(say.language, event.on_date)
    lines: list[str] = [note] if note else []
    lines.append(say("dates-one-title", kind=kind_name(say, event.kind)))
    if event.at_time is not None:
        clock = clock_text(say.language, event.at_time)
        lines.append(say("dates-one-day-at", day=day, time=clock))
    else:
        lines.append(say("dates-one-day", day=day))
    if event.note:
        lines.append(say("dates-one-place", place=event.note))
    if event.state is not EventState.PLANNED:
        lines.append(say(f"dates-state-{event.state}"))
        return Message("\n".join(lines), ((_back(say),),))
    if event.on_date < today:
        lines.append(say("dates-passed"))
    lines += ["", say("dates-one-reminders")]
    marks = {True: "✓ ", False: ""}
    chosen = (event.repeats or "once").partition(":")[0]
    iso = event.on_date.isoformat()
    rows = (
        (
            Button(say.plain("dates-button-done"), DateDone(event.id, iso), style="success"),
            Button(say.plain("dates-button-moved"), MoveDate(event.id, iso)),
            Button(say.plain("dates-button-cancelled"), CancelDate(event.id, iso, False, False)),
        ),
        tuple(
            Button(
                f"{marks[lead in leads]}{say.plain('dates-lead', days=lead)}",
                SwitchLead(event.id, lead),
            )
            for lead in LEADS
        ),
        tuple(
            Button(
                f"{marks[each == chosen]}{say.plain(f'dates-repeats-{each}')}",
                RepeatDate(event.id, each),
            )
            for each in REPEATS
        ),
        (_back(say),),
    )
    return Message("\n".join(lines), rows)


def ask_new(
    say: Say, kind: RoutineKind, *, problem: Unusable | None = None, unread: bool = False
) -> Message:
    """What to type for a new date."""
    key = "dates-ask-prescription" if kind is RoutineKind.PRESCRIPTION else "dates-ask"
    text = say(key, kind=kind_name(say, kind))
    return _asked(say, text, problem, unread=unread)


def ask_moved(
    say: Say, event: DatedEvent, *, problem: Unusable | None = None, unread: bool = False
) -> Message:
    day = day_text(say.language, event.on_date)
    text = say("dates-ask-moved", kind=kind_name(say, event.kind), day=day)
    return _asked(say, text, problem, unread=unread)


def ask_cancel(say: Say, event: DatedEvent, day: date) -> Message:
    kind = kind_name(say, event.kind)
    text = say("dates-cancel-ask", kind=kind, day=day_text(say.language, day))
    iso = day.isoformat()
    label = "dates-button-cancel-this" if event.repeats else "dates-button-cancel-yes"
    rows = [(Button(say.plain(label), CancelDate(event.id, iso, True, False)),)]
    if event.repeats:
        every = say.plain("dates-button-cancel-all")
        rows.append((Button(every, CancelDate(event.id, iso, True, True)),))
    rows.append((Button(say.plain("dates-button-keep"), ShowDate(event.id, False)),))
    return Message(text, tuple(rows))


def note_of(say: Say, what: str, event: DatedEvent, following: date | None) -> Safe:
    """What a press has done, above the list."""
    if following is not None:
        day = day_text(say.language, following)
        return say(f"dates-{what}-next", kind=kind_name(say, event.kind), day=day)
    return say(f"dates-{what}", kind=kind_name(say, event.kind))


def _line(say: Say, event: DatedEvent, today: date) -> Safe:
    kind, day = kind_name(say, event.kind), date_text(say.language, event.on_date)
    if event.on_date < today:
        return say("dates-line-passed", kind=kind, date=day)
    if event.at_time is not None:
        return say(
            "dates-line-at", kind=kind, date=day, time=clock_text(say.language, event.at_time)
        )
    return say("dates-line", kind=kind, date=day)


def _contraception(say: Say, until: date | None) -> Safe:
    if until is None:
        return say("dates-contraception")
    return say("dates-contraception-until", date=date_text(say.language, until))


def _asked(say: Say, text: Safe, problem: Unusable | None, *, unread: bool) -> Message:
    blocks: list[str] = []
    if problem is not None:
        blocks.append(say(f"dates-unusable-{problem.value.replace('_', '-')}"))
    elif unread:
        blocks.append(say("course-date-unclear"))
    return Message("\n\n".join([*blocks, text]), ((_back(say),),))


def _back(say: Say) -> Button:
    return Button(say.plain("common-back"), ShowDates())
