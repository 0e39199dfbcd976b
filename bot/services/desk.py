"""What every service has at hand: the content store and the operator's choices. No state."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, time

from bot.catalog.messages import Messages, Say
from bot.domain.concern.detector import Detector
from bot.domain.contacts import ContactBook, Voucher, contacts_for
from bot.domain.faq_store import FaqStore
from bot.domain.instrument import InstrumentLibrary
from bot.domain.patient import Patient
from bot.domain.programme import ProgrammeLibrary
from bot.domain.symptom_store import SymptomStore
from bot.views.safety import Help


@dataclass(frozen=True, slots=True)
class Choices:
    """The operator's settings, as far as services need them. Intervals in minutes."""

    operator_name: str = "the people who run this bot"
    operator_chat_id: int | None = None
    operator_alert_minutes: int = 10
    default_language: str = "en"
    default_country: str | None = None
    admit_teens: bool = False
    care_team_chat_id: int | None = None
    care_team_backup_chat_id: int | None = None
    care_team_chase_minutes: int = 15
    care_team_list_at: time | None = None
    care_team_time_zone: str = "UTC"
    dose_ask_again_minutes: tuple[int, ...] = (30, 60)
    send_jitter_seconds: float = 0.0
    keep_answers_months: int = 12
    voucher: Voucher | None = None


@dataclass(frozen=True, slots=True)
class Desk:
    """One consistent version of the content. It is replaced as a whole, never changed."""

    messages: Messages
    faq: FaqStore
    instruments: InstrumentLibrary
    contacts: ContactBook
    detector: Detector
    symptoms: SymptomStore
    choices: Choices = field(default_factory=Choices)
    programmes: ProgrammeLibrary = field(default_factory=lambda: ProgrammeLibrary(()))
    translated_symptoms: Mapping[str, SymptomStore] = field(default_factory=dict, repr=False)

    def say(self, patient: Patient) -> Say:
        """The voice in the patient's language."""
        return self.messages.say(patient.language)

    def symptoms_for(self, patient: Patient) -> SymptomStore:
        """The symptom check in the patient's language: other words, the same rules."""
        return self.symptoms_in(patient.language)

    def symptoms_in(self, language: str) -> SymptomStore:
        """The same in a language, English where there is none."""
        return self.translated_symptoms.get(language, self.symptoms)

    @property
    def team_say(self) -> Say:
        """The voice of the care team's chat."""
        return self.messages.say(self.choices.default_language)

    def help_for(self, patient: Patient, now: datetime) -> Help:
        """Whom this patient can turn to today. The country is the patient's own, or else the one
        the operator has set; it is never guessed from a language."""
        country = patient.country or self.choices.default_country
        today = patient.local_date(now)
        contacts = contacts_for(
            country,
            self.contacts,
            on=today,
            voucher=self.choices.voucher,
            language=patient.language,
        )
        return Help(contacts, _numbers(patient))


def _numbers(patient: Patient) -> str | None:
    """The doctor's number that she has typed, and her clinic's. Neither is shown while somebody
    else may hold the account."""
    if patient.doubted_at is not None:
        return None
    clinic = patient.clinic.phone if patient.clinic is not None else None
    return " / ".join(each for each in (patient.doctor, clinic) if each) or None
