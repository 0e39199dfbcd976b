"""Signatures in YAML files: every `reviewed` key, null until somebody signs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from bot.catalog.checks.finding import Signed, warning
from bot.catalog.source import Document, Problem, parse_yaml


def signed_entries(paths: list[Path]) -> tuple[Signed, list[Problem]]:
    """Counts the `reviewed` keys of these files, and lists those that nobody has filled in."""
    signed, total = 0, 0
    problems: list[Problem] = []
    for path in paths:
        try:
            document = parse_yaml(path, path.read_text(encoding="utf-8"))
        except (OSError, UnicodeDecodeError):
            continue  # the loader says so
        if isinstance(document, Problem):
            continue
        for line, value in _reviewed(document):
            total += 1
            if value:
                signed += 1
            else:
                problems.append(warning(path, line, "no clinician has signed this"))
    return Signed(signed, total), problems


def _reviewed(document: Document) -> Iterator[tuple[int, object]]:
    for location, line in document.lines.items():
        if location and location[-1] == "reviewed":
            value = document.data
            for step in location:
                value = value[step]
            yield line, value
