"""Driving a simulated Telegram in another process: JSON over HTTP under /control/.

POST /control/person   {"name", "language", "username", "id", "started"}   -> {"id"}
POST /control/act      {"person": id, "act": "say", "args": {"text": "hi"}}  -> {"message_id"} |
                       {"press", "message_id"}; acts are the functions of `Person`: start, say,
                       edit, forward, send_photo, send_sticker, send_voice, share_location,
                       share_contact, press, press_data, tap, block, unblock, deactivate
                       (`message` and `chat` in args are ids)
GET  /control/messages?chat=ID   -> [{"id", "by_bot", "text", "labels", "api", "deleted", ...}]
GET  /control/presses            -> [{"id", "data", "answered", "toast", ...}]
GET  /control/ledger             -> {"said", "delivered", "confirmed", "calls"}
GET  /control/pending            -> [update ids not confirmed]
POST /control/wait     {"chat": id, "text": "...", "after": 0, "timeout": 5}  -> message | 408
POST /control/faults   {"kind": "too_many_requests", "retry_after": 3, "method": null, "chat": null,
                       "times": null}  -> {"fault": n}; kinds are the functions of `Faults`
POST /control/faults/off {"fault": n} | {}   -> {}
POST /control/clock    {"offset": seconds} | {"advance": seconds}   -> {"offset", "now"}
POST /control/redeliver {"update_id": n} -> {}

Mistakes answer 400 {"error": "..."}.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from playground.telegram.clock import OffsetClock
from playground.telegram.core import Telegram
from playground.telegram.faults import Fault
from playground.telegram.model import Message, Press

Body = dict[str, Any]
ACTS = {
    "start",
    "say",
    "edit",
    "forward",
    "send_photo",
    "send_sticker",
    "send_voice",
    "share_location",
    "share_contact",
    "press",
    "press_data",
    "tap",
    "block",
    "unblock",
    "deactivate",
}
FAULTS = {
    "too_many_requests",
    "server_error",
    "error",
    "outage",
    "slow",
    "close_at_once",
    "lose_request",
    "lose_response",
    "cut_response",
    "blocked",
}


def message_json(message: Message) -> Body:
    return {
        "id": message.id,
        "chat": message.chat_id,
        "by_bot": message.by_bot,
        "at": message.at.isoformat(),
        "text": message.text,
        "labels": message.labels,
        "silent": message.silent,
        "deleted": message.deleted,
        "edits": len(message.versions),
        "api": message.api,
    }


def press_json(press: Press) -> Body:
    return {
        "id": press.id,
        "data": press.data,
        "chat": press.chat_id,
        "message_id": press.message_id,
        "update_id": press.update_id,
        "answered": press.answered,
        "answers": press.answers,
        "toast": press.toast,
    }


class Control:
    """`await handle(path, query, body)` gives (status, JSON); None for an unknown path."""

    def __init__(self, telegram: Telegram, clock: OffsetClock) -> None:
        self._telegram = telegram
        self._clock = clock
        self._faults: list[Fault] = []
        self._plain: dict[str, Callable[[Body], Any]] = {
            "person": self._person,
            "act": self._act,
            "messages": self._messages,
            "presses": lambda body: [press_json(p) for p in telegram.presses.values()],
            "ledger": lambda body: telegram.ledger.as_json(),
            "pending": lambda body: list(telegram.updates.pending),
            "faults": self._fault,
            "faults/off": self._fault_off,
            "clock": self._move_clock,
            "redeliver": self._redeliver,
        }

    async def handle(self, path: str, body: Body) -> tuple[int, Any] | None:
        name = path.removeprefix("/control/").strip("/")
        try:
            if name == "wait":
                return await self._wait(body)
            function = self._plain.get(name)
            return None if function is None else (200, function(body))
        except (LookupError, ValueError, TypeError, RuntimeError) as problem:
            return 400, {"error": f"{type(problem).__name__}: {problem}"}

    def _person(self, body: Body) -> Body:
        return {"id": self._telegram.person(**body).id}

    def _act(self, body: Body) -> Body:
        act = body["act"]
        if act not in ACTS:
            raise ValueError(f"unknown act {act!r}; there are {sorted(ACTS)}")
        person = self._telegram.people[int(body["person"])]
        args = dict(body.get("args") or {})
        chat = self._telegram.chats[int(args["chat"])] if "chat" in args else person.chat
        if "message" in args:
            args["message"] = chat.messages[int(args["message"])]
        if "chat" in args:
            args["chat"] = chat
        if "location" in args:
            args["location"] = tuple(args["location"])
        done = getattr(person, act)(**args)
        if isinstance(done, Press):
            return press_json(done)
        return {"message_id": done.id} if isinstance(done, Message) else {}

    def _messages(self, body: Body) -> list[Body]:
        chat = self._telegram.chats[int(body["chat"])]
        return [message_json(message) for message in chat.messages.values()]

    async def _wait(self, body: Body) -> tuple[int, Body]:
        person = self._telegram.people[int(body["chat"])]
        try:
            message = await person.sees(
                body.get("text", ""), float(body.get("timeout", 5)), int(body.get("after", 0))
            )
        except TimeoutError as problem:
            return 408, {"error": str(problem)}
        return 200, message_json(message)

    def _fault(self, body: Body) -> Body:
        args = dict(body)
        kind = args.pop("kind")
        if kind not in FAULTS:
            raise ValueError(f"unknown fault {kind!r}; there are {sorted(FAULTS)}")
        self._faults.append(getattr(self._telegram.faults, kind)(**args))
        return {"fault": len(self._faults) - 1}

    def _fault_off(self, body: Body) -> Body:
        if "fault" in body:
            self._faults[int(body["fault"])].off()
        else:
            self._telegram.faults.clear()
        return {}

    def _redeliver(self, body: Body) -> Body:
        self._telegram.redeliver(int(body["update_id"]))
        return {}

    def _move_clock(self, body: Body) -> Body:
        if "offset" in body:
            self._clock.move_to(float(body["offset"]))
        elif "advance" in body:
            self._clock.advance(float(body["advance"]))
        self._telegram.notify()
        return {"offset": self._clock.offset, "now": self._clock().isoformat()}
