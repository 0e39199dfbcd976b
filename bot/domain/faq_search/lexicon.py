"""The words of the search: names of the medicine, short forms, words that mean the same.

The same treatment goes over topics and questions, so that both meet in the same features.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from bot.domain.faq_search.text import stem, words

MEDICINE = "isotretinoin"
_MEDICINE_STEM = stem(MEDICINE)
STOP_WEIGHT = 0.25
CONCEPT_WEIGHT = 0.9
PAIR_WEIGHT = 0.6

Phrases = Mapping[str, Sequence[tuple[tuple[str, ...], tuple[str, ...]]]]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What `content/faq/search.yaml` says, as plain values.

    `medicine` are names of the medicine, `about_it` other ways to speak of it; `short_forms` are
    replaced; `same` maps a concept to the words and phrases that express it; `stop` count little;
    `foreign` maps a kind (`medicine`, `condition`, `thing`) to names that this bot does not know
    about; `outside` maps an intent such as `small-talk:greeting` to examples of what the bot does
    not answer.
    """

    medicine: tuple[str, ...] = ()
    about_it: tuple[str, ...] = ()
    short_forms: Mapping[str, str] = field(default_factory=dict)
    same: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    stop: tuple[str, ...] = ()
    foreign: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    outside: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    real_words: frozenset[str] = frozenset()

    def known_words(self) -> frozenset[str]:
        """Every single word the vocabulary mentions: none of them is a typing error."""
        texts: list[str] = [*self.medicine, *self.short_forms, *self.stop]
        texts += self.short_forms.values()
        for phrases in (*self.same.values(), *self.foreign.values()):
            texts += phrases
        for phrases in self.outside.values():
            texts += phrases
        return self.real_words | {word for text in texts for word in words(text)}


@dataclass(frozen=True, slots=True)
class Terms:
    """One text as features with weights, and what else was noticed about it."""

    weights: Mapping[str, float]
    content: tuple[str, ...]  # stems that carry meaning, in order
    medicine: bool  # the medicine was named
    about_it: bool  # or spoken of without its name
    foreign: frozenset[str]  # kinds of things that belong elsewhere


@dataclass(frozen=True, slots=True)
class Lexicon:
    """A `Vocabulary` made ready for lookup."""

    _replace: Phrases
    _concepts: Phrases
    _foreign: Phrases
    _about_it: Phrases
    _medicine: frozenset[str]
    _stop: frozenset[str]

    @classmethod
    def of(cls, vocabulary: Vocabulary) -> Lexicon:
        replace = [(words(short), tuple(words(full))) for short, full in _items(vocabulary)]
        concepts = [
            ([stem(word) for word in words(phrase)], (concept,))
            for concept, phrases in vocabulary.same.items()
            for phrase in phrases
        ]
        foreign = [
            ([stem(word) for word in words(phrase)], (kind,))
            for kind, phrases in vocabulary.foreign.items()
            for phrase in phrases
        ]
        return cls(
            _table(replace),
            _table(concepts),
            _table(foreign),
            _table([([stem(word) for word in words(t)], ("",)) for t in vocabulary.about_it]),
            frozenset(word for name in vocabulary.medicine for word in words(name)),
            frozenset(stem(word) for phrase in vocabulary.stop for word in words(phrase)),
        )

    def plain(self, tokens: Sequence[str]) -> list[str]:
        """Short forms written out, every name of the medicine as one name."""
        written = [part for _, parts in _replaced(tokens, self._replace) for part in parts]
        return [MEDICINE if word in self._medicine else word for word in written]

    def terms(self, tokens: Sequence[str]) -> Terms:
        """The features of `tokens` (the output of `plain`)."""
        stems = [stem(word) for word in tokens]
        weights: dict[str, float] = {}
        content: list[str] = []
        for position, item in enumerate(stems):
            stopped = item in self._stop or item == _MEDICINE_STEM
            weight = STOP_WEIGHT if stopped else 1.0
            weights[item] = max(weights.get(item, 0.0), weight)
            if not stopped:
                content.append(item)
            if position:
                weights[f"{stems[position - 1]} {item}"] = PAIR_WEIGHT * (
                    STOP_WEIGHT if stopped and stems[position - 1] in self._stop else 1.0
                )
        for concept in _present(stems, self._concepts):
            weights[f"={concept}"] = CONCEPT_WEIGHT
        foreign = frozenset(_present(stems, self._foreign))
        for kind in foreign:
            weights[f"=other {kind}"] = CONCEPT_WEIGHT
        return Terms(
            weights,
            tuple(content),
            medicine=MEDICINE in tokens,
            about_it=bool(_present(stems, self._about_it)),
            foreign=foreign,
        )


def _items(vocabulary: Vocabulary) -> Iterable[tuple[str, str]]:
    yield from vocabulary.short_forms.items()
    for name in vocabulary.medicine:
        if len(words(name)) > 1:
            yield name, MEDICINE


def _table(pairs: Iterable[tuple[Sequence[str], tuple[str, ...]]]) -> Phrases:
    table: dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]] = {}
    for phrase, value in pairs:
        if phrase:
            table.setdefault(phrase[0], []).append((tuple(phrase), value))
    for entries in table.values():
        entries.sort(key=lambda entry: (-len(entry[0]), entry))
    return table


def _replaced(
    tokens: Sequence[str], table: Phrases
) -> Iterable[tuple[tuple[str, ...], tuple[str, ...]]]:
    position = 0
    while position < len(tokens):
        for phrase, value in table.get(tokens[position], ()):
            if tuple(tokens[position : position + len(phrase)]) == phrase:
                yield phrase, value
                position += len(phrase)
                break
        else:
            yield (tokens[position],), (tokens[position],)
            position += 1


def _present(stems: Sequence[str], table: Phrases) -> list[str]:
    found: list[str] = []
    for position, item in enumerate(stems):
        for phrase, (value,) in table.get(item, ()):
            if value not in found and tuple(stems[position : position + len(phrase)]) == phrase:
                found.append(value)
    return found
