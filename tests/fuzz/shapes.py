"""What may come in: updates as Telegram sends them, then broken in every way that JSON allows.

Whose chat an update belongs to cannot be forged on Telegram, so nothing here comes from the chat of
`BYSTANDER`; but buttons may name anything, her things included.
"""

from __future__ import annotations

import copy
from typing import Any

from hypothesis import strategies as st

from bot.domain.actions import registry
from bot.handlers.commands import COMMANDS, TEAM_COMMANDS
from bot.tg.callback_codec import FORMAT
from tests.journeys.clock import StandingClock

BYSTANDER = 777_000_001  # her own chat; see above
WHEN = 1_772_452_800  # the noon at which the fuzzed program's clock stands
CHATS = st.sampled_from([9001, 9002, 9003, 9004, 9005])
NAMES = (*COMMANDS, *TEAM_COMMANDS, "nothing")
SENTENCES = (
    "I want to kill myself",
    "quiero morirme",
    "my stomach hurts and my vision is blurred",
    "can I drink alcohol",
    "20 + 10 twice",
    "22:00 to 7:00",
    "none",
    "Berlin",
    "\u0645\u062c\u06be\u06d2 \u0645\u062f\u062f \u0686\u0627\u06c1\u06cc\u06d2",
)
KINDS = ("message", "edited_message", "callback_query", "inline_query", "my_chat_member")
OTHER_KINDS = (
    "channel_post",
    "edited_channel_post",
    "message_reaction",
    "poll",
    "poll_answer",
    "chat_join_request",
    "pre_checkout_query",
    "business_message",
    "chosen_inline_result",
    "a_kind_of_next_year",
)
MEGABYTE = 1_000_000

numbers = st.one_of(
    st.integers(-3, 60),
    st.sampled_from([2**31, -(2**31), 2**52, 2**63 - 1, 2**63, -(2**63), 2**64, 10**30, WHEN]),
)
anything = st.recursive(
    st.none() | st.booleans() | numbers | st.floats(allow_nan=False) | st.text(max_size=30),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3)
    ),
    max_leaves=5,
)
long_texts = st.builds(
    lambda piece, length: (piece * (length // len(piece) + 1))[:length],
    st.sampled_from(["a", "I want to die. ", "\U0001f600", "\u202e", "no ", "\x00", "1"]),
    st.sampled_from([4096, 4097, 65_536, MEGABYTE]),
)
texts = st.one_of(
    st.sampled_from(SENTENCES),
    st.builds(lambda name, rest: f"/{name}{rest}", st.sampled_from(NAMES), st.text(max_size=9)),
    st.sampled_from(NAMES).map("/".__add__),
    st.text(st.characters(), max_size=120),  # lone surrogates and controls included
    st.builds("/start trusted_{}".format, st.text("abcABC123_-", min_size=18, max_size=50)),
)


def _button(code: str, fields: list[Any]) -> str:
    return ":".join([FORMAT, code, *map(str, fields)])


FIELD = st.one_of(
    st.integers(0, 40).map(lambda number: "0123456789abcdefghijklmnopqrstuvwxyz"[number % 36]),
    st.sampled_from(
        "yes no skip go back de en ur phq-1 phq-9 suicide self other called said-continue "
        "said-stop worse spoken dose menu full a 1 0 -1 zz zzzzzzzzzzzzz".split()
    ),
    st.text(max_size=10),
)
buttons = st.one_of(
    st.builds(_button, st.sampled_from(sorted(registry())), st.lists(FIELD, max_size=4)),
    st.text(max_size=64),
)


def _person(chat: int, name: str) -> dict[str, Any]:
    return {"id": chat, "is_bot": False, "first_name": name, "language_code": "en"}


def _private(chat: int) -> dict[str, Any]:
    return {"id": chat, "type": "private", "first_name": "F"}


def _message(chat: int, number: int, **content: Any) -> dict[str, Any]:
    base = {"message_id": number, "date": WHEN, "chat": _private(chat), "from": _person(chat, "F")}
    return base | content


contents = st.one_of(
    texts.map(lambda text: {"text": text}),
    texts.map(lambda text: {"caption": text, "photo": []}),
    st.builds(
        lambda latitude, longitude: {"location": {"latitude": latitude, "longitude": longitude}},
        st.floats(-90, 90),
        st.floats(-180, 180),
    ),
    st.just({"sticker": {"file_id": "f", "file_unique_id": "u", "type": "regular"}}),
    st.just({"voice": {"file_id": "f", "file_unique_id": "u", "duration": 3}}),
    anything.map(lambda value: {"text": value}),
)
messages = st.builds(
    lambda chat, number, content: _message(chat, number, **content),
    CHATS,
    st.integers(1, 90),
    contents,
)
groups = st.builds(
    lambda message, kind: message | {"chat": {"id": -5000, "type": kind, "title": "G"}},
    messages,
    st.sampled_from(["group", "supergroup", "channel", "sender", "what"]),
)
presses = st.builds(
    lambda chat, number, data: {
        "id": "77",
        "from": _person(chat, "F"),
        "chat_instance": "1",
        "message": _message(chat, number, text="a button"),
        "data": data,
    },
    CHATS,
    st.integers(1, 90),
    buttons,
)
queries = st.builds(
    lambda chat, words: {"id": "5", "from": _person(chat, "F"), "query": words, "offset": ""},
    CHATS,
    texts,
)
memberships = st.builds(
    lambda chat, old, new: {
        "chat": _private(chat),
        "from": _person(chat, "F"),
        "date": WHEN,
        "old_chat_member": {"status": old, "user": _person(1, "bot"), "until_date": 0},
        "new_chat_member": {"status": new, "user": _person(1, "bot"), "until_date": 0},
    },
    CHATS,
    st.sampled_from(["member", "kicked", "left"]),
    st.sampled_from(["member", "kicked"]),
)
PROPER = st.one_of(
    messages.map(lambda each: {"message": each}),
    presses.map(lambda each: {"callback_query": each}),
    messages.map(lambda each: {"edited_message": each | {"edit_date": WHEN}}),
    memberships.map(lambda each: {"my_chat_member": each}),
    queries.map(lambda each: {"inline_query": each}),
    groups.map(lambda each: {"message": each}),
)
HUGE = st.builds(lambda chat, text: {"message": _message(chat, 1, text=text)}, CHATS, long_texts)
UNKNOWN = st.builds(
    lambda kind, value: {kind: value}, st.sampled_from(OTHER_KINDS + KINDS), anything
)


@st.composite
def broken(draw: st.DrawFn) -> dict[str, Any]:
    """A proper update in which something is missing, of another type, or twice as deep."""
    update = copy.deepcopy(draw(PROPER))
    for _ in range(draw(st.integers(1, 3))):
        if not update:
            break
        place: Any = update
        while True:
            key = draw(st.sampled_from(sorted(place)))
            inner = place[key]
            if isinstance(inner, dict) and inner and draw(st.booleans()):
                place = inner
                continue
            break
        match draw(st.sampled_from(["missing", "other", "added"])):
            case "missing":
                del place[key]
            case "other":
                place[key] = draw(anything)
            case _:
                place[draw(st.text(max_size=8))] = draw(anything)
    return update


def _is_hers(value: Any) -> bool:
    if isinstance(value, dict):
        return any(map(_is_hers, value.values()))
    if isinstance(value, list):
        return any(map(_is_hers, value))
    return bool(value == BYSTANDER)


# Of a hundred: 60 as they should be, 30 broken, 9 unknown, 1 huge.
UPDATES = (
    st.integers(0, 99)
    .flatmap(
        lambda dice: (
            PROPER if dice < 60 else broken() if dice < 90 else UNKNOWN if dice < 99 else HUGE
        )
    )
    .filter(lambda update: not _is_hers(update))
)


def clock_at_noon(clock: StandingClock) -> bool:
    """The messages' date and the program's clock are one, or nothing here would be a rush."""
    return int(clock.now().timestamp()) == WHEN
