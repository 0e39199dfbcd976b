"""Deleted means gone: no row of hers in any table, none of anybody else's touched."""

from __future__ import annotations

from collections import Counter

import pytest
from sqlalchemy import Table, select

from bot.storage import inbox, patients
from bot.storage.schema import inbox as inbox_table
from bot.storage.schema import metadata
from bot.storage.schema import patients as patients_table
from bot.storage.store import Store, Tx
from tests.storage.full_database import fill
from tests.storage.rows import CHAT, NOW, a_case, a_patient, a_routine

NOT_ABOUT_ANYBODY = {"broadcasts", "clinics", "counters", "facts", "leases"}
BY_CHAT = {"inbox", "outbox"}


def belongs_to_patients() -> set[str]:
    """Every table from which foreign keys lead to `patients`."""
    found = {patients_table}
    while True:
        more = {
            table
            for table in metadata.sorted_tables
            if any(key.column.table in found for key in table.foreign_keys)
        }
        if more <= found:
            return {table.name for table in found}
        found |= more


async def rows(tx: Tx) -> Counter[str]:
    return Counter(
        {
            name: len((await tx.execute(select(*table.primary_key.columns))).all())
            for name, table in metadata.tables.items()
        }
    )


def test_every_table_is_known_to_this_test() -> None:
    assert set(metadata.tables) == belongs_to_patients() | BY_CHAT | NOT_ABOUT_ANYBODY


@pytest.mark.parametrize("table", metadata.sorted_tables, ids=lambda table: table.name)
def test_whatever_points_to_a_patient_goes_with_her(table: Table) -> None:
    pointing = [key for key in table.foreign_keys if key.column.table.name in belongs_to_patients()]
    assert all(key.ondelete == "CASCADE" for key in pointing)
    assert ("patient_id" in table.columns) == any(
        key.parent.name == "patient_id" for key in pointing
    )


async def test_no_row_is_left_in_any_table(store: Store) -> None:
    async with store.write() as tx:
        other = await fill(tx, 1, first_update=1)
        alone = await rows(tx)
        hers = await fill(tx, CHAT, first_update=11)
        together = await rows(tx)
        assert all(together[name] > alone[name] for name in belongs_to_patients() | BY_CHAT)
        await inbox.mark_handled(tx, 12, NOW)
        await patients.forget(tx, hers.id)
        left = await rows(tx)
        assert {**left, "inbox": alone["inbox"]} == dict(alone)
        assert await patients.by_id(tx, other.id) is not None
        for name, table in metadata.tables.items():
            for row in (await tx.execute(select(table))).all():
                assert str(CHAT) not in str(row), name


async def test_updates_she_has_sent_since_are_still_handled(store: Store) -> None:
    async with store.write() as tx:
        patient = await fill(tx, first_update=1)
        await patients.forget(tx, patient.id)
        waiting = await inbox.next_in_lane(tx, CHAT)
        assert waiting is not None
        assert waiting.update_id == 2
        await inbox.keep(tx, [inbox.Kept(1, CHAT, {"text": "delivered again"})], NOW)
        first = (await tx.execute(select(inbox_table).where(inbox_table.c.update_id == 1))).one()
    assert (first.lane, first.payload) == (0, None)


async def test_numbers_of_the_forgotten_are_never_given_again(store: Store) -> None:
    """Or an old button would answer for a new dose, and `/ack 1` for somebody else's case."""
    async with store.write() as tx:
        patient = await a_patient(tx)
        routine, case = await a_routine(tx, patient), await a_case(tx, patient, "first")
        await patients.forget(tx, patient.id)
    async with store.write() as tx:
        again = await a_patient(tx)
        new_routine, new_case = await a_routine(tx, again), await a_case(tx, again, "first")
    assert case is not None
    assert new_case is not None
    assert (again.id > patient.id, new_routine.id > routine.id, new_case > case) == (True,) * 3
