"""Everything under `content/`, read as one: the whole store, or every reason why it cannot be one.

A running bot keeps the `Content` it has until a complete new one is there; nothing is half-loaded.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from bot.catalog.bad_content import BadContent
from bot.catalog.contacts import load_contacts
from bot.catalog.detection import load_detector
from bot.catalog.faq import load_faq
from bot.catalog.messages import Messages, load_messages
from bot.catalog.questionnaires import load_questionnaires
from bot.catalog.source import Problem
from bot.catalog.symptom_translations import load_symptom_translations
from bot.catalog.symptoms import load_symptoms
from bot.domain.concern.detector import Detector
from bot.domain.contacts import ContactBook
from bot.domain.faq_store import FaqStore
from bot.domain.instrument import InstrumentLibrary
from bot.domain.symptom_store import SymptomStore

__all__ = ["BadContent", "Content", "load_content", "require_content"]


@dataclass(frozen=True, slots=True)
class Content:
    """One consistent version of all content; replaced as a whole, never changed."""

    messages: Messages
    faq: FaqStore
    instruments: InstrumentLibrary
    contacts: ContactBook
    detector: Detector
    symptoms: SymptomStore
    translated_symptoms: Mapping[str, SymptomStore] = field(default_factory=dict)


def load_content(content_dir: Path) -> tuple[Content | None, list[Problem]]:
    """Read every file. Returns the content, or None when any problem is an error, and all
    problems of all files at once; warnings come with the content."""
    messages, found = load_messages(content_dir / "messages")
    faq, more = load_faq(content_dir)
    found += more
    instruments, more = load_questionnaires(content_dir / "questionnaires")
    found += more
    contacts, more = load_contacts(content_dir / "contacts.yaml")
    found += more
    detector, more = load_detector(content_dir)
    found += more
    symptoms, more = load_symptoms(content_dir / "symptoms")
    found += more
    translated: dict[str, SymptomStore] = {}
    if symptoms is not None:
        translated, more = load_symptom_translations(content_dir / "symptoms", symptoms)
        found += more
    if (
        messages is None
        or faq is None
        or instruments is None
        or contacts is None
        or detector is None
        or symptoms is None
        or any(problem.severity == "error" for problem in found)
    ):
        return None, found
    content = Content(messages, faq, instruments, contacts, detector, symptoms, translated)
    return content, found


def require_content(content_dir: Path) -> Content:
    """The same for callers that cannot go on without. Raises `BadContent`."""
    content, problems = load_content(content_dir)
    if content is None:
        raise BadContent(problems)
    return content
