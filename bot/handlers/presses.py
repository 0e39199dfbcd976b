"""From a pressed button to its handler: one codec, one table, no string matching."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

from telegram import Update

from bot.domain.actions import Action
from bot.domain.message import Message
from bot.handlers.turn import Turn
from bot.tg.callback_codec import decode

A = TypeVar("A", bound=Action)
Handler = Callable[[Turn, Any], Awaitable[None]]

_HANDLERS: dict[type[Action], Handler] = {}


def pressed(
    kind: type[A],
) -> Callable[[Callable[[Turn, A], Awaitable[None]]], Callable[[Turn, A], Awaitable[None]]]:
    """Registers the handler of an action. Each action has exactly one."""

    def register(
        handler: Callable[[Turn, A], Awaitable[None]],
    ) -> Callable[[Turn, A], Awaitable[None]]:
        if kind in _HANDLERS:
            raise ValueError(f"{kind.__name__} has two handlers")
        _HANDLERS[kind] = handler
        return handler

    return register


def handled() -> frozenset[type[Action]]:
    """All actions that something answers to."""
    return frozenset(_HANDLERS)


async def on_press(update: Update, turn: Turn) -> None:
    """Decode and hand over. A button of another version gets a kind text and a way on."""
    query = update.callback_query
    action = decode(query.data) if query is not None else None
    handler = _HANDLERS.get(type(action)) if action is not None else None
    if handler is None:
        await turn.reply(Message(turn.say("stale-button")))
        return
    await handler(turn, action)
