"""Pregnancy prevention programmes: what the rule is, said with its source. Never a date."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

Phase = Literal["before", "throughout", "after"]
Who = Literal["everybody", "can_become_pregnant", "cannot_become_pregnant"]
Reminder = Literal["contraception", "pregnancy_test", "prescription"]
SOURCE_LANGUAGE = "en"


@dataclass(frozen=True, slots=True)
class ProgrammeRule:
    """`text` by language. `reminder`: what of /dates and contraception serves this rule."""

    id: str
    phase: Phase
    who: Who
    reminder: Reminder | None
    text: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Programme:
    """One programme in one version. `reviewed` is False until a clinician has signed it."""

    id: str
    version: int
    countries: tuple[str, ...]
    name: str
    sources: tuple[str, ...]
    notice: Mapping[str, str]
    rules: tuple[ProgrammeRule, ...]
    reviewed: bool

    @property
    def source(self) -> str:
        """How a date that was noted for it names it: "uk-ppp/1"."""
        return f"{self.id}/{self.version}"


@dataclass(frozen=True, slots=True)
class ProgrammeLibrary:
    """All programmes, in order of their ids."""

    programmes: tuple[Programme, ...]

    def get(self, programme_id: str) -> Programme | None:
        return next((each for each in self.programmes if each.id == programme_id), None)

    def for_country(self, country: str | None) -> Sequence[Programme]:
        """That of the country first; of an unknown country all, and the patient says which."""
        return sorted(self.programmes, key=lambda each: country not in each.countries)


def in_language(text: Mapping[str, str], language: str) -> str:
    """The text, or English where a translation is missing."""
    return text.get(language) or text[SOURCE_LANGUAGE]
