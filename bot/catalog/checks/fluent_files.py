"""The `.ftl` files as a table of entries, and every text that an entry can become.

`bot.catalog.messages` formats one text for one patient; a check needs all of them: each branch of
each plural, with every message that another one quotes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from fluent.syntax import FluentParser, ast

from bot.catalog.fluent_source import nodes
from bot.catalog.source import Problem

REVIEW_LINE = re.compile(r"Review state[^:]*:\s*(.+)")
_SIGNED = re.compile(r"signed by (.+?) on (\d{4}-\d{2}-\d{2}), next review (\d{4}-\d{2}-\d{2})")
_FUNCTIONS = frozenset({"NUMBER", "DATETIME"})
_DEEPEST = 6
STAND_IN = 60  # characters that stand for a variable: a long name, a long list item


@dataclass(frozen=True, slots=True)
class Entry:
    """One message of one language."""

    id: str
    language: str
    path: Path
    line: int
    pattern: ast.Pattern = field(repr=False)


@dataclass(frozen=True, slots=True)
class FluentFile:
    """`review` is the text after "Review state:", None where the file says nothing."""

    path: Path
    language: str
    review: str | None

    @property
    def signature(self) -> tuple[str, str, str] | None:
        """Who, on which day, and until when; None when nobody signed."""
        match = _SIGNED.match(self.review or "")
        return (match[1], match[2], match[3]) if match else None


@dataclass(frozen=True)
class FluentTexts:
    """All files of all languages. `entries`: language -> id -> entry."""

    files: tuple[FluentFile, ...]
    entries: Mapping[str, Mapping[str, Entry]]
    problems: tuple[Problem, ...]

    @cached_property
    def languages(self) -> tuple[str, ...]:
        return tuple(self.entries)

    def lookup(self, language: str, message_id: str) -> Entry | None:
        """The entry in this language, or in English where the language lacks it."""
        own = self.entries.get(language, {}).get(message_id)
        return own or self.entries.get("en", {}).get(message_id)

    def variables(self, entry: Entry) -> frozenset[str]:
        """Every variable of the entry and of the messages that it quotes."""
        return frozenset(
            node.id.name
            for pattern in self._patterns(entry, 0)
            for node in nodes(pattern)
            if isinstance(node, ast.VariableReference)
        )

    def readings(self, entry: Entry) -> Iterator[str]:
        """The entry as it can read: every branch of every choice at least once."""
        most = max(
            (
                len(node.variants)
                for pattern in self._patterns(entry, 0)
                for node in nodes(pattern)
                if isinstance(node, ast.SelectExpression)
            ),
            default=1,
        )
        for branch in range(most):
            yield self._text(entry.pattern, entry.language, branch, 0)

    def unknown(self, entry: Entry) -> Iterator[str]:
        """Messages and functions that the entry names and nobody defines."""
        for node in nodes(entry.pattern):
            if isinstance(node, ast.MessageReference):
                if self.lookup(entry.language, node.id.name) is None:
                    yield f"there is no message {node.id.name!r} to quote"
            elif isinstance(node, ast.TermReference):
                yield f"terms are not used here: -{node.id.name}"
            elif isinstance(node, ast.FunctionReference) and node.id.name not in _FUNCTIONS:
                yield f"there is no function {node.id.name}"

    def quoted(self) -> frozenset[str]:
        """Ids that another message quotes."""
        return frozenset(
            node.id.name
            for entries in self.entries.values()
            for entry in entries.values()
            for node in nodes(entry.pattern)
            if isinstance(node, ast.MessageReference)
        )

    def _patterns(self, entry: Entry, depth: int) -> Iterator[ast.Pattern]:
        yield entry.pattern
        if depth >= _DEEPEST:
            return
        for node in nodes(entry.pattern):
            if isinstance(node, ast.MessageReference):
                other = self.lookup(entry.language, node.id.name)
                if other is not None:
                    yield from self._patterns(other, depth + 1)

    def _text(self, pattern: ast.Pattern, language: str, branch: int, depth: int) -> str:
        return "".join(
            element.value
            if isinstance(element, ast.TextElement)
            else self._placed(element.expression, language, branch, depth)
            for element in pattern.elements
        )

    def _placed(self, expression: object, language: str, branch: int, depth: int) -> str:
        match expression:
            case ast.SelectExpression(variants=variants):
                chosen = variants[min(branch, len(variants) - 1)]
                return self._text(chosen.value, language, branch, depth)
            case ast.MessageReference(id=name):
                other = self.lookup(language, name.name)
                if other is None or depth >= _DEEPEST:
                    return ""
                return self._text(other.pattern, language, branch, depth + 1)
            case ast.StringLiteral():
                return str(expression.parse()["value"])
            case ast.Placeable(expression=inner):
                return self._placed(inner, language, branch, depth)
            case _:
                return "x" * STAND_IN


def read_fluent(directory: Path) -> FluentTexts:
    """Read `<directory>/<language>/*.ftl`. What Fluent cannot read is left out here: the loader
    reports it. An id that stands in two files of one language is a problem of its own."""
    files: list[FluentFile] = []
    entries: dict[str, dict[str, Entry]] = {}
    problems: list[Problem] = []
    for path in sorted(directory.glob("*/*.ftl")):
        language = path.parent.name
        try:
            text = path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError):
            continue  # the loader says so
        body = FluentParser().parse(text).body
        review = next(
            (
                match[1].strip()
                for node in body
                if isinstance(node, ast.ResourceComment)
                and (match := REVIEW_LINE.search(node.content or ""))
            ),
            None,
        )
        files.append(FluentFile(path, language, review))
        known = entries.setdefault(language, {})
        for node in body:
            if not isinstance(node, ast.Message) or node.value is None:
                continue
            line = text.count("\n", 0, node.span.start if node.span else 0) + 1
            if node.comment is not None and node.comment.content:
                line += node.comment.content.count("\n") + 1
            name = node.id.name
            if name in known and known[name].path != path:
                other = known[name].path.name
                problems.append(Problem(path, line, f"the id {name!r} already stands in {other}"))
                continue
            known[name] = Entry(name, language, path, line, node.value)
    return FluentTexts(tuple(files), entries, tuple(problems))
