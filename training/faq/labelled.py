"""Labelled questions, and how well the search does on them.

The sets are in `tests/content/faq_questions/`. No question of theirs may stand in the content or
the corpus (a test looks). `SETS` says which were fresh when they were last measured.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from bot.domain.faq import Found, Outcome
from bot.domain.faq_store import FaqStore

QUESTIONS = Path(__file__).parents[2] / "tests" / "content" / "faq_questions"
KINDS = ("answers", "outside", "refused", "near")

# name -> the files that belong to it, each with the kind of its questions ("" in a .tsv: by line)
SETS = {
    "tuned": {
        "answers.yaml": "answers",
        "outside.yaml": "outside",
        "refused.yaml": "refused",
        "refused_tuned.yaml": "refused",
        "near_refused.yaml": "near",
    },
    "old blind": {
        "answers_blind.yaml": "answers",
        "outside_blind.yaml": "outside",
        "refused_blind.yaml": "refused",
        "near_blind.yaml": "near",
    },
    "blind a": {"blind_a.tsv": ""},
    "blind c": {"blind_c.tsv": ""},
    "blind d": {"blind_d.tsv": ""},
    "blind e": {"blind_e.tsv": ""},
    "blind f": {"blind_f.tsv": ""},
    "blind g": {"blind_g.tsv": ""},
}


@dataclass(frozen=True, slots=True)
class Labelled:
    """A question and what must come of it.

    `labels` are the topics that are right, best first, or a refused family, or an outside intent.
    """

    text: str
    kind: str  # one of `KINDS`
    labels: tuple[str, ...]
    register: str = "-"
    language: str = "en"


@dataclass(slots=True)
class Figures:
    right: dict[str, int] = field(default_factory=dict)
    total: dict[str, int] = field(default_factory=dict)
    misses: list[str] = field(default_factory=list)

    def count(self, name: str, right: bool) -> None:
        self.total[name] = self.total.get(name, 0) + 1
        self.right[name] = self.right.get(name, 0) + right

    def share(self, name: str) -> float:
        return self.right[name] / self.total[name]


FIRST, THREE = "right topic first", "right topic among three"
DECLINED, REFUSED, PLAIN = "outside declined", "refusals refused", "plain questions not refused"
FIGURES = (FIRST, THREE, DECLINED, REFUSED, PLAIN)


def labelled(name: str) -> Iterator[Labelled]:
    """The questions of one of `SETS`."""
    for file, kind in SETS[name].items():
        text = (QUESTIONS / file).read_text(encoding="utf-8")
        if file.endswith(".tsv"):
            for line in text.splitlines():
                if line and not line.startswith("#"):
                    found, labels, register, question, *language = line.split("\t")
                    yield Labelled(question, found, tuple(labels.split("|")), register, *language)
        else:
            for label, questions in yaml.safe_load(text).items():
                for question in questions:
                    yield Labelled(question, kind, (label,))


def measure(store: FaqStore, questions: Sequence[Labelled]) -> Figures:
    """Ask every question once."""
    figures = Figures()
    for item in questions:
        found = store.find(item.text, item.language)
        good = True
        if item.kind == "answers":
            answered = found.outcome in (Outcome.ANSWER, Outcome.CHOOSE)
            # a request to change a dose is refused with the topic that says why: that is right
            answered |= found.outcome is Outcome.REFUSED and found.topics[:1] == item.labels[:1]
            good = answered and found.topics[0] in item.labels
            figures.count(FIRST, good)
            figures.count(THREE, answered and not set(found.topics).isdisjoint(item.labels))
            figures.count(f"first, {item.register}", good)
        elif item.kind == "outside":
            good = found.outcome is Outcome.OUT_OF_SCOPE
            figures.count(DECLINED, good)
        elif item.kind == "refused":
            good = found.outcome is Outcome.REFUSED
            figures.count(REFUSED, good)
        else:
            good = found.outcome is not Outcome.REFUSED
            figures.count(PLAIN, good)
        if not good:
            figures.misses.append(_miss(item, found))
    return figures


def _miss(item: Labelled, found: Found) -> str:
    wanted = " ".join(item.labels)
    return f"{item.kind} {wanted}: {item.text!r}: {found.outcome} {found.topics} {found.why}"


def latencies(store: FaqStore, questions: Sequence[Labelled]) -> list[float]:
    """Processor time of each question in milliseconds, sorted."""
    spent = []
    for item in questions:
        start = time.process_time()
        store.find(item.text, item.language)
        spent.append(1_000 * (time.process_time() - start))
    return sorted(spent)
