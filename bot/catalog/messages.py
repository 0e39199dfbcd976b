"""Every sentence a patient reads, from `content/messages/<language>/*.ftl` (Fluent).

Strict on purpose: the library answers a missing message with its id and swallows errors, and an
id on a frightened person's screen helps nobody. Here both raise `MissingText`, and
`check-content` finds them before a patient can.
"""

from __future__ import annotations

import html
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax import FluentParser, ast

from bot.catalog.source import Problem

SOURCE_LANGUAGE = "en"
RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur"})

Value = str | int | float


class MissingText(LookupError):
    """A message id, an attribute or a variable that the language files do not have."""


class Safe(str):
    """Text that is Telegram HTML already and must not be escaped again."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Say:
    """The voice of one language. Call it with a message id and its variables; returns HTML.

    Variables are escaped unless they are `Safe`. Raises `MissingText`.
    """

    language: str
    _bundles: tuple[FluentBundle, ...] = field(repr=False)

    def __call__(self, message_id: str, /, **variables: Value) -> Safe:
        escaped = {name: _escape(value) for name, value in variables.items()}
        for bundle in self._bundles:
            if bundle.has_message(message_id):
                pattern = bundle.get_message(message_id).value
                if pattern is None:
                    continue
                text, errors = bundle.format_pattern(pattern, escaped)
                if errors:
                    raise MissingText(f"{message_id} ({self.language}): {errors[0]}")
                return Safe(text)
        raise MissingText(f"{message_id} ({self.language})")

    def plain(self, message_id: str, /, **variables: Value) -> str:
        """The same without HTML: for button labels, which Telegram shows as they are."""
        return html.unescape(str(self(message_id, **variables)))

    def has(self, message_id: str) -> bool:
        return any(bundle.has_message(message_id) for bundle in self._bundles)

    @property
    def right_to_left(self) -> bool:
        return self.language in RIGHT_TO_LEFT


class Messages:
    """All languages. A message that a language lacks is said in English (and is an error in
    `check-content` for a language that claims to be complete)."""

    def __init__(self, resources: Mapping[str, list[ast.Resource]]) -> None:
        self._bundles = {
            language: _bundle(language, parts) for language, parts in resources.items()
        }
        self._say: dict[str, Say] = {}

    @property
    def languages(self) -> list[str]:
        return sorted(self._bundles, key=lambda language: (language != SOURCE_LANGUAGE, language))

    def say(self, language: str) -> Say:
        """The voice for `language`, or English where the language is not there."""
        chosen = language if language in self._bundles else SOURCE_LANGUAGE
        if chosen not in self._say:
            order = dict.fromkeys((chosen, SOURCE_LANGUAGE))
            self._say[chosen] = Say(chosen, tuple(self._bundles[name] for name in order))
        return self._say[chosen]


def load_messages(directory: Path) -> tuple[Messages | None, list[Problem]]:
    """Read `<directory>/<language>/*.ftl`. Returns the messages, or None and the problems."""
    resources: dict[str, list[ast.Resource]] = {}
    problems: list[Problem] = []
    for path in sorted(directory.glob("*/*.ftl")):
        text = path.read_text(encoding="utf-8")
        problems += syntax_problems(path, text)
        resources.setdefault(path.parent.name, []).append(FluentResource(text))
    if SOURCE_LANGUAGE not in resources:
        problems.append(Problem(directory, 0, "no English messages (en/*.ftl) found"))
    return (None if problems else Messages(resources)), problems


def syntax_problems(path: Path, text: str) -> list[Problem]:
    """Lines that Fluent cannot read, and ids that stand twice in one file."""
    problems: list[Problem] = []
    seen: set[str] = set()
    for entry in FluentParser().parse(text).body:
        offset = entry.span.start if entry.span else 0
        line = text.count("\n", 0, offset) + 1
        if isinstance(entry, ast.Junk):
            reason = entry.annotations[0].message if entry.annotations else "not valid Fluent"
            problems.append(Problem(path, line, f"not valid Fluent: {reason}"))
        elif isinstance(entry, ast.Message):
            if entry.id.name in seen:
                problems.append(Problem(path, line, f"the id {entry.id.name!r} stands twice"))
            seen.add(entry.id.name)
    return problems


def _bundle(language: str, resources: list[ast.Resource]) -> FluentBundle:
    # Isolation marks keep a left-to-right name inside a right-to-left sentence in its place; in
    # left-to-right languages they are only invisible clutter in what people copy.
    bundle = FluentBundle([language], use_isolating=language in RIGHT_TO_LEFT)
    for resource in resources:
        bundle.add_resource(resource)
    return bundle


def _escape(value: Value) -> Value:
    if isinstance(value, Safe) or not isinstance(value, str):
        return value
    return html.escape(value, quote=False)
