"""What a check of the content found: problems by area and rule, and who has signed how much."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from bot.catalog.source import Problem


class Area(StrEnum):
    """The parts of `content/`, in the order in which they are shown."""

    FAQ = "faq"
    MESSAGES = "messages"
    QUESTIONNAIRES = "questionnaires"
    SAFETY = "safety"
    SYMPTOMS = "symptoms"
    PROGRAMMES = "programmes"
    CONTACTS = "contacts"
    FORBIDDEN = "forbidden"


class Rule(StrEnum):
    """Why something was reported; each is explained in `content/README.md`."""

    STRUCTURE = "structure"
    IDS = "ids"
    VARIABLES = "variables"
    FORMATTING = "formatting"
    LENGTH = "length"
    LANGUAGES = "languages"
    FORBIDDEN = "forbidden"
    READING = "reading"
    REVIEW = "review"
    CONTACTS = "contacts"
    VERBATIM = "verbatim"


@dataclass(frozen=True, slots=True)
class Finding:
    area: Area
    rule: Rule
    problem: Problem

    @property
    def is_error(self) -> bool:
        return self.problem.severity == "error"


@dataclass(frozen=True, slots=True)
class Signed:
    """How many texts of an area somebody answers for. For contacts: how many may be shown."""

    signed: int
    texts: int


@dataclass(frozen=True, slots=True)
class Report:
    """`files` counts per area; `content_dir` is what paths are shown relative to."""

    content_dir: Path
    files: dict[Area, int]
    signed: dict[Area, Signed]
    findings: tuple[Finding, ...]

    @property
    def errors(self) -> tuple[Finding, ...]:
        return tuple(each for each in self.findings if each.is_error)

    @property
    def warnings(self) -> tuple[Finding, ...]:
        return tuple(each for each in self.findings if not each.is_error)


def found(area: Area, rule: Rule, problems: Iterable[Problem]) -> list[Finding]:
    return [Finding(area, rule, problem) for problem in problems]


def warning(path: Path, line: int, text: str) -> Problem:
    return Problem(path, line, text, "warning")
