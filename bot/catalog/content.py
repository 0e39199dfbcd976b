"""One version of everything under `content/`. Reading it: `bot/catalog/loading.py`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.catalog.messages import Messages
from bot.domain.concern.detector import Detector
from bot.domain.contacts import ContactBook
from bot.domain.faq_store import FaqStore
from bot.domain.instrument import InstrumentLibrary
from bot.domain.programme import ProgrammeLibrary
from bot.domain.symptom_store import SymptomStore


@dataclass(frozen=True, slots=True)
class Content:
    """One consistent version of all content; replaced as a whole, never changed."""

    messages: Messages
    faq: FaqStore
    instruments: InstrumentLibrary
    contacts: ContactBook
    detector: Detector
    symptoms: SymptomStore
    programmes: ProgrammeLibrary = field(default_factory=lambda: ProgrammeLibrary(()))
    translated_symptoms: Mapping[str, SymptomStore] = field(default_factory=dict)
