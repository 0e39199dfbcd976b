"""`content/symptoms/*.yaml` -> `SymptomStore`, or every problem with its file and line.

`areas.yaml`, `emergency.yaml` and `combinations.yaml` stand alone; `triage.yaml` and
`triage-words.yaml` are read by `bot.catalog.symptom_triage`; every other file holds symptoms.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Literal, TypeVar

from pydantic import Field

from bot.catalog.source import ContentModel, Document, Problem, read_model
from bot.catalog.symptom_triage import load_triage
from bot.domain.symptom_store import Area, Combination, OnlyFor, Refer, Step, Symptom, SymptomStore
from bot.domain.tier import Tier

OTHER_FILES = frozenset(
    {"areas.yaml", "emergency.yaml", "combinations.yaml", "triage.yaml", "triage-words.yaml"}
)
MOST_SIGN = 170  # a sign is one bullet on a phone
MOST_NAME = 60  # a button label

Id = Annotated[str, Field(pattern=r"^S[0-9]{2}(-[a-z0-9]+)*$")]
Slug = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Text = Annotated[str, Field(min_length=2)]
ModelT = TypeVar("ModelT", bound=ContentModel)


class StepEntry(ContentModel):
    """One rung with a question. `ask` is missing only where `see` names another symptom."""

    tier: Literal["E", "N", "D"]
    id: Id | None = None
    ask: Text | None = None
    sign: Annotated[str, Field(min_length=2, max_length=MOST_SIGN)]
    see: Id | None = None
    alone: bool = False
    optional: bool = False
    facts: tuple[Slug, ...] = ()
    refer: Refer | None = None


class SymptomEntry(ContentModel):
    id: Id
    name: Annotated[str, Field(min_length=2, max_length=MOST_NAME)]
    areas: Annotated[tuple[Slug, ...], Field(min_length=1)]
    also_ask: tuple[Id, ...] = ()
    first: bool = False
    only: OnlyFor = "everyone"
    refer: Refer | None = None
    us_rise: bool = False
    steps: Annotated[tuple[StepEntry, ...], Field(min_length=1)]
    mild: Text | None
    self_care: tuple[Text, ...]
    words: Annotated[tuple[Text, ...], Field(min_length=1)]
    sources: Annotated[tuple[Text, ...], Field(min_length=1)]
    reviewed: str | None


class SymptomFile(ContentModel):
    symptoms: Annotated[tuple[SymptomEntry, ...], Field(min_length=1)]


class AreaEntry(ContentModel):
    id: Slug
    name: Annotated[str, Field(min_length=2, max_length=MOST_NAME)]


class AreaFile(ContentModel):
    source: Text
    reviewed: str | None
    areas: Annotated[tuple[AreaEntry, ...], Field(min_length=1)]


class EmergencyFile(ContentModel):
    source: Text
    reviewed: str | None
    ask: Text
    signs: Annotated[tuple[Text, ...], Field(min_length=1)]


class CombinationEntry(ContentModel):
    id: Slug
    tier: Literal["E", "N"]
    needs: Annotated[tuple[tuple[str, ...], ...], Field(min_length=1)]
    why: Text


class CombinationFile(ContentModel):
    source: Text
    reviewed: str | None
    facts: tuple[Slug, ...]
    combinations: tuple[CombinationEntry, ...]


def load_symptoms(folder: Path) -> tuple[SymptomStore | None, list[Problem]]:
    """Read `content/symptoms/`. Returns the store and warnings (what nobody has signed), or None
    and what is wrong."""
    problems: list[Problem] = []
    areas = read_model(folder / "areas.yaml", AreaFile, problems)
    emergency = read_model(folder / "emergency.yaml", EmergencyFile, problems)
    combinations = read_model(folder / "combinations.yaml", CombinationFile, problems)
    files = [
        read
        for path in sorted(folder.glob("*.yaml"))
        if path.name not in OTHER_FILES and (read := read_model(path, SymptomFile, problems))
    ]
    if areas is None or emergency is None or combinations is None or problems:
        return None, problems
    problems += _check_symptoms(files, {area.id for area in areas[1].areas})
    known = {entry.id for _, content in files for entry in content.symptoms}
    problems += _check_combinations(*combinations, known)
    problems += _check_facts(files, combinations[1])
    terms = [
        (each.id, word) for _, content in files for each in content.symptoms for word in each.words
    ]
    triage, found = load_triage(folder, terms, known, set(combinations[1].facts))
    problems += found
    if problems or triage is None:
        return None, problems
    store = SymptomStore(
        areas=tuple(Area(each.id, each.name) for each in areas[1].areas),
        symptoms=tuple(_symptom(each) for _, content in files for each in content.symptoms),
        emergency_ask=emergency[1].ask,
        emergency_signs=emergency[1].signs,
        combinations=tuple(
            Combination(each.id, Tier.from_code(each.tier), each.needs, each.why)
            for each in combinations[1].combinations
        ),
        facts=combinations[1].facts,
        triage=triage,
    )
    return store, list(_unsigned(files))


def _symptom(entry: SymptomEntry) -> Symptom:
    return Symptom(
        id=entry.id,
        name=entry.name,
        areas=entry.areas,
        steps=tuple(_step(entry, each) for each in entry.steps),
        mild=entry.mild,
        self_care=entry.self_care,
        words=entry.words,
        sources=entry.sources,
        also_ask=entry.also_ask,
        first=entry.first,
        only=entry.only,
        refer=entry.refer,
        us_rise=entry.us_rise,
        reviewed=entry.reviewed,
    )


def _step(entry: SymptomEntry, step: StepEntry) -> Step:
    return Step(
        id=_step_id(entry, step),
        symptom=entry.id,
        tier=Tier.from_code(step.tier),
        ask=step.ask or "",
        sign=step.sign,
        see=step.see,
        alone=step.alone,
        optional=step.optional,
        facts=step.facts,
        refer=step.refer,
    )


def _step_id(entry: SymptomEntry, step: StepEntry) -> str:
    return step.id or f"{entry.id}-{step.tier.lower()}"


def _check_symptoms(
    files: list[tuple[Document, SymptomFile]], areas: set[str]
) -> Iterator[Problem]:
    ids = {entry.id for _, content in files for entry in content.symptoms}
    seen: set[str] = set()
    used: set[str] = set()
    for document, content in files:
        for index, entry in enumerate(content.symptoms):
            used.update(entry.areas)
            own = [entry.id, *(_step_id(entry, step) for step in entry.steps)]
            twice = [each for at, each in enumerate(own) if each in seen or each in own[:at]]
            seen.update(own)
            for text in (*(f"the id {each} stands twice" for each in twice),
                         *_symptom_problems(entry, ids, areas)):  # fmt: skip
                yield Problem(document.path, document.line_of(("symptoms", index)), text)
    for area in sorted(areas - used):
        yield Problem(files[0][0].path.parent / "areas.yaml", 0, f"area {area} has no symptom")


def _symptom_problems(entry: SymptomEntry, ids: set[str], areas: set[str]) -> Iterator[str]:
    for area in entry.areas:
        if area not in areas:
            yield f"{entry.id}: there is no area {area}"
    for other in (*entry.also_ask, *(step.see for step in entry.steps if step.see)):
        if other not in ids or other == entry.id:
            yield f"{entry.id}: there is no other symptom {other}"
    order = ["END".index(step.tier) for step in entry.steps]
    if order != sorted(order):
        yield f"{entry.id}: steps must stand in the order E, N, D"
    for step in entry.steps:
        if (step.ask is None) == (step.see is None):
            yield f"{entry.id}: a step needs either `ask` or `see`"
        if step.see and step.see not in entry.also_ask:
            yield f"{entry.id}: `see` {step.see} must be in `also_ask`, or nobody asks it"
        if step.optional and step.tier != "D":
            yield f"{entry.id}: an urgent step is never optional"
    if entry.steps[-1].tier == "D" and not entry.self_care:
        yield f"{entry.id}: a symptom with a D or mild rung needs self-care"


def _check_combinations(
    document: Document, content: CombinationFile, ids: set[str]
) -> Iterator[Problem]:
    known = ids | {f"fact.{name}" for name in content.facts} | {"any-n"}
    for index, entry in enumerate(content.combinations):
        line = document.line_of(("combinations", index))
        for name in (name for group in entry.needs for name in group):
            if name not in known:
                yield Problem(document.path, line, f"{entry.id}: {name} is no symptom and no fact")


def _check_facts(
    files: list[tuple[Document, SymptomFile]], combinations: CombinationFile
) -> Iterator[Problem]:
    for document, content in files:
        for index, entry in enumerate(content.symptoms):
            for fact in (fact for step in entry.steps for fact in step.facts):
                if fact not in combinations.facts:
                    line = document.line_of(("symptoms", index))
                    yield Problem(document.path, line, f"{entry.id}: there is no fact {fact}")


def _unsigned(files: list[tuple[Document, SymptomFile]]) -> Iterator[Problem]:
    for document, content in files:
        for index, entry in enumerate(content.symptoms):
            if entry.reviewed is None:
                line = document.line_of(("symptoms", index, "reviewed"))
                text = f"{entry.id} is a draft: no clinician has signed it"
                yield Problem(document.path, line, text, "warning")
