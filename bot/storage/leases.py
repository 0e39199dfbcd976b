"""Rows of `leases`: which replicas are alive, and which of them polls (PostgreSQL).

A lease runs by the database's clock, so that no machine's clock can cheat. A name that changes
hands gets a higher epoch; who acts under a name proves, in the transaction that acts, that it still
holds it.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import timedelta

from sqlalchemy import (
    Interval,
    and_,
    bindparam,
    case,
    delete,
    func,
    literal_column,
    or_,
    select,
    update,
)
from sqlalchemy.dialects.postgresql import insert

from bot.storage.schema import leases, outbox
from bot.storage.store import Tx

POLLER = "poller"
_REPLICA = "replica "
_IN_FORCE = leases.c.until >= func.clock_timestamp()


def _from_now(span: timedelta) -> object:
    return func.clock_timestamp() + bindparam(None, span, Interval(), unique=True)


async def renew(tx: Tx, worker: str, span: timedelta) -> None:
    """This replica is alive for `span` from now."""
    until = _from_now(span)
    await tx.execute(
        insert(leases)
        .values(name=_REPLICA + worker, holder=worker, epoch=1, until=until)
        .on_conflict_do_update(index_elements=["name"], set_={"until": until})
    )


async def replicas(tx: Tx) -> list[str]:
    """Every replica that has not been buried, alive or not."""
    query = select(leases.c.holder).where(leases.c.name.startswith(_REPLICA))
    return list((await tx.execute(query.order_by(leases.c.holder))).scalars())


async def bury(tx: Tx, worker: str, gone: Collection[str], *, overdue: bool) -> list[str]:
    """Strike out replicas that are known to be `gone` and, if `overdue`, those whose lease has run
    out. What they were sending is free to be taken back. Returns their names."""
    dead = or_(leases.c.holder.in_(list(gone)), and_(bindparam("overdue", overdue), ~_IN_FORCE))
    struck = await tx.execute(
        delete(leases)
        .where(leases.c.name.startswith(_REPLICA), leases.c.holder != worker, dead)
        .returning(leases.c.holder)
    )
    names = list(struck.scalars())
    if names:
        await tx.execute(
            update(outbox)
            .where(outbox.c.state == literal_column("'leased'"), outbox.c.leased_by.in_(names))
            .values(leased_until=func.to_timestamp(0))
        )
        await tx.execute(
            update(leases)
            .where(leases.c.name == POLLER, leases.c.holder.in_(names))
            .values(until=func.to_timestamp(0))
        )
    return names


async def take_poller(tx: Tx, worker: str, span: timedelta) -> int | None:
    """Poll for `span` from now: the epoch, or None while another replica does."""
    until = _from_now(span)
    mine = leases.c.holder == worker
    statement = (
        insert(leases)
        .values(name=POLLER, holder=worker, epoch=1, until=until)
        .on_conflict_do_update(
            index_elements=["name"],
            set_={
                "holder": worker,
                "epoch": case((mine, leases.c.epoch), else_=leases.c.epoch + 1),
                "until": until,
            },
            where=mine | ~_IN_FORCE,
        )
        .returning(leases.c.epoch)
    )
    epoch: int | None = (await tx.execute(statement)).scalar_one_or_none()
    return epoch


async def is_poller(tx: Tx, worker: str, epoch: int) -> bool:
    """Whether this replica still polls under this epoch. Nobody can take it over until the
    transaction ends."""
    query = select(leases.c.name).where(
        and_(leases.c.name == POLLER, leases.c.holder == worker, leases.c.epoch == epoch)
    )
    return (await tx.execute(query.with_for_update(read=True))).first() is not None


async def only_one(tx: Tx, work: str) -> bool:
    """Whether no other replica is at this work; if so, none begins until the transaction ends."""
    if tx.dialect.name == "sqlite":
        return True
    query = select(func.pg_try_advisory_xact_lock(func.hashtext(work)))
    return bool((await tx.execute(query)).scalar_one())


async def leave(tx: Tx, worker: str) -> None:
    """This replica ends in order: another may poll at once."""
    await tx.execute(
        update(leases)
        .where(leases.c.name == POLLER, leases.c.holder == worker)
        .values(until=func.to_timestamp(0))
    )
    await tx.execute(delete(leases).where(leases.c.name == _REPLICA + worker))
