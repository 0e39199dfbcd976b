"""Somebody may have taken over a patient's account: ask before anything of hers is shown.

Noticed by a changed name after a long silence. Until the question is answered nothing is shown and
nothing comes unasked but what is owed for safety; /sos works, and every word is still heard. Who
says "I am somebody new" has everything deleted, with the same minutes to undo as /delete.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from bot.domain.ownership import Sign, is_doubtful, read_sign
from bot.domain.patient import Patient, PatientState
from bot.services import leaving
from bot.storage import patients
from bot.storage.store import Tx

NOTED_EVERY = timedelta(days=1)  # not with each update: one write a day


async def notice(tx: Tx, patient: Patient, seen: Sign, now: datetime) -> Patient:
    """Something has come from this chat. Returns the patient, in doubt or not."""
    if patient.state not in (PatientState.ACTIVE, PatientState.UNREACHABLE):
        return patient
    if patient.doubted_at is not None:
        return patient
    known, heard = read_sign(patient.account_sign), patient.heard_at
    if heard is not None and is_doubtful(known, seen, now - heard):
        await patients.change(tx, patient.id, {"doubted_at": now})
        return replace(patient, doubted_at=now)
    if heard is None or known != seen or now - heard >= NOTED_EVERY:
        await patients.change(tx, patient.id, {"heard_at": now, "account_sign": seen.as_json()})
    return patient


async def is_the_same(tx: Tx, patient: Patient, seen: Sign, now: datetime) -> None:
    """She says that it is her, under whatever name. A deletion that "somebody new" began ends."""
    values = {"doubted_at": None, "heard_at": now, "account_sign": seen.as_json()}
    await patients.change(tx, patient.id, values)
    await leaving.stay(tx, replace(patient, doubted_at=None), now)


async def is_somebody_new(tx: Tx, patient: Patient, now: datetime) -> datetime:
    """Everything of the former owner goes. Returns when; until then nothing is shown."""
    await patients.change(tx, patient.id, {"doubted_at": patient.doubted_at or now})
    return await leaving.leave(tx, patient, now)
