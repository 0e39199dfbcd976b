"""All topics in all languages, and the way to them: by id, by group, by a patient's own words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.domain.faq import Found, Group, Topic
from bot.domain.faq_search.finder import Finder
from bot.domain.faq_search.refusals import Refusal

SOURCE_LANGUAGE = "en"


@dataclass(frozen=True, slots=True)
class FaqStore:
    """One consistent version of the content. It is replaced as a whole, never changed."""

    _topics: Mapping[str, Mapping[str, Topic]] = field(repr=False)  # language -> id -> topic
    _groups: tuple[Group, ...]
    _moved: Mapping[str, str] = field(repr=False)
    _refusals: Mapping[str, Refusal] = field(repr=False)
    _finder: Finder = field(repr=False)

    def topic(self, topic_id: str, language: str) -> Topic | None:
        """The topic, in English where the language lacks it; follows ids that have moved.

        None only for an id that never was one: every id once sent in a button keeps working.
        """
        current = self._moved.get(topic_id, topic_id)
        for candidate in (language, SOURCE_LANGUAGE):
            if (topic := self._topics.get(candidate, {}).get(current)) is not None:
                return topic
        return None

    def languages(self) -> tuple[str, ...]:
        return tuple(self._topics)

    def groups(self) -> tuple[Group, ...]:
        """The menu's headings in their order; those without any topic are left out."""
        used = {topic.group for topic in self._topics[SOURCE_LANGUAGE].values()}
        return tuple(group for group in self._groups if group.id in used)

    def topics(self, group: str, language: str) -> tuple[Topic, ...]:
        """The topics of one group by title, each in the language or else in English."""
        own = self._topics.get(language, {})
        chosen = [
            own.get(topic.id, topic)
            for topic in self._topics[SOURCE_LANGUAGE].values()
            if topic.group == group
        ]
        return tuple(sorted(chosen, key=lambda topic: (topic.title.casefold(), topic.id)))

    def all_topics(self, language: str) -> tuple[Topic, ...]:
        """Every topic of one language that exists in that language, by id."""
        return tuple(sorted(self._topics.get(language, {}).values(), key=lambda t: t.id))

    def refusal(self, refusal_id: str) -> Refusal:
        """The refused family that a `Found.refusal` names. Raises `KeyError` for another id."""
        return self._refusals[refusal_id]

    def find(self, query: str, language: str) -> Found:
        """Where a question leads. Deterministic. The caller looks for concerns before this."""
        return self._finder.find(query, language)
