"""Answers to `@bot words`, typed in any chat: what is offered there, before Telegram knows it."""

from __future__ import annotations

from dataclasses import dataclass

MOST_ARTICLES = 10
SHARED_SECONDS = 300  # how long Telegram may give the same answer to everybody who types the same


@dataclass(frozen=True, slots=True)
class Article:
    """One offer. `title` and `description` are plain text; `html` is what is posted when the
    person chooses it."""

    id: str
    title: str
    description: str
    html: str


@dataclass(frozen=True, slots=True)
class PrivateDoor:
    """The button above the offers: it opens the private chat with `/start <start>`."""

    label: str
    start: str


@dataclass(frozen=True, slots=True)
class InlineAnswer:
    """`personal` answers are for this person only and are kept nowhere; all others depend on
    nothing but the words that were typed."""

    articles: tuple[Article, ...]
    personal: bool = False
    door: PrivateDoor | None = None

    @property
    def cache_seconds(self) -> int:
        return 0 if self.personal else SHARED_SECONDS
