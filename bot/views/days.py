"""The last week, dose by dose, and correcting one of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import tzinfo

from bot.catalog.messages import Safe, Say
from bot.domain.day_record import DayRecord, DoseRecord
from bot.domain.message import Button, Message
from bot.domain.plan_actions import CorrectDose, ShowDay, ShowDays, ShowPlan
from bot.views.times import clock_text, day_text

WHATS = ("taken", "skipped", "missed", "unknown")


def week(say: Say, days: Sequence[DayRecord], zone: tzinfo) -> Message:
    """Newest first, one button for each day."""
    back = (Button(say.plain("common-back"), ShowPlan()),)
    if not days:
        return Message(say("days-none"), (back,))
    lines = [say("days-title")]
    for day in days:
        states = ", ".join(_state(say, each) for each in day.doses)
        lines.append(say("days-line", day=day_text(say.language, day.on), states=Safe(states)))
    rows = [(Button(day_text(say.language, day.on), ShowDay(day.on.isoformat())),) for day in days]
    return Message("\n".join(lines), (*rows, back))


def one(
    say: Say, day: DayRecord, zone: tzinfo, *, notes: Sequence[Safe] = (), changed: bool = False
) -> Message:
    """One day; each dose with what can be said about it."""
    lines: list[str] = [say("days-saved")] if changed else []
    lines.append(say("days-day", day=day_text(say.language, day.on)))
    rows: list[tuple[Button, ...]] = []
    for dose in day.doses:
        at = clock_text(say.language, dose.due_at, zone)
        lines.append(say("days-dose", time=at, state=_state(say, dose)))
        if dose.corrected_at is not None:
            on = day_text(say.language, dose.corrected_at.astimezone(zone).date())
            clock = clock_text(say.language, dose.corrected_at, zone)
            lines.append(say("days-corrected", day=on, time=clock))
        several = len(day.doses) > 1
        buttons = [
            Button(
                say.plain(f"days-button-{what}-at", time=at)
                if several
                else say.plain(f"days-button-{what}"),
                CorrectDose(day.on.isoformat(), dose.slot, what),
            )
            for what in WHATS
        ]
        rows += [tuple(buttons[:2]), tuple(buttons[2:])]
    lines += ["", say("days-only-record"), *notes]
    rows.append((Button(say.plain("common-back"), ShowDays()),))
    return Message("\n".join(lines), tuple(rows))


def _state(say: Say, dose: DoseRecord) -> Safe:
    if dose.state is None:
        return say("days-state-none")
    return say(f"days-state-{dose.state.value.replace('_', '-')}")
