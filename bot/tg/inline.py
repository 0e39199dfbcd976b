"""An inline answer as the parameters of `answerInlineQuery`."""

from __future__ import annotations

from typing import Any

from bot.domain.inline import Article, InlineAnswer
from bot.tg.rendering import Call


def call_for_inline(query_id: str, answer: InlineAnswer) -> Call:
    """https://core.telegram.org/bots/api#answerinlinequery; articles only, at most 50."""
    parameters: dict[str, Any] = {
        "inline_query_id": query_id,
        "results": [_article(each) for each in answer.articles],
        "is_personal": answer.personal,
        "cache_time": answer.cache_seconds,
    }
    if answer.door is not None:
        parameters["button"] = {"text": answer.door.label, "start_parameter": answer.door.start}
    return Call("answerInlineQuery", parameters)


def _article(article: Article) -> dict[str, Any]:
    return {
        "type": "article",
        "id": article.id,
        "title": article.title,
        "description": article.description,
        "input_message_content": {
            "message_text": article.html,
            "parse_mode": "HTML",
            "link_preview_options": {"is_disabled": True},
        },
    }
