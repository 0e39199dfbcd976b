"""What people see who watch the program work: rows, cases, what is due next; no name, no text."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from bot.domain.priority import SendClass
from bot.domain.tier import Tier
from bot.storage import board, escalations, outbox, patients
from bot.storage.outbox import Owed
from bot.storage.store import Store

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)


async def test_rows_that_wait_and_open_cases_are_shown(store: Store) -> None:
    async with store.write() as tx:
        ann = await patients.meet(tx, 41, "en", NOW)
        kind = SendClass.REPLY
        await outbox.enqueue(
            tx,
            [Owed(f"k{n}", 41, kind, kind.priority, NOW + timedelta(hours=n)) for n in range(5)],
            NOW,
        )
        for source in ("a", "b"):
            await escalations.record(
                tx,
                patient_id=ann.id,
                tier=Tier.CONTACT_NOW,
                label="x",
                whose="self",
                source=source,
                reasons=[],
                holds_dose=True,
                now=NOW,
            )
    found = await board.read_board(store, rows=3, cases=5)
    assert found is not None
    assert [row.not_before.hour for row in found.outbox] == [16, 15, 14]
    assert [(case.chat_id, case.tier) for case in found.cases] == [(41, "N"), (41, "N")]
    assert found.due[0] == NOW
    assert found.due_reminders == []
    assert (found.inbox_open, found.next_reminders) == (0, {})
