"""The person a patient names: a link that works once, that person's own yes, and what is shown.

Nothing leaves before both have agreed to exactly that: "please call them" when it matters, and the
lines of a level (`services/trusted_lines.py`). Less is at once, more needs the person's yes, and
the end is at once. That somebody was asked is told to the patient only once Telegram has taken the
message.
"""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime

from bot.domain import outgoing
from bot.domain.case_timers import TimerKind
from bot.domain.escalation import Escalation
from bot.domain.message import Message
from bot.domain.outgoing import Send
from bot.domain.patient import Patient
from bot.domain.priority import SendClass
from bot.domain.trusted import ASK_WITHIN, LINK_FOR, Level, Tie
from bot.domain.trusted_lines import next_line
from bot.services.desk import Desk
from bot.services.planning import zone_of
from bot.services.replies import reply
from bot.storage import escalations, outbox, patients, trusted_people
from bot.storage.outbox import Owed
from bot.storage.store import Tx
from bot.views import trusted as view

KEY_END = ":trusted"


@dataclass(frozen=True, slots=True)
class Page:
    """Whom this person has named, and who has named this person."""

    own: Tie | None
    others: tuple[Tie, ...]


@dataclass(frozen=True, slots=True)
class Link:
    code: str
    until: datetime


@dataclass(frozen=True, slots=True)
class Invited:
    """The link is good, and this is what the person is asked."""

    shown_name: str | None
    level: Level


@dataclass(frozen=True, slots=True)
class OwnLink:
    """The patient has opened her own link."""


@dataclass(frozen=True, slots=True)
class NoLink:
    """Used, too old, ended, or made up."""


async def page(tx: Tx, person: Patient) -> Page:
    return Page(
        await trusted_people.of_patient(tx, person.id),
        tuple(await trusted_people.naming(tx, person.id)),
    )


@dataclass(frozen=True, slots=True)
class LevelSet:
    """The person sees this from now on."""

    level: Level


@dataclass(frozen=True, slots=True)
class LevelAsked:
    """It is more than before: the person is asked first."""

    level: Level


async def name(
    tx: Tx, desk: Desk, patient: Patient, shown_name: str | None, level: Level, now: datetime
) -> Link:
    """Make a link for somebody new; an earlier tie ends, and whoever had agreed is told."""
    await end_own(tx, desk, patient, now)
    code, until = secrets.token_urlsafe(24), now + LINK_FOR
    await trusted_people.name(
        tx,
        patient.id,
        shown_name=shown_name,
        level=level,
        link_hash=_hash(code),
        link_expires_at=until,
        now=now,
    )
    return Link(code, until)


async def opened(tx: Tx, person: Patient, code: str, now: datetime) -> Invited | OwnLink | NoLink:
    """Somebody has followed a link. Nothing is kept until that person agrees."""
    tie = await trusted_people.of_link(tx, _hash(code), now)
    if tie is None:
        return NoLink()
    return OwnLink() if tie.patient_id == person.id else Invited(tie.shown_name, tie.level)


async def answer(
    tx: Tx, desk: Desk, person: Patient, code: str, now: datetime, *, yes: bool
) -> bool:
    """The named person's yes or no. False: the link is no good (any more)."""
    tie = await trusted_people.of_link(tx, _hash(code), now)
    if tie is None or tie.patient_id == person.id:
        return False
    if not yes:
        await trusted_people.end(tx, tie.id)
    elif not await trusted_people.agree(
        tx, _hash(code), person.id, now, await _first_line(tx, tie, tie.level, now)
    ):
        return False
    told = "trusted-now-agreed" if yes else "trusted-said-no"
    await _tell(tx, desk, tie.patient_id, told, tie, now)
    return True


async def set_level(
    tx: Tx, desk: Desk, patient: Patient, tie_id: int, level: Level, now: datetime
) -> LevelSet | LevelAsked | None:
    """The patient decides what the person sees. None: it is not hers, or nobody has agreed yet."""
    tie = await trusted_people.get(tx, tie_id)
    if tie is None or tie.patient_id != patient.id or tie.trusted_id is None:
        return None
    if level.rank > tie.level.rank:
        await trusted_people.change(tx, tie.id, {"asked_level": level})
        if (person := await patients.by_id(tx, tie.trusted_id)) is not None:
            message = view.ask_more(desk.say(person), tie, level)
            key = f"trusted:{tie.id}:more:{level}:{int(now.timestamp())}"
            await reply(tx, person.chat_id, message, now, key=key, patient_id=person.id)
        return LevelAsked(level)
    await _take_level(tx, tie, level, now)
    if level is not tie.level:
        await _tell(tx, desk, tie.trusted_id, "trusted-less-now", tie, now)
    return LevelSet(level)


async def answer_level(
    tx: Tx, desk: Desk, person: Patient, tie_id: int, level: str, now: datetime, *, yes: bool
) -> bool:
    """The person's answer to being shown more. False: that is not asked (any more)."""
    tie = await trusted_people.get(tx, tie_id)
    asked = tie is not None and tie.asked_level is not None and tie.asked_level == level
    if tie is None or tie.trusted_id != person.id or not asked:
        return False
    await _take_level(tx, tie, Level(level) if yes else tie.level, now)
    told = "trusted-more-agreed" if yes else "trusted-more-declined"
    await _tell(tx, desk, tie.patient_id, told, tie, now)
    return True


async def end(tx: Tx, desk: Desk, person: Patient, tie_id: int, now: datetime) -> bool:
    """Either of the two ends it; the other is told. False: it is not theirs."""
    tie = await trusted_people.get(tx, tie_id)
    if tie is None or person.id not in (tie.patient_id, tie.trusted_id):
        return False
    await _silence(tx, tie, now)
    await trusted_people.end(tx, tie.id)
    if person.id == tie.trusted_id:
        await _tell(tx, desk, tie.patient_id, "trusted-has-ended", tie, now)
    elif tie.trusted_id is not None:
        await _tell(tx, desk, tie.trusted_id, "trusted-ended-by-patient", tie, now)
    return True


async def end_own(tx: Tx, desk: Desk, patient: Patient, now: datetime) -> None:
    tie = await trusted_people.of_patient(tx, patient.id)
    if tie is not None:
        await end(tx, desk, patient, tie.id, now)


async def end_all(tx: Tx, desk: Desk, person: Patient, now: datetime) -> None:
    """This person's data is about to go: whoever was tied to it is told."""
    known = await page(tx, person)
    for tie in (*known.others, *([known.own] if known.own else ())):
        await end(tx, desk, person, tie.id, now)


async def ask_to_call(
    tx: Tx, desk: Desk, patient: Patient, case: Escalation, kind: TimerKind, now: datetime
) -> None:
    """A message of hers was not taken, not seen or not answered: ask the person she named, once
    for a case."""
    tie = await trusted_people.of_patient(tx, patient.id)
    if tie is None or tie.trusted_id is None or case.whose != "self":
        return
    person = await patients.by_id(tx, tie.trusted_id)
    key = f"escalation:{case.id}{KEY_END}"
    if person is None or await outbox.has(tx, key):
        return
    message = Message(view.call(desk.say(person), tie.shown_name))
    await outbox.enqueue(
        tx,
        [
            Owed(
                key=key,
                chat_id=person.chat_id,
                patient_id=person.id,
                send_class=SendClass.ESCALATION,
                priority=SendClass.ESCALATION.priority,
                payload=outgoing.to_json(Send(message)),
                escalation_id=case.id,
                not_before=now,
                expires_at=now + ASK_WITHIN,
            )
        ],
        now,
    )
    await escalations.note(tx, case.id, f"named person: {kind}", now)


async def was_asked(tx: Tx, desk: Desk, patient: Patient, case: Escalation, now: datetime) -> None:
    """Telegram has taken it: now, and not before, the patient may be told."""
    key = f"escalation:{case.id}:trusted-was-asked"
    message = Message(desk.say(patient)("trusted-was-asked"))
    await reply(tx, patient.chat_id, message, now, key=key, patient_id=patient.id)


async def _take_level(tx: Tx, tie: Tie, level: Level, now: datetime) -> None:
    at = await _first_line(tx, tie, level, now)
    values = {"level": level, "asked_level": None, "next_line_at": at}
    await trusted_people.change(tx, tie.id, values)
    if level.rank < tie.level.rank:
        await outbox.cancel_keys(tx, line_keys(tie), "level", now)


async def _first_line(tx: Tx, tie: Tie, level: Level, now: datetime) -> datetime | None:
    patient = await patients.by_id(tx, tie.patient_id)
    if patient is None or level is Level.NOTHING:
        return None
    return next_line(now, zone_of(patient))


async def _silence(tx: Tx, tie: Tie, now: datetime) -> None:
    """What still waits to be sent to the person is not sent."""
    await outbox.cancel_keys(tx, line_keys(tie), "ended", now)
    for case in await escalations.open_of(tx, tie.patient_id):
        await outbox.cancel_keys(tx, f"escalation:{case.id}{KEY_END}", "ended", now)


def line_keys(tie: Tie) -> str:
    """How the keys of all lines about this tie begin."""
    return f"trusted:{tie.id}:line:"


async def _tell(
    tx: Tx, desk: Desk, person_id: int, message_id: str, tie: Tie, now: datetime
) -> None:
    person = await patients.by_id(tx, person_id)
    if person is not None:
        message = Message(desk.say(person)(message_id))
        key = f"trusted:{tie.id}:{message_id}:{int(now.timestamp())}"
        await reply(tx, person.chat_id, message, now, key=key, patient_id=person.id)


def _hash(code: str) -> str:
    """What is stored of a link: whoever reads the database cannot follow it."""
    return hashlib.sha256(code.encode()).hexdigest()
