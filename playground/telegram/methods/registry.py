"""The table of methods: lower-case name -> (name, function). Names are case-insensitive."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from playground.telegram.params import Files, Params

if TYPE_CHECKING:
    from playground.telegram.core import Telegram

Method = Callable[["Telegram", Params, Files], Any]
METHODS: dict[str, tuple[str, Method]] = {}


def method(name: str) -> Callable[[Method], Method]:
    """Register a function as the Bot API method `name`. It may be a coroutine function."""

    def register(function: Method) -> Method:
        METHODS[name.lower()] = (name, function)
        return function

    return register
