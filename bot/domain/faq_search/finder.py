"""From a patient's question to an outcome: refused, an answer, a choice, or out of scope."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.domain.faq import Found, Outcome
from bot.domain.faq_search.index import Entry, Index, Scored
from bot.domain.faq_search.lexicon import Lexicon, Terms
from bot.domain.faq_search.refusals import Rule, refused
from bot.domain.faq_search.spelling import Spelling
from bot.domain.faq_search.text import in_arabic_script, normalise, sentences, words
from bot.domain.faq_search.weights import DEFAULT, Weights

OUTSIDE = "outside:"  # an index entry that stands for something the bot does not answer
LONGEST_QUESTION = 1_500  # characters that are read; a message on Telegram may have 4,096
MOST_SEGMENTS = 8
SEGMENT_WORDS = 28
ASIDE = 0.9  # a sentence that asks nothing counts less than one that does


@dataclass(frozen=True, slots=True)
class LanguageSearch:
    """What is needed to search one language."""

    index: Index
    lexicon: Lexicon
    spelling: Spelling
    exact: Mapping[str, str]  # a normalised alias, title or example question -> topic

    def read(self, text: str) -> Terms:
        tokens = self.lexicon.plain(words(text))
        return self.lexicon.terms(self.lexicon.plain(self.spelling.correct(tokens)))

    def familiarity(self, tokens: Sequence[str]) -> float:
        """The share of words that this language's content uses."""
        return sum(token in self.spelling for token in tokens) / len(tokens) if tokens else 0.0


def language_search(entries: Sequence[Entry], lexicon: Lexicon) -> LanguageSearch:
    """Build the search of one language from its topics (the lexicon's outside intents are added)."""
    outside = [
        Entry(f"{OUTSIDE}{intent}", examples[0], tuple(examples[1:]))
        for intent, examples in lexicon.vocabulary.outside.items()
        if examples
    ]
    counts: dict[str, int] = dict.fromkeys(lexicon.known_words(), 1)
    for entry in (*entries, *outside):
        for text in (entry.title, *entry.examples, entry.short, entry.body):
            for word in words(text):
                counts[word] = counts.get(word, 0) + 1
    exact = {
        normalise(text): entry.id
        for entry in reversed(entries)
        for text in (*entry.examples, entry.title)
    }
    return LanguageSearch(Index([*entries, *outside], lexicon), lexicon, Spelling(counts), exact)


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
        ranked, terms = self._ranked(query, search)
        if exact is not None:
            others = [item.id for item in ranked if not item.id.startswith(OUTSIDE)]
            topics = (exact, *[other for other in others if other != exact][:2])
            return Found(Outcome.ANSWER, topics, why=(f"language:{chosen}", "exact"))
        return self._decide(ranked, terms, chosen)

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

    def _ranked(self, query: str, search: LanguageSearch) -> tuple[list[Scored], Terms]:
        """Every topic's best score over the whole question and over its sentences."""
        whole = search.read(query)
        best = {item.id: item for item in search.index.score(whole, self._weights)}
        for text, asks in _segments(query):
            terms = search.read(text)
            if not terms.content:
                continue
            factor = 1.0 if asks else ASIDE
            for item in search.index.score(terms, self._weights)[:6]:
                score = item.score * factor
                if item.id not in best or score > best[item.id].score:
                    best[item.id] = Scored(item.id, score, item.explained)
        return sorted(best.values(), key=lambda item: (-item.score, item.id)), whole

    def _decide(self, ranked: Sequence[Scored], terms: Terms, language: str) -> Found:
        weights = self._weights
        why = [f"language:{language}"]
        if not ranked:
            return Found(Outcome.OUT_OF_SCOPE, why=(*why, "nothing-known"))
        top = ranked[0]
        why.append(f"score:{top.score:.2f}")
        if top.id.startswith(OUTSIDE):
            return Found(Outcome.OUT_OF_SCOPE, why=(*why, top.id.removeprefix(OUTSIDE)))
        if top.score < weights.choose:
            return Found(Outcome.OUT_OF_SCOPE, why=(*why, "below-threshold"))
        topics = [item for item in ranked if not item.id.startswith(OUTSIDE)][:3]
        ids = tuple(item.id for item in topics)
        second = topics[1].score if len(topics) > 1 else 0.0
        if top.score >= weights.answer and top.score - second >= weights.margin:
            return Found(Outcome.ANSWER, ids, why=tuple(why))
        return Found(Outcome.CHOOSE, ids, why=tuple(why))


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
    "can could may is are do does did how what when where why which who should will would am".split()
)
