"""A topic file as the chat would show it, in a terminal: for whoever is writing it."""

from __future__ import annotations

import html
import re
from pathlib import Path

from bot.catalog.checks.forbidden import PatientText, forbidden_claims, load_claims
from bot.catalog.checks.reading_grade import MOST_GRADE, grade
from bot.catalog.checks.telegram_html import MESSAGE_LIMIT, html_problems, shown_length
from bot.catalog.faq_topic_file import load_topic
from bot.catalog.faq_translation_file import load_translation
from bot.catalog.messages import Messages
from bot.catalog.source import Document, Problem
from bot.domain.faq import Topic
from bot.domain.message import Message
from bot.views import faq

RULE = "─" * 60
_BRIGHT = {"<b>": "\x1b[1m", "</b>": "\x1b[22m", "<i>": "\x1b[3m", "</i>": "\x1b[23m"}
_TAG = re.compile(r"<[^<>]*>")


def preview(content_dir: Path, path: Path, messages: Messages, *, bright: bool) -> str:
    """The topic of `path` with its buttons, its measures and what is wrong with it. `bright`: with
    a terminal's bold and italic. Never raises for a bad file."""
    topic, problems = _load(content_dir, path)
    lines = [RULE, str(path.relative_to(content_dir.parent)), RULE]
    if topic is None:
        return "\n".join([*lines, *map(_said, problems), ""])
    say = messages.say(topic.language)
    message = faq.topic(say, topic, None, _related(content_dir, topic))
    lines += [_shown(message.html, bright), "", *_buttons(message)]
    for variant in topic.variants:
        names = ", ".join(sorted(variant.countries))
        lines += ["", f"In {names}:", _shown(variant.html, bright)]
    lines += [RULE, f"Notification: {topic.short}", _measures(topic, message)]
    problems += [Problem(path, 0, text) for text in html_problems(message.html)]
    claims, _ = load_claims(content_dir / "forbidden.yaml")
    text = PatientText(path, 1, topic.id, topic.language, f"{topic.short}\n{topic.plain}")
    problems += forbidden_claims([text], claims)
    return "\n".join([*lines, *map(_said, problems), ""])


def _load(content_dir: Path, path: Path) -> tuple[Topic | None, list[Problem]]:
    loaded: tuple[Topic | None, list[Problem], Document | None]
    if path.parent.name == "en":
        loaded = load_topic(path, "en")
    else:
        english, _, _ = load_topic(content_dir / "faq" / "en" / path.name, "en")
        loaded = load_translation(path, path.parent.name, english)
    return loaded[0], loaded[1]


def _related(content_dir: Path, topic: Topic) -> list[Topic]:
    found = (_load(content_dir, _path(content_dir, topic.language, each)) for each in topic.related)
    return [other for other, _ in found if other is not None]


def _path(content_dir: Path, language: str, topic_id: str) -> Path:
    own = content_dir / "faq" / language / f"{topic_id}.md"
    return own if own.exists() else content_dir / "faq" / "en" / f"{topic_id}.md"


def _shown(text: str, bright: bool) -> str:
    if bright:
        for tag, code in _BRIGHT.items():
            text = text.replace(tag, code)
    return html.unescape(_TAG.sub("", text))


def _buttons(message: Message) -> list[str]:
    return ["  ".join(f"[ {button.label} ]" for button in row) for row in message.rows]


def _measures(topic: Topic, message: Message) -> str:
    parts = [f"{shown_length(message.html):,} of {MESSAGE_LIMIT:,} characters"]
    if topic.language == "en":
        parts.append(f"reading grade {grade(topic.plain):.1f} (at most {MOST_GRADE:g})")
    parts.append(f"signed by {topic.review.by}" if topic.review.signed else "not signed")
    return " · ".join(parts)


def _said(problem: Problem) -> str:
    where = f"line {problem.line}: " if problem.line else ""
    return f"✗ {where}{problem.text}"
