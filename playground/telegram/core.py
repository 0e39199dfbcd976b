"""The simulated Telegram itself: state, the entry point of Bot API calls, waiting.

People act through `playground.telegram.people`; bots call through `Telegram.call`.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any, TypeVar

from playground.telegram import params as read
from playground.telegram.changes import Changes
from playground.telegram.errors import ApiError, ConnectionCut, bad_request
from playground.telegram.faults import Faults
from playground.telegram.ledger import Call, Ledger, Outcome
from playground.telegram.model import Chat, Json, Message, Press
from playground.telegram.rates import Rates
from playground.telegram.updates import UpdateQueue

if TYPE_CHECKING:
    from playground.telegram.groups import Group
    from playground.telegram.people import Person

T = TypeVar("T")

DEFAULT_TOKEN = "700000001:AAplaygroundplaygroundplaygroundplay"
CALLBACK_LIFETIME = timedelta(minutes=10)  # not documented; late answers are refused
ASKING = ("get",)  # methods that change nothing are not in the ledger's calls


def real_clock() -> datetime:
    return datetime.now(UTC)


class Telegram:
    """One simulated Telegram with one bot.

    `clock` gives aware UTC datetimes. `enforce_rates` answers 429 beyond Telegram's limits
    (in real seconds).
    """

    def __init__(
        self,
        token: str = DEFAULT_TOKEN,
        *,
        username: str = "iso_companion_bot",
        name: str = "Companion",
        clock: Callable[[], datetime] = real_clock,
        enforce_rates: bool = False,
    ) -> None:
        self.token = token
        self.bot: Json = {
            "id": int(token.split(":")[0]),
            "is_bot": True,
            "first_name": name,
            "username": username,
        }
        self.clock: Callable[[], datetime] = clock
        self.changes = Changes()
        self.ledger = Ledger(self.now)
        self.faults = Faults()
        self.rates = Rates(time.monotonic) if enforce_rates else None
        self.updates = UpdateQueue(self.now, self.ledger, first_id=500_000_001, on_poll=self.notify)
        self.chats: dict[int, Chat] = {}
        self.people: dict[int, Person] = {}
        self.presses: dict[str, Press] = {}
        self.inline_answers: dict[str, Json] = {}
        self.inline_queries: dict[str, datetime] = {}
        self.files: dict[str, read.Upload] = {}
        self.commands: dict[tuple[str, int | None, str], list[Json]] = {}
        self.texts: dict[tuple[str, str], str] = {}  # (name | description | …, language) -> text
        self.menu_button: Json = {"type": "commands"}
        self.webhook: Any = None
        self.webhook_pause = 1.0  # seconds before the first webhook retry; doubles up to 120
        self._message_ids = 0
        self._query_ids = 4_000_000_000_000
        self._user_ids = 1000
        self._group_ids = -4000

    # time and change

    def now(self) -> datetime:
        return self.clock()

    def notify(self) -> None:
        self.changes.notify()

    async def wait_until(self, predicate: Callable[[], T], timeout: float = 5.0) -> T:
        """Wait for a truthy value; on TimeoutError the message tells the last events."""
        return await self.changes.wait_until(
            predicate, timeout, lambda: "still not true; last events:\n" + self.ledger.tail()
        )

    # people

    def person(
        self,
        name: str = "Ann",
        *,
        language: str = "en",
        username: str | None = None,
        id: int | None = None,
        started: bool = False,
    ) -> Person:
        """A new person with a private chat. `started`: has pressed START before."""
        from playground.telegram.people import Person

        self._user_ids += 1
        return Person(self, id or self._user_ids, name, language, username, started)

    def group(self, title: str = "Care team", *, id: int | None = None) -> Group:
        """A new group without the bot (see `Group.add_bot`)."""
        from playground.telegram.groups import Group

        self._group_ids -= 1
        return Group(self, id or self._group_ids, title)

    def next_message_id(self) -> int:
        self._message_ids += 1
        return self._message_ids

    def next_query_id(self) -> str:
        self._query_ids += 1
        return str(self._query_ids)

    def messages(self, chat_id: int) -> list[Message]:
        """Everything still visible in a chat, oldest first."""
        return self.chats[chat_id].visible()

    def sent(self, chat_id: int | None = None) -> list[Message]:
        """The bot's visible messages, of one chat or of all, oldest first."""
        chats = self.chats.values() if chat_id is None else [self.chats[chat_id]]
        return [m for chat in chats for m in chat.visible() if m.by_bot]

    def chat_of(self, params: read.Params) -> Chat:
        """The chat a call names, whatever its state."""
        raw = params.get("chat_id")
        if raw is None or raw == "":
            raise bad_request("chat_id is empty")
        try:
            chat = self.chats.get(int(raw))
        except (TypeError, ValueError):
            chat = None
        if chat is None:
            raise bad_request("chat not found")
        return chat

    def open_chat(self, params: read.Params) -> Chat:
        """The chat a call names, when the bot may write there."""
        chat = self.chat_of(params)
        refusal = chat.refusal()
        if refusal is not None:
            raise refusal
        return chat

    def message_of(self, id: int, chat: Chat) -> Message | None:
        return chat.messages.get(id)

    def redeliver(self, update_id: int) -> None:
        """Hand an update to the bot once more, as Telegram sometimes does."""
        self.updates.redeliver(update_id)

    # calls of the bot

    async def call(
        self,
        token: str,
        method: str,
        params: read.Params,
        files: read.Files | None = None,
    ) -> tuple[int, Json]:
        """One Bot API call: HTTP status and JSON body. Raises `ConnectionCut`."""
        from playground.telegram.methods import METHODS

        if token != self.token:
            return 401, ApiError(401, "Unauthorized").body()
        entry = METHODS.get(method.lower())
        if entry is None:
            return 404, ApiError(404, "Not Found: method not found").body()
        name, function = entry
        chat_id = read.integer(params, "chat_id")
        unheard: float | None = None
        late = 0.0
        if self.faults.active:
            for fault in self.faults.take(name, chat_id, params):
                match fault.kind:
                    case "slow":
                        late += fault.seconds
                    case "error":
                        assert fault.error is not None
                        return self._refuse(name, chat_id, params, fault.error)
                    case "close" | "lose_request":
                        self._note(name, chat_id, params, "lost_before", 0)
                        self.notify()
                        await asyncio.sleep(fault.seconds)
                        raise ConnectionCut
                    case "lose_response" | "cut_response":
                        unheard = fault.seconds
        try:
            result = function(self, params, files or {})
            if not isinstance(result, (dict, list, str, bool)):
                result = await result
        except ApiError as error:
            return self._refuse(name, chat_id, params, error)
        if not name.startswith("get"):
            message_id = result.get("message_id") if isinstance(result, dict) else None
            outcome: Outcome = "accepted" if unheard is None else "accepted_unheard"
            self._note(name, chat_id, params, outcome, 200, message_id=message_id)
        self.changes.notify()
        if unheard is not None:
            await asyncio.sleep(unheard)
            raise ConnectionCut
        if late:
            await asyncio.sleep(late)
        return 200, {"ok": True, "result": result}

    def _refuse(
        self, name: str, chat_id: int | None, params: read.Params, error: ApiError
    ) -> tuple[int, Json]:
        self._note(name, chat_id, params, "refused", error.code, error.description)
        self.changes.notify()
        return error.code, error.body()

    def _note(
        self,
        name: str,
        chat_id: int | None,
        params: Mapping[str, Any],
        outcome: Outcome,
        code: int,
        description: str = "",
        message_id: int | None = None,
    ) -> None:
        self.ledger.calls.append(
            Call(
                self.clock(),
                time.perf_counter(),
                name,
                chat_id,
                params,
                outcome,
                code,
                description,
                message_id,
            )
        )

    async def close(self) -> None:
        """End the webhook's deliveries; for the adapters' shutdown."""
        if self.webhook is not None:
            await self.webhook.stop()
            self.webhook = None
