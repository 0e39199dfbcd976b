"""Reads a text against the rules: the floor under every message that a patient writes.

    Detector(rules).detect("I don't want to be here anymore").outcome  # certain

Pure, deterministic, and total: any string gets an answer. Only patterns are tried for which every
word that they cannot do without stands in the text, so the time follows the length of the text.
CLINICAL 0.3 rules 1, 2, 5, 6, 7 and section 6.4 say what must be caught; uncertain goes up.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from bot.domain.concern.denials import asserted
from bot.domain.concern.finding import NOTHING, Finding, Label, Outcome, When, Whose
from bot.domain.concern.index import Index, Needs, Present
from bot.domain.concern.matching import STOPS, WordLine
from bot.domain.concern.pattern import Pattern
from bot.domain.concern.rules import Guard, Rule, RuleSet
from bot.domain.concern.words import Reader
from bot.domain.tier import Tier

Scorer = Callable[[str, Collection[str]], Mapping[Label, float]]
"""An optional model: a text as read, and the cues in it -> probability per label. It can raise
`none` to `possible`, and have asked first what a rule would have said at once; it silences no
finding."""

UNLIKELY = 0.2
"""Below this probability rule and model disagree: a cue is let go, and what a rule would say at
once is asked first. No finding of a rule is silenced."""
Span = tuple[int, int]
_LABELS = tuple(Label)
_MANY_HITS = 12
_OWN = frozenset({"i", "me", "myself"})

# "Half past seven": a few words are little to go on, and the rules know those that matter.
FEW_WORDS = 6
SURE_OF_FEW = 0.62


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
        self._needs = Needs()
        self._guards = Index(((guard, guard.patterns) for guard in rules.guards), self._needs)
        self._rules = Index(
            (
                (rule, tuple(p for group in (rule.any_of, *rule.all_of) for p in group))
                for rule in rules.rules
            ),
            self._needs,
        )

    def detect(self, text: str) -> Finding:
        """The one finding of a text; never raises."""
        reading = self._reader.read(asserted(text))
        line = WordLine(reading.split())
        hits = _told_apart(list(self._hits(line)), line)
        found = _combine([hit for hit in hits if not hit.rule.cue])
        if self._scorer is None:
            return found
        cues = _cues(hits)
        scores = self._scorer(reading, cues)
        likely = max(scores.values(), default=0.0)
        doubted = likely < UNLIKELY and not _agree(hits)
        # Whoever may be in danger now is not asked first, whatever the model thinks.
        if found.outcome is Outcome.CERTAIN and doubted and found.tier is not Tier.EMERGENCY:
            return replace(found, outcome=Outcome.POSSIBLE)
        if found.outcome is not Outcome.NONE:
            return found
        if cues:
            return NOTHING if likely < UNLIKELY else _combine(hits)
        few = len(text.split()) <= FEW_WORDS
        return _suspect(scores, max(self._threshold, SURE_OF_FEW) if few else self._threshold)

    def heard(self, text: str) -> tuple[str, tuple[str, ...]]:
        """What the scorer hears of a text, and learns from: the words as the rules see them, and
        the cues in them, certain findings left out."""
        reading = self._reader.read(asserted(text))
        line = WordLine(reading.split())
        return reading, _cues(_told_apart(list(self._hits(line)), line))

    def warm(self) -> None:
        """Read one text, so that the first patient does not wait for what is made at first use."""
        self.detect("Good morning. I want to die, and my lips are dry?")

    def read(self, text: str) -> str:
        """The words that the rules see; for whoever writes or audits a rule."""
        return self._reader.read(text).strip()

    def _hits(self, line: WordLine) -> Iterator[_Hit]:
        present = self._needs.present(line)
        cover = self._cover(line, present)
        for rule, patterns in self._rules.candidates(present):
            masked = line if rule.unguarded else cover.get(rule.label, line)
            if rule.any_of:
                for pattern in patterns:
                    for span in pattern.spans(masked):
                        yield _Hit(rule, span)
                        break
            elif whole := _together(rule, patterns, masked):
                yield _Hit(rule, whole)

    def _cover(self, line: WordLine, present: Present) -> dict[Label, WordLine]:
        """For each label with a guard in this text: the line with the guarded phrases covered."""
        hidden: dict[Label, set[int]] = defaultdict(set)
        for guard, patterns in self._guards.candidates(present):
            for pattern in patterns:
                for found in pattern.spans(line):
                    span = _sentence(line, found) if guard.sentence else found
                    if guard.sentence and _reported(guard, line, span):
                        continue
                    if not guard.sentence and _swallows(pattern, line, span):
                        continue
                    for label in guard.labels:
                        hidden[label].update(range(*span))
        same: dict[frozenset[int], WordLine] = {}
        for places in map(frozenset, hidden.values()):
            if places not in same:
                same[places] = line.covering(places)
        return {label: same[frozenset(places)] for label, places in hidden.items()}


def _together(rule: Rule, present: list[Pattern], line: WordLine) -> Span | None:
    """The span over one match of each group, if they stand near enough to each other."""
    groups: list[list[Span]] = []
    for group in rule.all_of:
        spans = [span for pattern in group if pattern in present for span in pattern.spans(line)]
        if not spans:
            return None
        groups.append(sorted(spans)[:_MANY_HITS])
    for first in groups[0]:
        low, high = first
        for spans in groups[1:]:
            near = min(spans, key=lambda s: max(s[1], first[1]) - min(s[0], first[0]))
            low, high = min(low, near[0]), max(high, near[1])
        if not rule.within or high - low < rule.within:
            return low, high
    return None


def _sentence(line: WordLine, span: Span) -> Span:
    """The words from the sign before the sentence that holds `span` to the sign behind it."""
    first, last = span
    while first > 0 and line.words[first - 1] not in STOPS:
        first -= 1
    while last < line.size and line.words[last] not in STOPS:
        last += 1
    return first, last


def _reported(guard: Guard, line: WordLine, span: Span) -> bool:
    if not guard.unless:
        return False
    sentence = WordLine(line.words[span[0] : span[1]])
    return any(pattern.found(sentence) for pattern in guard.unless)


def _swallows(pattern: Pattern, line: WordLine, span: Span) -> bool:
    """Whether a gap of a guard took in "myself": no saying may cover what is done to oneself."""
    return "myself" in line.words[span[0] : span[1]] and not pattern.mentions("myself")


def _told_apart(hits: list[_Hit], line: WordLine) -> list[_Hit]:
    """Drop a hit that only repeats a part of "my sister wants to die" or "I tried to die once".

    In words about someone else, it stays as soon as the writer speaks of themselves.
    """
    wider = [h for h in hits if h.rule.whose is Whose.OTHER or h.rule.when is When.PAST]
    return [hit for hit in hits if not any(_repeats(hit, other, line) for other in wider)]


def _repeats(hit: _Hit, wider: _Hit, line: WordLine) -> bool:
    if hit.rule.label is not wider.rule.label or hit.rule.tier > wider.rule.tier:
        return False
    if hit.rule.whose is wider.rule.whose and hit.rule.when is wider.rule.when:
        return False
    if hit.span[0] < wider.span[0] or wider.span[1] < hit.span[1]:
        return False
    return wider.rule.whose is Whose.SELF or not _first_person(hit.span, line)


def _first_person(span: Span, line: WordLine) -> bool:
    """Whether the words of `span` are said of oneself, or follow "I"."""
    first, last = span
    return not _OWN.isdisjoint(line.words[first:last]) or line.words[max(first - 1, 0)] == "i"


def _combine(hits: list[_Hit]) -> Finding:
    """Certain before possible; then the higher tier; then the order of the labels.

    What is only possible raises the tier of something certain of the same kind, and no other.
    """
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
        tier=max(hit.rule.tier for hit in hits if hit.rule.label is lead.label),
        whose=Whose.SELF if own else Whose.OTHER,
        when=When.PRESENT if present else When.PAST,
        why=tuple(sorted({hit.rule.id for hit in hits})),
    )


def _agree(hits: list[_Hit]) -> bool:
    """Whether two rules or more say the same, one of them for certain."""
    certain = {hit.rule.label for hit in hits if hit.rule.outcome is Outcome.CERTAIN}
    rules = {hit.rule.id: hit.rule.label for hit in hits}
    return any(list(rules.values()).count(label) > 1 for label in certain)


def _cues(hits: Iterable[_Hit]) -> tuple[str, ...]:
    return tuple(sorted({h.rule.id for h in hits if h.rule.outcome is not Outcome.CERTAIN}))


def _suspect(scores: Mapping[Label, float], threshold: float) -> Finding:
    """What a scorer may add where no rule spoke: a question, never an alarm, never a silence."""
    label, score = max(scores.items(), key=lambda item: item[1], default=(Label.NONE, 0.0))
    if label is Label.NONE or score < threshold:
        return NOTHING
    return Finding(Outcome.POSSIBLE, label, Tier.CONTACT_NOW, why=(f"scorer.{label}",))
