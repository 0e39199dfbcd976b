"""What the real server refuses, in its own words."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

import pytest

from playground.telegram import Person, Telegram
from playground.telegram.clock import OffsetClock
from playground.telegram.params import Upload
from playground.telegram.pictures import BLANK_PNG, plain_png

Params = dict[str, Any]


async def refusal(telegram: Telegram, method: str, params: Params, **files: Upload) -> str:
    """`<code> <description>`; '200' when it was accepted."""
    status, body = await telegram.call(telegram.token, method, params, files)
    return f"{status} {body['description']}" if not body["ok"] else "200"


def keyboard(*buttons: Params) -> str:
    return json.dumps({"inline_keyboard": [list(buttons)]})


GO = {"text": "Go", "callback_data": "go"}
MARKUPS = {
    "plain": ({**GO}, "200"),
    "styled": ({**GO, "style": "danger"}, "200"),
    "64 bytes": ({"text": "Go", "callback_data": "é" * 32}, "200"),
    "copy": ({"text": "Copy", "copy_text": {"text": "112"}}, "200"),
    "url": ({"text": "Open", "url": "https://example.org/a?b=c"}, "200"),
    "65 bytes": (
        {"text": "Go", "callback_data": "é" * 32 + "x"},
        "400 Bad Request: BUTTON_DATA_INVALID",
    ),
    "empty data": ({"text": "Go", "callback_data": ""}, "400 Bad Request: BUTTON_DATA_INVALID"),
    "no action": (
        {"text": "Go"},
        "400 Bad Request: can't parse inline keyboard button: "
        "Text buttons are unallowed in the inline keyboard",
    ),
    "two actions": (
        {**GO, "url": "https://example.org"},
        "400 Bad Request: can't parse inline keyboard button: Exactly one action must be specified",
    ),
    "no text": (
        {"text": " ", "callback_data": "x"},
        "400 Bad Request: can't parse inline keyboard button: Button text must be non-empty",
    ),
    "unknown style": (
        {**GO, "style": "warning"},
        "400 Bad Request: can't parse inline keyboard button: Invalid button style specified",
    ),
    "copy too long": (
        {"text": "Copy", "copy_text": {"text": "x" * 257}},
        "400 Bad Request: BUTTON_COPY_TEXT_INVALID",
    ),
    "copy empty": (
        {"text": "Copy", "copy_text": {"text": ""}},
        "400 Bad Request: BUTTON_COPY_TEXT_INVALID",
    ),
    "tel": (
        {"text": "Call", "url": "tel:112"},
        "400 Bad Request: inline keyboard button URL 'tel:112' is invalid: "
        "Unsupported URL protocol",
    ),
    "no host": (
        {"text": "Open", "url": "https://nowhere"},
        "400 Bad Request: inline keyboard button URL 'https://nowhere' is invalid: Wrong HTTP URL",
    ),
}


@pytest.mark.parametrize(("button", "answer"), MARKUPS.values(), ids=MARKUPS.keys())
async def test_inline_buttons(telegram: Telegram, ann: Person, button: Params, answer: str) -> None:
    params = {"chat_id": ann.id, "text": "x", "reply_markup": keyboard(button)}
    assert await refusal(telegram, "sendMessage", params) == answer


@pytest.mark.parametrize(
    ("markup", "answer"),
    [
        pytest.param("{", "can't parse reply keyboard markup JSON object", id="broken json"),
        pytest.param("[]", "object expected as reply markup", id="an array"),
        pytest.param(
            json.dumps({"inline_keyboard": [[GO]] * 101}),
            "reply markup is too long",
            id="101 buttons",
        ),
    ],
)
async def test_broken_markup(telegram: Telegram, ann: Person, markup: str, answer: str) -> None:
    params = {"chat_id": ann.id, "text": "x", "reply_markup": markup}
    assert await refusal(telegram, "sendMessage", params) == f"400 Bad Request: {answer}"


TEXTS = {
    "empty": ("", "message text is empty"),
    "blank": (" \n ", "message text is empty"),
    "only tags": ("<b></b>", "message text is empty"),
    "too long": ("x" * 4097, "message is too long"),
    "too long in UTF-16": ("😀" * 2049, "message is too long"),
    "unknown tag": (
        "<p>x</p>",
        'can\'t parse entities: Unsupported start tag "p" at byte offset 0',
    ),
    "less than": (
        "a < b",
        'can\'t parse entities: Unsupported start tag "" at byte offset 2',
    ),
    "byte offset": (
        "é <p>",
        'can\'t parse entities: Unsupported start tag "p" at byte offset 3',
    ),
    "not closed": (
        "<b>x",
        "can't parse entities: Can't find end tag corresponding to start tag \"b\"",
    ),
    "crossed": (
        "<b><i>x</b></i>",
        'can\'t parse entities: Unmatched end tag at byte offset 7, expected "</i>", found "</b>"',
    ),
    "end only": ("x</b>", "can't parse entities: Unexpected end tag at byte offset 1"),
    "half a tag": ("x <b", "can't parse entities: Unclosed start tag at byte offset 2"),
    "span without class": (
        '<span class="x">y</span>',
        'can\'t parse entities: Tag "span" must have class "tg-spoiler" at byte offset 0',
    ),
}


@pytest.mark.parametrize(("text", "answer"), TEXTS.values(), ids=TEXTS.keys())
async def test_texts(telegram: Telegram, ann: Person, text: str, answer: str) -> None:
    params = {"chat_id": ann.id, "text": text, "parse_mode": "HTML"}
    assert await refusal(telegram, "sendMessage", params) == f"400 Bad Request: {answer}"


async def test_length_counts_after_parsing(telegram: Telegram, ann: Person) -> None:
    params = {"chat_id": ann.id, "text": f"<b>{'x' * 4096}</b>", "parse_mode": "HTML"}
    assert await refusal(telegram, "sendMessage", params) == "200"


@pytest.mark.parametrize("mode", ["Markdown", "MarkdownV2"])
async def test_only_html_is_read(telegram: Telegram, ann: Person, mode: str) -> None:
    params = {"chat_id": ann.id, "text": "*x*", "parse_mode": mode}
    assert "can't parse entities" in await refusal(telegram, "sendMessage", params)


@pytest.mark.parametrize(
    ("state", "answer"),
    [
        ("unknown", "400 Bad Request: chat not found"),
        ("missing", "400 Bad Request: chat_id is empty"),
        ("never started", "403 Forbidden: bot can't initiate conversation with a user"),
        ("blocked", "403 Forbidden: bot was blocked by the user"),
        ("deactivated", "403 Forbidden: user is deactivated"),
        ("kicked", "403 Forbidden: bot was kicked from the group chat"),
        ("never added", "403 Forbidden: bot is not a member of the group chat"),
    ],
)
async def test_unreachable_chats(telegram: Telegram, ann: Person, state: str, answer: str) -> None:
    group = telegram.group()
    chat_id: int | str = ann.id
    match state:
        case "unknown":
            chat_id = 999
        case "missing":
            chat_id = ""
        case "never started":
            chat_id = telegram.person("Bob").id
        case "blocked":
            ann.block()
        case "deactivated":
            ann.deactivate()
        case "kicked":
            group.add_bot(ann)
            group.remove_bot(ann)
            chat_id = group.id
        case "never added":
            chat_id = group.id
    assert await refusal(telegram, "sendMessage", {"chat_id": chat_id, "text": "x"}) == answer


async def test_a_migrated_group_names_its_new_id(telegram: Telegram, ann: Person) -> None:
    group = telegram.group()
    group.add_bot(ann)
    new = group.migrate()
    params = {"chat_id": group.id, "text": "x"}
    status, body = await telegram.call(telegram.token, "sendMessage", params)
    assert (status, body["parameters"]) == (400, {"migrate_to_chat_id": new.id})
    assert await refusal(telegram, "sendMessage", {**params, "chat_id": new.id}) == "200"


async def test_tokens_and_methods(telegram: Telegram) -> None:
    assert (await telegram.call("1:wrong", "getMe", {}))[0] == 401
    assert (await telegram.call(telegram.token, "sendPancake", {}))[0] == 404
    assert (await telegram.call(telegram.token, "getme", {}))[0] == 200


async def test_edits(telegram: Telegram, ann: Person) -> None:
    said = ann.say("hello")
    await telegram.call(telegram.token, "sendMessage", {"chat_id": ann.id, "text": "one"})
    assert ann.last is not None
    edit = {"chat_id": ann.id, "message_id": ann.last.id, "text": "one"}

    async def outcome(**changes: Any) -> str:
        return await refusal(telegram, "editMessageText", {**edit, **changes})

    assert "message is not modified" in await outcome()
    assert await outcome(text="two") == "200"
    assert ann.last.text == "two"
    assert await outcome(text="two", reply_markup=keyboard(GO)) == "200"
    assert await outcome(message_id=9999) == "400 Bad Request: message to edit not found"
    assert await outcome(message_id=said.id) == "400 Bad Request: message can't be edited"
    assert await outcome(text="x" * 4097) == "400 Bad Request: MESSAGE_TOO_LONG"
    assert await outcome(text="") == "400 Bad Request: message text is empty"
    no_keyboard = {"chat_id": ann.id, "message_id": ann.last.id}
    assert await refusal(telegram, "editMessageReplyMarkup", no_keyboard) == "200"
    assert ann.last.labels == []
    assert "not modified" in await refusal(telegram, "editMessageReplyMarkup", no_keyboard)


async def test_deletions() -> None:
    clock = OffsetClock()
    telegram = Telegram(clock=clock)
    ann = telegram.person(started=True)
    message = ann.say("secret")
    delete = {"chat_id": ann.id, "message_id": message.id}
    assert await refusal(telegram, "deleteMessage", delete) == "200"
    assert ann.messages == []
    assert (
        await refusal(telegram, "deleteMessage", delete)
        == "400 Bad Request: message to delete not found"
    )
    delete["message_id"] = ann.say("older").id
    clock.advance(timedelta(hours=49).total_seconds())
    assert (
        await refusal(telegram, "deleteMessage", delete)
        == "400 Bad Request: message can't be deleted for everyone"
    )


async def test_presses_expire() -> None:
    clock = OffsetClock()
    telegram = Telegram(clock=clock)
    ann = telegram.person(started=True)
    press = ann.press_data("forged")
    answer = {"callback_query_id": press.id, "text": "Noted"}
    too_old = (
        "400 Bad Request: query is too old and response timeout expired or query ID is invalid"
    )
    assert await refusal(telegram, "answerCallbackQuery", answer) == "200"
    assert press.toast == "Noted"
    assert await refusal(telegram, "answerCallbackQuery", {"callback_query_id": "1"}) == too_old
    clock.advance(3600)
    assert await refusal(telegram, "answerCallbackQuery", answer) == too_old


@pytest.mark.parametrize(
    ("content", "caption", "answer"),
    [
        pytest.param(BLANK_PNG, "x" * 1024, "200", id="good"),
        pytest.param(
            BLANK_PNG, "x" * 1025, "400 Bad Request: message caption is too long", id="long"
        ),
        pytest.param(b"", "", "400 Bad Request: file must be non-empty", id="empty"),
        pytest.param(b"text", "", "400 Bad Request: IMAGE_PROCESS_FAILED", id="no picture"),
        pytest.param(
            plain_png(2100, 100, (0, 0, 0)),
            "",
            "400 Bad Request: PHOTO_INVALID_DIMENSIONS",
            id="thin",
        ),
    ],
)
async def test_photos(
    telegram: Telegram, ann: Person, content: bytes, caption: str, answer: str
) -> None:
    photo = Upload("p.png", content, "image/png")
    params = {"chat_id": ann.id, "photo": "attach://file0", "caption": caption}
    assert await refusal(telegram, "sendPhoto", params, file0=photo) == answer


@pytest.mark.parametrize(
    ("method", "params", "answer"),
    [
        (
            "setMyCommands",
            {"commands": '[{"command":"Help","description":"x"}]'},
            "BOT_COMMAND_INVALID",
        ),
        (
            "setMyCommands",
            {"commands": '[{"command":"help","description":""}]'},
            "BOT_COMMAND_DESCRIPTION_INVALID",
        ),
        (
            "setWebhook",
            {"url": "http://example.org/hook"},
            "bad webhook: An HTTPS URL must be provided for webhook",
        ),
        (
            "setWebhook",
            {"url": "https://example.org", "secret_token": "a b"},
            "secret token contains unallowed characters",
        ),
        ("setMyName", {"name": "x" * 65}, "name is too long"),
        (
            "sendChatAction",
            {"chat_id": "{ann}", "action": "dance"},
            "wrong parameter action in request",
        ),
        ("answerInlineQuery", {"inline_query_id": "1", "results": "[]"}, "query is too old"),
    ],
)
async def test_settings(
    telegram: Telegram, ann: Person, method: str, params: Params, answer: str
) -> None:
    params = {k: ann.id if v == "{ann}" else v for k, v in params.items()}
    assert (await refusal(telegram, method, params)).startswith(f"400 Bad Request: {answer}")


async def test_rates_are_enforced_on_request() -> None:
    telegram = Telegram(enforce_rates=True)
    people = [telegram.person(started=True) for _ in range(40)]
    in_one_chat = [
        await refusal(telegram, "sendMessage", {"chat_id": people[0].id, "text": "x"})
        for _ in range(7)
    ]
    assert in_one_chat[:5] == ["200"] * 5
    assert in_one_chat[-1] == "429 Too Many Requests: retry after 1"
    everywhere = [
        await refusal(telegram, "sendMessage", {"chat_id": person.id, "text": "x"})
        for person in people[1:]
    ]
    assert everywhere.count("200") in range(24, 30)
