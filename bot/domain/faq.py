"""The content store's values: a topic, its sources, who signed it, and what a search found."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Source:
    """One document that an answer rests on. `year` is None where the document shows none."""

    organisation: str
    title: str
    year: int | None


@dataclass(frozen=True, slots=True)
class Review:
    """Who signed a text and until when. All None: no clinician has signed it."""

    by: str | None = None
    on: date | None = None
    due: date | None = None

    @property
    def signed(self) -> bool:
        return self.by is not None and self.on is not None

    def stale(self, today: date) -> bool:
        """True when the date for the next review has passed."""
        return self.due is not None and self.due < today


@dataclass(frozen=True, slots=True)
class Variant:
    """The answer as it reads in some countries (ISO 3166 alpha-2 codes)."""

    countries: frozenset[str]
    html: str


@dataclass(frozen=True, slots=True)
class Topic:
    """One question and its answer in one language.

    `title` and `short` are plain text; `html` and `note` are Telegram HTML. `short` is the two
    lines that a notification shows. `aliases` are the words people search with, `questions` are
    whole questions that must lead here.
    """

    id: str
    language: str
    group: str
    title: str
    short: str
    html: str
    plain: str = field(repr=False)
    aliases: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    variants: tuple[Variant, ...] = ()
    sources: tuple[Source, ...] = ()
    note: str | None = None
    review: Review = Review()

    def html_for(self, country: str | None) -> str:
        """The full answer for a country; where no variant names it, the general one."""
        if country is not None:
            for variant in self.variants:
                if country.upper() in variant.countries:
                    return variant.html
        return self.html


@dataclass(frozen=True, slots=True)
class Group:
    """A heading of the menu. `titles` maps language to text; English is always there."""

    id: str
    titles: Mapping[str, str]

    def title(self, language: str) -> str:
        return self.titles.get(language, self.titles["en"])


class Outcome(StrEnum):
    """What the caller does with a question. `ESCALATED` is set by the caller's concern check."""

    ANSWER = "answer"
    CHOOSE = "choose"
    OUT_OF_SCOPE = "out_of_scope"
    REFUSED = "refused"
    ESCALATED = "escalated"


@dataclass(frozen=True, slots=True)
class Found:
    """What a search found.

    `topics` are ids, best first, at most three: one or more for `answer` (the first is shown),
    two or three for `choose`, for `refused` the topics that explain the reason. `out_of_scope`
    has none, or, where it was a close call, the nearest ones: to offer, never to show unasked.
    `refusal` is the id of the refused request family. `why` is for audits: how the outcome came
    about, never the question's own words.
    """

    outcome: Outcome
    topics: tuple[str, ...] = ()
    refusal: str | None = None
    why: tuple[str, ...] = ()
