"""Writes every sealed field anew with the first of the keys, while the bot may go on working.

Set `ENCRYPTION_KEYS` to "new,old", start every replica with it, run this, then drop the old key.
Each batch is a transaction of its own and a field that is done is recognised by its key, so the
work can be interrupted at any point and run again: it goes on with what is left. The key check
at the start of the program is written last; as long as anything is left, a start without the old
key is refused.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    Column,
    LargeBinary,
    Select,
    Table,
    and_,
    bindparam,
    func,
    or_,
    select,
    type_coerce,
    update,
)

from bot.storage.columns import HEAD_BYTES, Encrypted, Keyring
from bot.storage.schema import facts, metadata
from bot.storage.store import Store, Tx

BATCH = 500  # rows in one transaction: a few milliseconds, so that nobody waits for it


@dataclass(frozen=True, slots=True)
class Rotated:
    """`rows` were written anew. `left` were in use by others all the time: run it again."""

    rows: int
    left: int


def sealed_columns() -> dict[Table, list[Column[Any]]]:
    """Every sealed column by table, the key check's table last."""
    found = {
        table: [column for column in table.columns if isinstance(column.type, Encrypted)]
        for table in metadata.sorted_tables
        if table is not facts
    }
    found[facts] = [facts.c.value]
    return {table: columns for table, columns in found.items() if columns}


async def rotate(
    store: Store,
    keyring: Keyring,
    *,
    batch: int = BATCH,
    told: Callable[[int], None] = lambda rows: None,
) -> Rotated:
    """Seal everything with the current key. `told` hears the number of rows after each batch.

    Raises `WrongKey` at a field that none of the keys opens; what was done before it stays done.
    """
    rows = 0
    for table, columns in sealed_columns().items():
        if table is facts and await count_left(store, keyring, but=facts):
            break
        after: Any = None
        while True:
            async with store.write() as tx:
                done, after = await _one_batch(tx, keyring, table, columns, after, batch)
            rows += done
            if after is None:
                break
            told(rows)
    return Rotated(rows, await count_left(store, keyring))


async def count_left(store: Store, keyring: Keyring, *, but: Table | None = None) -> int:
    """How many rows hold a field that was not written with the current key."""
    left = 0
    async with store.read() as tx:
        for table, columns in sealed_columns().items():
            if table is not but:
                query = select(func.count()).select_from(table).where(_stale(columns, keyring))
                left += int((await tx.execute(query)).scalar_one())
    return left


async def _one_batch(
    tx: Tx, keyring: Keyring, table: Table, columns: list[Column[Any]], after: Any, batch: int
) -> tuple[int, Any]:
    """Returns how many rows were written, and the key of the last one, or None at the end."""
    (key,) = table.primary_key.columns
    raw = [type_coerce(column, LargeBinary).label(column.name) for column in columns]
    query: Select[Any] = (
        select(key, *raw)
        .where(_stale(columns, keyring))
        .order_by(key)
        .limit(batch)
        # A row in use is left for later: waiting for it while holding others could deadlock.
        .with_for_update(skip_locked=True)
    )
    if after is not None:
        query = query.where(key > after)
    found = (await tx.execute(query)).all()
    if not found:
        return 0, None
    fresh = {column: bindparam(f"fresh_{column.name}", type_=LargeBinary()) for column in columns}
    await tx.execute(
        update(table).where(key == bindparam("row")).values(fresh),
        [
            {"row": row[0]}
            | {
                fresh[column].key: _sealed_anew(keyring, column, token)
                for column, token in zip(columns, row[1:], strict=True)
            }
            for row in found
        ],
    )
    return len(found), found[-1][0]


def _sealed_anew(keyring: Keyring, column: Column[Any], token: bytes | None) -> bytes | None:
    if token is None:
        return None
    assert isinstance(column.type, Encrypted)
    name = column.type.column
    return keyring.seal(keyring.open(bytes(token), name), name)


def _stale(columns: list[Column[Any]], keyring: Keyring) -> Any:
    return or_(
        *(
            and_(
                column.is_not(None),
                func.substr(type_coerce(column, LargeBinary), 1, HEAD_BYTES)
                != type_coerce(keyring.current_head, LargeBinary),
            )
            for column in columns
        )
    )
