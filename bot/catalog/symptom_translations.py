"""`content/symptoms/translations/<language>.yaml` -> the symptom check in another language.

Tiers, rules and the order of the questions are those of the English files and are never repeated
here: a translation holds words only. What it lacks is asked in English.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Annotated

from pydantic import Field

from bot.catalog.source import ContentModel, Document, Problem, build, read_yaml
from bot.catalog.symptom_triage import entry_terms
from bot.catalog.translation_state import loading_severity
from bot.domain import bidi
from bot.domain.symptom_store import Symptom, SymptomStore

FOLDER = "translations"
MOST_SIGN = 200  # other languages need more room than English
MOST_NAME = 64  # a button label

Text = Annotated[str, Field(min_length=1)]
Name = Annotated[str, Field(min_length=1, max_length=MOST_NAME)]


class StepWords(ContentModel):
    """A step without `ask` in English has none here either."""

    ask: Text | None = None
    sign: Annotated[str, Field(min_length=1, max_length=MOST_SIGN)]


class SymptomWords(ContentModel):
    name: Name
    steps: tuple[StepWords, ...]
    mild: Text | None = None
    self_care: tuple[Text, ...] = ()
    words: tuple[Text, ...] = ()


class EmergencyWords(ContentModel):
    ask: Text
    signs: tuple[Text, ...]


class TranslationFile(ContentModel):
    status: str
    reviewed: str | None
    areas: dict[str, Name]
    symptoms: dict[str, SymptomWords]
    emergency: EmergencyWords
    combinations: dict[str, Text] = {}


def load_symptom_translations(
    folder: Path, english: SymptomStore
) -> tuple[dict[str, SymptomStore], list[Problem]]:
    """Read every translation beside the English files in `folder`. A language whose file cannot be
    read has no store; every text that is missing or does not fit is English."""
    stores: dict[str, SymptomStore] = {}
    problems: list[Problem] = []
    for path in sorted((folder / FOLDER).glob("*.yaml")):
        language = path.stem
        severity = loading_severity(language)
        document = read_yaml(path)
        if isinstance(document, Problem):
            problems.append(replace(document, severity=severity))
            continue
        content, found = build(document, TranslationFile)
        problems += [replace(each, severity=severity) for each in found]
        if content is None:
            continue
        problems += [
            replace(each, severity=severity) for each in _check(document, content, english)
        ]
        stores[language] = _translated(content, english, language)
    return stores, problems


def _check(
    document: Document, content: TranslationFile, english: SymptomStore
) -> Iterator[Problem]:
    def at(text: str, *location: str | int) -> Problem:
        return Problem(document.path, document.line_of(location), text)

    signed = content.reviewed is not None
    if signed == ("not signed" in content.status):
        yield at("`status` and `reviewed` say different things", "status")
    areas = {area.id for area in english.areas}
    rules = {rule.id for rule in english.combinations}
    symptoms = {each.id for each in english.symptoms}
    for key, own, wanted in (
        ("areas", content.areas.keys(), areas),
        ("symptoms", content.symptoms.keys(), symptoms),
        ("combinations", content.combinations.keys(), rules),
    ):
        for name in sorted(wanted - own):
            yield at(f"{name} is missing: it is said in English", key)
        for name in sorted(own - wanted):
            yield at(f"English has no {name}", key, name)
    if len(content.emergency.signs) != len(english.emergency_signs):
        count = len(english.emergency_signs)
        yield at(
            f"English has {count} emergency signs: all of them are said in English", "emergency"
        )
    for name, words in content.symptoms.items():
        symptom = english.symptom(name)
        if symptom is not None:
            for text in _symptom_problems(words, symptom):
                yield at(f"{name}: {text}", "symptoms", name)


def _symptom_problems(words: SymptomWords, symptom: Symptom) -> Iterator[str]:
    if len(words.steps) != len(symptom.steps):
        yield f"English has {len(symptom.steps)} steps: all of them are asked in English"
    else:
        for number, (own, step) in enumerate(zip(words.steps, symptom.steps, strict=True), 1):
            if bool(own.ask) != bool(step.ask):
                yield f"step {number}: `ask` must be there where English has it, and only there"
    if bool(words.mild) != bool(symptom.mild):
        yield "`mild` must be there where English has it, and only there"
    if len(words.self_care) != len(symptom.self_care):
        yield f"English has {len(symptom.self_care)} tips: all of them are said in English"
    if not words.words:
        yield "`words` needs at least one way in which people say it"


def _translated(content: TranslationFile, english: SymptomStore, language: str) -> SymptomStore:
    def said(text: str) -> str:
        return bidi.right_to_left(text) if bidi.is_right_to_left(language) else text

    def symptom(each: Symptom) -> Symptom:
        words = content.symptoms.get(each.id)
        if words is None:
            return each
        steps = each.steps
        if len(words.steps) == len(steps):
            steps = tuple(
                replace(
                    step,
                    ask=said(own.ask) if own.ask and step.ask else step.ask,
                    sign=said(own.sign),
                )
                for own, step in zip(words.steps, steps, strict=True)
            )
        same_tips = len(words.self_care) == len(each.self_care)
        return replace(
            each,
            name=said(words.name),
            steps=steps,
            mild=said(words.mild) if words.mild and each.mild else each.mild,
            self_care=tuple(map(said, words.self_care)) if same_tips else each.self_care,
            words=(*words.words, *each.words),
            reviewed=content.reviewed,
        )

    terms = [(name, word) for name, each in content.symptoms.items() for word in each.words]
    own_terms = entry_terms(terms, english.triage.reader)
    same_signs = len(content.emergency.signs) == len(english.emergency_signs)
    emergency = content.emergency if same_signs else None
    return replace(
        english,
        areas=tuple(
            replace(area, name=said(content.areas.get(area.id, area.name)))
            for area in english.areas
        ),
        symptoms=tuple(symptom(each) for each in english.symptoms),
        emergency_ask=said(emergency.ask) if emergency else english.emergency_ask,
        emergency_signs=(
            tuple(map(said, emergency.signs)) if emergency else english.emergency_signs
        ),
        combinations=tuple(
            replace(rule, why=said(content.combinations.get(rule.id, rule.why)))
            for rule in english.combinations
        ),
        triage=replace(english.triage, terms=(*own_terms, *english.triage.terms)),
    )
