"""A described case to a tier, and plain words to symptoms, by auditable rules.

    triage("nosebleed that won't stop for 30 minutes", store).tier  # EMERGENCY

Every answer names the rules that gave it (`why`); the rules stand in `content/symptoms/triage.yaml`
with the rung of the symptom list they stand for. Rule 0.3.7 of the clinical fact sheet: uncertain
goes up. A text of several words that no rule can read is "contact now".
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from bot.domain.concern.denials import asserted
from bot.domain.concern.finding import NOTHING, Finding, Label, Outcome
from bot.domain.concern.matching import COVERED, WordLine
from bot.domain.symptom_outcome import ABOUT_PREGNANCY, combined
from bot.domain.symptom_reading import Reading, read, read_line
from bot.domain.symptom_rules import EntryTerm, TriageRules
from bot.domain.symptom_store import SymptomStore
from bot.domain.tier import Tier

UNREAD_WORDS = 3  # from this many words on, a text that no rule can read is "contact now"
TOPIC_WORDS = 9  # up to this many words, naming a harmless topic is enough to have understood
MOST_MATCHES = 4  # symptoms taken from one sentence of a patient: more would be a long check


@dataclass(frozen=True, slots=True)
class Triage:
    """`symptoms`: ids, most urgent first. `why`: sorted rule ids, `combination.…`, and what the
    concern detection found as `concern.…`."""

    tier: Tier
    symptoms: tuple[str, ...]
    why: tuple[str, ...]


class Detecting(Protocol):
    """The concern detection, as far as it is needed here."""

    def detect(self, text: str) -> Finding: ...


@dataclass(frozen=True, slots=True)
class Understood:
    """What was read: the tier of each symptom, the facts, the ids of the rules that matched, and
    the words that the text does not deny."""

    by_symptom: dict[str, Tier]
    facts: frozenset[str]
    why: tuple[str, ...]
    tier: Tier | None
    understood: bool
    undenied: str


def triage(text: str, store: SymptomStore, detector: Detecting | None = None) -> Triage:
    """The tier of a described case. Pure, total: any string gets an answer."""
    text = asserted(text)
    read = understand(text, store)
    tier, why = read.tier, list(read.why)
    urgent = any(t.escalates for name, t in read.by_symptom.items() if name not in ABOUT_PREGNANCY)
    for rule in combined(store.combinations, read.by_symptom, read.facts, urgent=urgent):
        tier = max(tier or rule.tier, rule.tier)
        why.append(f"combination.{rule.id}")
    finding = detector.detect(text) if detector is not None else NOTHING
    if finding.concerns and not _answered(finding, read, detector):
        tier = max(tier or finding.tier, finding.tier)
        why.extend(f"concern.{name}" for name in finding.why or (finding.label.value,))
    if not read.understood:
        unknown = _unknown(text)
        tier = max(tier or unknown, unknown)
        why.append("not-understood")
    assert tier is not None
    found = sorted(read.by_symptom, key=lambda name: (-read.by_symptom[name], name))
    return Triage(tier, tuple(found), tuple(sorted(set(why))))


_READ_BY = {Label.SEVERE_MOOD: "S20", Label.OVERDOSE: "S43"}


def _answered(finding: Finding, read: Understood, detector: Detecting | None) -> bool:
    """Whether the symptom rules have already said what the concern detection found. They read the
    whole text, and they know how long it has been so and what is denied ("no blood"): so a mere
    question about what they read adds nothing, nor does a finding about the body in what was
    denied. All else is left to the higher of the two."""
    if not read.understood or read.tier is None or detector is None:
        return False
    if finding.label is Label.PHYSICAL:
        said = finding if finding.outcome is Outcome.POSSIBLE else detector.detect(read.undenied)
        return said.outcome is not Outcome.CERTAIN
    symptom = _READ_BY.get(finding.label)
    return finding.outcome is Outcome.POSSIBLE and symptom in read.by_symptom


def match_symptoms(text: str, store: SymptomStore) -> tuple[str, ...]:
    """The symptoms that a patient's words name, the most urgent first; at most four."""
    read = understand(text, store)
    found = dict(read.by_symptom)
    line, _ = read_line(text, store.triage.reader, store.triage.denials)
    for symptom in _by_terms(line, store.triage.terms):
        found.setdefault(symptom, Tier.ROUTINE)
    known = [name for name in found if store.symptom(name) is not None]
    known.sort(key=lambda name: (-found[name], name))
    return tuple(known[:MOST_MATCHES])


def match_facts(text: str, store: SymptomStore) -> tuple[str, ...]:
    """The facts for combinations ("fever", "vomiting") that the words say and do not deny."""
    return tuple(sorted(understand(text, store).facts))


def understand(text: str, store: SymptomStore) -> Understood:
    """Match every rule once over the whole text, then ask which sentences no rule could read."""
    rules = store.triage
    reading = read(text, rules.reader, rules.denials)
    by_symptom: dict[str, Tier] = {}
    facts: set[str] = set()
    why: list[str] = []
    tier: Tier | None = None
    for rule in rules.matching(reading.line(covered=True), reading.line(covered=False)):
        why.append(rule.id)
        if rule.fact is not None:
            facts.add(rule.fact)
        if rule.tier is not None:
            tier = max(tier, rule.tier) if tier is not None else rule.tier
        if rule.symptom is not None and rule.tier is not None:
            by_symptom[rule.symptom] = max(by_symptom.get(rule.symptom, rule.tier), rule.tier)
    unread = tier is None or (tier < Tier.CONTACT_NOW and _unread(reading, rules))
    undenied = " ".join(word for word in reading.line(covered=True).words if word != COVERED)
    return Understood(by_symptom, frozenset(facts), tuple(why), tier, not unread, undenied)


def _unread(reading: Reading, rules: TriageRules) -> bool:
    """Whether a sentence of several words says something that no rule recognised."""
    for seen, said in reading.sentences():
        if len(said) < UNREAD_WORDS or COVERED in seen or "denied" in said:
            continue  # what a sentence denies has been read
        found = list(rules.matching(_line(seen), _line(said)))
        short = len(said) <= TOPIC_WORDS
        if not any(not rule.weak or short for rule in found):
            return True
    return False


def _line(words: Sequence[str]) -> WordLine:
    return WordLine((".", *words, "."))


def _by_terms(line: str, terms: Iterable[EntryTerm]) -> list[str]:
    """Symptoms of which all words of an entry term stand within a few words of each other."""
    stems = [stem(word) for word in line.split()]
    places: dict[str, list[int]] = {}
    for at, word in enumerate(stems):
        places.setdefault(word, []).append(at)
    hits: list[tuple[frozenset[str], str]] = []
    for term in terms:
        if not all(word in places for word in term.words):
            continue
        reach = len(term.words) + 3
        first, *rest = (places[word] for word in sorted(term.words))
        if any(all(any(abs(a - b) <= reach for b in other) for other in rest) for a in first):
            hits.append((term.words, term.symptom))
    # "mouth sores" is more than "mouth": a term inside a longer one adds nothing
    return [name for words, name in hits if not any(words < other for other, _ in hits)]


def stem(word: str) -> str:
    """A word without its common English endings; enough to bring "bleeds" to "bleeding"."""
    for ending in ("ing", "ed", "es", "s", "y"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word


def _unknown(text: str) -> Tier:
    """What no rule can read goes up: a text of several words may hide anything."""
    words = sum(any(letter.isalpha() for letter in word) for word in text.split())
    if words >= UNREAD_WORDS:
        return Tier.CONTACT_NOW
    return Tier.WITHIN_24H if words else Tier.SELF_CARE
