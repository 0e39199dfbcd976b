"""How well questions are found: `python -m tests.content.faq_report [--misses] [--part blind]`.

Reads the labelled sets in `faq_questions/`. The 1st, 3rd ... question of each topic (each refusal
family, each outside intent) tunes the search, the others are held out and only measured. The sets
named `*_blind` were written in one go before any score was seen, and tune nothing.
"""

# ruff: noqa: T201 - it talks to whoever runs it

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from bot.catalog.faq import load_faq
from bot.domain.faq import Outcome
from bot.domain.faq_store import FaqStore

CONTENT = Path(__file__).parents[2] / "content"
QUESTIONS = Path(__file__).parent / "faq_questions"
PARTS = ("tune", "heldout")
KINDS = ("answers", "outside", "refused", "refused_tuned", "near_refused")
BLIND = ("answers_blind", "outside_blind", "refused_blind", "near_blind")


@dataclass(frozen=True, slots=True)
class Labelled:
    """A question and what must come of it: a topic id, a refusal family, or "" for outside."""

    text: str
    label: str
    kind: str  # one of `KINDS` or `BLIND`
    part: str


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


def labelled(*kinds: str, part: str | None = None) -> Iterator[Labelled]:
    """The questions of the sets named, all or only those of one part."""
    for kind in kinds:
        data = yaml.safe_load((QUESTIONS / f"{kind}.yaml").read_text(encoding="utf-8"))
        for group, (label, texts) in enumerate(data.items()):
            for number, text in enumerate(texts):
                # Outside intents are split whole: nothing may be learnt about a held-out intent.
                own = PARTS[group % 2 if kind == "outside" else number % 2]
                own = {"refused_tuned": "tune"}.get(kind, "blind" if kind in BLIND else own)
                if part in (None, own):
                    outside = kind.startswith("outside")
                    yield Labelled(text, "" if outside else label, kind, own)


def measure(store: FaqStore, questions: list[Labelled]) -> Figures:
    """Ask every question once."""
    figures = Figures()
    for item in questions:
        found = store.find(item.text, "en")
        first, three = found.topics[:1] == (item.label,), item.label in found.topics
        if item.kind.startswith("answers"):
            # A request to change a dose is refused with the topic that says why: that is right.
            shown = found.outcome is not Outcome.OUT_OF_SCOPE
            figures.count("right topic first", first and shown)
            figures.count("right topic among three", three and shown)
            figures.count("right topic first, with suggestions", first)
            good = first and shown
        elif item.kind.startswith("outside"):
            good = found.outcome is Outcome.OUT_OF_SCOPE
            figures.count("outside declined", good)
        elif item.kind.startswith("refused"):
            good = found.outcome is Outcome.REFUSED
            figures.count("refusals refused", good)
            figures.count("refusal family right", found.refusal == item.label)
        else:
            good = found.outcome is not Outcome.REFUSED
            figures.count("plain questions not refused", good)
            figures.count("plain questions: right topic first", first)
            good = good and first
        if not good:
            figures.misses.append(
                f"{item.kind}: {item.text!r} wanted {item.label or 'outside'}: "
                f"{found.outcome} {found.refusal or ''} {' '.join(found.topics)} {found.why}"
            )
    return figures


def latencies(store: FaqStore, questions: list[Labelled]) -> list[float]:
    """Processor time of each question in milliseconds, sorted."""
    spent = []
    for item in questions:
        start = time.process_time()
        store.find(item.text, "en")
        spent.append(1_000 * (time.process_time() - start))
    return sorted(spent)


def main(arguments: list[str]) -> int:
    store, problems = load_faq(
        Path(arguments[arguments.index("--content") + 1]) if ("--content" in arguments) else CONTENT
    )
    if store is None:
        print(*problems, sep="\n")
        return 1
    parts = [*PARTS, "blind"]
    if "--part" in arguments:
        parts = [arguments[arguments.index("--part") + 1]]
    for part in parts:
        questions = list(labelled(*KINDS, *BLIND, part=part))
        figures = measure(store, questions)
        print(f"{part}: {len(questions)} questions")
        for name, total in figures.total.items():
            print(f"  {name:36} {figures.share(name):6.1%} of {total}")
        spent = latencies(store, questions)
        for name, at in (("p50", 0.5), ("p99", 0.99)):
            print(f"  {name} {spent[int(len(spent) * at)]:.2f} ms")
        if "--misses" in arguments:
            print(*(f"  {miss}" for miss in figures.misses), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
