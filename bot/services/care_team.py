"""The care team: an alert with case number and tier, `/ack`, chase, backup chat, `/cases`.

Nothing a patient wrote, and no name, ever goes to the team's chat. A patient's case reaches the
team only with her consent to that purpose.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.domain import outgoing
from bot.domain.case_timers import TimerKind
from bot.domain.escalation import Escalation
from bot.domain.message import Message
from bot.domain.outgoing import Send
from bot.domain.patient import Patient, Purpose
from bot.domain.priority import SendClass
from bot.domain.tier import Tier
from bot.services.desk import Desk
from bot.storage import escalations, facts, outbox, patients
from bot.storage.outbox import Owed
from bot.storage.store import Tx
from bot.views import care_team as view

MOST_CHASES = 8
CASES_PER_BATCH = 50
CASES_LISTED = 30


@dataclass(frozen=True, slots=True)
class Acked:
    case: int
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


async def chat_moved(tx: Tx, old: int, new: int) -> None:
    """A group became a supergroup and has a new number; the setting still holds the old one."""
    await facts.write(tx, f"moved:{old}", new)


async def _current(tx: Tx, chat_id: int) -> int:
    moved = await facts.read(tx, f"moved:{chat_id}")
    return int(moved) if moved is not None else chat_id


async def acknowledge(tx: Tx, case_number: int, now: datetime) -> Acked | NoSuchCase:
    """Somebody of the team takes the case. Only cases that the team was told of are known here."""
    case = await escalations.get(tx, case_number)
    if case is None or not await _known_to_team(tx, case):
        return NoSuchCase(case_number)
    if case.team_acked_at is not None:
        return Acked(case_number, already=True)
    await escalations.change(tx, case_number, {"team_acked_at": now, "team_next_at": None})
    await escalations.note(tx, case_number, "team acknowledged", now)
    return Acked(case_number)


async def open_cases(tx: Tx) -> list[Escalation]:
    """Open cases that the team may know of, newest first."""
    cases = await escalations.all_open(tx, CASES_LISTED * 4)
    return [case for case in cases if await _known_to_team(tx, case)][:CASES_LISTED]


async def _known_to_team(tx: Tx, case: Escalation) -> bool:
    patient = await patients.by_id(tx, case.patient_id)
    return patient is not None and patient.consents_to(Purpose.CARE_TEAM)


async def _tell(
    tx: Tx, desk: Desk, chat_id: int, message: Message, now: datetime, key: str, case: int
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
