"""Everything under `content/`, read as one: the whole store, or every reason why it cannot be one.

A running bot keeps the `Content` it has until a complete new one is there; nothing is half-loaded.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from pathlib import Path
from typing import Any

from bot.catalog.bad_content import BadContent
from bot.catalog.changes import PARTS
from bot.catalog.contacts import load_contacts
from bot.catalog.content import Content
from bot.catalog.detection import load_detector
from bot.catalog.faq import load_faq
from bot.catalog.lasting import made_to_last
from bot.catalog.message_files import load_messages
from bot.catalog.programmes import load_programmes
from bot.catalog.questionnaires import load_questionnaires
from bot.catalog.source import Problem
from bot.catalog.symptom_translations import load_symptom_translations
from bot.catalog.symptoms import load_symptoms


def load_content(
    content_dir: Path, *, old: Content | None = None, changed: Collection[str] = tuple(PARTS)
) -> tuple[Content | None, list[Problem]]:
    """Read every file, or with `old` only the parts that have `changed` (see `PARTS`).

    Returns the content, or None when any problem is an error, and all problems of all files that
    were read; warnings come with the content.
    """
    loaders: dict[str, Callable[[], tuple[Any, list[Problem]]]] = {
        "messages": lambda: load_messages(content_dir / "messages"),
        "faq": lambda: load_faq(content_dir),
        "instruments": lambda: load_questionnaires(content_dir / "questionnaires"),
        "contacts": lambda: load_contacts(content_dir / "contacts.yaml"),
        "detector": lambda: load_detector(content_dir),
        "symptoms": lambda: load_symptoms(content_dir / "symptoms"),
        "programmes": lambda: load_programmes(content_dir / "programmes"),
    }
    found: list[Problem] = []
    parts: dict[str, Any] = {}
    for part, load in loaders.items():
        if old is not None and part not in changed:
            parts[part] = getattr(old, part)
            continue
        parts[part], problems = load()
        found += problems
    translated = old.translated_symptoms if old is not None else {}
    if parts["symptoms"] is not None and (old is None or "symptoms" in changed):
        folder = content_dir / "symptoms"
        translated, problems = load_symptom_translations(folder, parts["symptoms"])
        found += problems
    missing = any(part is None for part in parts.values())
    if missing or any(problem.severity == "error" for problem in found):
        return None, found
    return Content(**parts, translated_symptoms=translated), found


def require_content(content_dir: Path) -> Content:
    """The same for callers that cannot go on without. Raises `BadContent`."""
    with made_to_last():
        content, problems = load_content(content_dir)
    if content is None:
        raise BadContent(problems)
    return content
