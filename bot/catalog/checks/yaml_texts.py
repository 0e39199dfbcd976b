"""What patients read out of YAML files: the values under the keys that are shown in a chat."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from bot.catalog.checks.forbidden import PatientText
from bot.catalog.source import Problem, parse_yaml

SHOWN = frozenset(
    {"name", "areas", "ask", "sign", "signs", "mild", "self_care", "reason", "turn_to"}
)
TRANSLATIONS = "translations"  # a folder of files that are named by their language


def yaml_texts(paths: Iterable[Path]) -> Iterator[PatientText]:
    """Every text under a key of `SHOWN`, with its line; its name is the file's."""
    for path in paths:
        language = path.stem if path.parent.name == TRANSLATIONS else "en"
        try:
            document = parse_yaml(path, path.read_text(encoding="utf-8"))
        except (OSError, UnicodeDecodeError):
            continue  # the loader says so
        if isinstance(document, Problem):
            continue
        for location, line in document.lines.items():
            if SHOWN.isdisjoint(location):
                continue
            value = document.data
            for step in location:
                value = value[step]
            if isinstance(value, str):
                yield PatientText(path, line, path.stem, language, value)
