"""What every service has at hand: the content store and the operator's choices. No state."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from bot.catalog.contacts import ContactBook
from bot.catalog.messages import Messages, Say
from bot.domain.concern import Detector
from bot.domain.contacts import CountryContacts
from bot.domain.faq_store import FaqStore
from bot.domain.instrument import InstrumentLibrary
from bot.domain.patient import Patient


@dataclass(frozen=True, slots=True)
class Choices:
    """The operator's settings, as far as services need them. Intervals in minutes."""

    operator_name: str = "the people who run this bot"
    default_language: str = "en"
    default_country: str | None = None
    admit_teens: bool = False
    care_team_chat_id: int | None = None
    care_team_backup_chat_id: int | None = None
    care_team_chase_minutes: int = 15
    dose_ask_again_minutes: tuple[int, ...] = (30, 60)
    send_jitter_seconds: float = 0.0
