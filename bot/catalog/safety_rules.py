"""`content/safety/*.yaml` -> the compiled rules of concern detection, or what is wrong, by line.

`words.yaml` holds the word lists; every other file holds rules and guards. How to write a rule is
in `content/safety/README.md`; the pattern language is in `bot/domain/concern/pattern.py`.
"""

from __future__ import annotations

from pathlib import Path
from typing import Literal, TypeVar

from pydantic import Field

from bot.catalog.source import ContentModel, Document, Problem, read_model
from bot.domain.concern.finding import Label, Outcome, When, Whose
from bot.domain.concern.pattern import Compiler, Pattern, PatternError
from bot.domain.concern.rules import Guard, Rule, RuleSet
from bot.domain.concern.words import Lexicon, Reader
from bot.domain.tier import Tier

WORDS = "words.yaml"
ModelT = TypeVar("ModelT", bound=ContentModel)
RealLabel = Literal["suicide", "overdose", "psychosis", "physical", "pregnancy", "severe_mood"]


class WordLists(ContentModel):
    """The schema of `words.yaml`."""

    source: str
    reviewed: str | None
    short_forms: dict[str, str]
    emojis: dict[str, str]
    key_words: tuple[str, ...]
    real_words: str
    common: str
    classes: dict[str, tuple[str, ...]]


class RuleEntry(ContentModel):
    """One rule as written. `tier` is E or N; `any` or `all` must be there."""

    id: str = Field(pattern=r"^[a-z0-9_.-]+$")
    label: RealLabel
    tier: Literal["E", "N"]
    outcome: Literal["certain", "possible", "cue"] = "certain"
    whose: Literal["self", "other"] = "self"
    when: Literal["present", "past"] = "present"
    any: tuple[str, ...] = ()
    all: tuple[tuple[str, ...], ...] = ()
    within: int = Field(default=0, ge=0, le=200)
    unguarded: bool = False
    source: str | None = None
    note: str | None = None


class GuardEntry(ContentModel):
    """One guard as written. Without `labels` it covers its phrase for every label."""

    id: str = Field(pattern=r"^[a-z0-9_.-]+$")
    labels: tuple[RealLabel, ...] = ()
    covers: Literal["phrase", "sentence"] = "phrase"
    patterns: tuple[str, ...]
    unless: tuple[str, ...] = ()
    note: str | None = None


class RuleFile(ContentModel):
    """The schema of every other file. `reviewed`: by whom and when; null until someone signs."""

    source: str
    reviewed: str | None
    rules: tuple[RuleEntry, ...] = ()
    guards: tuple[GuardEntry, ...] = ()


def load_safety_rules(folder: Path) -> tuple[RuleSet | None, list[Problem]]:
    """Read `content/safety/`. Returns the rules and warnings, or None and what is wrong."""
    problems: list[Problem] = []
    words = read_model(folder / WORDS, WordLists, problems)
    if words is None:
        return None, problems
    document, lists = words
    fold = Reader(Lexicon({}, frozenset(), frozenset())).fold_word
    classes = {name: tuple(entries) for name, entries in lists.classes.items()}
    compiler = Compiler(classes, fold, frozenset(lists.common.split()), lists.short_forms)
    for name in classes:
        try:
            compiler.check_class(name)
        except PatternError as error:
            problems.append(Problem(document.path, document.line_of(("classes", name)), str(error)))
    rules: list[Rule] = []
    guards: list[Guard] = []
    seen: set[str] = set()
    for path in sorted(folder.glob("*.yaml")):
        if path.name == WORDS:
            continue
        read = read_model(path, RuleFile, problems)
        if read is not None:
            file = _File(*read, compiler, problems, seen)
            rules += file.rules()
            guards += file.guards()
    if not rules:
        problems.append(Problem(folder, 0, "there is no safety rule in this folder"))
    if any(problem.severity == "error" for problem in problems):
        return None, problems
    return RuleSet(tuple(rules), tuple(guards), _lexicon(lists, compiler)), problems


def _lexicon(lists: WordLists, compiler: Compiler) -> Lexicon:
    expanded = {word for text in lists.short_forms.values() for word in text.split()}
    return Lexicon(
        short_forms=lists.short_forms,
        key_words=frozenset(lists.key_words),
        known=frozenset(compiler.vocabulary) | expanded,
        real_words=frozenset(lists.real_words.split()),
        emojis=lists.emojis,
    )


class _File:
    """Compiles the entries of one file; what cannot be compiled becomes a `Problem`."""

    def __init__(
        self,
        document: Document,
        content: RuleFile,
        compiler: Compiler,
        problems: list[Problem],
        seen: set[str],
    ) -> None:
        self._document = document
        self._content = content
        self._compiler = compiler
        self._problems = problems
        self._seen = seen

    def rules(self) -> list[Rule]:
        return [self._rule(index, entry) for index, entry in enumerate(self._content.rules)]

    def guards(self) -> list[Guard]:
        return [self._guard(index, entry) for index, entry in enumerate(self._content.guards)]

    def _rule(self, index: int, entry: RuleEntry) -> Rule:
        self._check_id(entry.id, ("rules", index, "id"))
        if bool(entry.any) == bool(entry.all):
            self._report(("rules", index), f"rule {entry.id} needs either `any` or `all`")
        return Rule(
            id=entry.id,
            label=Label(entry.label),
            tier=Tier.from_code(entry.tier),
            outcome=Outcome.CERTAIN if entry.outcome == "certain" else Outcome.POSSIBLE,
            cue=entry.outcome == "cue",
            any_of=self._patterns(entry.any, ("rules", index, "any")),
            all_of=tuple(
                self._patterns(group, ("rules", index, "all", number))
                for number, group in enumerate(entry.all)
            ),
            within=entry.within,
            whose=Whose(entry.whose),
            when=When(entry.when),
            unguarded=entry.unguarded,
        )

    def _guard(self, index: int, entry: GuardEntry) -> Guard:
        self._check_id(entry.id, ("guards", index, "id"))
        named = frozenset(Label(label) for label in entry.labels)
        return Guard(
            id=entry.id,
            labels=named or frozenset(Label) - {Label.NONE},
            patterns=self._patterns(entry.patterns, ("guards", index, "patterns")),
            sentence=entry.covers == "sentence",
            unless=self._patterns(entry.unless, ("guards", index, "unless")),
        )

    def _patterns(self, sources: tuple[str, ...], at: tuple[str | int, ...]) -> tuple[Pattern, ...]:
        compiled: list[Pattern] = []
        for number, source in enumerate(sources):
            try:
                compiled.append(self._compiler.compile(source))
            except PatternError as error:
                self._report((*at, number), str(error))
        return tuple(compiled)

    def _check_id(self, name: str, at: tuple[str | int, ...]) -> None:
        if name in self._seen:
            self._report(at, f"the id {name} stands twice")
        self._seen.add(name)

    def _report(self, at: tuple[str | int, ...], text: str) -> None:
        self._problems.append(Problem(self._document.path, self._document.line_of(at), text))
