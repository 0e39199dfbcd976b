"""A clinic's link: what it sets, with the patient's consent, and how she leaves.

The link is for every patient of the clinic, so it is no secret and works until it is revoked; it
gives nobody anything but the offer to join. It sets the clinic's number where a doctor should be
called, the team that is told of cases (if she agrees to that), and for somebody new the language
and the country. The operator makes and revokes clinics on the command line.
"""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.catalog.messages import Messages
from bot.domain.clinic import Clinic
from bot.domain.message import Message
from bot.domain.patient import Patient, PatientState, Purpose
from bot.services.desk import Desk
from bot.services.replies import reply
from bot.storage import clinics, patients
from bot.storage.store import Tx
from bot.views.lock_screen import covered


@dataclass(frozen=True, slots=True)
class Joined:
    """She belongs to it now; `told`: its team is told of cases."""

    clinic: Clinic
    told: bool


@dataclass(frozen=True, slots=True)
class NewClinic:
    """What the operator enters. Chats are groups: their numbers are below zero."""

    name: str
    phone: str | None = None
    language: str | None = None
    country: str | None = None
    team_chat: int | None = None
    backup_chat: int | None = None


async def opened(tx: Tx, code: str) -> Clinic | None:
    """Somebody has followed a link. Nothing is kept until she agrees."""
    return await clinics.of_link(tx, _hash(code))


async def join(
    tx: Tx, desk: Desk, patient: Patient, code: str, now: datetime, *, tell_team: bool
) -> Joined | None:
    """She agrees. None: the link is no good any more. An earlier clinic, and consent to telling
    another team, end."""
    clinic = await clinics.of_link(tx, _hash(code))
    if clinic is None:
        return None
    values: dict[str, Any] = {"clinic_id": clinic.id}
    if patient.state is not PatientState.ACTIVE:
        if clinic.language in desk.messages.languages:
            values["language"] = clinic.language
        values["country"] = patient.country or clinic.country
    await patients.change(tx, patient.id, values)
    told = tell_team and clinic.team_chat is not None
    change = patients.grant if told else patients.withdraw
    await change(tx, patient.id, Purpose.CARE_TEAM, now)
    return Joined(clinic, told)


async def leave(tx: Tx, patient: Patient, now: datetime) -> bool:
    """She does not belong to it any more, and its team is told nothing. False: there was none."""
    if patient.clinic is None:
        return False
    await patients.withdraw(tx, patient.id, Purpose.CARE_TEAM, now)
    await patients.change(tx, patient.id, {"clinic_id": None})
    return True


async def add(tx: Tx, new: NewClinic, now: datetime) -> tuple[int, str]:
    """Its number, and the code for its link, which is shown this once and stored as a hash."""
    code = secrets.token_urlsafe(18)
    number = await clinics.add(
        tx,
        name=new.name,
        phone=new.phone,
        language=new.language,
        country=new.country,
        team_chat=new.team_chat,
        backup_chat=new.backup_chat,
        link_hash=_hash(code),
        now=now,
    )
    return number, code


async def new_link(tx: Tx, number: int) -> str | None:
    """Another code; the old one stops working. None: there is no such clinic."""
    clinic = await clinics.get(tx, number)
    if clinic is None or clinic.revoked_at is not None:
        return None
    code = secrets.token_urlsafe(18)
    await clinics.change(tx, number, {"link_hash": _hash(code)})
    return code


async def revoke(tx: Tx, messages: Messages, number: int, now: datetime) -> int | None:
    """The clinic is no part of this installation any more. Its patients keep everything but its
    number and its team, and each is told. Returns how many; None: there is no such clinic."""
    clinic = await clinics.get(tx, number)
    if clinic is None or clinic.revoked_at is not None:
        return None
    hers = await patients.of_clinic(tx, number)
    for patient in hers:
        await leave(tx, patient, now)
        say = messages.say(patient.language)
        message = covered(say, patient, Message(say("clinic-revoked")))
        key = f"clinic:{number}:revoked:{patient.id}"
        await reply(tx, patient.chat_id, message, now, key=key, patient_id=patient.id)
    await clinics.change(tx, number, {"revoked_at": now, "link_hash": None})
    return len(hers)


def _hash(code: str) -> str:
    return hashlib.sha256(code.encode()).hexdigest()
