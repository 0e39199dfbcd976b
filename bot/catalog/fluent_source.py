"""The `.ftl` files of all languages as messages by id, with the file and line of each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from fluent.syntax import FluentParser, ast

from bot.catalog.source import Problem
from bot.catalog.translation_state import loading_severity
from bot.domain import bidi

_DEEPEST = 6  # messages that quote messages


@dataclass(frozen=True, slots=True)
class Said:
    """One message as it stands in a file."""

    path: Path
    line: int
    message: ast.Message = field(repr=False)


Resources = dict[str, Said]  # by message id


def read_resources(directory: Path) -> tuple[dict[str, Resources], list[Problem]]:
    """Read `<directory>/<language>/*.ftl`: language -> id -> message, and what Fluent cannot read.
    Of an id that stands twice the first is taken."""
    found: dict[str, Resources] = {}
    problems: list[Problem] = []
    for path in sorted(directory.glob("*/*.ftl")):
        language = path.parent.name
        severity = loading_severity(language)
        try:
            text = path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            problems.append(Problem(path, 0, f"cannot be read: {error}", severity))
            continue
        known = found.setdefault(language, {})
        for line, entry in _entries(text):
            if isinstance(entry, ast.Junk):
                reason = entry.annotations[0].message if entry.annotations else "not valid Fluent"
                sentence = f"not valid Fluent: {reason}"
                problems.append(Problem(path, line, sentence, severity))
            elif entry.id.name in known:
                sentence = f"the id {entry.id.name!r} stands twice"
                problems.append(Problem(path, line, sentence, severity))
            elif entry.value is not None:
                if bidi.is_right_to_left(language):
                    mark_direction(entry.value)
                known[entry.id.name] = Said(path, line, entry)
    return found, problems


def variables_of(name: str, messages: Mapping[str, Said], depth: int = 0) -> frozenset[str]:
    """Every variable of a message and of the messages that it quotes."""
    said = messages.get(name)
    if said is None or depth > _DEEPEST:
        return frozenset()
    found: set[str] = set()
    for node in nodes(said.message.value):
        if isinstance(node, ast.VariableReference):
            found.add(node.id.name)
        elif isinstance(node, ast.MessageReference):
            found |= variables_of(node.id.name, messages, depth + 1)
    return frozenset(found)


def nodes(node: object) -> Iterator[object]:
    """A syntax node and everything in it."""
    yield node
    if isinstance(node, ast.BaseNode):
        for value in vars(node).values():
            for child in value if isinstance(value, list) else (value,):
                if isinstance(child, ast.BaseNode):
                    yield from nodes(child)


def mark_direction(pattern: ast.Pattern) -> None:
    """Isolate the left-to-right words of a right-to-left pattern, in place. What is filled in is
    isolated by Fluent itself; a quoted text such as `{ "20 mg" }` is not, so it counts as words."""
    pattern.elements = [_words(node) for node in pattern.elements]
    for node in pattern.elements:
        if isinstance(node, ast.Placeable) and isinstance(node.expression, ast.SelectExpression):
            for variant in node.expression.variants:
                mark_direction(variant.value)
    whole = "".join(
        node.value if isinstance(node, ast.TextElement) else bidi.GAP for node in pattern.elements
    )
    texts = bidi.isolated(whole).split(bidi.GAP)
    placeables = [node for node in pattern.elements if isinstance(node, ast.Placeable)]
    elements: list[ast.TextElement | ast.Placeable] = []
    for at, text in enumerate(texts):
        if text:
            elements.append(ast.TextElement(text))
        if at < len(placeables):
            elements.append(placeables[at])
    pattern.elements = elements


def _words(node: ast.TextElement | ast.Placeable) -> ast.TextElement | ast.Placeable:
    if isinstance(node, ast.Placeable) and isinstance(node.expression, ast.StringLiteral):
        return ast.TextElement(str(node.expression.parse()["value"]))
    return node


def _entries(text: str) -> Iterator[tuple[int, ast.Message | ast.Junk]]:
    for entry in FluentParser().parse(text).body:
        if isinstance(entry, ast.Message | ast.Junk):
            offset = entry.span.start if entry.span else 0
            line = text.count("\n", 0, offset) + 1
            if isinstance(entry, ast.Message) and entry.comment and entry.comment.content:
                line += entry.comment.content.count("\n") + 1
            yield line, entry
