"""A care team writes to those of its patients who asked for news: draft, preview, confirm, stop.

The words are the team's and are kept once, sealed; each patient's row holds the number only, and is
decided at the moment it leaves: consent, open cases, pauses and "stop" hold until then.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.domain import outgoing
from bot.domain.broadcast import (
    HELPS_FOR,
    LONGEST,
    Broadcast,
    BroadcastState,
    Progress,
    key_for,
)
from bot.domain.message import Message
from bot.domain.outgoing import Announce
from bot.domain.patient import Patient, PatientState, Purpose
from bot.domain.priority import SendClass
from bot.domain.quiet_hours import QuietHours
from bot.services import care_team
from bot.services.desk import Desk
from bot.services.replies import reply
from bot.storage import broadcasts, clinics, outbox
from bot.storage.outbox import Owed
from bot.storage.store import Tx
from bot.views import broadcast as view

BATCH = 200
LOOK_AGAIN = timedelta(seconds=2)


@dataclass(frozen=True, slots=True)
class Drafted:
    """`to`: how many patients would get it now."""

    broadcast: Broadcast
    to: int


@dataclass(frozen=True, slots=True)
class TooLong:
    most: int


@dataclass(frozen=True, slots=True)
class Busy:
    """One is being sent already, and must be over or stopped first."""

    broadcast: Broadcast


@dataclass(frozen=True, slots=True)
class Stale:
    """Not of this chat, sent or dropped already, or an old preview."""


async def draft(
    tx: Tx, desk: Desk, chat_id: int, text: str, now: datetime
) -> Drafted | TooLong | Busy:
    """Keep the words; nobody gets them yet."""
    text = text.strip()
    if len(text) > LONGEST:
        return TooLong(LONGEST)
    going = await broadcasts.newest_of(tx, chat_id)
    if going is not None and going.state is BroadcastState.SENDING:
        return Busy(going)
    clinic_id = await _clinic_of(tx, desk, chat_id)
    number = await broadcasts.draft(tx, clinic_id, chat_id, text, now)
    made = await broadcasts.get(tx, number)
    assert made is not None
    return Drafted(made, await broadcasts.count_receivers(tx, clinic_id))


async def send(tx: Tx, chat_id: int, number: int, now: datetime) -> Broadcast | Stale:
    """The preview is right: from now on it is being sent."""
    found = await _of_chat(tx, chat_id, number)
    newest = await broadcasts.newest_of(tx, chat_id)
    if found is None or newest is None or newest.id != number or not found.may_be_sent(now):
        return Stale()
    values = {"state": BroadcastState.SENDING, "confirmed_at": now, "next_at": now}
    await broadcasts.change(tx, number, values)
    return await _again(tx, number)


async def drop(tx: Tx, chat_id: int, number: int) -> Broadcast | Stale:
    found = await _of_chat(tx, chat_id, number)
    if found is None or found.state is not BroadcastState.DRAFT:
        return Stale()
    await broadcasts.change(tx, number, {"state": BroadcastState.DROPPED})
    return await _again(tx, number)


async def stop(tx: Tx, chat_id: int, number: int, now: datetime) -> Broadcast | Stale:
    """What has not left stays here; what has left cannot be taken back."""
    found = await _of_chat(tx, chat_id, number)
    if found is None or found.state not in (BroadcastState.SENDING, BroadcastState.DONE):
        return Stale()
    await broadcasts.change(tx, number, {"state": BroadcastState.STOPPED, "next_at": None})
    await broadcasts.cancel_rest(tx, number, now)
    return await _again(tx, number)


async def shown(
    tx: Tx, chat_id: int, number: int | None = None
) -> tuple[Broadcast, Progress] | None:
    """How far one has come: this one, or the newest of the chat."""
    found = (
        await broadcasts.newest_of(tx, chat_id)
        if number is None
        else await _of_chat(tx, chat_id, number)
    )
    return None if found is None else (found, await broadcasts.progress(tx, found.id))


async def run_due(tx: Tx, desk: Desk, now: datetime) -> int:
    """Queue the next patients of what is being sent; tell the team when it is over."""
    done = 0
    for each in await broadcasts.due(tx, now):
        last, queued = each.after_id, 0
        for patient in await broadcasts.receivers(tx, each.clinic_id, last, BATCH):
            await _queue(tx, each, patient, now)
            last, queued = patient.id, queued + 1
        values: dict[str, object] = {"after_id": last, "next_at": now + LOOK_AGAIN}
        if not queued:
            progress = await broadcasts.progress(tx, each.id)
            if not progress.waiting:
                values = {"state": BroadcastState.DONE, "next_at": None}
                message = view.over(desk.team_say, each, progress)
                key = f"team:broadcast:{each.id}:over"
                await reply(tx, each.chat_id, message, now, key=key)
                queued = 1
        await broadcasts.change(tx, each.id, values)
        done += queued
    return done


async def compose(tx: Tx, desk: Desk, patient: Patient | None, wish: Announce) -> Message | str:
    """The words for this patient at the moment they leave, or why they are withheld."""
    found = await broadcasts.get(tx, wish.broadcast)
    if found is None or found.state not in (BroadcastState.SENDING, BroadcastState.DONE):
        return "stopped"
    if patient is None or patient.state is not PatientState.ACTIVE or patient.delete_at:
        return "patient gone"
    if not patient.consents_to(Purpose.NEWS):
        return "consent withdrawn"
    if (patient.clinic.id if patient.clinic else None) != found.clinic_id:
        return "other clinic"
    if await broadcasts.has_open_case(tx, patient.id):
        return "open case"
    return view.news(desk.say(patient), found.text, silent=wish.silent)


async def _queue(tx: Tx, each: Broadcast, patient: Patient, now: datetime) -> None:
    quiet = QuietHours(patient.quiet_start, patient.quiet_end)
    silent = quiet.covers(now.astimezone(patient.zone).time())
    kind = SendClass.BROADCAST
    await outbox.enqueue(
        tx,
        [
            Owed(
                key=key_for(each.id, patient.id),
                chat_id=patient.chat_id,
                patient_id=patient.id,
                send_class=kind,
                priority=kind.priority,
                payload=outgoing.to_json(Announce(each.id, silent)),
                not_before=now,
                expires_at=now + HELPS_FOR,
            )
        ],
        now,
    )


async def _clinic_of(tx: Tx, desk: Desk, chat_id: int) -> int | None:
    """Whose chat it is; None: the installation's own."""
    for clinic in await clinics.all_of_them(tx):
        if clinic.revoked_at is None and await care_team.is_chat_of(tx, clinic.chats, chat_id):
            return clinic.id
    return None


async def _of_chat(tx: Tx, chat_id: int, number: int) -> Broadcast | None:
    found = await broadcasts.get(tx, number)
    return found if found is not None and found.chat_id == chat_id else None


async def _again(tx: Tx, number: int) -> Broadcast:
    found = await broadcasts.get(tx, number)
    assert found is not None
    return found
