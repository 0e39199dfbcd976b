"""What the care team's chat shows: case numbers, tiers and times. Never a name or a word."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from bot.catalog.messages import Say
from bot.domain.care_team_actions import AckCase, CloseCase, GiveBackCase, TakeOverCase
from bot.domain.case_closing import CloseReason
from bot.domain.case_timers import TimerKind
from bot.domain.escalation import Escalation
from bot.domain.message import Button, Message, Rows
from bot.domain.tier import Tier


def alert(say: Say, case: int, tier: Tier) -> Message:
    return Message(say("team-alert", case=str(case), tier=_tier(say, tier)), _ack(say, case))


def chase(say: Say, case: int, tier: Tier, raised_at: datetime, now: datetime) -> Message:
    minutes = int((now - raised_at).total_seconds() // 60)
    text = say("team-chase", case=str(case), tier=_tier(say, tier), minutes=minutes)
    return Message(text, _ack(say, case))


def report(say: Say, case: int, tier: Tier, kind: TimerKind, minutes: int) -> Message:
    """How far the message of a case has come, when that is not far enough."""
    text = say(f"team-report-{kind}", case=str(case), tier=_tier(say, tier), minutes=minutes)
    return Message(text)


def acked(say: Say, case: int, by: str, *, already: bool) -> Message:
    if not already:
        return Message(say("team-acked", case=str(case)), _held_rows(say, case))
    return Message(say("team-acked-already", case=str(case), by=by), _held_rows(say, case))


def handed_over(say: Say, case: int, to: str) -> Message:
    return Message(say("team-handed-over", case=str(case), by=to), _held_rows(say, case))


def given_back(say: Say, case: int) -> Message:
    return Message(say("team-given-back", case=str(case)), _ack(say, case))


def ask_reason(say: Say, case: int) -> Message:
    """Why the case is closed: one button for each reason."""
    rows = tuple(
        (Button(say.plain(f"team-close-{reason}"), CloseCase(case, reason)),)
        for reason in CloseReason
    )
    return Message(say("team-close-why", case=str(case)), rows)


def closed(say: Say, case: int, *, holds: bool, already: bool) -> Message:
    words = [say("team-closed-already" if already else "team-closed", case=str(case))]
    if holds:
        words.append(say("team-closed-holds"))
    return Message("\n".join(words))


def _held_rows(say: Say, case: int) -> Rows:
    """For the others: take it over. For whoever has it: give it back."""
    return (
        (
            Button(say.plain("team-take-over-button"), TakeOverCase(case)),
            Button(say.plain("team-give-back-button"), GiveBackCase(case)),
        ),
    )


def cases(say: Say, open_cases: Sequence[Escalation]) -> Message:
    if not open_cases:
        return Message(say("team-cases-none"))
    lines = [
        say(
            "team-case-line",
            case=str(case.id),
            tier=_tier(say, case.tier),
            at=case.raised_at.strftime("%Y-%m-%d %H:%M UTC"),
            state=say(f"team-state-{case.state}"),
            acked=say("team-case-acked", by=case.team_member or "")
            if case.team_acked_at
            else say("team-case-waiting"),
        )
        for case in open_cases
    ]
    rows = tuple(
        (Button(say.plain("team-ack-button", case=str(case.id)), AckCase(case.id)),)
        for case in open_cases[:10]
        if case.team_acked_at is None
    )
    return Message("\n".join([say("team-cases-title"), *lines]), rows)


def _tier(say: Say, tier: Tier) -> str:
    return say(f"team-tier-{tier.label.replace('_', '-')}")


def _ack(say: Say, case: int) -> tuple[tuple[Button, ...], ...]:
    return (
        (Button(say.plain("team-ack-button", case=str(case)), AckCase(case), style="primary"),),
    )
