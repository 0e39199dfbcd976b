"""When the service itself was away: one honest message per patient, not thirty.

The planner notes that it is alive; the first planning after a longer gap records the reminders of
the gap as missed by the service, and each patient with any of them is told once.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.domain.message import Message
from bot.domain.priority import SendClass
from bot.services.desk import Desk
from bot.services.replies import reply
from bot.storage import escalations, facts, occurrences, patients
from bot.storage.store import Tx
from bot.views.times import day_text

ALIVE = "alive_at"
WORTH_SAYING = timedelta(minutes=30)


async def note_alive(tx: Tx, now: datetime) -> None:
    """Remember that the planner ran."""
    await facts.write(tx, ALIVE, now.isoformat())


async def tell(tx: Tx, desk: Desk, started_at: datetime) -> int:
    """After the first planning of a new start: tell those who were not reminded meanwhile.
    Returns how many were told."""
    last = await facts.read(tx, "away_since")
    if last is None:
        return 0
    away_since = datetime.fromisoformat(last)
    await facts.forget(tx, "away_since")
    counts = await occurrences.missed_since(tx, away_since)
    # Who has been told to get help is told nothing else (CLINICAL 2C rule 4).
    in_trouble = await escalations.in_trouble(tx, list(counts))
    counts = {each: count for each, count in counts.items() if each not in in_trouble}
    people = await patients.by_ids(tx, counts)
    for patient_id, count in counts.items():
        patient = people[patient_id]
        say = desk.say(patient)
        local_from, local_to = (at.astimezone(patient.zone) for at in (away_since, started_at))
        text = say(
            "downtime-note",
            start=f"{day_text(say.language, local_from.date())}, {local_from:%H:%M}",
            end=f"{day_text(say.language, local_to.date())}, {local_to:%H:%M}",
            count=count,
        )
        await reply(
            tx,
            patient.chat_id,
            Message(text, silent=True),
            started_at,
            key=f"downtime:{patient_id}:{int(started_at.timestamp())}",
            patient_id=patient_id,
            send_class=SendClass.ROUTINE,
            expires_at=started_at + timedelta(hours=12),
        )
    return len(counts)


async def remember_gap(tx: Tx, now: datetime) -> bool:
    """At start, before planning: was the service away for longer than a restart takes?"""
    last = await alive_at(tx)
    away = last is not None and now - last > WORTH_SAYING
    if away and last is not None:
        await facts.write(tx, "away_since", last.isoformat())
    return away


async def alive_at(tx: Tx) -> datetime | None:
    """When the planner is last known to have run; None: never."""
    value = await facts.read(tx, ALIVE)
    return datetime.fromisoformat(value) if value else None
