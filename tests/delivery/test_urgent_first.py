"""Ten thousand reminders are queued and somebody writes that she wants to die: her message is the
next one that is chosen, and the dispatcher is woken for it instead of looking again by itself.

How many milliseconds that takes is measured by `python -m benchmarks`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from bot.delivery import dispatcher
from bot.domain import outgoing
from bot.domain.message import Message
from bot.domain.outgoing import Send
from bot.domain.priority import Priority, SendClass
from bot.domain.tier import Tier
from bot.services import escalations
from bot.services.escalations import Trigger
from bot.storage import outbox, sending
from bot.storage.store import Store
from tests.journeys.onboarding import Choices, set_up
from tests.services.world import desk_of
from tests.storage.rows import NOW, a_patient, owed

QUEUED = 10_000
ON_THE_WIRE = 96  # as many as the send budget lets be under way at once


async def test_it_is_chosen_first(store: Store, content: Any) -> None:
    waiting = [
        owed(f"ask:{n}", SendClass.DOSE, chat_id=100_000 + n, not_before=NOW) for n in range(QUEUED)
    ]
    async with store.write() as tx:
        await outbox.enqueue(tx, waiting, NOW)
        await outbox.enqueue(tx, [owed("reply", SendClass.REPLY, chat_id=1, not_before=NOW)], NOW)
    async with store.write() as tx:
        patient = await a_patient(tx)
        trigger = Trigger(Tier.EMERGENCY, "suicide", "update:1", ("rule",))
        case = await escalations.raise_case(tx, desk_of(content), patient, trigger, NOW)
    async with store.write() as tx:
        found = await sending.candidates(tx, NOW, not_chats=(), limit=ON_THE_WIRE)
        ids = [row.id for row in found]
        claimed = await sending.lease(tx, ids[:1], "test", NOW)
    assert [row.escalation_id for row in claimed] == [case]
    assert [row.priority for row in found[:2]] == [Priority.ESCALATION, Priority.REPLY]


async def test_the_dispatcher_is_woken_for_it(
    start_bot: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A dispatcher that would look again by itself in an hour only: what it is not woken for never
    leaves, and the journey does not come to rest."""
    monkeypatch.setattr(dispatcher, "LOOK_AGAIN_SECONDS", 3600.0)
    bot = await start_bot()
    ann = await set_up(bot, "Ann", Choices(routines=()))
    later = [
        owed(
            f"later:{n}",
            SendClass.ROUTINE,
            chat_id=200_000 + n,
            not_before=bot.clock.now().replace(year=2030),
            payload=outgoing.to_json(Send(Message("later"))),
        )
        for n in range(QUEUED)
    ]
    async with bot.running.store.write() as tx:
        await outbox.enqueue(tx, later, bot.clock.now())
    await ann.says("I want to kill myself")
    await ann.sees("nobody may be reading this chat")
