"""The texts that the search learns from: the content's own phrases, and the corpus next to it.

`corpus/<language>/` has `answers*.txt` (questions by topic), `outside*.txt` (by intent) and
`refused*.txt` (by family), in parts that begin with `== name`; `frames.yaml` names what lies
outside and the sentences such names stand in; `fillers.yaml` is what people write around a
question. None of it is read by the bot, and none of it may be a question of the labelled sets in
`tests/content/faq_questions/`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

from bot.catalog.faq import load_faq
from bot.catalog.faq_search_files import load_phrases, load_refusals, load_vocabulary
from bot.domain.faq import Topic
from bot.domain.faq_search.index import Entry
from bot.domain.faq_search.language import FILLER, OUTSIDE, REFUSED
from bot.domain.faq_search.lexicon import MEDICINE, Vocabulary
from bot.domain.faq_search.refusals import Rule

CONTENT = Path(__file__).parents[2] / "content"
CORPUS = Path(__file__).parent / "corpus"
SOURCE = "en"
FRAMES = 4  # sentences that each name of `frames.yaml` stands in


@dataclass(frozen=True, slots=True)
class Sample:
    text: str
    label: str  # a topic id, `outside:` and intent, `refused:` and family, or FILLER

    @property
    def kind(self) -> str:
        """Which of `decision.KINDS` it is. Talk around a question is outside by itself."""
        if self.label.startswith(REFUSED):
            return "refused"
        return "outside" if self.label.startswith(OUTSIDE) or self.label == FILLER else "inside"


@dataclass(frozen=True, slots=True)
class Material:
    """Everything there is to learn from, in all languages."""

    entries: Mapping[str, tuple[Entry, ...]]  # by language
    vocabulary: Vocabulary
    rules: tuple[Rule, ...]
    samples: tuple[Sample, ...]
    around: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]  # texts before and after a question


def load(content: Path = CONTENT) -> Material:
    """Read the content and the corpus. Exits with the problems when the content has any."""
    root = content / "faq"
    store, problems = load_faq(content)
    vocabulary, _ = load_vocabulary(root / "search.yaml")
    if store is None or vocabulary is None:
        raise SystemExit("\n".join(map(str, problems)))
    english = {topic.id: topic for topic in store.all_topics(SOURCE)}
    ids = frozenset(english)
    refusals, _ = load_refusals(root / "refusals.yaml", ids)
    assert refusals is not None
    families = frozenset(rule.refusal.id for rule in refusals)
    entries = {}
    for language in store.languages():
        phrases, _ = load_phrases(root / "phrases" / f"{language}.yaml", ids, {})
        topics = english | {topic.id: topic for topic in store.all_topics(language)}
        entries[language] = tuple(
            entry_of(topic, phrases.get(topic.id, ())) for topic in topics.values()
        )
    outside = {f"{OUTSIDE}{intent}": texts for intent, texts in vocabulary.outside.items()}
    samples = [Sample(text, e.id) for own in entries.values() for e in own for text in e.phrases]
    samples += [Sample(text, label) for label, texts in outside.items() for text in texts]
    samples += [
        Sample(text, f"{REFUSED}{rule.refusal.id}") for rule in refusals for text in rule.examples
    ]
    around = []
    for folder in sorted(path for path in CORPUS.iterdir() if path.is_dir()):
        for path in sorted(folder.glob("answers*.txt")):
            samples += parts(path, "", ids)
        for path in sorted(folder.glob("outside*.txt")):
            samples += parts(path, OUTSIDE)
        for path in sorted(folder.glob("refused*.txt")):
            samples += parts(path, REFUSED, families)
        samples += framed(folder / "frames.yaml")
        fillers = yaml.safe_load((folder / "fillers.yaml").read_text(encoding="utf-8"))
        before, after = tuple(fillers["before"]), tuple(fillers["after"])
        samples += [Sample(text.replace("{med}", MEDICINE), FILLER) for text in before + after]
        around.append((before, after))
    unique = {sample.text.casefold(): sample for sample in reversed(samples)}
    return Material(
        entries,
        vocabulary,
        refusals,
        tuple(reversed(unique.values())),
        tuple(around),
    )


def framed(path: Path) -> Iterator[Sample]:
    """Each name in some of its part's sentences, in turn, so that every sentence gets as many."""
    for part in yaml.safe_load(path.read_text(encoding="utf-8")):
        frames = part["frames"]
        for number, name in enumerate(part["names"]):
            for turn in range(min(FRAMES, len(frames)) if len(part["names"]) > 1 else len(frames)):
                frame = frames[(number * FRAMES + turn) % len(frames)]
                yield Sample(frame.format(name), f"{OUTSIDE}{part['intent']}")


def entry_of(topic: Topic, phrases: tuple[str, ...]) -> Entry:
    return Entry(
        topic.id,
        topic.title,
        (*topic.aliases, *topic.questions, *phrases),
        topic.short,
        topic.plain,
    )


def parts(path: Path, prefix: str, known: frozenset[str] | None = None) -> Iterator[Sample]:
    """The lines of a corpus file. Raises `ValueError` for a part whose name is not `known`."""
    label = ""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if line.startswith("== "):
            label = line.removeprefix("== ").strip()
            if known is not None and label not in known:
                raise ValueError(f"{path.name}:{number}: there is no {label!r}")
        elif line.strip() and not line.startswith("#"):
            yield Sample(line.strip(), f"{prefix}{label}")
