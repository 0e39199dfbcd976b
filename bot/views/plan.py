"""/plan: what stands on the label, what comes, what was. No target, no percentage, no last date of
its own, and no word on whether a dose is right."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from bot.catalog.messages import Safe, Say
from bot.domain.course import BadDate, after_course
from bot.domain.date_actions import ShowDates
from bot.domain.message import Button, Message
from bot.domain.plan import Plan, Span
from bot.domain.plan_actions import (
    ChangePlan,
    DropPlanChange,
    NotOver,
    PlanDay,
    PlanFrom,
    SavePlan,
    ShowDays,
    ShowPlan,
)
from bot.domain.plan_steps import (
    AskBegins,
    AskDays,
    AskLabel,
    Confirm,
    Draft,
    Lost,
    Page,
    Saved,
    Step,
)
from bot.domain.reading.label import WEEK
from bot.views import stock as stock_view
from bot.views.onboarding import strengths
from bot.views.times import date_text, day_text, weekday_names

MOST_PAST = 8  # plans of the past on one page; /export has all


def page(say: Say, seen: Page, note: Safe | None = None) -> Message:
    """Where the course stands: now, what comes, what was."""
    blocks: list[str] = [note] if note else []
    blocks.append("\n".join([say("course-title"), *_course(say, seen)]))
    now = [each for each in seen.spans if each.since <= seen.today]
    coming = [each for each in seen.spans if each.since > seen.today]
    current = now[-1] if now else None
    lines = [_now(say, current) if current else say("course-none")]
    lines += [
        say(
            "course-coming",
            date=date_text(say.language, each.since),
            plan=dose_text(say, each.plan),
        )
        for each in coming
    ]
    blocks.append("\n".join(lines))
    if len(now) > 1:
        past = [_past(say, each) for each in now[:-1][-MOST_PAST:]]
        blocks.append("\n".join([say("course-past-title"), *past]))
    if seen.stock is not None:
        blocks.append(stock_view.lines(say, seen.stock, seen.today))
    blocks.append(say("course-no-judge"))
    return Message("\n\n".join(blocks), _rows(say, seen, coming))


def step(say: Say, found: Step) -> Message:
    """One step of writing a plan down."""
    match found:
        case AskLabel(problem):
            return _back(
                say, _with(say, f"course-problem-{problem}" if problem else None, "course-ask")
            )
        case AskDays(draft):
            return _ask_days(say, draft)
        case AskBegins():
            return _ask_begins(say, found)
        case Confirm():
            return _confirm(say, found)
        case Saved(seen):
            return page(say, seen, say("course-saved"))
        case Lost():
            return _back(say, say("course-lost"))


def ask(say: Say, what: str, problem: str | None = None) -> Message:
    """What to type for the start, the last capsule, or the capsules at home."""
    return _back(say, _with(say, problem, f"course-ask-{what}"))


def bad_date(say: Say, what: str, bad: BadDate) -> Message:
    """Why a start or a last capsule cannot be on that date. Nothing was changed."""
    return ask(say, what, f"course-bad-{bad.value.replace('_', '-')}")


def ended(say: Say, seen: Page) -> Message:
    """The last capsule is noted: what that means for the calendar."""
    assert seen.ended_on is not None
    dates = after_course(seen.ended_on)
    before = dates.month_over - timedelta(days=1)
    text = say(
        "course-ended-what-now",
        last=day_text(say.language, seen.ended_on),
        month=date_text(say.language, before),
        procedures=date_text(say.language, dates.procedures_from),
    )
    rows = (
        (Button(say.plain("course-button-not-over"), NotOver()),),
        (Button(say.plain("course-button-show"), ShowPlan()),),
    )
    return Message(text, rows)


def ask_drop(say: Say, span: Span) -> Message:
    text = say(
        "course-drop-ask",
        date=date_text(say.language, span.since),
        plan=dose_text(say, span.plan),
    )
    yes = Button(say.plain("course-button-drop-yes"), DropPlanChange(span.plan.id, True))
    return Message(text, ((yes,), (Button(say.plain("course-button-keep"), ShowPlan()),)))


def dose_text(say: Say, plan: Plan | Draft) -> Safe:
    """ "20 + 10 mg, once a day", "10 mg, once on Mon, Wed, Fri"."""
    rule, capsules = plan.rule or "", strengths(plan.capsules)
    if rule == "FREQ=DAILY":
        return say("course-dose-daily", capsules=capsules, times=plan.times_per_day)
    return say(
        "course-dose-days", capsules=capsules, times=plan.times_per_day, days=_days(say, rule)
    )


def _days(say: Say, rule: str) -> str:
    _, _, interval = rule.partition("INTERVAL=")
    if interval == "2":
        return say("course-days-alternate")
    if interval:
        return say("course-days-interval", days=interval)
    names = weekday_names(say.language)
    _, _, named = rule.partition("BYDAY=")
    listed = ", ".join(names[WEEK.index(each)] for each in named.split(",") if each in WEEK)
    return say("course-days-week", days=listed)


def _course(say: Say, seen: Page) -> list[str]:
    lines: list[str] = []
    if seen.started_on is None or seen.day is None:
        lines.append(say("course-no-start"))
    elif seen.day < 1:
        on = day_text(say.language, seen.started_on)
        lines.append(say("course-starts", date=on, days=1 - seen.day))
    else:
        since = date_text(say.language, seen.started_on)
        over = seen.ended_on is not None and seen.ended_on < seen.today
        lines.append(say("course-began" if over else "course-day", day=str(seen.day), date=since))
    if seen.ended_on is not None:
        lines.append(say("course-last", date=date_text(say.language, seen.ended_on)))
    return lines


def _now(say: Say, span: Span) -> Safe:
    since = date_text(say.language, span.since)
    return say("course-now", plan=dose_text(say, span.plan), date=since)


def _past(say: Say, span: Span) -> Safe:
    assert span.until is not None
    return say(
        "course-past",
        since=date_text(say.language, span.since),
        until=date_text(say.language, span.until),
        plan=dose_text(say, span.plan),
    )


def _rows(say: Say, seen: Page, coming: Sequence[Span]) -> tuple[tuple[Button, ...], ...]:
    def change(what: str) -> Button:
        return Button(say.plain(f"course-button-{what}"), ChangePlan(what))

    rows: list[tuple[Button, ...]] = [
        (change("label"), change("stock")),
        (change("start"), change("end")),
        (
            Button(say.plain("course-button-days"), ShowDays()),
            Button(say.plain("course-button-dates"), ShowDates()),
        ),
    ]
    if seen.ended_on is not None:
        rows.append((Button(say.plain("course-button-not-over"), NotOver()),))
    rows += [
        (
            Button(
                say.plain("course-button-drop", date=date_text(say.language, each.since)),
                DropPlanChange(each.plan.id, False),
            ),
        )
        for each in coming
    ]
    if seen.stock is not None:
        rows.append(stock_view.leads(say, seen.stock))
    return tuple(rows)


def _ask_days(say: Say, draft: Draft) -> Message:
    names = weekday_names(say.language)
    marks = {True: "✓ ", False: ""}
    days = tuple(
        Button(f"{marks[day in draft.days]}{names[day]}", PlanDay(day)) for day in range(7)
    )
    go = Button(say.plain("course-button-days-go"), PlanDay(7), style="primary")
    text = say("course-ask-days", days=draft.per_week or len(draft.days))
    return Message(text, (days[:4], days[4:], (go,)))


def _ask_begins(say: Say, found: AskBegins) -> Message:
    problem = None
    if found.bad is not None:
        problem = f"course-bad-{found.bad.value.replace('_', '-')}"
    elif found.unread:
        problem = "course-date-unclear"
    today, tomorrow = found.today, found.today + timedelta(days=1)
    rows = (
        (
            Button(say.plain("course-button-today"), PlanFrom(today.isoformat())),
            Button(say.plain("course-button-tomorrow"), PlanFrom(tomorrow.isoformat())),
        ),
        (Button(say.plain("common-back"), ShowPlan()),),
    )
    ask_text = say("course-ask-begins", plan=dose_text(say, found.draft))
    return Message("\n\n".join([*([say(problem)] if problem else []), ask_text]), rows)


def _confirm(say: Say, found: Confirm) -> Message:
    assert found.draft.begins is not None
    begins = day_text(say.language, found.draft.begins)
    blocks = [say("course-confirm", plan=dose_text(say, found.draft), date=begins)]
    if found.unusual:
        blocks.append(say("course-confirm-unusual"))
    if found.replaces is not None:
        blocks.append(say("course-confirm-replaces", plan=dose_text(say, found.replaces)))
    blocks += [
        say(
            "course-confirm-later",
            date=date_text(say.language, each.since),
            plan=dose_text(say, each.plan),
        )
        for each in found.later
    ]
    rows: list[tuple[Button, ...]] = []
    if found.later:
        rows.append((Button(say.plain("course-button-keep-later"), SavePlan(True)),))
        rows.append((Button(say.plain("course-button-drop-later"), SavePlan(False)),))
    else:
        rows.append((Button(say.plain("course-button-save"), SavePlan(True), style="success"),))
    rows.append((Button(say.plain("course-button-again"), ChangePlan("label")),))
    return Message("\n\n".join(blocks), tuple(rows))


def _with(say: Say, problem: str | None, key: str) -> str:
    return f"{say(problem)}\n\n{say(key)}" if problem else say(key)


def _back(say: Say, text: str) -> Message:
    return Message(text, ((Button(say.plain("common-back"), ShowPlan()),),))
