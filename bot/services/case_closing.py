"""The care team ends a case that is in good hands, with a reason.

What ends is the asking: no timer runs any more, the team is not reminded, the list is shorter. The
patient's dose stays on hold until she says herself that a doctor was spoken to and what was said
(CLINICAL 2C rule 3), and what has not reached her yet is still sent. She is told nothing: that
somebody read it is never said (CLINICAL 0.3 rule 9).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.domain.case_closing import CloseReason
from bot.domain.escalation import Escalation
from bot.services import care_team, escalations
from bot.services.care_team import NoSuchCase
from bot.services.desk import Desk
from bot.storage.store import Tx


@dataclass(frozen=True, slots=True)
class Ended:
    """The case is closed; `holds`: her dose is still on hold. `already`: and was so before."""

    case: int
    holds: bool
    already: bool = False


@dataclass(frozen=True, slots=True)
class ReasonWanted:
    """An open case that this chat knows of; nothing was changed."""

    case: int


async def look_up(tx: Tx, desk: Desk, chat: int, number: int) -> ReasonWanted | Ended | NoSuchCase:
    """Whether the team of this chat may close this case."""
    case = await care_team.known_to(tx, desk, chat, number)
    if case is None:
        return NoSuchCase(number)
    if case.closed_at is not None:
        return Ended(number, _holds(case), already=True)
    return ReasonWanted(number)


async def close(
    tx: Tx, desk: Desk, chat: int, number: int, reason: CloseReason, now: datetime
) -> Ended | NoSuchCase:
    """Close it. A second press changes nothing."""
    case = await care_team.known_to(tx, desk, chat, number)
    if case is None:
        return NoSuchCase(number)
    if case.closed_at is None:
        await escalations.closed_by_team(tx, case, reason, now)
    return Ended(number, _holds(case), already=case.closed_at is not None)


def _holds(case: Escalation) -> bool:
    return case.holds_dose and case.hold_released_at is None
