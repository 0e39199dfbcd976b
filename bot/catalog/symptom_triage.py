"""`content/symptoms/triage.yaml` and `triage-words.yaml` -> compiled rules, or every problem."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Annotated, Literal, TypeVar

from pydantic import Field

from bot.catalog.source import ContentModel, Document, Problem, read_model
from bot.domain.concern.pattern import Compiler, Pattern, PatternError
from bot.domain.concern.words import Lexicon, Reader
from bot.domain.symptom_reading import Denials
from bot.domain.symptom_rules import EntryTerm, TriageRule, TriageRules
from bot.domain.symptom_triage import stem
from bot.domain.tier import Tier

RULES, WORDS = "triage.yaml", "triage-words.yaml"
ModelT = TypeVar("ModelT", bound=ContentModel)
# Words of an entry term that carry no meaning of their own.
SMALL = frozenset(
    "my the a an in of on is are i am and to it s for no not at up me with can t your all".split()
)


class WordEntry(ContentModel):
    short_forms: dict[str, str]
    key_words: tuple[str, ...]
    real_words: str


class DenialEntry(ContentModel):
    cues: tuple[str, ...]
    nots: tuple[str, ...]
    deniable: tuple[str, ...]
    ends: tuple[str, ...]
    kept: tuple[str, ...]
    history: tuple[str, ...]


class WordFile(ContentModel):
    source: str
    reviewed: str | None
    words: WordEntry
    classes: dict[str, tuple[str, ...]]
    negation: DenialEntry


class RuleEntry(ContentModel):
    id: Annotated[str, Field(pattern=r"^[A-Za-z0-9_.-]+$")]
    symptom: str | None = None
    tier: Literal["E", "N", "D", "R", "-"] | None = None
    fact: str | None = None
    any: tuple[str, ...] = ()
    all: tuple[tuple[str, ...], ...] = ()
    within: int = Field(default=0, ge=0, le=60)
    denied: bool = False
    unless: tuple[str, ...] = ()
    weak: bool = False


class RuleFile(ContentModel):
    source: str
    reviewed: str | None
    rules: tuple[RuleEntry, ...]


def load_triage(
    folder: Path, terms: Iterable[tuple[str, str]], symptoms: set[str], facts: set[str]
) -> tuple[TriageRules | None, list[Problem]]:
    """Compile the rules. `terms`: symptom id and entry term; `symptoms`, `facts`: known ids.
    Returns the rules, or None and what is wrong."""
    problems: list[Problem] = []
    words = read_model(folder / WORDS, WordFile, problems)
    rules = read_model(folder / RULES, RuleFile, problems)
    if words is None or rules is None:
        return None, problems
    document, content = words
    fold_word = Reader(Lexicon({}, frozenset(), frozenset())).fold_word
    short = content.words.short_forms

    def fold(word: str) -> str:
        """A pattern may use any spelling that is read as one word ("condoms")."""
        read = short.get(fold_word(word), word)
        return fold_word(word if " " in read else read)

    compiler = Compiler(content.classes, fold)
    for name in content.classes:
        try:
            compiler.check_class(name)
        except PatternError as error:
            problems.append(Problem(document.path, document.line_of(("classes", name)), str(error)))
    compiled = [
        _rule(entry, index, rules[0], compiler, problems, symptoms, facts)
        for index, entry in enumerate(rules[1].rules)
    ]
    denials = _denials(document, content.negation, compiler, problems)
    known = _check_words(document, content, compiler, problems)
    if problems:
        return None, problems
    reader = Reader(_lexicon(content, known))
    return TriageRules(reader, denials, tuple(compiled), entry_terms(terms, reader)), []


def _rule(
    entry: RuleEntry,
    index: int,
    document: Document,
    compiler: Compiler,
    problems: list[Problem],
    symptoms: set[str],
    facts: set[str],
) -> TriageRule:
    def report(text: str) -> None:
        line = document.line_of(("rules", index))
        problems.append(Problem(document.path, line, f"{entry.id}: {text}"))

    if bool(entry.any) == bool(entry.all):
        report("needs either `any` or `all`")
    if entry.symptom is not None and entry.symptom not in symptoms:
        report(f"there is no symptom {entry.symptom}")
    if entry.fact is not None and entry.fact not in facts:
        report(f"there is no fact {entry.fact}")
    if entry.tier is None and entry.fact is None:
        report("needs a tier or a fact")
    if entry.unless and (entry.fact or entry.tier in {"E", "N"}):
        report("an urgent rule may not have `unless`")
    groups = [_patterns(each, compiler, report) for each in entry.all]
    return TriageRule(
        id=entry.id,
        symptom=entry.symptom,
        tier=None if entry.tier is None else Tier.from_code(entry.tier),
        any_of=_patterns(entry.any, compiler, report),
        all_of=tuple(groups),
        within=entry.within,
        denied=entry.denied,
        fact=entry.fact,
        unless=_patterns(entry.unless, compiler, report),
        weak=entry.weak,
    )


def _patterns(
    sources: Iterable[str], compiler: Compiler, report: Callable[[str], None]
) -> tuple[Pattern, ...]:
    compiled: list[Pattern] = []
    for source in sources:
        try:
            compiled.append(compiler.compile(source))
        except PatternError as error:
            report(str(error))
    return tuple(compiled)


def _denials(
    document: Document, entry: DenialEntry, compiler: Compiler, problems: list[Problem]
) -> Denials:
    def report(text: str) -> None:
        problems.append(Problem(document.path, document.line_of(("negation",)), text))

    return Denials(
        cues=_patterns(entry.cues, compiler, report),
        nots=frozenset(entry.nots),
        deniable=frozenset(entry.deniable),
        ends=frozenset(entry.ends),
        kept=frozenset(entry.kept),
        history=_patterns(entry.history, compiler, report),
    )


def _check_words(
    document: Document, content: WordFile, compiler: Compiler, problems: list[Problem]
) -> frozenset[str]:
    """A rule's word that is itself a short form could never be met: say so."""
    vocabulary = frozenset(compiler.vocabulary)
    for short, full in content.words.short_forms.items():
        if short in vocabulary and short not in full.split():
            line = document.line_of(("words", "short_forms", short))
            text = f"a pattern uses {short!r}, but it is always read as {full!r}"
            problems.append(Problem(document.path, line, text))
    expanded = {word for full in content.words.short_forms.values() for word in full.split()}
    return vocabulary | expanded


def _lexicon(content: WordFile, known: frozenset[str]) -> Lexicon:
    return Lexicon(
        short_forms=content.words.short_forms,
        key_words=frozenset(content.words.key_words),
        known=known,
        real_words=frozenset(content.words.real_words.split()),
    )


def entry_terms(terms: Iterable[tuple[str, str]], reader: Reader) -> tuple[EntryTerm, ...]:
    """Symptom id and entry term -> the words that must stand near each other in a text."""
    found: dict[tuple[str, frozenset[str]], None] = {}
    for symptom, term in terms:
        words = [word for word in reader.read(term).split() if word not in {".", "?"}]
        kept = frozenset(stem(word) for word in words if word not in SMALL)
        if kept:
            found[(symptom, kept)] = None
    return tuple(EntryTerm(symptom, words) for symptom, words in found)
