"""From a patient's question to an outcome: refused, an answer, a choice, or out of scope."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from bot.domain.faq import Found, Outcome
from bot.domain.faq_search.fitted import FittedVotes
from bot.domain.faq_search.index import Entry, Index
from bot.domain.faq_search.lexicon import Lexicon, Terms
from bot.domain.faq_search.refusals import Refusal, Rule, refused
from bot.domain.faq_search.scope import scope, signs
from bot.domain.faq_search.spelling import Spelling
from bot.domain.faq_search.text import in_arabic_script, normalise, sentences, words
from bot.domain.faq_search.weights import DEFAULT, Weights

OUTSIDE = "outside:"  # an index entry that stands for something the bot does not answer
REFUSED = "refused:"  # one that stands for a family of refused requests
LONGEST_QUESTION = 1_500  # characters that are read; a message on Telegram may have 4,096
SMALL_TALK = "small-talk:"
SHOWN = 3  # most topics that are offered at once
MOST_SEGMENTS = 6
SEGMENT_WORDS = 28
ASIDE = 0.9  # a sentence that asks nothing counts less than one that does


@dataclass(frozen=True, slots=True)
class Reading:
    """What one text, a whole question or a sentence of it, looks like."""

    topics: tuple[tuple[str, float], ...]  # the best ids with their scores
    scope: float
    outside: str  # the nearest outside intent
    signs: tuple[float, ...]
    refused: int  # the number of the nearest refused family
    asking: float  # how surely it is a request of that family
    request: tuple[float, ...]  # the signs that say so


@dataclass(frozen=True, slots=True)
class LanguageSearch:
    """What is needed to search one language."""

    index: Index
    lexicon: Lexicon
    spelling: Spelling
    exact: Mapping[str, str]  # a normalised alias, title or example question -> topic
    words: frozenset[str]  # of the topics themselves
    topics: int  # the first so many entries of the index are topics,
    foreign: int  # the next so many are outside intents, the others refused families

    def rank(self, text: str, weights: Weights, factor: float = 1.0) -> Reading:
        """The best topics for a text; `factor` below 1 makes a text count less."""
        terms = self.read(text)
        views = self.index.views(terms)
        scores = views @ np.array(weights.views, dtype=np.float32)
        foreign = slice(self.topics, self.topics + self.foreign)
        refused = scores[foreign.stop :] * factor
        inside = scores[: self.topics] * factor
        order = np.argsort(-inside, kind="stable")[:SHOWN].tolist()
        other = self.topics + int(scores[foreign].argmax())
        family = int(refused.argmax()) if len(refused) else -1
        request: tuple[float, ...] = ()
        if len(refused):
            request = (
                1.0,
                *views[foreign.stop + family].tolist(),
                *views[foreign.stop :].max(axis=0).tolist(),
                *views[: self.topics].max(axis=0).tolist(),
                *views[foreign].max(axis=0).tolist(),
            )
        explained, unknown = self.index.explained(terms)
        found = signs(
            terms,
            views[order[0]].tolist(),
            views[other].tolist(),
            float(inside[order[0]] - (inside[order[1]] if len(order) > 1 else 0.0)),
            (
                float(explained[order[0]]),
                float(explained[: self.topics].max()),
                float(explained[foreign].max()),
                unknown,
            ),
            self.strangeness(text),
        )
        return Reading(
            tuple((self.index.ids[number], float(inside[number])) for number in order),
            scope(found, weights.scope),
            self.index.ids[other].removeprefix(OUTSIDE),
            found,
            family,
            scope(request, weights.request) if request else -math.inf,
            request,
        )

    def read(self, text: str) -> Terms:
        tokens = self.lexicon.plain(words(text))
        return self.lexicon.terms(self.lexicon.plain(self.spelling.correct(tokens)))

    def familiarity(self, tokens: Sequence[str]) -> float:
        """The share of words that this language's topics use."""
        return sum(token in self.words for token in tokens) / len(tokens) if tokens else 0.0

    def strangeness(self, text: str) -> float:
        """The share of words that are in no list at all, as they were typed."""
        tokens = words(text)
        return sum(token not in self.spelling for token in tokens) / len(tokens) if tokens else 0.0


def language_search(
    entries: Sequence[Entry],
    lexicon: Lexicon,
    rules: Sequence[Rule] = (),
    fitted: FittedVotes | None = None,
) -> LanguageSearch:
    """Build the search of one language from its topics, what lies outside, and the refusals.

    Without `fitted` votes, simpler ones are learnt now, which takes a while.
    """
    outside = [
        Entry(f"{OUTSIDE}{intent}", examples[0], tuple(examples[1:]))
        for intent, examples in lexicon.vocabulary.outside.items()
        if examples
    ] or [Entry(f"{OUTSIDE}nothing", "", ())]
    counts: dict[str, int] = {}
    for entry in entries:
        for text in (entry.title, *entry.examples, entry.short, entry.body):
            for word in words(text):
                counts[word] = counts.get(word, 0) + 1
    own = frozenset(counts)
    for word in lexicon.known_words():
        counts.setdefault(word, 1)
    exact = {
        normalise(text): entry.id
        for entry in reversed(entries)
        for text in (*entry.examples, entry.title)
    }
    refused = [Entry(f"{REFUSED}{rule.refusal.id}", "", rule.examples) for rule in rules]
    index = Index([*entries, *outside, *refused], lexicon, fitted)
    return LanguageSearch(index, lexicon, Spelling(counts), exact, own, len(entries), len(outside))


class Finder:
    """Searches every language's topics. Built once per version of the content."""

    __slots__ = ("_languages", "_refusal_spelling", "_rules", "_weights")

    def __init__(
        self,
        languages: Mapping[str, LanguageSearch],
        rules: Sequence[Rule],
        refusal_words: frozenset[str],
        weights: Weights = DEFAULT,
    ) -> None:
        self._languages = dict(languages)
        self._rules = tuple(rules)
        self._weights = weights
        self._refusal_spelling = Spelling(
            dict.fromkeys(
                refusal_words
                | {word for search in languages.values() for word in search.spelling.words()},
                1,
            )
        )

    def find(self, query: str, language: str) -> Found:
        """Where `query` leads for somebody who uses `language`. See `Found` for the parts."""
        query = query[:LONGEST_QUESTION]
        chosen = self._language_of(query, language)
        search = self._languages[chosen]
        exact = search.exact.get(normalise(query))
        refusal = self._refusal(query)
        if refusal is not None and (exact is None or exact in refusal.topics):
            return refusal
        found = self._decide(query, search, chosen)
        if exact is not None:
            topics = (exact, *[other for other in found.topics if other != exact])[:SHOWN]
            found = Found(Outcome.ANSWER, topics, why=(f"language:{chosen}", "exact"))
        return found

    def _refusal(self, query: str) -> Found | None:
        corrected = {}
        parts = [part for part, _ in sentences(query)]
        for part in (*parts, " ".join(parts)):
            plain = normalise(part)
            corrected[plain] = " ".join(self._refusal_spelling.correct(plain.split()))
        match = refused(self._rules, query, corrected)
        if match is None:
            return None
        refusal, pattern = match
        return Found(Outcome.REFUSED, refusal.topics, refusal.id, (f"refusal:{pattern}",))

    def _nearest_refusal(
        self, query: str, readings: Sequence[Reading]
    ) -> tuple[Refusal, str] | None:
        """The refusal that the question means, by its nearest example or by its best topic."""
        if not self._rules:
            return None
        whole = readings[0]
        reading = max(readings, key=lambda reading: reading.asking)
        rule = self._rules[reading.refused]
        near = not rule.near_topics.isdisjoint({reading.topics[0][0], whole.topics[0][0]})
        least = self._weights.refuse_near if near else self._weights.refuse
        if reading.asking >= least and not rule.is_plain(query):
            return rule.refusal, "example"
        if whole.scope >= self._weights.near:
            for rule in self._rules:
                if rule.when_topic == whole.topics[0][0] and not rule.is_plain(query):
                    return rule.refusal, "topic"
        return None

    def _language_of(self, query: str, language: str) -> str:
        tokens = words(query)
        own = language if language in self._languages else "en"
        if in_arabic_script(query):
            return "ur" if "ur" in self._languages else own
        return max(
            self._languages,
            key=lambda code: (
                round(self._languages[code].familiarity(tokens), 3),
                code == own,
                code == "en",
            ),
        )

    def _decide(self, query: str, search: LanguageSearch, language: str) -> Found:
        readings = [search.rank(query, self._weights)]
        readings += [
            search.rank(text, self._weights, 1.0 if asks else ASIDE)
            for text, asks in _segments(query)
        ]
        why: tuple[str, ...] = (f"language:{language}",)
        best = max(readings, key=lambda reading: reading.scope)
        scores: dict[str, float] = {}
        for reading in readings:
            for topic, score in reading.topics:
                scores[topic] = max(score, scores.get(topic, 0.0))
        ranked = sorted(scores.items(), key=lambda item: (-item[1], item[0]))[:SHOWN]
        if (nearest := self._nearest_refusal(query, readings)) is not None:
            rule, how = nearest
            return Found(Outcome.REFUSED, rule.topics, rule.id, (*why, f"refusal:{rule.id}#{how}"))
        if best.scope < self._weights.out:
            near = best.scope >= self._weights.near and not best.outside.startswith(SMALL_TALK)
            topics = tuple(topic for topic, _ in ranked) if near else ()
            why = (*why, best.outside, f"scope:{best.scope:.1f}")
            return Found(Outcome.OUT_OF_SCOPE, topics, why=why)
        why = (*why, *(f"score:{score:.2f}" for _, score in ranked))
        margin = ranked[0][1] - ranked[1][1] if len(ranked) > 1 else 1.0
        outcome = Outcome.ANSWER if margin >= self._weights.margin else Outcome.CHOOSE
        return Found(outcome, tuple(topic for topic, _ in ranked), why=why)


def _segments(query: str) -> list[tuple[str, bool]]:
    """The parts of a longer message that could hold the question, the asking ones first."""
    parts: list[tuple[str, bool]] = []
    for text, asks in sentences(query):
        pieces = text.split()
        for start in range(0, len(pieces), SEGMENT_WORDS):
            piece = pieces[start : start + SEGMENT_WORDS]
            parts.append((" ".join(piece), asks or normalise(piece[0]) in _ASKING))
    if len(parts) < 2:
        return []
    parts.sort(key=lambda part: not part[1])
    return parts[:MOST_SEGMENTS]


_ASKING = frozenset(
    "can could may is are do does did am how what when where why which who should will "
    "would".split()
)
