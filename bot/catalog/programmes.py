"""`content/programmes/*.yaml` -> `ProgrammeLibrary`, one file per programme."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field

from bot.catalog.source import ContentModel, Document, Location, Problem, build, parse_yaml
from bot.domain.programme import (
    SOURCE_LANGUAGE,
    Phase,
    Programme,
    ProgrammeLibrary,
    ProgrammeRule,
    Reminder,
    Who,
)

Text = Annotated[str, Field(min_length=1)]
Country = Annotated[str, Field(pattern=r"^[A-Z]{2}$")]
Texts = dict[Annotated[str, Field(pattern=r"^[a-z]{2}$")], Text]


class SourceFile(ContentModel):
    text: Text
    mark: Literal["V", "V2", "K"]  # read in the original, second-hand, general knowledge


class RuleFile(ContentModel):
    id: Annotated[str, Field(pattern=r"^[a-z]+(-[a-z]+)*$")]
    phase: Phase
    who: Who
    reminder: Reminder | None = None
    text: Texts


class ReviewFile(ContentModel):
    by: Text
    on: date
    until: date


class ProgrammeFile(ContentModel):
    id: Annotated[str, Field(pattern=r"^[a-z]{2}-[a-z]+$")]
    version: Annotated[int, Field(ge=1)]
    countries: Annotated[
        tuple[Annotated[str, Field(pattern=r"^[A-Z]{2}$")], ...], Field(min_length=1)
    ]
    name: Text
    sources: Annotated[tuple[SourceFile, ...], Field(min_length=1)]
    reviewed: ReviewFile | None
    notice: Texts
    rules: Annotated[tuple[RuleFile, ...], Field(min_length=1)]


def load_programmes(directory: Path) -> tuple[ProgrammeLibrary | None, list[Problem]]:
    """Read every file. Returns the library, or None and the problems found. A missing translation
    is a warning here; `check-content` makes it an error where a language is promised."""
    found: list[Programme] = []
    problems: list[Problem] = []
    countries: dict[str, str] = {}
    for path in sorted(directory.glob("*.yaml")):
        programme, of_file = _load(path)
        problems += of_file
        if programme is None:
            continue
        found.append(programme)
        for country in programme.countries:
            if (other := countries.setdefault(country, programme.id)) != programme.id:
                text = f"{country} stands in {other} already"
                problems.append(Problem(path, 0, text))
    if any(problem.severity == "error" for problem in problems):
        return None, problems
    return ProgrammeLibrary(tuple(found)), problems


def missing_translations(directory: Path, languages: Mapping[str, str]) -> Iterator[Problem]:
    """What these languages (with the severity of a gap) do not say."""
    for path in sorted(directory.glob("*.yaml")):
        document = _read(path)
        content = build(document, ProgrammeFile)[0] if isinstance(document, Document) else None
        if content is None or isinstance(document, Problem):
            continue  # the loader says so
        texts: list[tuple[Location, Texts]] = [(("notice",), content.notice)]
        texts += [(("rules", n, "text"), rule.text) for n, rule in enumerate(content.rules)]
        for location, text in texts:
            for language, severity in languages.items():
                if language not in text:
                    line = document.line_of(location)
                    yield Problem(path, line, f"no text in {language!r}", severity)


def _read(path: Path) -> Document | Problem:
    try:
        return parse_yaml(path, path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        return Problem(path, 0, f"cannot be read: {error}")


def _load(path: Path) -> tuple[Programme | None, list[Problem]]:
    document = _read(path)
    if isinstance(document, Problem):
        return None, [document]
    content, problems = build(document, ProgrammeFile)
    if content is None:
        return None, problems
    problems = list(_cross_checks(document, content))
    return (None if problems else _programme(content)), problems


def _cross_checks(document: Document, content: ProgrammeFile) -> Iterator[Problem]:
    def problem(text: str, *location: str | int) -> Problem:
        return Problem(document.path, document.line_of(location), text)

    if document.path.stem != content.id:
        yield problem(f"the file must be called {content.id}.yaml", "id")
    if SOURCE_LANGUAGE not in content.notice:
        yield problem("the English text is missing", "notice")
    seen: set[str] = set()
    for number, rule in enumerate(content.rules):
        if rule.id in seen:
            yield problem(f"the rule {rule.id!r} stands twice", "rules", number, "id")
        seen.add(rule.id)
        if SOURCE_LANGUAGE not in rule.text:
            yield problem("the English text is missing", "rules", number, "text")


def _programme(content: ProgrammeFile) -> Programme:
    return Programme(
        content.id,
        content.version,
        content.countries,
        content.name,
        tuple(each.text for each in content.sources),
        dict(content.notice),
        tuple(
            ProgrammeRule(rule.id, rule.phase, rule.who, rule.reminder, dict(rule.text))
            for rule in content.rules
        ),
        content.reviewed is not None,
    )
