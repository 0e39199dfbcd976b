"""Each morning, on the patient's clock: what the person she has named is told about her days.

Only what both have agreed to, and only from what was tapped. A day on which everything was
recorded, or nothing was asked, is no message.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.domain import outgoing
from bot.domain.message import Message
from bot.domain.outgoing import Send
from bot.domain.patient import Patient, PatientState
from bot.domain.priority import SendClass
from bot.domain.trusted import Tie
from bot.domain.trusted_lines import LINE_GRACE, lines_for, next_line
from bot.services.desk import Desk
from bot.services.planning import zone_of
from bot.services.trusted import line_keys
from bot.storage import occurrences, outbox, patients, trusted_people
from bot.storage.outbox import Owed
from bot.storage.store import Tx
from bot.views import trusted as view

TIES_PER_BATCH = 100


async def tell_due(tx: Tx, desk: Desk, now: datetime) -> int:
    """Queue the lines that are due. Returns how many."""
    told = 0
    for tie in await trusted_people.lines_due(tx, now, TIES_PER_BATCH):
        patient = await patients.by_id(tx, tie.patient_id)
        person = await patients.by_id(tx, tie.trusted_id) if tie.trusted_id else None
        if patient is None or person is None or tie.next_line_at is None:
            continue
        upcoming = next_line(now, zone_of(patient))
        await trusted_people.change(tx, tie.id, {"next_line_at": upcoming})
        late = now - tie.next_line_at > LINE_GRACE
        if not late and _is_here(patient) and person.state is not PatientState.UNREACHABLE:
            told += await _tell(tx, desk, tie, patient, person, now)
    return told


async def _tell(
    tx: Tx, desk: Desk, tie: Tie, patient: Patient, person: Patient, now: datetime
) -> int:
    today = patient.local_date(now)
    first, last = today - timedelta(days=7), today - timedelta(days=1)
    recorded = await occurrences.between(tx, patient.id, first, last)
    lines = lines_for(tie.level, today, recorded)
    if lines.is_empty:
        return 0
    message = Message(view.lines(desk.say(person), tie.shown_name, lines))
    await outbox.enqueue(
        tx,
        [
            Owed(
                key=f"{line_keys(tie)}{today}",
                chat_id=person.chat_id,
                patient_id=person.id,
                send_class=SendClass.ROUTINE,
                priority=SendClass.ROUTINE.priority,
                payload=outgoing.to_json(Send(message)),
                not_before=now,
                expires_at=now + LINE_GRACE,
            )
        ],
        now,
    )
    return 1


def _is_here(patient: Patient) -> bool:
    """Nothing is told about somebody who is leaving, gone, or perhaps somebody else by now."""
    here = patient.state is PatientState.ACTIVE
    return here and patient.delete_at is None and patient.doubted_at is None
