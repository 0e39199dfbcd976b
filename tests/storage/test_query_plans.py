"""What runs at every tick looks only at rows that are open, however many there are."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from sqlalchemy import event, text

from bot.domain.priority import SendClass
from bot.storage import (
    case_timers,
    checkins,
    due,
    escalations,
    inbox,
    occurrences,
    outbox,
    patients,
    routines,
    sending,
    vitals,
)
from bot.storage.store import Store, Tx
from tests.storage.grown import grow
from tests.storage.rows import CHAT, MINUTE, NOW, a_patient, owed

Query = Callable[[Tx], Awaitable[Any]]
QUERIES: dict[str, tuple[str, Query]] = {
    "due routines": ("ix_routines_due", lambda tx: routines.claim_due(tx, NOW, 400)),
    "questions due again": ("ix_occurrences_step", lambda tx: occurrences.steps_due(tx, NOW, 500)),
    "anything to plan": ("ix_routines_due", lambda tx: due.look(tx, NOW)),
    "any question to repeat": ("ix_occurrences_step", lambda tx: due.look(tx, NOW)),
    "timers to look at": ("ix_case_timers_due", lambda tx: due.follow_ups(tx, NOW)),
    "team to look at": ("ix_escalations_team", lambda tx: due.follow_ups(tx, NOW)),
    "questions left alone": ("ix_checkins_open", lambda tx: due.follow_ups(tx, NOW)),
    "invitations to look at": ("ix_patients_next_checkin", lambda tx: due.follow_ups(tx, NOW)),
    "lines to look at": ("ix_trusted_people_line", lambda tx: due.follow_ups(tx, NOW)),
    "deletions to look at": ("ix_patients_delete", lambda tx: due.follow_ups(tx, NOW)),
    "anything to send": ("ix_outbox_queued", lambda tx: sending.is_due(tx, NOW)),
    "what leaves next": (
        "ix_outbox_queued",
        lambda tx: sending.candidates(tx, NOW, not_chats={1, 2}, limit=50),
    ),
    "rows of dead workers": (
        "ix_outbox_leased",
        lambda tx: sending.abandoned(tx, NOW, own_rows=(), everything=False),
    ),
    "rows of the last process": (
        "ix_outbox_leased",
        lambda tx: sending.abandoned(tx, NOW, own_rows=(), everything=True),
    ),
    "chats with updates": ("ix_inbox_open", inbox.lanes_waiting),
    "next update of a chat": ("ix_inbox_open", lambda tx: inbox.next_in_lane(tx, 5)),
    "updates waiting": ("ix_inbox_open", inbox.count_open),
    "check-ins due": (
        "ix_patients_next_checkin",
        lambda tx: patients.checkins_due(tx, NOW, 100),
    ),
    "check-ins left alone": ("ix_checkins_open", lambda tx: checkins.idle_since(tx, NOW, 100)),
    "timers of cases": ("ix_case_timers_due", lambda tx: case_timers.due(tx, NOW, 100)),
    "steps of the team": ("ix_escalations_team", lambda tx: escalations.team_due(tx, NOW, 100)),
    "held doses": ("ix_escalations_patient", lambda tx: escalations.holding(tx, [1, 2, 3])),
    "what a patient is owed": (
        "ix_outbox_patient|ix_outbox_queued",
        lambda tx: outbox.cancel_for_patient(tx, 5, "paused", NOW, [SendClass.DOSE]),
    ),
    "what a chat is owed": (
        "ix_outbox_queued",
        lambda tx: outbox.hasten(tx, CHAT, SendClass.ESCALATION, NOW),
    ),
    "open cases": ("ix_escalations_open|escalations", escalations.count_open),
    "urgent messages not delivered": ("ix_outbox_queued", vitals.undelivered),
    "how it is": (
        "ix_outbox_queued|ix_inbox_open|ix_outbox_leased|ix_escalations_open|escalations|leases",
        lambda tx: vitals.measure(tx, NOW),
    ),
    "newest slot": ("occurrences", lambda tx: occurrences.newest(tx, 5)),
    "chats left behind": (
        "ix_inbox_open",
        lambda tx: inbox.lanes_waiting(tx, kept_before=NOW, limit=500),
    ),
}
ROWS = 4_000


async def explained(store: Store, tx: Tx, query: Query) -> str:
    """The plans of all statements of a query, with values unknown to the planner."""
    statements: list[tuple[str, Any]] = []

    def keep(_: Any, __: Any, statement: str, parameters: Any, *___: Any) -> None:
        statements.append((statement, parameters))

    event.listen(store.engine.sync_engine, "before_cursor_execute", keep)
    try:
        await query(tx)
    finally:
        event.remove(store.engine.sync_engine, "before_cursor_execute", keep)
    plans = []
    for statement, parameters in statements:
        if store.is_sqlite:
            rows = await tx.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters)
        else:
            # A generic plan: as after some use, when PostgreSQL no longer looks at the values.
            await tx.exec_driver_sql("SET LOCAL plan_cache_mode = force_generic_plan")
            await tx.exec_driver_sql(f"PREPARE asked AS {statement}")
            nothing = ", ".join("NULL" for _ in parameters)
            rows = await tx.exec_driver_sql(f"EXPLAIN EXECUTE asked ({nothing})".replace("()", ""))
        plans += [str(row[-1]) for row in rows]
        if not store.is_sqlite:
            await tx.exec_driver_sql("DEALLOCATE asked")
    return "\n".join(plans)


def reads_a_whole_table(plan: str) -> bool:
    """`leases` and `broadcasts` do not count: they have a row for each replica, and for each news
    that a team has written."""
    return bool(
        re.search(r"Seq Scan on (?!numbers|leases|broadcasts)", plan)
        or re.search(r"^SCAN (?!leases|broadcasts)\w+$", plan, re.MULTILINE)
    )


@pytest.fixture
async def grown_store(store: Store) -> Store:
    await grow(store, ROWS)
    return store


async def test_partial_indexes_are_used(grown_store: Store) -> None:
    wrong = {}
    async with grown_store.write() as tx:
        for name, (index, query) in QUERIES.items():
            plan = await explained(grown_store, tx, query)
            if not re.search(index, plan) or reads_a_whole_table(plan):
                wrong[name] = plan
    assert wrong == {}


async def test_a_plan_that_reads_everything_is_noticed(store: Store) -> None:
    async with store.write() as tx:
        plan = await explained(store, tx, lambda tx: tx.execute(text("SELECT * FROM outbox")))
    assert reads_a_whole_table(plan)


async def test_rows_that_wait_for_later_do_not_slow_the_look(store: Store) -> None:
    """A backlog that may not leave yet is jumped over, class by class, not walked through."""
    async with store.write() as tx:
        await a_patient(tx)
        later = [owed(str(n), SendClass.DOSE, not_before=NOW + MINUTE) for n in range(3_000)]
        await outbox.enqueue(tx, later, NOW)
        if store.is_sqlite:
            plan = await explained(store, tx, lambda tx: sending.is_due(tx, NOW))
            assert "priority=? AND not_before<?" in plan
        assert not await sending.is_due(tx, NOW)
        await outbox.enqueue(tx, [owed("now", SendClass.BROADCAST)], NOW)
        assert await sending.is_due(tx, NOW)
