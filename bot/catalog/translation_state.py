"""Whether a language may be offered: it says everything that English says, with the same variables.

No fault of a translation keeps the bot from starting: English is said in its place, and the
loaders warn. For `check-content` it is a warning, too, as long as the language is being made. Once
its translators put an empty file called `complete` into `messages/<language>/`, they promise that
nothing is missing: from then on anything missing, anywhere, is an error there.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from bot.catalog.source import Problem

COMPLETE = "complete"
# These chats have one language; a language that patients use need not have their texts.
NOT_FOR_PATIENTS = frozenset({"care-team.ftl", "operator.ftl"})


@dataclass(frozen=True, slots=True)
class Known:
    """One message of one language: where it stands, and the variables that it shows."""

    path: Path
    line: int
    variables: frozenset[str]


def is_complete(content_dir: Path, language: str) -> bool:
    """Whether the translators of a language have said that nothing is missing."""
    return (content_dir / "messages" / language / COMPLETE).exists()


def loading_severity(language: str) -> str:
    """How bad a fault in a text of this language is for the start: what is wrong in a translation
    is said in English instead."""
    return "error" if language == "en" else "warning"


def severity_for(content_dir: Path, language: str) -> str:
    """The same for `check-content`: it holds a complete language to its promise."""
    return "error" if language == "en" or is_complete(content_dir, language) else "warning"


def held_to_promises(content_dir: Path, problems: list[Problem]) -> list[Problem]:
    """What the loaders warned of, as bad as it is for `check-content`."""
    return [
        replace(each, severity=severity_for(content_dir, language))
        if each.severity == "warning" and (language := language_of(content_dir, each.path))
        else each
        for each in problems
    ]


def language_of(content_dir: Path, path: Path) -> str | None:
    """The language of a translated text by its place; None for everything else."""
    match path.relative_to(content_dir).parts:
        case ("messages" | "faq", language, *_) if "." not in language and language != "en":
            return language
        case ("symptoms", "translations", name):
            return name.removesuffix(".yaml")
        case _:
            return None


def missing_ids(own: Mapping[str, Known], english: Mapping[str, Known]) -> tuple[str, ...]:
    """What patients would be told in English, in the order of the English files."""
    return tuple(
        name
        for name, entry in english.items()
        if name not in own and entry.path.name not in NOT_FOR_PATIENTS
    )


def differing(own: Mapping[str, Known], english: Mapping[str, Known]) -> Iterator[tuple[str, str]]:
    """Ids whose variables are not those of the English message, each with a sentence. An extra one
    could not be filled in; a missing one is a number or a name that the patient never sees."""
    for name, entry in own.items():
        original = english.get(name)
        if original is None:
            continue
        if extra := sorted(entry.variables - original.variables):
            yield name, f"{name}: {_listed(extra)} is not in the English message"
        if lost := sorted(original.variables - entry.variables):
            yield name, f"{name}: {_listed(lost)} of the English message is missing"


def variable_problems(
    folder: Path, own: Mapping[str, Known], english: Mapping[str, Known]
) -> list[Problem]:
    """Messages of the language of `folder` whose variables are not the English ones."""
    severity = "error" if (folder / COMPLETE).exists() else "warning"
    return [
        Problem(own[name].path, own[name].line, sentence, severity)
        for name, sentence in differing(own, english)
    ]


def missing_problems(
    folder: Path, own: Mapping[str, Known], english: Mapping[str, Known]
) -> list[Problem]:
    """Messages that only English, or only the language of `folder`, has."""
    promised = (folder / COMPLETE).exists()
    severity = "error" if promised else "warning"
    found = [
        Problem(entry.path, entry.line, f"English has no message {name!r}", severity)
        for name, entry in own.items()
        if name not in english
    ]
    missing = missing_ids(own, english)
    if promised:
        found += [
            Problem(
                folder / english[name].path.name,
                0,
                f"{name!r} is missing, and `{COMPLETE}` says that nothing is",
                severity,
            )
            for name in missing
        ]
    elif missing:
        text = f"language not offered yet: {len(missing)} of {len(english)} messages are missing"
        found.append(Problem(folder, 0, f"{text} ({_some(missing)})", severity))
    return found


def _some(names: tuple[str, ...]) -> str:
    more = f" and {len(names) - 3} more" if len(names) > 3 else ""
    return ", ".join(names[:3]) + more


def _listed(variables: list[str]) -> str:
    return ", ".join(f"${name}" for name in variables)
