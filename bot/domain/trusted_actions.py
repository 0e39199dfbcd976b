"""Buttons of the person a patient names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from bot.domain.actions import Action


@dataclass(frozen=True, slots=True)
class NameTrusted(Action):
    """The patient wants to name somebody, or wants a new link."""

    code: ClassVar[str] = "tn"


@dataclass(frozen=True, slots=True)
class SkipTrustedName(Action):
    """Without a name of hers in the message."""

    code: ClassVar[str] = "ts"


@dataclass(frozen=True, slots=True)
class ChooseLevel(Action):
    """What the person is to see. `tie` 0: of somebody whom the patient is naming now."""

    code: ClassVar[str] = "tl"
    tie: int
    level: str


@dataclass(frozen=True, slots=True)
class AskLevel(Action):
    """The patient wants to change what the person sees."""

    code: ClassVar[str] = "tv"
    tie: int


@dataclass(frozen=True, slots=True)
class AnswerLevel(Action):
    """The person's answer to being shown more."""

    code: ClassVar[str] = "tm"
    tie: int
    level: str
    yes: bool


@dataclass(frozen=True, slots=True)
class AnswerTrusted(Action):
    """The named person's answer. `link` is the code of the link, which proves that it was sent."""

    code: ClassVar[str] = "ty"
    link: str
    yes: bool


@dataclass(frozen=True, slots=True)
class EndTrusted(Action):
    """Either of the two ends it."""

    code: ClassVar[str] = "te"
    tie: int
