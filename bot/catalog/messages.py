"""Every sentence a patient reads, from `content/messages/<language>/*.ftl` (Fluent).

Strict on purpose: the library answers a missing message with its id and swallows errors, and an
id on a frightened person's screen helps nobody. Here both raise `MissingText`, and
`check-content` finds them before a patient can.
"""

from __future__ import annotations

import html
from collections.abc import Mapping, Sequence
from functools import lru_cache

from fluent.runtime import FluentBundle
from fluent.syntax import ast

from bot.domain import bidi

SOURCE_LANGUAGE = "en"

Value = str | int | float
MOST_REMEMBERED = 2048  # finished sentences of one language


class MissingText(LookupError):
    """A message id, an attribute or a variable that the language files do not have."""


class Safe(str):
    """Text that is Telegram HTML already and must not be escaped again."""

    __slots__ = ()


class Fixed(Safe):
    """Made of our own words and numbers alone: nothing in it comes from a patient, so it may be
    remembered and said again."""

    __slots__ = ()


class Say:
    """The voice of one language. Call it with a message id and its variables; returns HTML.

    Variables are escaped unless they are `Safe`. Raises `MissingText`.
    """

    __slots__ = ("_bundle", "_messages", "_said", "language")

    def __init__(self, language: str, messages: Sequence[ast.Message]) -> None:
        self.language = language
        self._messages = messages
        self._bundle = _bundle(language, messages)
        self._said: dict[tuple[object, ...], Fixed] = {}

    def __reduce__(self) -> tuple[type[Say], tuple[str, Sequence[ast.Message]]]:
        # what the library makes of messages cannot be kept; the messages can
        return Say, (self.language, self._messages)

    def __call__(self, message_id: str, /, **variables: Value) -> Safe:
        for value in variables.values():
            if isinstance(value, str) and not isinstance(value, Fixed):
                return Safe(self._format(message_id, variables))
        # A thousand reminders at eight say the same few things.
        key = (message_id, *variables.items())
        text = self._said.get(key)
        if text is None:
            text = Fixed(self._format(message_id, variables))
            if len(self._said) >= MOST_REMEMBERED:
                self._said.clear()
            self._said[key] = text
        return text

    def _format(self, message_id: str, variables: Mapping[str, Value]) -> str:
        pattern = (
            self._bundle.get_message(message_id).value
            if self._bundle.has_message(message_id)
            else None
        )
        if pattern is None:
            raise MissingText(f"{message_id} ({self.language})")
        escaped = {name: _escape(value) for name, value in variables.items()}
        text, errors = self._bundle.format_pattern(pattern, escaped)
        if errors:
            raise MissingText(f"{message_id} ({self.language}): {errors[0]}")
        return bidi.led(bidi.tidy(str(text))) if self.right_to_left else str(text)

    def plain(self, message_id: str, /, **variables: Value) -> str:
        """The same without HTML: for button labels, which Telegram shows as they are."""
        said = self(message_id, **variables)
        return _unescaped(said) if isinstance(said, Fixed) else html.unescape(str(said))

    def line(self, text: str) -> Safe:
        """A line that a view has put together from several texts, in HTML."""
        return Safe(bidi.right_to_left(text) if self.right_to_left else text)

    def foreign(self, text: str) -> str:
        """A left-to-right text as it is printed elsewhere (an English questionnaire), to be shown
        among words of this language."""
        return bidi.left_to_right(text) if self.right_to_left else text

    def has(self, message_id: str) -> bool:
        return self._bundle.has_message(message_id)

    @property
    def right_to_left(self) -> bool:
        return bidi.is_right_to_left(self.language)


class Messages:
    """All languages. A message that a language lacks is said in English; `languages` are those
    that lack nothing and can be offered."""

    def __init__(
        self, messages: Mapping[str, Sequence[ast.Message]], offered: tuple[str, ...]
    ) -> None:
        self._say = {language: Say(language, own) for language, own in messages.items()}
        self._offered = (SOURCE_LANGUAGE, *sorted({*offered} - {SOURCE_LANGUAGE}))

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages that patients can choose, English first."""
        return self._offered

    @property
    def not_offered(self) -> tuple[str, ...]:
        """Languages that have texts but lack something."""
        return tuple(sorted(self._say.keys() - {*self._offered}))

    def say(self, language: str) -> Say:
        """The voice for `language`, or English where the language is not there at all. Whoever
        chose a language keeps it, also while it lacks something."""
        return self._say.get(language) or self._say[SOURCE_LANGUAGE]

    def offered(self, spoken: str | None, default: str) -> str:
        """The language for somebody whose app speaks `spoken` ("pt-BR"): that one, or else the
        operator's, or else English."""
        wanted = ((spoken or "").split("-")[0].lower(), default)
        return next((each for each in wanted if each in self._offered), SOURCE_LANGUAGE)


def _bundle(language: str, messages: Sequence[ast.Message]) -> FluentBundle:
    # Isolation marks keep a left-to-right name inside a right-to-left sentence in its place; in
    # left-to-right languages they are only invisible clutter in what people copy.
    bundle = FluentBundle([language], use_isolating=bidi.is_right_to_left(language))
    bundle.add_resource(ast.Resource(list(messages)))
    return bundle


@lru_cache(maxsize=MOST_REMEMBERED)
def _unescaped(said: Fixed) -> str:
    return html.unescape(str(said))


def _escape(value: Value) -> Value:
    if isinstance(value, Safe) or not isinstance(value, str):
        return value
    return html.escape(value, quote=False)
