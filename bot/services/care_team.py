"""The care team: an alert with case number and tier, `/ack`, `/handover`, chase, backup chat,
`/cases`, and a list of open cases each morning.

Nothing a patient wrote, and no name, ever goes to the team's chat. A patient's case reaches the
team only with her consent to that purpose.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.domain import outgoing
from bot.domain.case_timers import TimerKind
from bot.domain.escalation import Escalation
from bot.domain.message import Message
from bot.domain.outgoing import Send
from bot.domain.patient import Patient, Purpose
from bot.domain.priority import SendClass
from bot.domain.tier import Tier
from bot.domain.wall_time import instant_of
from bot.services.desk import Desk
from bot.storage import escalations, facts, outbox, patients
from bot.storage.outbox import Owed
from bot.storage.store import Tx
from bot.views import care_team as view

MOST_CHASES = 8
LIST_GRACE = timedelta(hours=4)  # later than that the list of the next day is near enough
LISTED_ON = "team_list_on"
CASES_PER_BATCH = 50
CASES_LISTED = 30


@dataclass(frozen=True, slots=True)
class Acked:
    """`by` has the case; `already`: and had it before."""

    case: int
    by: str
    already: bool = False


@dataclass(frozen=True, slots=True)
class NoSuchCase:
    case: int


async def alert(tx: Tx, desk: Desk, patient: Patient, case: int, tier: Tier, now: datetime) -> None:
    """Tell the team that there is a case, if there is a team and the patient agreed to that."""
    team = desk.choices.care_team_chat_id
    if team is None or not patient.consents_to(Purpose.CARE_TEAM):
        return
    await _tell(tx, desk, team, view.alert(desk.team_say, case, tier), now, f"team:{case}:0", case)
    chase_at = now + timedelta(minutes=desk.choices.care_team_chase_minutes)
    await escalations.change(tx, case, {"team_next_at": chase_at})


async def report(
    tx: Tx, desk: Desk, patient: Patient, case: Escalation, kind: TimerKind, now: datetime
) -> None:
    """The message of a case was not taken, not seen or not answered for too long."""
    team = desk.choices.care_team_chat_id
    if team is None or not patient.consents_to(Purpose.CARE_TEAM):
        return
    minutes = int((now - case.raised_at).total_seconds() // 60)
    message = view.report(desk.team_say, case.id, case.tier, kind, minutes)
    await _tell(tx, desk, team, message, now, f"team:{case.id}:{kind}", case.id)


async def chase_due(tx: Tx, desk: Desk, now: datetime) -> int:
    """Ask again where nobody has acknowledged; from the second time on the backup chat too."""
    due = await escalations.team_due(tx, now, CASES_PER_BATCH)
    for case in due:
        number = case.team_chased + 1
        message = view.chase(desk.team_say, case.id, case.tier, case.raised_at, now)
        chats = {desk.choices.care_team_chat_id, desk.choices.care_team_backup_chat_id} - {None}
        for chat in sorted(chat for chat in chats if chat is not None):
            await _tell(tx, desk, chat, message, now, f"team:{case.id}:{number}:{chat}", case.id)
        pause = timedelta(minutes=desk.choices.care_team_chase_minutes * number)
        await escalations.change(
            tx,
            case.id,
            {
                "team_chased": number,
                "team_next_at": now + pause if number < MOST_CHASES else None,
            },
        )
        await escalations.note(tx, case.id, f"team chased {number}", now)
    return len(due)


async def is_team_chat(tx: Tx, desk: Desk, chat_id: int) -> bool:
    """Whether this is one of the set chats, under its old or its new number."""
    chosen = (desk.choices.care_team_chat_id, desk.choices.care_team_backup_chat_id)
    known = [each for each in chosen if each is not None]
    return chat_id in known or chat_id in [await _current(tx, each) for each in known]


async def is_chat_of(tx: Tx, chosen: Collection[int], chat_id: int) -> bool:
    """Whether this is one of the chosen chats, under its old or its new number."""
    return chat_id in chosen or chat_id in [await _current(tx, each) for each in chosen]


async def chat_moved(tx: Tx, old: int, new: int) -> None:
    """A group became a supergroup and has a new number; the setting still holds the old one."""
    await facts.write(tx, f"moved:{old}", new)


async def _current(tx: Tx, chat_id: int) -> int:
    moved = await facts.read(tx, f"moved:{chat_id}")
    return int(moved) if moved is not None else chat_id


async def acknowledge(tx: Tx, case_number: int, member: str, now: datetime) -> Acked | NoSuchCase:
    """Somebody of the team takes the case. Only cases that the team was told of are known here."""
    case = await _of_team(tx, case_number)
    if case is None:
        return NoSuchCase(case_number)
    if case.team_acked_at is not None:
        return Acked(case_number, case.team_member or member, already=True)
    values = {"team_acked_at": now, "team_next_at": None, "team_member": member}
    await escalations.change(tx, case_number, values)
    await escalations.note(tx, case_number, "team acknowledged", now)
    return Acked(case_number, member)


async def hand_over(tx: Tx, case_number: int, to: str, now: datetime) -> Acked | NoSuchCase:
    """Somebody else of the team has the case from now on."""
    case = await _of_team(tx, case_number)
    if case is None:
        return NoSuchCase(case_number)
    if case.team_member == to:
        return Acked(case_number, to, already=True)
    values = {
        "team_acked_at": case.team_acked_at or now,
        "team_next_at": None,
        "team_member": to,
    }
    await escalations.change(tx, case_number, values)
    await escalations.note(tx, case_number, "team handed over", now)
    return Acked(case_number, to)


async def give_back(tx: Tx, desk: Desk, case_number: int, now: datetime) -> bool:
    """Nobody has the case any more: the team is asked again, as for a new one. False: there was
    nothing to give back."""
    case = await _of_team(tx, case_number)
    if case is None or case.team_acked_at is None or case.closed_at is not None:
        return False
    chase_at = now + timedelta(minutes=desk.choices.care_team_chase_minutes)
    values = {"team_acked_at": None, "team_member": None, "team_next_at": chase_at}
    await escalations.change(tx, case_number, values | {"team_chased": 0})
    await escalations.note(tx, case_number, "team gave back", now)
    return True


async def daily_list(tx: Tx, desk: Desk, now: datetime) -> int:
    """Once a day at the set local hour: the cases that are open. None are open: silence.
    Returns how many messages were queued."""
    team, at = desk.choices.care_team_chat_id, desk.choices.care_team_list_at
    if team is None or at is None:
        return 0
    zone = ZoneInfo(desk.choices.care_team_time_zone)
    today = now.astimezone(zone).date()
    due = instant_of(today, at, zone)
    if not due <= now <= due + LIST_GRACE or await facts.read(tx, LISTED_ON) == str(today):
        return 0
    await facts.write(tx, LISTED_ON, str(today))
    cases = await open_cases(tx)
    if not cases:
        return 0
    message = view.cases(desk.team_say, cases)
    await _tell(tx, desk, team, message, now, f"team:list:{today}", None)
    return 1


async def _of_team(tx: Tx, case_number: int) -> Escalation | None:
    case = await escalations.get(tx, case_number)
    return case if case is not None and await _known_to_team(tx, case) else None


async def open_cases(tx: Tx) -> list[Escalation]:
    """Open cases that the team may know of, newest first."""
    cases = await escalations.all_open(tx, CASES_LISTED * 4)
    return [case for case in cases if await _known_to_team(tx, case)][:CASES_LISTED]


async def _known_to_team(tx: Tx, case: Escalation) -> bool:
    patient = await patients.by_id(tx, case.patient_id)
    return patient is not None and patient.consents_to(Purpose.CARE_TEAM)


async def _tell(
    tx: Tx, desk: Desk, chat_id: int, message: Message, now: datetime, key: str, case: int | None
) -> None:
    chat_id = await _current(tx, chat_id)
    await outbox.enqueue(
        tx,
        [
            Owed(
                key=key,
                chat_id=chat_id,
                send_class=SendClass.CARE_TEAM,
                priority=SendClass.CARE_TEAM.priority,
                payload=outgoing.to_json(Send(message)),
                escalation_id=case,
                not_before=now,
            )
        ],
        now,
    )
