"""The search of one language: from a text to votes for topics, and to what kind of text it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from bot.domain.faq_search.decision import KINDS, PLAIN, Decision, signs
from bot.domain.faq_search.fitted import FittedVotes, Floats, Ints, in_order
from bot.domain.faq_search.index import Entry, features, idf_of
from bot.domain.faq_search.lexicon import Lexicon, Terms
from bot.domain.faq_search.nearest import NearestPhrases
from bot.domain.faq_search.refusals import Rule
from bot.domain.faq_search.spelling import Spelling
from bot.domain.faq_search.text import normalise, words

OUTSIDE = "outside:"  # an entry that stands for something the bot does not answer
REFUSED = "refused:"  # one that stands for a family of refused requests
KIND = "kind:"  # one that stands for all texts of a kind (`decision.KINDS`)
FILLER = "filler:talk"  # what people write around a question
_FEW = 3  # terms: two words and what they make together
_NOTHING = -2.0  # a vote below every other


@dataclass(frozen=True, slots=True)
class Reading:
    """What a text looks like. `topics` are the best ids with their votes, best first."""

    topics: tuple[tuple[str, float], ...]
    inside: float  # how likely it is a question for this bot and not for another,
    refused: float  # and how likely a request that is refused
    outside: str  # the nearest outside intent
    family: int  # the number of the nearest refused family, -1 for none
    signs: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class LanguageSearch:
    """Built once for a language, then only read."""

    ids: tuple[str, ...]  # topics, outside intents, refused families, filler, kinds
    topics: int
    outside: int
    lexicon: Lexicon
    spelling: Spelling
    exact: Mapping[str, str]  # a normalised alias, title or example question -> topic
    words: frozenset[str]  # of the topics themselves
    fitted: FittedVotes | None
    places: Ints
    nearest: NearestPhrases
    idf: Mapping[str, float]
    unseen: float
    decision: Decision
    entries: tuple[Entry, ...]  # what `ids` stand for, without filler

    def read(self, text: str) -> Terms:
        tokens = self.lexicon.plain(words(text))
        return self.lexicon.terms(self.lexicon.plain(self.spelling.correct(tokens)))

    def votes(self, terms: Terms) -> tuple[Floats, float]:
        """The votes for all `ids`, and the share of the text that no phrase had."""
        query = features(terms, self.idf, self.unseen)
        if self.fitted is None:
            votes = np.full(len(self.ids), -1.0, dtype=np.float32)
            unknown = 1.0 - sum(term in self.idf for term in terms.weights) / max(
                1, len(terms.weights)
            )
        else:
            raw, unknown = self.fitted.times(query)
            votes = in_order(raw, self.places)
        self.nearest.raise_votes(votes, query)
        return votes, unknown

    def rank(self, text: str, shown: int) -> Reading:
        """The best topics for a text, at most `shown`, and what kind of text it is."""
        terms = self.read(text)
        votes, unknown = self.votes(terms)
        own = votes[: self.topics]
        order = np.argsort(-own, kind="stable")[: max(shown, 2)].tolist()
        first_refused = self.topics + self.outside
        refused = votes[first_refused : -1 - len(KINDS)]
        other = self.topics + int(votes[self.topics : first_refused].argmax())
        family = int(refused.argmax()) if len(refused) else -1
        found = signs(
            terms,
            (float(own[order[0]]), float(own[order[min(1, len(order) - 1)]])),
            (
                float(votes[other]),
                float(refused[family]) if len(refused) else _NOTHING,
                float(votes[-1 - len(KINDS)]),
            ),
            votes[-len(KINDS) :].tolist(),
            (unknown, self.strangeness(text), *self._explained(terms, order[0])),
        )
        says_nothing = not (terms.content or terms.medicine) and len(terms.weights) < _FEW
        inside, outside, likely_refused = self.decision.shares(found)
        return Reading(
            tuple((self.ids[number], float(own[number])) for number in order[:shown]),
            0.0 if says_nothing else inside / (inside + outside),
            likely_refused,
            self.ids[other].removeprefix(OUTSIDE),
            family,
            found,
        )

    def _explained(self, terms: Terms, best: int) -> tuple[float, float]:
        """The shares of the content words' weight that speak for topic `best`, and for any."""
        if self.fitted is None:
            return 0.0, 0.0
        own = frozenset(self.ids[: self.topics])
        total = by_best = by_any = 0.0
        for stem in dict.fromkeys(terms.content):
            weight = self.idf.get(stem, self.unseen)
            total += weight
            speaks = self.fitted.speaks.get(stem, frozenset())
            by_any += weight * (not own.isdisjoint(speaks))
            by_best += weight * (self.ids[best] in speaks)
        return by_best / (total or 1.0), by_any / (total or 1.0)

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
    more_words: frozenset[str] = frozenset(),
) -> LanguageSearch:
    """Build the search of one language from its topics, what lies outside, and the refusals.

    Entries that `fitted` does not know as they are now are compared phrase by phrase.
    `more_words` are other words that are no typing errors.
    """
    outside = {
        f"{OUTSIDE}{intent}": Entry(f"{OUTSIDE}{intent}", "", examples)
        for intent, examples in lexicon.vocabulary.outside.items()
    }
    for known in fitted.ids if fitted else ():
        if known.startswith(OUTSIDE):
            outside.setdefault(known, Entry(known, "", ()))
    outside = outside or {f"{OUTSIDE}nothing": Entry(f"{OUTSIDE}nothing", "", ())}
    refused = [Entry(f"{REFUSED}{rule.refusal.id}", "", rule.examples) for rule in rules]
    everything = [*entries, *outside.values(), *refused]
    ids = (*(entry.id for entry in everything), FILLER, *(f"{KIND}{kind}" for kind in KINDS))
    changed = [
        (number, lexicon.terms(lexicon.plain(words(text))))
        for number, entry in enumerate(everything)
        if fitted is None or (entry.phrases and entry.digest not in fitted.digests)
        for text in entry.phrases
    ]
    idf, unseen = (fitted.idf, fitted.unseen) if fitted else idf_of(terms for _, terms in changed)
    nearest = NearestPhrases([(at, features(terms, idf, unseen)) for at, terms in changed])
    counts = _counts(entries)
    own = frozenset(counts)
    for word in (*lexicon.known_words(), *more_words, *(fitted.words if fitted else ())):
        counts.setdefault(word, 1)
    exact = {
        normalise(text): entry.id
        for entry in reversed(entries)
        for text in (*entry.examples, entry.title)
    }
    return LanguageSearch(
        ids,
        len(entries),
        len(outside),
        lexicon,
        Spelling(counts),
        exact,
        own,
        fitted,
        fitted.places(ids) if fitted else np.zeros(0, dtype=np.int32),
        nearest,
        idf,
        unseen,
        fitted.decision if fitted else PLAIN,
        tuple(everything),
    )


def _counts(entries: Sequence[Entry]) -> dict[str, int]:
    counts: dict[str, int] = {}
    for entry in entries:
        for word in words(" ".join((entry.title, *entry.examples, entry.short, entry.body))):
            counts[word] = counts.get(word, 0) + 1
    return counts
