"""A database as it looks after a long time: nearly everything is over, very little is due."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import Date, LargeBinary, bindparam, text

from bot.storage.columns import Instant
from bot.storage.store import Store, Tx
from tests.storage.rows import NOW

BULK = {
    "patients": (
        "id, chat_id, state, language, created_at, next_checkin_at",
        "n, n, 'active', 'en', :now, CASE WHEN n % 4 = 0 THEN :future END",
    ),
    "routines": (
        "id, patient_id, kind, enabled, rule, start_on, local_times, next_local_date, next_slot,"
        " next_due_at",
        "n, (n + 3) / 4, 'kind' || (n % 4), true, 'FREQ=DAILY', :day, '08:00', :day, 0, :future",
    ),
    "occurrences": (
        "id, routine_id, patient_id, kind, local_date, slot, due_at, routine_version, state",
        "n, n, (n + 3) / 4, 'dose', :day, 0, :past, 1, 'done'",
    ),
    "outbox": (
        "id, key, chat_id, patient_id, send_class, priority, not_before, state, created_at",
        "n, 'ask:' || n, (n + 3) / 4, (n + 3) / 4, 'dose', 2, :past, 'sent', :past",
    ),
    "inbox": ("update_id, lane, received_at, handled_at", "n, (n + 3) / 4, :past, :past"),
    "checkins": (
        "id, patient_id, kind, state, started_at, touched_at, local_date",
        "n, (n + 3) / 4, 'full', 'finished', :past, :past, :day",
    ),
    "escalations": (
        "id, patient_id, tier, label, whose, source, reasons, state, raised_at, closed_at,"
        " holds_dose",
        "n, (n + 3) / 4, 'N', 'mood', 'own', 'case:' || n, :sealed, 'closed', :past, :past, false",
    ),
    "case_timers": ("escalation_id, kind, due_at", "n, 'morning', :future"),
    "trusted_people": (
        "id, patient_id, shown_name, named_at, level, next_line_at",
        "n, n, :sealed, :past, 'nothing', :future",
    ),
}

MOMENTS = (
    bindparam("now", NOW, type_=Instant()),
    bindparam("past", NOW - timedelta(days=1), type_=Instant()),
    bindparam("future", NOW + timedelta(days=1), type_=Instant()),
    bindparam("day", NOW.date(), type_=Date()),
    bindparam("sealed", b"\x01", type_=LargeBinary()),
)


async def grow(store: Store, routines: int) -> None:
    """So many rows in each large table, none of them due, and statistics as a live one has."""
    async with store.write() as tx:
        for table in BULK:
            each_patient = table in ("patients", "trusted_people")
            await _fill(tx, table, routines // 4 if each_patient else routines)
    async with store.engine.connect() as connection:
        if not store.is_sqlite:  # SQLite has none unless somebody asks for them
            autocommit = await connection.execution_options(isolation_level="AUTOCOMMIT")
            await autocommit.execute(text("VACUUM ANALYZE"))


async def _fill(tx: Tx, table: str, rows: int) -> None:
    names, values = BULK[table]
    numbers = (
        "(WITH RECURSIVE count(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM count"
        f" WHERE n < {rows}) SELECT n FROM count) AS numbers"
        if tx.dialect.name == "sqlite"
        else f"generate_series(1, {rows}) AS numbers(n)"
    )
    used = [each for each in MOMENTS if f":{each.key}" in values]
    statement = text(f"INSERT INTO {table} ({names}) SELECT {values} FROM {numbers}")
    await tx.execute(statement.bindparams(*used))
