"""Patients and routines by the thousand, written by the database itself."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import BindParameter, Date, bindparam, text

from bot.domain.patient import CONSENT_VERSION
from bot.storage.columns import Instant
from bot.storage.store import Tx

_KINDS = ("dose", "moisturizer", "sunscreen", "lip_balm")
_KIND = "CASE n % 4 " + " ".join(f"WHEN {i} THEN '{k}'" for i, k in enumerate(_KINDS)) + " END"
_PATIENTS = (
    "INSERT INTO patients (id, chat_id, state, language, country, time_zone, created_at)"
    " SELECT n, n, 'active', 'en', 'DE', 'UTC', :now FROM {numbers}"
)
_CONSENTS = (
    "INSERT INTO consents (patient_id, purpose, version, granted_at)"
    f" SELECT n, 'reminders', '{CONSENT_VERSION}', :now FROM {{numbers}}"
)
_ROUTINES = (
    "INSERT INTO routines (id, patient_id, kind, enabled, rule, start_on, local_times,"
    " next_local_date, next_slot, next_due_at)"
    " SELECT n, {patient}, {kind}, true, 'FREQ=DAILY', :day, :wall, :day, 0, :due FROM {numbers}"
)


async def seed_due(tx: Tx, reminders: int, due_at: datetime) -> None:
    """So many patients, each with one dose routine that is due at `due_at`."""
    await _people(tx, reminders, due_at)
    await _run(
        tx, _ROUTINES.format(patient="n", kind="'dose'", numbers="{numbers}"), reminders, due_at
    )


async def seed_quiet(tx: Tx, routines: int, now: datetime) -> None:
    """So many routines, four to a patient, none of them due before tomorrow."""
    await _people(tx, routines // 4, now)
    statement = _ROUTINES.format(patient="(n + 3) / 4", kind=_KIND, numbers="{numbers}")
    await _run(tx, statement, routines // 4 * 4, now + timedelta(days=1))


async def make_due(tx: Tx, routines: int, at: datetime) -> None:
    """The first `routines` of them come due at `at`."""
    statement = text("UPDATE routines SET next_due_at = :due WHERE id <= :last")
    await tx.execute(statement.bindparams(bindparam("due", at, type_=Instant()), last=routines))


async def _people(tx: Tx, count: int, now: datetime) -> None:
    await _run(tx, _PATIENTS, count, now)
    await _run(tx, _CONSENTS, count, now)


async def _run(tx: Tx, statement: str, rows: int, at: datetime) -> None:
    numbers = (
        "(WITH RECURSIVE count(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM count"
        f" WHERE n < {rows}) SELECT n FROM count) AS numbers"
        if tx.dialect.name == "sqlite"
        else f"generate_series(1, {rows}) AS numbers(n)"
    )
    values: tuple[BindParameter[Any], ...] = (
        bindparam("now", at, type_=Instant()),
        bindparam("due", at, type_=Instant()),
        bindparam("day", at.astimezone(UTC).date(), type_=Date()),
        bindparam("wall", f"{at.astimezone(UTC):%H:%M}"),
    )
    used = [each for each in values if f":{each.key}" in statement]
    await tx.execute(text(statement.format(numbers=numbers)).bindparams(*used))
