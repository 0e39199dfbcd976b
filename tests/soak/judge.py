"""What people did and what was due, beside what Telegram accepted: nothing may be missing.

Pure: a record and a ledger in, findings out. A finding is a sentence about one thing that went
wrong; none at all is what a run must show.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from playground.telegram import Call, Ledger
from tests.soak.people import DANGER, accepted, answers, words_of
from tests.soak.record import Act, Hold, Plan, Record

DOSE_GRACE = timedelta(hours=4)
SKIN_GRACE = timedelta(hours=2)
BEFORE_A_HOLD = timedelta(hours=2)  # a question that is open when the hold begins is closed by it
MARGIN = timedelta(minutes=5)
REPEAT = "You may see this twice"
AGAIN = "Asking once more about the same one"
DOSE_LINE = "▫️ Your daily one"
ONCE = {"setup", "check-in"}  # what is said there is said once, whatever was pressed
_MARK = re.compile(rf"\n?<i>{REPEAT}.*?</i>(?=\n|$)", re.S)
_LATE = re.compile(r"\n?<i>This is late: .*?</i>")


@dataclass(frozen=True, slots=True)
class Verdict:
    """Counts, and everything that is wrong."""

    kills: int
    updates: int
    updates_lost: tuple[str, ...]
    acts: int
    answers_lost: tuple[str, ...]
    dangers: int
    dangers_lost: tuple[str, ...]
    cases: int
    doses: int
    doses_lost: tuple[str, ...]
    skin: int
    skin_left_out: int
    in_flight: int
    copies: int
    copies_wrong: tuple[str, ...]
    other: tuple[str, ...]

    @property
    def findings(self) -> tuple[str, ...]:
        return (
            *self.updates_lost,
            *self.answers_lost,
            *self.dangers_lost,
            *self.doses_lost,
            *self.copies_wrong,
            *self.other,
        )


def judge(record: Record, ledger: Ledger, end: datetime) -> Verdict:
    """Compare them. `end`: until when things had to become due, on the ledger's clock."""
    calls = [call for call in ledger.calls if accepted(call) and call.chat_id is not None]
    calls = [call for call in calls if call.method.startswith(("send", "editMessage"))]
    dangers = [act for act in record.acts if act.answer == DANGER]
    unanswered = list(_unanswered(record.acts, calls))
    alerts = Counter(
        match.group(1)
        for call in calls
        if (match := re.match(r"<b>Case (\d+)</b>: .*\n *The fixed message", words_of(call)))
    )
    doses, doses_lost = _doses(record.plans, calls, end)
    skin, skin_missing = _skin(record, calls, end)
    copies, wrong = _copies(record, calls)
    return Verdict(
        kills=len(record.kills),
        updates=sum(said.update_id is not None for said in ledger.said),
        updates_lost=tuple(f"update {each} was never taken" for each in ledger.unconfirmed()),
        acts=len(record.acts),
        answers_lost=tuple(_told(act) for act in unanswered if act not in dangers),
        dangers=len(dangers),
        dangers_lost=tuple(_told(act) for act in unanswered if act in dangers),
        cases=len(alerts),
        doses=doses,
        doses_lost=doses_lost,
        skin=skin,
        skin_left_out=len(skin_missing),
        in_flight=sum(len(kill.in_flight) for kill in record.kills),
        copies=copies,
        copies_wrong=wrong,
        other=(
            *record.died,
            *_spoken_while_held(record.plans, calls),
            *_too_many(record, skin_missing),
        ),
    )


def _told(act: Act) -> str:
    return f"chat {act.chat_id}, update {act.update_id} ({act.kind}) was never answered"


def _unanswered(acts: Sequence[Act], calls: Sequence[Call]) -> Iterable[Act]:
    """Acts for which no message of their own is left: each answer serves one act, a later one."""
    by_chat: dict[int, list[Call]] = {}
    for call in calls:
        by_chat.setdefault(call.chat_id or 0, []).append(call)
    taken: set[int] = set()
    for act in sorted(acts, key=lambda each: each.mono):
        for call in by_chat.get(act.chat_id, ()):
            if id(call) not in taken and call.mono >= act.mono and answers(call, act):
                taken.add(id(call))
                break
        else:
            yield act


def _slots(plan: Plan, times: Sequence[str], end: datetime) -> Iterable[datetime]:
    """The instants at which something is due: after the setup, and early enough to have come."""
    if plan.since is None:
        return
    day = plan.since.astimezone(UTC).date()
    while day <= end.date():
        for each in times:
            hour, minute = each.split(":")
            at = datetime(day.year, day.month, day.day, int(hour), int(minute), tzinfo=UTC)
            if plan.since + MARGIN < at < end - MARGIN:
                yield at
        day += timedelta(days=1)


def _asked(call: Call, at: datetime, grace: timedelta, line: str) -> bool:
    """By its line, and not by the time above it: what is due together comes in one message, whose
    time is that of the first."""
    words = words_of(call)
    return at - MARGIN < call.at < at + grace and "· your routine" in words and line in words


def _doses(
    plans: Sequence[Plan], calls: Sequence[Call], end: datetime
) -> tuple[int, tuple[str, ...]]:
    due, lost = 0, []
    for plan in plans:
        own = [call for call in calls if call.chat_id == plan.chat_id]
        for at in _slots(plan, plan.doses, end):
            if any(_touches(hold, at) for hold in plan.holds):
                continue
            due += 1
            if not any(_asked(call, at, DOSE_GRACE, "Your daily one") for call in own):
                lost.append(f"chat {plan.chat_id}: the dose of {at:%d %B %H:%M} never came")
    return due, tuple(lost)


def _touches(hold: Hold, at: datetime) -> bool:
    over = hold.over
    return at > hold.since.at - BEFORE_A_HOLD and (over is None or at < over + MARGIN)


def _skin(record: Record, calls: Sequence[Call], end: datetime) -> tuple[int, list[int]]:
    """How many were due, and the chats of those that did not come."""
    due, missing = 0, []
    for plan in record.plans:
        own = [call for call in calls if call.chat_id == plan.chat_id]
        for at in _slots(plan, plan.skin, end):
            due += 1
            if not any(_asked(call, at, SKIN_GRACE, "Moisturizer") for call in own):
                missing.append(plan.chat_id)
    return due, missing


def _too_many(record: Record, missing: Sequence[int]) -> Iterable[str]:
    """Skin care is not repeated after an uncertain send, so what was in flight may be missing."""
    doubtful = Counter(
        each.chat_id
        for kill in record.kills
        for each in kill.in_flight
        if each.send_class == "routine"
    )
    for chat_id, count in Counter(missing).items():
        if count > doubtful[chat_id]:
            yield f"chat {chat_id}: {count} skin care reminders lost, {doubtful[chat_id]} in flight"


def _spoken_while_held(plans: Sequence[Plan], calls: Sequence[Call]) -> Iterable[str]:
    """No dose is asked for between "don't take your next capsule" and "go on"."""
    for plan in plans:
        for hold in plan.holds:
            own = [call for call in calls if call.chat_id == plan.chat_id]
            told = [
                call.mono
                for call in own
                if call.mono > hold.since.mono
                and "until you have spoken to a doctor" in words_of(call)
            ]
            until = hold.released.mono if hold.released else float("inf")
            for call in own:
                asks = call.method == "sendMessage" and DOSE_LINE in words_of(call)
                if told and asks and told[0] < call.mono < until:
                    yield f"chat {plan.chat_id}: a dose was asked for while it was held"


def _copies(record: Record, calls: Sequence[Call]) -> tuple[int, tuple[str, ...]]:
    """Messages that came more often than they were caused, and what is wrong with those."""
    acts: dict[int, list[Act]] = {}
    for act in record.acts:
        if act.kind not in ONCE:
            acts.setdefault(act.chat_id, []).append(act)
    groups: dict[tuple[object, ...], list[Call]] = {}
    causes: dict[tuple[object, ...], int] = {}
    for call in calls:
        caused = next((a for a in acts.get(call.chat_id or 0, ()) if answers(call, a)), None)
        words = _LATE.sub("", _MARK.sub("", words_of(call)))
        key: tuple[object, ...] = (call.chat_id, words, call.params.get("message_id"))
        cause = 2 if AGAIN in words else 1
        if caused is not None:
            key = (call.chat_id, caused.answer, caused.pressed)
            cause = sum(
                (a.answer, a.pressed) == (caused.answer, caused.pressed)
                for a in acts[caused.chat_id]
            )
        groups.setdefault(key, []).append(call)
        causes[key] = cause
    wrong: list[str] = []
    surplus: Counter[int] = Counter()
    said: dict[int, list[str]] = {}
    for key, group in groups.items():
        extra = len(group) - causes[key]
        if extra <= 0:
            continue
        chat = group[0].chat_id or 0
        surplus[chat] += extra
        said.setdefault(chat, []).append(f"{extra} x {words_of(group[0])[:40]!r}")
        unmarked = sum(REPEAT not in words_of(call) for call in group)
        reminds = "· your routine" in words_of(group[0]) and group[0].method == "sendMessage"
        if reminds and unmarked > causes[key]:
            wrong.append(f"chat {key[0]}: a reminder came twice without its mark: {key[1]!r}")
    in_flight = Counter(each.chat_id for kill in record.kills for each in kill.in_flight)
    wrong += [
        f"chat {chat}: {count} copies, but {in_flight[chat]} messages in flight at the kills: "
        + "; ".join(said[chat])
        for chat, count in surplus.items()
        if count > in_flight[chat]
    ]
    return sum(surplus.values()), tuple(wrong)
