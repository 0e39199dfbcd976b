"""`content/questionnaires/*.yaml` -> `InstrumentLibrary`, one file per instrument and version."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Annotated, Literal, Protocol

from pydantic import Field

from bot.catalog.source import ContentModel, Document, Problem, read_model
from bot.domain.instrument import Instrument, InstrumentLibrary, Item, Option

Slug = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=30)]

# What the mood check-in (`bot.domain.checkin`) reads by name; a file without it would fail only
# in front of a patient.
REQUIRED_ITEMS: dict[str, tuple[str, ...]] = {
    "phq9": (*(f"phq9-{number}" for number in range(1, 10)), "phq9-difficulty"),
    "phqa": (*(f"phqa-{number}" for number in range(1, 10)), "phqa-difficulty"),
    "gad2": ("gad2-1", "gad2-2"),
    "asq": tuple(f"asq-{number}" for number in range(1, 6)),
    "safety-today": ("safety-today-1",),
    "attempt-since": ("attempt-since-1",),
    "psychosis": ("psychosis-1", "psychosis-2"),
}
PHQ_CUTOFFS = ("pair", "mild", "moderate", "high", "rise")
REQUIRED_CUTOFFS = {"phq9": PHQ_CUTOFFS, "phqa": PHQ_CUTOFFS, "gad2": ("positive",)}
SAFETY_ITEMS = frozenset(
    {"phq9-9", "phqa-9", "safety-today-1", "attempt-since-1", "psychosis-1", "psychosis-2"}
    | set(REQUIRED_ITEMS["asq"])
)


class _ProblemAt(Protocol):
    def __call__(self, text: str, *location: str | int) -> Problem: ...


class OptionFile(ContentModel):
    code: Annotated[str, Field(pattern=r"^[a-z0-9]{1,8}$")]
    value: Annotated[int, Field(ge=0, le=5)]
    text: Annotated[str, Field(min_length=1)]
    aliases: tuple[str, ...] = ()


class ItemFile(ContentModel):
    id: Slug
    text: Annotated[str, Field(min_length=1)]
    options: tuple[OptionFile, ...] | None = None
    scored: bool = True
    safety: bool = False
    no_stem: bool = False
    loinc: Annotated[str, Field(pattern=r"^\d{1,7}-\d$")] | None = None


class ReviewFile(ContentModel):
    status: Literal["draft", "approved"]
    reviewed_by: str | None
    reviewed_on: date | None


class InstrumentFile(ContentModel):
    id: Slug
    version: Annotated[int, Field(ge=1)]
    title: str
    recall: str
    stem: str | None
    scale: Annotated[tuple[OptionFile, ...], Field(min_length=2)]
    items: Annotated[tuple[ItemFile, ...], Field(min_length=1)]
    cutoffs: dict[str, int]
    credit: str | None
    source: Annotated[str, Field(min_length=1)]
    licence: Annotated[str, Field(min_length=1)]
    languages: Annotated[tuple[str, ...], Field(min_length=1)]
    notes: str = ""
    review: ReviewFile


def load_questionnaires(directory: Path) -> tuple[InstrumentLibrary | None, list[Problem]]:
    """Read every file. Returns the library, or None and the problems found; warnings (nobody
    has signed an instrument) come with the library."""
    instruments: list[Instrument] = []
    problems: list[Problem] = []
    for path in sorted(directory.glob("*.yaml")):
        instrument, found = _load(path)
        problems += found
        if instrument is not None:
            instruments.append(instrument)
    if not any(problem.severity == "error" for problem in problems):
        problems += _missing(directory, instruments)
    if any(problem.severity == "error" for problem in problems):
        return None, problems
    return InstrumentLibrary(tuple(instruments)), problems


def _load(path: Path) -> tuple[Instrument | None, list[Problem]]:
    problems: list[Problem] = []
    read = read_model(path, InstrumentFile, problems)
    if read is None:
        return None, problems
    document, content = read
    problems = list(_cross_checks(document, content))
    if problems:
        return None, problems
    if content.review.status == "draft":
        text = f"{content.id} version {content.version} is a draft: no clinician has signed it"
        problems.append(Problem(path, document.line_of(("review",)), text, "warning"))
    return _instrument(content), problems


def _cross_checks(document: Document, content: InstrumentFile) -> Iterable[Problem]:
    def problem(text: str, *location: str | int) -> Problem:
        return Problem(document.path, document.line_of(location), text)

    expected = f"{content.id}-v{content.version}.yaml"
    if document.path.name != expected:
        yield problem(f"the file must be called {expected}", "id")
    if (content.review.status == "approved") != bool(
        content.review.reviewed_by and content.review.reviewed_on
    ):
        yield problem("approved needs reviewed_by and reviewed_on, and draft has none", "review")
    yield from _option_problems(problem, content.scale, "scale")
    seen: set[str] = set()
    for index, item in enumerate(content.items):
        where = ("items", index, "id")
        if item.id in seen:
            yield problem(f"the item id {item.id!r} stands twice", *where)
        seen.add(item.id)
        if not item.id.startswith(f"{content.id}-"):
            yield problem(f"the item id must start with {content.id}-", *where)
        if item.id in SAFETY_ITEMS and not item.safety:
            yield problem(f"{item.id} must be marked `safety: true`", *where)
        if item.options is not None:
            yield from _option_problems(problem, item.options, "items", index, "options")
    for item_id in REQUIRED_ITEMS.get(content.id, ()):
        if item_id not in seen:
            yield problem(f"the mood check-in needs the item {item_id!r}", "items")
    for name in REQUIRED_CUTOFFS.get(content.id, ()):
        if name not in content.cutoffs:
            yield problem(f"the mood check-in needs the cut-off {name!r}", "cutoffs")


def _option_problems(
    problem: _ProblemAt, options: tuple[OptionFile, ...], *where: str | int
) -> Iterable[Problem]:
    codes: set[str] = set()
    values: set[int] = set()
    words: set[str] = set()
    for index, option in enumerate(options):
        at = (*where, index)
        if option.code in codes:
            yield problem(f"the code {option.code!r} stands twice", *at)
        if option.value in values:
            yield problem(f"the value {option.value} stands twice", *at)
        for word in (option.text, *option.aliases):
            if word.casefold() in words:
                yield problem(f"the answer {word!r} stands twice", *at)
            words.add(word.casefold())
        codes.add(option.code)
        values.add(option.value)
    if values and min(values) != 0:
        yield problem("one answer must have the value 0", *where)


def _missing(directory: Path, instruments: list[Instrument]) -> Iterable[Problem]:
    known = {instrument.id for instrument in instruments}
    for name in REQUIRED_ITEMS:
        if name not in known:
            yield Problem(directory, 0, f"the mood check-in needs the instrument {name!r}")


def _instrument(content: InstrumentFile) -> Instrument:
    scale = _options(content.scale)
    return Instrument(
        id=content.id,
        version=content.version,
        title=content.title,
        recall=content.recall,
        items=tuple(
            Item(
                id=item.id,
                text=item.text,
                options=scale if item.options is None else _options(item.options),
                stem=None if item.no_stem else content.stem,
                scored=item.scored,
                safety=item.safety,
                loinc=item.loinc,
            )
            for item in content.items
        ),
        cutoffs=dict(content.cutoffs),
        credit=content.credit,
        source=content.source,
        licence=content.licence,
        languages=content.languages,
        reviewed=content.review.status == "approved",
    )


def _options(options: tuple[OptionFile, ...]) -> tuple[Option, ...]:
    return tuple(
        Option(option.code, option.value, option.text, option.aliases) for option in options
    )
