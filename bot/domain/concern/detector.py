"""Reads a text against the rules: the floor under every message that a patient writes.

    Detector(rules).detect("I don't want to be here anymore").outcome  # certain

Pure, deterministic, and total: any string gets an answer. Only patterns with one of their words in
the text are tried, and only near that word, so the time follows the length of the text.
CLINICAL 0.3 rules 1, 2, 5, 6, 7 and section 6.4 say what must be caught; uncertain goes up.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from bot.domain.concern.finding import NOTHING, Finding, Label, Outcome, When, Whose
from bot.domain.concern.pattern import COVERED, Pattern
from bot.domain.concern.rules import Guard, Rule, RuleSet
from bot.domain.concern.words import Reader
from bot.domain.tier import Tier

Scorer = Callable[[str], Mapping[Label, float]]
"""An optional model: text -> probability per label. It can only raise `none` to `possible`."""

T = TypeVar("T")
Span = tuple[int, int]
_LABELS = tuple(Label)
_MANY_HITS = 12
_OWN = frozenset({"i", "me", "myself"})


@dataclass(frozen=True, slots=True)
class _Hit:
    rule: Rule
    span: Span


class Detector:
    """Compiled once, used for every text; holds no text."""

    def __init__(
        self, rules: RuleSet, scorer: Scorer | None = None, *, threshold: float = 0.5
    ) -> None:
        """`threshold`: from which probability the scorer turns `none` into `possible`."""
        self._reader = Reader(rules.lexicon)
        self._scorer = scorer
        self._threshold = threshold
        self._guards = _Index((guard, guard.patterns) for guard in rules.guards)
        self._rules = _Index(
            (rule, tuple(p for group in (rule.any_of, *rule.all_of) for p in group))
            for rule in rules.rules
        )

    def detect(self, text: str) -> Finding:
        """The one finding of a text; never raises."""
        line = self._reader.read(text)
        words = _Words(line)
        found = _combine(_told_apart(list(self._hits(line, words)), line))
        if found.outcome is Outcome.NONE and self._scorer is not None:
            return _suspect(self._scorer(text), self._threshold)
        return found

    def warm(self) -> None:
        """Build every regex now (seconds), instead of each at its first use."""
        for pattern in (*self._guards.patterns(), *self._rules.patterns()):
            _ = pattern.regex

    def read(self, text: str) -> str:
        """The words that the rules see; for whoever writes or audits a rule."""
        return self._reader.read(text).strip()

    def _hits(self, line: str, words: _Words) -> Iterator[_Hit]:
        cover = self._cover(line, words)
        for rule, patterns in self._rules.candidates(words):
            masked = line if rule.unguarded else cover.get(rule.label, line)
            if rule.any_of:
                for pattern, anchors in patterns.items():
                    for span in words.search(pattern, anchors, masked):
                        yield _Hit(rule, span)
                        break
            elif whole := _together(rule, patterns, masked, words):
                yield _Hit(rule, whole)

    def _cover(self, line: str, words: _Words) -> dict[Label, str]:
        """For each label with a guard in this text: the line with the guarded phrases covered."""
        cover: dict[Label, str] = {}
        for guard, patterns in self._guards.candidates(words):
            for pattern, anchors in patterns.items():
                for found in words.search(pattern, anchors, line):
                    span = _sentence(line, found) if guard.sentence else found
                    if guard.sentence and _reported(guard, line, span):
                        continue
                    if not guard.sentence and _swallows(pattern, line, span):
                        continue
                    for label in guard.labels:
                        cover[label] = _mask(cover.get(label, line), span)
        return cover


class _Words:
    """The words of one line, and where each stands."""

    def __init__(self, line: str) -> None:
        self.line = line
        self.at: dict[str, list[int]] = defaultdict(list)
        self.starts: list[int] = []
        position = 0
        for word in line.split():
            self.at[word].append(len(self.starts))
            self.starts.append(position)  # of the space before the word
            position += len(word) + 1

    def search(self, pattern: Pattern, anchors: list[int], line: str) -> Iterator[Span]:
        """Matches of `pattern`, looked for only around the words that it cannot do without."""
        reach, last = pattern.longest + 1, len(self.starts)
        regex = pattern.regex
        anchors.sort()
        low, high = max(0, anchors[0] - reach), 0
        for anchor in anchors:
            if high and anchor - reach > high:
                for match in regex.finditer(line, *self._offsets(low, high)):
                    yield match.span()
                low = anchor - reach
            high = min(last, anchor + reach + 1)
        for match in regex.finditer(line, *self._offsets(low, high)):
            yield match.span()

    def _offsets(self, low: int, high: int) -> Span:
        end = self.starts[high] + 1 if high < len(self.starts) else len(self.line)
        return self.starts[low], end


class _Index(Generic[T]):
    """Finds, for the words of a text, the few things whose patterns could match it."""

    def __init__(self, items: Iterable[tuple[T, tuple[Pattern, ...]]]) -> None:
        pairs = list(items)
        self._items = [item for item, _ in pairs]
        self._exact: dict[str, list[tuple[int, Pattern]]] = defaultdict(list)
        self._stems: dict[str, list[tuple[int, Pattern]]] = defaultdict(list)
        for number, (_, patterns) in enumerate(pairs):
            for pattern in patterns:
                for anchor in pattern.anchors:
                    if anchor.endswith("*"):
                        self._stems[anchor[:-1]].append((number, pattern))
                    else:
                        self._exact[anchor].append((number, pattern))
        self._lengths = sorted({len(stem) for stem in self._stems})
        self._patterns = [pattern for _, patterns in pairs for pattern in patterns]

    def patterns(self) -> list[Pattern]:
        return self._patterns

    def candidates(self, words: _Words) -> Iterator[tuple[T, dict[Pattern, list[int]]]]:
        """Each thing with those of its patterns that have an anchor in the text; file order.

        With each pattern: where its anchors stand, as word numbers.
        """
        found: dict[int, dict[Pattern, list[int]]] = {}
        for word, places in words.at.items():
            for number, pattern in self._exact.get(word, ()):
                _note(found, number, pattern, places)
            for length in self._lengths:
                for number, pattern in self._stems.get(word[:length], ()):
                    _note(found, number, pattern, places)
        for number in sorted(found):
            yield self._items[number], found[number]


def _note(
    found: dict[int, dict[Pattern, list[int]]], number: int, pattern: Pattern, places: list[int]
) -> None:
    patterns = found.setdefault(number, {})
    if pattern in patterns:
        patterns[pattern].extend(places)
    else:
        patterns[pattern] = list(places)


def _together(
    rule: Rule, present: dict[Pattern, list[int]], line: str, words: _Words
) -> Span | None:
    """The span over one match of each group, if they stand near enough to each other."""
    groups: list[list[Span]] = []
    for group in rule.all_of:
        spans = [
            span
            for pattern in group
            if pattern in present
            for span in words.search(pattern, present[pattern], line)
        ]
        if not spans:
            return None
        groups.append(sorted(spans)[:_MANY_HITS])
    for first in groups[0]:
        low, high = first
        for spans in groups[1:]:
            near = min(spans, key=lambda s: max(s[1], first[1]) - min(s[0], first[0]))
            low, high = min(low, near[0]), max(high, near[1])
        if not rule.within or line.count(" ", low, high) <= rule.within:
            return low, high
    return None


def _sentence(line: str, span: Span) -> Span:
    begin = max(line.rfind(" . ", 0, span[0] + 3), line.rfind(" ? ", 0, span[0] + 3))
    ends = [end for mark in (" . ", " ? ") if (end := line.find(mark, max(span[1] - 1, 0))) >= 0]
    return (begin + 2 if begin >= 0 else 0, min(ends, default=len(line) - 1) + 1)


def _reported(guard: Guard, line: str, span: Span) -> bool:
    sentence = line[span[0] : span[1]]
    return any(pattern.regex.search(sentence) for pattern in guard.unless)


def _swallows(pattern: Pattern, line: str, span: Span) -> bool:
    """Whether a gap of a guard took in "myself": no saying may cover what is done to oneself."""
    return " myself " in line[span[0] : span[1]] and "myself" not in pattern.regex.pattern


def _mask(line: str, span: Span) -> str:
    begin, end = span[0] + 1, span[1] - 1
    return f"{line[:begin]}{COVERED * (end - begin)}{line[end:]}"


def _told_apart(hits: list[_Hit], line: str) -> list[_Hit]:
    """Drop a hit that only repeats a part of "my sister wants to die" or "I tried to die once".

    In words about someone else, it stays as soon as the writer speaks of themselves.
    """
    wider = [h for h in hits if h.rule.whose is Whose.OTHER or h.rule.when is When.PAST]
    return [hit for hit in hits if not any(_repeats(hit, other, line) for other in wider)]


def _repeats(hit: _Hit, wider: _Hit, line: str) -> bool:
    if hit.rule.label is not wider.rule.label or hit.rule.tier > wider.rule.tier:
        return False
    if hit.rule.whose is wider.rule.whose and hit.rule.when is wider.rule.when:
        return False
    if hit.span[0] < wider.span[0] or wider.span[1] < hit.span[1]:
        return False
    return wider.rule.whose is Whose.SELF or not _first_person(hit.span, line)


def _first_person(span: Span, line: str) -> bool:
    """Whether the words of `span` are said of oneself, or follow "I"."""
    before = line.rfind(" ", 0, max(span[0], 0))
    return not _OWN.isdisjoint(line[span[0] : span[1]].split()) or (
        line[max(before, 0) : span[0]].strip() == "i"
    )


def _combine(hits: list[_Hit]) -> Finding:
    """The higher tier holds; certain before possible; then the order of the labels."""
    if not hits:
        return NOTHING
    certain = [hit for hit in hits if hit.rule.outcome is Outcome.CERTAIN]
    lead = min(
        certain or hits,
        key=lambda h: (-h.rule.tier, _LABELS.index(h.rule.label), h.rule.whose is Whose.OTHER),
    ).rule
    same = [hit.rule for hit in (certain or hits) if hit.rule.label is lead.label]
    own = any(rule.whose is Whose.SELF for rule in same)
    present = any(rule.when is When.PRESENT for rule in same)
    return Finding(
        outcome=lead.outcome,
        label=lead.label,
        tier=max(hit.rule.tier for hit in hits),
        whose=Whose.SELF if own else Whose.OTHER,
        when=When.PRESENT if present else When.PAST,
        why=tuple(sorted({hit.rule.id for hit in hits})),
    )


def _suspect(scores: Mapping[Label, float], threshold: float) -> Finding:
    """What a scorer may add where no rule spoke: a question, never an alarm, never a silence."""
    label, score = max(scores.items(), key=lambda item: item[1], default=(Label.NONE, 0.0))
    if label is Label.NONE or score < threshold:
        return NOTHING
    return Finding(Outcome.POSSIBLE, label, Tier.CONTACT_NOW, why=(f"scorer.{label}",))
