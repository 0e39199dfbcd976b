"""Answers to inline queries: kept as they would be shown, refused for what the server refuses."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from playground.telegram import Person, Telegram

Json = dict[str, Any]
ARTICLE: Json = {
    "type": "article",
    "id": "lips",
    "title": "Dry lips",
    "input_message_content": {"message_text": "Use a <b>balm</b>", "parse_mode": "HTML"},
}


async def answered(telegram: Telegram, query_id: str, results: object, **more: object) -> str:
    """`200`, or what is wrong with the answer."""
    params: Json = {"inline_query_id": query_id, "results": json.dumps(results), **more}
    status, body = await telegram.call(telegram.token, "answerInlineQuery", params, {})
    return "200" if status == 200 else str(body["description"]).removeprefix("Bad Request: ")


def changed(**parts: object) -> list[Json]:
    return [{key: value for key, value in {**ARTICLE, **parts}.items() if value is not None}]


def content(text: object, mode: str = "HTML") -> Json:
    return {"message_text": text, "parse_mode": mode}


@pytest.mark.parametrize(
    ("results", "said"),
    [
        pytest.param([], "200", id="none"),
        pytest.param([ARTICLE], "200", id="one"),
        pytest.param([ARTICLE, ARTICLE], "RESULT_ID_DUPLICATE", id="the-same-id-twice"),
        pytest.param(changed(id="é" * 33), "RESULT_ID_INVALID", id="a-long-id"),
        pytest.param(changed(id=""), "RESULT_ID_INVALID", id="no-id"),
        pytest.param(changed(title=" "), "must have a title", id="no-title"),
        pytest.param(changed(type="poem"), "Unallowed result type", id="unknown-type"),
        pytest.param(changed(input_message_content=None), "must have content", id="no-content"),
        pytest.param(
            changed(input_message_content=content("<b>open")), "parse entities", id="broken-html"
        ),
        pytest.param(
            changed(input_message_content=content("x" * 4097)), "MESSAGE_TOO_LONG", id="too-long"
        ),
        pytest.param(changed(input_message_content=content(" ")), "MESSAGE_EMPTY", id="empty"),
        pytest.param(
            [{**ARTICLE, "id": str(number)} for number in range(51)], "RESULTS_TOO_MUCH", id="51"
        ),
        pytest.param({"no": "list"}, "Expected an Array", id="no-list"),
    ],
)
async def test_results(telegram: Telegram, ann: Person, results: object, said: str) -> None:
    assert said in await answered(telegram, ann.inline_query("lips"), results)


@pytest.mark.parametrize(
    ("button", "said"),
    [
        ({"text": "Ask me", "start_parameter": "faq"}, "200"),
        ({"text": "Ask me", "start_parameter": "a b"}, "START_PARAM_INVALID"),
        ({"text": "Ask me", "start_parameter": ""}, "START_PARAM_INVALID"),
        ({"text": "Ask me"}, "Exactly one"),
        ({"text": "", "start_parameter": "faq"}, "non-empty"),
    ],
)
async def test_the_button_above_them(
    telegram: Telegram, ann: Person, button: Json, said: str
) -> None:
    query_id = ann.inline_query("lips")
    assert said in await answered(telegram, query_id, [], button=json.dumps(button))


async def test_a_query_grows_old() -> None:
    now = [datetime(2026, 3, 2, 12, tzinfo=UTC)]
    telegram = Telegram(clock=lambda: now[0])
    query_id = telegram.person("Ann").inline_query("lips")
    now[0] += timedelta(hours=1)
    assert "too old" in await answered(telegram, query_id, [ARTICLE])
    assert "too old" in await answered(telegram, "nobody's", [ARTICLE])
    await telegram.close()


async def test_what_is_chosen_is_posted_in_her_name(telegram: Telegram, ann: Person) -> None:
    query_id = ann.inline_query("lips")
    await answered(telegram, query_id, [ARTICLE], is_personal="true", cache_time="0")
    answer = telegram.inline_answers[query_id]
    assert (answer["is_personal"], answer["cache_time"]) == (True, 0)
    posted = ann.choose_inline(query_id)
    assert posted.text == "Use a balm"
    assert posted.api["via_bot"]["id"] == telegram.bot["id"]
    assert posted.api["from"]["id"] == ann.id
