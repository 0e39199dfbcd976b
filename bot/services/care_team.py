"""The care teams: an alert with case number and tier, `/ack`, `/handover`, chase, backup chat,
`/cases`, and a list of open cases each morning.

Nothing a patient wrote, and no name, ever goes to the team's chat. A patient's case reaches a
team only with her consent to that purpose, and only her own team: `team_of` is the one place that
says which it is. The team of a clinic knows its own patients' cases, and no others.
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
from bot.storage import clinics, escalations, facts, outbox, patients
from bot.storage.outbox import Owed
from bot.storage.store import Tx
from bot.views import care_team as view

MOST_CHASES = 8
LIST_GRACE = timedelta(hours=4)  # later than that the list of the next day is near enough
LISTED_ON = "team_list_on"
CASES_PER_BATCH = 50
CASES_LISTED = 30
CASES_LOOKED_AT = 1000  # several teams share the list of open cases


@dataclass(frozen=True, slots=True)
class Acked:
    """`by` has the case; `already`: and had it before."""

    case: int
    by: str
    already: bool = False


@dataclass(frozen=True, slots=True)
class NoSuchCase:
    case: int


@dataclass(frozen=True, slots=True)
class Team:
    """Where a patient's care team reads: its chat, and one where it is asked again."""

    chat: int
    backup: int | None

    @property
    def chats(self) -> list[int]:
        return [self.chat, *([self.backup] if self.backup is not None else [])]


def team_of(desk: Desk, patient: Patient) -> Team | None:
    """Who is told of this patient's cases: the team of the clinic whose link she has followed, or
    that of the installation. Never both: she has agreed to one of them. None: there is no team,
    or she has not agreed."""
    return _set_for(desk, patient) if patient.consents_to(Purpose.CARE_TEAM) else None


def has_team(desk: Desk, patient: Patient) -> bool:
    """Whether there is a team that she could agree to."""
    return _set_for(desk, patient) is not None


def _set_for(desk: Desk, patient: Patient) -> Team | None:
    if patient.clinic is not None:
        chat, backup = patient.clinic.team_chat, patient.clinic.backup_chat
    else:
        chat, backup = desk.choices.care_team_chat_id, desk.choices.care_team_backup_chat_id
    return Team(chat, backup) if chat is not None else None


async def alert(tx: Tx, desk: Desk, patient: Patient, case: int, tier: Tier, now: datetime) -> None:
    """Tell the team that there is a case, if there is a team and the patient agreed to that."""
    team = team_of(desk, patient)
    if team is None:
        return
    words = view.alert(desk.team_say, case, tier)
    await _tell(tx, team.chat, words, now, f"team:{case}:0", case)
    chase_at = now + timedelta(minutes=desk.choices.care_team_chase_minutes)
    await escalations.change(tx, case, {"team_next_at": chase_at})


async def report(
    tx: Tx, desk: Desk, patient: Patient, case: Escalation, kind: TimerKind, now: datetime
) -> None:
    """The message of a case was not taken, not seen or not answered for too long."""
    team = team_of(desk, patient)
    if team is None:
        return
    minutes = int((now - case.raised_at).total_seconds() // 60)
    message = view.report(desk.team_say, case.id, case.tier, kind, minutes)
    await _tell(tx, team.chat, message, now, f"team:{case.id}:{kind}", case.id)


async def chase_due(tx: Tx, desk: Desk, now: datetime) -> int:
    """Ask again where nobody has acknowledged; from the second time on the backup chat too."""
    due = await escalations.team_due(tx, now, CASES_PER_BATCH)
    for case in due:
        team = await _team_of_case(tx, desk, case)
        if team is None:  # she has left the clinic, or taken the consent back
            await escalations.change(tx, case.id, {"team_next_at": None})
            continue
        number = case.team_chased + 1
        message = view.chase(desk.team_say, case.id, case.tier, case.raised_at, now)
        for chat in sorted(set(team.chats)):
            await _tell(tx, chat, message, now, f"team:{case.id}:{number}:{chat}", case.id)
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
    return await _names_of(tx, desk, chat_id) != set()


async def is_chat_of(tx: Tx, chosen: Collection[int], chat_id: int) -> bool:
    """Whether this is one of the chosen chats, under its old or its new number."""
    return chat_id in chosen or chat_id in [await _current(tx, each) for each in chosen]


async def _names_of(tx: Tx, desk: Desk, chat_id: int) -> set[int]:
    """The numbers under which this chat is set, if it is one of the set chats."""
    chosen = {desk.choices.care_team_chat_id, desk.choices.care_team_backup_chat_id} - {None}
    if chat_id < 0:  # clinics have groups, and every private message asks
        for clinic in await clinics.all_of_them(tx):
            chosen |= clinic.chats if clinic.revoked_at is None else set()
    return {
        each for each in chosen if each is not None and chat_id in (each, await _current(tx, each))
    }


async def chat_moved(tx: Tx, old: int, new: int) -> None:
    """A group became a supergroup and has a new number; the setting still holds the old one."""
    await facts.write(tx, f"moved:{old}", new)


async def _current(tx: Tx, chat_id: int) -> int:
    moved = await facts.read(tx, f"moved:{chat_id}")
    return int(moved) if moved is not None else chat_id


async def acknowledge(
    tx: Tx, desk: Desk, chat: int, case_number: int, member: str, now: datetime
) -> Acked | NoSuchCase:
    """Somebody of the team takes the case. Only cases that the team of this chat was told of are
    known here."""
    case = await known_to(tx, desk, chat, case_number)
    if case is None:
        return NoSuchCase(case_number)
    if case.team_acked_at is not None:
        return Acked(case_number, case.team_member or member, already=True)
    values = {"team_acked_at": now, "team_next_at": None, "team_member": member}
    await escalations.change(tx, case_number, values)
    await escalations.note(tx, case_number, "team acknowledged", now)
    return Acked(case_number, member)


async def hand_over(
    tx: Tx, desk: Desk, chat: int, case_number: int, to: str, now: datetime
) -> Acked | NoSuchCase:
    """Somebody else of the team has the case from now on."""
    case = await known_to(tx, desk, chat, case_number)
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


async def give_back(tx: Tx, desk: Desk, chat: int, case_number: int, now: datetime) -> bool:
    """Nobody has the case any more: the team is asked again, as for a new one. False: there was
    nothing to give back."""
    case = await known_to(tx, desk, chat, case_number)
    if case is None or case.team_acked_at is None or case.closed_at is not None:
        return False
    chase_at = now + timedelta(minutes=desk.choices.care_team_chase_minutes)
    values = {"team_acked_at": None, "team_member": None, "team_next_at": chase_at}
    await escalations.change(tx, case_number, values | {"team_chased": 0})
    await escalations.note(tx, case_number, "team gave back", now)
    return True


async def daily_list(tx: Tx, desk: Desk, now: datetime) -> int:
    """Once a day at the set local hour, to each team: its cases that are open. None are open:
    silence. Returns how many messages were queued."""
    at = desk.choices.care_team_list_at
    if at is None:
        return 0
    zone = ZoneInfo(desk.choices.care_team_time_zone)
    today = now.astimezone(zone).date()
    due = instant_of(today, at, zone)
    if not due <= now <= due + LIST_GRACE or await facts.read(tx, LISTED_ON) == str(today):
        return 0
    await facts.write(tx, LISTED_ON, str(today))
    chats = {desk.choices.care_team_chat_id}
    chats |= {each.team_chat for each in await clinics.all_of_them(tx) if not each.revoked_at}
    told = 0
    for chat in sorted(each for each in chats if each is not None):
        if cases := await open_cases(tx, desk, chat):
            message = view.cases(desk.team_say, cases)
            await _tell(tx, chat, message, now, f"team:list:{today}:{chat}", None)
            told += 1
    return told


async def known_to(tx: Tx, desk: Desk, chat: int, case_number: int) -> Escalation | None:
    """The case, if the team of this chat may know of it."""
    case = await escalations.get(tx, case_number)
    names = await _names_of(tx, desk, chat)
    if case is None or not _reads(names, await _team_of_case(tx, desk, case)):
        return None
    return case


async def open_cases(tx: Tx, desk: Desk, chat: int) -> list[Escalation]:
    """Open cases that the team of this chat may know of, newest first."""
    names = await _names_of(tx, desk, chat)
    cases = await escalations.all_open(tx, CASES_LOOKED_AT)
    people = await patients.by_ids(tx, {case.patient_id for case in cases})
    told = [case for case in cases if _reads(names, team_of(desk, people[case.patient_id]))]
    return told[:CASES_LISTED]


def _reads(names: set[int], team: Team | None) -> bool:
    return team is not None and not names.isdisjoint(team.chats)


async def _team_of_case(tx: Tx, desk: Desk, case: Escalation) -> Team | None:
    patient = await patients.by_id(tx, case.patient_id)
    return team_of(desk, patient) if patient is not None else None


async def _tell(
    tx: Tx, chat_id: int, message: Message, now: datetime, key: str, case: int | None
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
