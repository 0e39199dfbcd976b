"""The patient's clock has changed: her routines stay on the clock of home, or move with her.

Nothing changes before she has chosen, and nothing is asked where both would be the same. While she
keeps home times, dates and due times follow the clock of home; times are shown, and quiet hours
hold, on the clock where she is. How a move treats doses: `bot.domain.zone_move`.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.domain.patient import Patient
from bot.domain.routine import Routine
from bot.domain.routine_kind import RoutineKind
from bot.domain.travel import KeepOrMove, KeptHome, Moved
from bot.domain.zone_move import after_move, shortest_gap
from bot.services import routine_settings
from bot.services.planning import may_be_planned
from bot.storage import occurrences, patients, routines
from bot.storage.store import Tx

LOOKS_AHEAD = timedelta(days=14)  # two clocks that agree for so long are one clock to a traveller


async def arrive(tx: Tx, patient: Patient, zone: str, now: datetime) -> Moved | KeepOrMove:
    """She says where she is, or what her clock shows."""
    home = patient.home_zone or patient.time_zone
    dose = await routines.of_kind(tx, patient.id, RoutineKind.DOSE)
    planned = dose is not None and dose.enabled and may_be_planned(patient, dose.kind)
    if home is None or dose is None or not planned or _same_clock(home, zone, now):
        return await move(tx, patient, zone, now)
    return KeepOrMove(zone, home, *await _previews(tx, dose, zone, now))


async def move(tx: Tx, patient: Patient, zone: str, now: datetime) -> Moved:
    """Everything follows the new clock. Back at home, nothing has to move."""
    await patients.change(tx, patient.id, {"home_zone": None})
    if zone == patient.home_zone:
        await patients.change(tx, patient.id, {"time_zone": zone})
    else:
        await routine_settings.move_to(tx, replace(patient, home_zone=None), zone, now)
    return Moved(zone)


async def keep(tx: Tx, patient: Patient, zone: str, now: datetime) -> KeptHome | Moved:
    """Her routines stay as they are; only what she reads and her quiet hours follow her."""
    home = patient.home_zone or patient.time_zone
    if home is None or zone == home:
        return await move(tx, patient, zone, now)
    await patients.change(tx, patient.id, {"time_zone": zone, "home_zone": home})
    return KeptHome(zone, home)


async def _previews(
    tx: Tx, dose: Routine, zone: str, now: datetime
) -> tuple[datetime | None, datetime | None]:
    last = await occurrences.newest(tx, dose.id)
    moved = after_move(dose.recurrence, ZoneInfo(zone), last, now, shortest_gap(dose.recurrence))
    return (
        dose.next.due_at if dose.next else None,
        moved.next.due_at if moved.next else None,
    )


def _same_clock(one: str, other: str, now: datetime) -> bool:
    zones = ZoneInfo(one), ZoneInfo(other)
    return all(
        len({at.astimezone(zone).utcoffset() for zone in zones}) == 1
        for at in (now + timedelta(days=day) for day in range(LOOKS_AHEAD.days + 1))
    )
