"""Which messages the program's own source asks for, with which variables.

Read from the syntax tree, never by running it: `say("id", name=...)`, `say.plain(...)`, and
f-strings such as `say(f"mood-daily-{mood}")`, which ask for every id of that shape.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

_VOICES = re.compile(r"(^|_)say$")


@dataclass(frozen=True, slots=True)
class Use:
    """One place that says something. `shape` matches the ids that may be meant. `variables` is
    None when some are passed in a way that only running would show."""

    path: Path
    line: int
    shape: re.Pattern[str]
    text: str  # the id as written, with {} for what is filled in
    exact: bool
    variables: frozenset[str] | None
    plain: bool  # shown as it is, without HTML
    button: bool = False
    caption: bool = False


@dataclass(frozen=True, slots=True)
class Uses:
    """Everything the source says; `mentions` are all its other strings, whole and in part."""

    uses: tuple[Use, ...]
    mentions: frozenset[str]
    shapes: tuple[re.Pattern[str], ...]

    def mentioned(self, message_id: str) -> bool:
        """Whether any string of the source could be this id."""
        return message_id in self.mentions or any(s.fullmatch(message_id) for s in self.shapes)


def read_uses(package: Path) -> Uses:
    """Walk every module below `package`."""
    uses: list[Use] = []
    mentions: set[str] = set()
    shapes: set[re.Pattern[str]] = set()
    for path in sorted(package.rglob("*.py")):
        try:
            tree = ast.parse(path.read_text(encoding="utf-8"))
        except SyntaxError:
            continue  # not a content problem: the linter and the tests say so
        buttons, captions = _inside(tree, "Button"), _inside(tree, "Document")
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                mentions.add(node.value)
            elif isinstance(node, ast.JoinedStr) and (shape := _shape(node)):
                shapes.add(shape[0])
            elif isinstance(node, ast.Call) and _speaks(node.func) and node.args:
                found = _uses(path, node)
                button, caption = id(node) in buttons, id(node) in captions
                uses += [replace(use, button=button, caption=caption) for use in found]
    return Uses(tuple(uses), frozenset(mentions), tuple(shapes))


def _speaks(called: ast.expr) -> bool:
    if isinstance(called, ast.Name):
        return bool(_VOICES.search(called.id))
    if isinstance(called, ast.Attribute) and called.attr == "plain":
        inner = called.value
        name = inner.id if isinstance(inner, ast.Name) else getattr(inner, "attr", "")
        return bool(_VOICES.search(name))
    return False


def _uses(path: Path, call: ast.Call) -> Iterator[Use]:
    named = [keyword.arg for keyword in call.keywords]
    known = None if None in named else frozenset(name for name in named if name is not None)
    plain = isinstance(call.func, ast.Attribute)
    for said in _choices(call.args[0]):
        if isinstance(said, ast.Constant) and isinstance(said.value, str):
            shape = re.compile(re.escape(said.value))
            yield Use(path, said.lineno, shape, said.value, True, known, plain)
        elif isinstance(said, ast.JoinedStr) and (found := _shape(said)):
            yield Use(path, said.lineno, found[0], found[1], False, None, plain)


def _choices(node: ast.expr) -> Iterator[ast.expr]:
    if isinstance(node, ast.IfExp):
        yield from _choices(node.body)
        yield from _choices(node.orelse)
    else:
        yield node


def _shape(node: ast.JoinedStr) -> tuple[re.Pattern[str], str] | None:
    """The ids that an f-string can become; None for one that is no id at all."""
    pattern, text = "", ""
    for part in node.values:
        if isinstance(part, ast.Constant):
            pattern += re.escape(str(part.value))
            text += str(part.value)
        else:
            pattern += "[a-z0-9-]*"
            text += "{}"
    if not re.fullmatch(r"[a-z][a-z0-9-]*-(\{\}[a-z0-9-]*)+|[a-z]+(\{\}[a-z0-9-]*)+", text):
        return None
    return re.compile(pattern), text


def _inside(tree: ast.AST, maker: str) -> set[int]:
    """The calls that stand among the arguments of a call of `maker`."""
    return {
        id(inner)
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == maker
        for inner in ast.walk(node)
        if isinstance(inner, ast.Call) and inner is not node
    }
