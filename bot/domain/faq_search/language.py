"""The search of one language: from a text to votes for topics, and to what kind of text it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from bot.domain.faq_search.decision import KINDS, PLAIN, Decision, signs
from bot.domain.faq_search.exact import ExactPhrases
from bot.domain.faq_search.fitted import FittedVotes, Floats, Ints, in_order
from bot.domain.faq_search.fitted_file import FittedFile
from bot.domain.faq_search.index import Entry, Idf, features, idf_of
from bot.domain.faq_search.lexicon import Lexicon, Terms, Vocabulary
from bot.domain.faq_search.nearest import NearestPhrases
from bot.domain.faq_search.refusals import Rule
from bot.domain.faq_search.spelling import KnownWords, Spelling
from bot.domain.faq_search.text import words

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


@dataclass(frozen=True, slots=True, eq=False)
class LanguageSearch:
    """Built once for a language, then only read."""

    ids: tuple[str, ...]  # topics, outside intents, refused families, filler, kinds
    topics: int
    outside: int
    lexicon: Lexicon
    spelling: Spelling
    exact: ExactPhrases
    fitted: FittedVotes | None
    places: Ints  # the column of each of `ids`
    nearest: NearestPhrases
    idf: Idf
    decision: Decision

    def read(self, text: str) -> Terms:
        tokens = self.lexicon.plain(words(text))
        return self.lexicon.terms(self.lexicon.plain(self.spelling.correct(tokens)))

    def votes(self, terms: Terms) -> tuple[Floats, float]:
        """The votes for all `ids`, and the share of the text that no phrase had."""
        query = features(terms, self.idf)
        if self.fitted is None:
            votes = np.full(len(self.ids), -1.0, dtype=np.float32)
            known = self.idf.known(list(terms.weights))
            unknown = 1.0 - sum(known) / max(1, len(known))
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
        own = np.zeros(len(self.fitted.ids) + 1, dtype=bool)
        own[self.places[: self.topics]] = True
        stems = list(dict.fromkeys(terms.content))
        total = by_best = by_any = 0.0
        for weight, columns in zip(self.idf.of(stems), self.fitted.columns_of(stems), strict=True):
            total += weight
            by_any += weight * bool(own[columns].any())
            by_best += weight * bool((columns == self.places[best]).any())
        return by_best / (total or 1.0), by_any / (total or 1.0)

    def familiarity(self, tokens: Sequence[str]) -> float:
        """The share of words that this language's topics use."""
        return sum(map(self.spelling.is_own, tokens)) / len(tokens) if tokens else 0.0

    def strangeness(self, text: str) -> float:
        """The share of words that are in no list at all, as they were typed."""
        tokens = words(text)
        return sum(token not in self.spelling for token in tokens) / len(tokens) if tokens else 0.0


@dataclass(frozen=True, slots=True)
class Ground:
    """What the searches of all languages share while they are built."""

    lexicon: Lexicon
    outside: tuple[Entry, ...]
    refused: tuple[Entry, ...]
    file: FittedFile | None
    known: KnownWords

    @classmethod
    def of(
        cls, vocabulary: Vocabulary, rules: Sequence[Rule] = (), file: FittedFile | None = None
    ) -> Ground:
        outside = {f"{OUTSIDE}{name}": texts for name, texts in vocabulary.outside.items()}
        for known in file.votes.ids if file else ():
            if known.startswith(OUTSIDE):
                outside.setdefault(known, ())
        outside = outside or {f"{OUTSIDE}nothing": ()}
        return cls(
            Lexicon.of(vocabulary),
            tuple(Entry(entry, "", texts) for entry, texts in outside.items()),
            tuple(Entry(f"{REFUSED}{rule.refusal.id}", "", rule.examples) for rule in rules),
            file,
            KnownWords(vocabulary.known_words() | (file.words if file else frozenset())),
        )


def language_search(entries: Sequence[Entry], ground: Ground) -> LanguageSearch:
    """Build the search of one language from its topics.

    Entries that the fitted file does not know as they are now are compared phrase by phrase.
    """
    lexicon = ground.lexicon
    everything = [*entries, *ground.outside, *ground.refused]
    ids = (*(entry.id for entry in everything), FILLER, *(f"{KIND}{kind}" for kind in KINDS))
    changed = [
        (number, lexicon.terms(lexicon.plain(words(text))))
        for number, entry in enumerate(everything)
        if entry.phrases and not (ground.file and ground.file.knows(entry.digest))
        for text in entry.phrases
    ]
    fitted = ground.file.votes if ground.file else None
    idf = fitted.idf if fitted else idf_of(terms for _, terms in changed)
    return LanguageSearch(
        ids,
        len(entries),
        len(ground.outside),
        lexicon,
        Spelling(_counts(entries), ground.known),
        ExactPhrases.of(entries),
        fitted,
        fitted.places(ids) if fitted else np.zeros(0, dtype=np.int32),
        NearestPhrases.of((at, features(terms, idf)) for at, terms in changed),
        idf,
        fitted.decision if fitted else PLAIN,
    )


def _counts(entries: Sequence[Entry]) -> dict[str, int]:
    counts: Counter[str] = Counter()
    for entry in entries:
        counts.update(words(" ".join((entry.title, *entry.examples, entry.short, entry.body))))
    return counts
