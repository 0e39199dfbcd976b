"""From a patient's question to an outcome: refused, an answer, a choice, or out of scope."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.domain.faq import Found, Outcome
from bot.domain.faq_search.language import (
    FILLER,
    OUTSIDE,
    REFUSED,
    Ground,
    LanguageSearch,
    Reading,
    language_search,
)
from bot.domain.faq_search.refusals import Refusal, Refusals, Rule
from bot.domain.faq_search.text import in_arabic_script, words

__all__ = ["FILLER", "OUTSIDE", "REFUSED", "Finder", "Ground", "LanguageSearch", "language_search"]

LONGEST_QUESTION = 1_500  # characters that are read; a message on Telegram may have 4,096
SMALL_TALK = "small-talk:"
SHOWN = 3  # most topics that are offered at once

# Shares that `Decision` gives, chosen on labelled questions (`make faq-report`).
INSIDE = 0.55  # less likely a question for this bot: declined,
NEAR = 0.12  # but the nearest topics are offered from here on
REFUSE = 0.5  # at least this likely a refused request ...
REFUSE_NEAR = 0.4  # ... or this, if the best topic stands close to such requests
SURE = 0.7  # this likely, it is refused even if it sounds like a plain question
VETO = 0.05  # a pattern alone does not refuse what is this unlikely a request,
VETO_ELSEWHERE = 0.2  # or this, where the words speak for another family than the pattern's
MARGIN = 0.15  # the best topic is shown at once if the next one's vote is this much lower


class Finder:
    """Searches every language's topics. Built once per version of the content."""

    __slots__ = ("_languages", "_refusals")

    def __init__(self, languages: Mapping[str, LanguageSearch], rules: Sequence[Rule]) -> None:
        self._languages = dict(languages)
        self._refusals = Refusals.of(rules)

    def find(self, query: str, language: str) -> Found:
        """Where `query` leads for somebody who uses `language`. See `Found` for the parts."""
        query = query[:LONGEST_QUESTION]
        first, *others = self._languages_for(query, language)
        found = self._find_in(query, first)
        for code in others:
            if found.outcome is not Outcome.OUT_OF_SCOPE:
                break
            other = self._find_in(query, code)
            found = found if other.outcome is Outcome.OUT_OF_SCOPE else other
        return found

    def _find_in(self, query: str, language: str) -> Found:
        search = self._languages[language]
        why: tuple[str, ...] = (f"language:{language}",)
        exact = search.exact.topic(query)
        reading = search.rank(query, SHOWN)
        refusal = self._refusal(query, search, reading, exact is not None)
        if refusal is not None and (exact is None or exact in refusal[0].topics):
            family, how = refusal
            return Found(Outcome.REFUSED, family.topics, family.id, (*why, f"refusal:{how}"))
        ranked = tuple(topic for topic, _ in reading.topics)
        if exact is not None:
            topics = (exact, *(topic for topic in ranked if topic != exact))[:SHOWN]
            return Found(Outcome.ANSWER, topics, why=(*why, "exact"))
        why = (*why, f"inside:{reading.inside:.2f}")
        if reading.inside < INSIDE or not words(query):
            near = reading.inside >= NEAR and not reading.outside.startswith(SMALL_TALK)
            why = (*why, reading.outside)
            return Found(Outcome.OUT_OF_SCOPE, ranked if near else (), why=why)
        why = (*why, *(f"vote:{vote:.2f}" for _, vote in reading.topics))
        votes = [vote for _, vote in reading.topics]
        sure = len(votes) < 2 or votes[0] - votes[1] >= MARGIN
        return Found(Outcome.ANSWER if sure else Outcome.CHOOSE, ranked, why=why)

    def _refusal(
        self, query: str, search: LanguageSearch, reading: Reading, exact: bool
    ) -> tuple[Refusal, str] | None:
        """The refused family that the question belongs to, by a pattern or by its votes."""
        # Without votes (a store that has just been begun) the patterns alone decide.
        asked = reading.refused >= VETO or exact or search.fitted is None
        match = self._refusals.first(query, search.spelling.correct) if asked else None
        if match is not None and (
            reading.refused >= VETO_ELSEWHERE
            or exact
            or search.fitted is None
            or match[0] is self._refusals.rules[reading.family].refusal
        ):
            return match
        if not self._refusals.rules or exact:
            return None
        rule = self._refusals.rules[reading.family]
        least = REFUSE_NEAR if reading.topics[0][0] in rule.near_topics else REFUSE
        if reading.refused >= least and (reading.refused >= SURE or not rule.is_plain(query)):
            return rule.refusal, f"{rule.refusal.id}#likeness"
        return None

    def _languages_for(self, query: str, language: str) -> list[str]:
        """Which languages to try: the one the words belong to, then the patient's, then English.

        Languages that share their votes would say the same: one of them is enough.
        """
        own = language if language in self._languages else "en"
        if in_arabic_script(query):
            return ["ur" if "ur" in self._languages else own]
        tokens = words(query)
        nearest = max(
            self._languages,
            key=lambda code: (
                round(self._languages[code].familiarity(tokens), 3),
                code == own,
                code == "en",
            ),
        )
        shared = self._languages[nearest].fitted
        others = [
            code
            for code in dict.fromkeys((own, "en"))
            if code != nearest and (shared is None or self._languages[code].fitted is not shared)
        ]
        return [nearest, *others]
