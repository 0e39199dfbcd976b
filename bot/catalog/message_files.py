"""`content/messages/<language>/*.ftl` -> `Messages`, or every reason why they cannot be said."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from bot.catalog.fluent_source import Resources, read_resources, variables_of
from bot.catalog.messages import SOURCE_LANGUAGE, Messages
from bot.catalog.source import Problem
from bot.catalog.translation_state import (
    Known,
    differing,
    loading_severity,
    missing_ids,
    missing_problems,
    variable_problems,
)


def load_messages(directory: Path) -> tuple[Messages | None, list[Problem]]:
    """Read `<directory>/<language>/*.ftl`. Returns the messages with warnings, or None and every
    problem. What a language that is still being made lacks is a warning, and English is said."""
    resources, problems = read_resources(directory)
    if SOURCE_LANGUAGE not in resources:
        problems.append(Problem(directory, 0, "no English messages (en/*.ftl) found"))
        return None, problems
    known = {language: _known(language, resources) for language in resources}
    english, offered = known[SOURCE_LANGUAGE], [SOURCE_LANGUAGE]
    for language in sorted(set(resources) - {SOURCE_LANGUAGE}):
        own = known[language]
        lacking = variable_problems(directory / language, own, english)
        lacking += missing_problems(directory / language, own, english)
        problems += [replace(each, severity=loading_severity(language)) for each in lacking]
        wrong = {name for name, _ in differing(own, english)} | (own.keys() - english.keys())
        for name in wrong:
            del resources[language][name]  # English is said instead
        faults = wrong or resources[language].keys() < own.keys()
        if not faults and not missing_ids(own, english):
            offered.append(language)
    if any(problem.severity == "error" for problem in problems):
        return None, problems
    source = resources[SOURCE_LANGUAGE]
    said = {  # English first, so that it is said where a language lacks something
        language: [each.message for each in (source | own).values()]
        for language, own in resources.items()
    }
    return Messages(said, tuple(offered)), problems


def _known(language: str, resources: Mapping[str, Resources]) -> dict[str, Known]:
    everything = resources[SOURCE_LANGUAGE] | resources[language]
    return {
        name: Known(entry.path, entry.line, variables_of(name, everything))
        for name, entry in resources[language].items()
    }
