"""The column `routines.meal_times`: "SA,SU=09:30|2027-02-08..2027-03-09=04:45,19:10"."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, time

from sqlalchemy import update

from bot.domain.meal_times import Variation
from bot.domain.schedule import Slot
from bot.storage.schema import routines
from bot.storage.store import Tx

_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


async def save(
    tx: Tx, routine_id: int, variations: Sequence[Variation], following: Slot | None
) -> None:
    """Keep them, and the next slot that follows from them."""
    await tx.execute(
        update(routines)
        .where(routines.c.id == routine_id)
        .values(
            meal_times=text_of(variations),
            next_local_date=following.local_date if following else None,
            next_slot=following.slot if following else None,
            next_due_at=following.due_at if following else None,
        )
    )


def text_of(variations: Sequence[Variation]) -> str | None:
    return "|".join(map(_text, variations)) or None


def read(text: str | None) -> tuple[Variation, ...]:
    return tuple(map(_variation, text.split("|"))) if text else ()


def _text(each: Variation) -> str:
    times = ",".join(f"{at:%H:%M}" for at in each.local_times)
    if each.first is not None and each.last is not None:
        return f"{each.first}..{each.last}={times}"
    return f"{','.join(_DAYS[day] for day in sorted(each.weekdays))}={times}"


def _variation(text: str) -> Variation:
    days, _, at = text.partition("=")
    times = tuple(time.fromisoformat(each) for each in at.split(","))
    first, dots, last = days.partition("..")
    if dots:
        return Variation(times, first=date.fromisoformat(first), last=date.fromisoformat(last))
    return Variation(times, frozenset(_DAYS.index(each) for each in days.split(",")))
