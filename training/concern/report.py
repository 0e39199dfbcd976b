"""Measures rules, model and both on the test side and writes `docs/safety-figures.md`.

    python -m training.concern.report                  # rewrites the page
    python -m training.concern.report --out -          # prints it

The test side holds intents that neither the rules' author nor the training has seen. The page
shows ids and intents of what is missed, never the texts.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from bot.catalog.safety_model import MODEL, load_safety_model
from bot.catalog.safety_rules import load_safety_rules
from bot.domain.concern.detector import Detector
from bot.domain.concern.finding import Finding, Label, Outcome
from bot.domain.concern.rules import RuleSet
from bot.domain.concern.scorer import ConcernScorer, ScorerWeights
from training.concern.corpus import Side, Text, digest, load

ROOT = Path(__file__).parents[2]
RULES = ROOT / "content" / "safety"
PAGE = ROOT / "docs" / "safety-figures.md"
_MOST_INTENTS = 60


@dataclass(frozen=True, slots=True)
class Judged:
    """One test text and what a detector said about it."""

    text: Text
    finding: Finding


@dataclass(frozen=True, slots=True)
class Share:
    """A count out of a total; prints as `12 of 13 (92.3%)`."""

    count: int
    total: int

    def __str__(self) -> str:
        if not self.total:
            return "none of 0"
        return f"{self.count} of {self.total} ({100 * self.count / self.total:.1f}%)"


def judge(detector: Detector, texts: Sequence[Text]) -> list[Judged]:
    """Every text with its finding, in the same order."""
    return [Judged(text, detector.detect(text.text)) for text in texts]


def share(judged: Sequence[Judged], of: Callable[[Judged], bool]) -> Share:
    """How many of `judged` fulfil `of`."""
    return Share(sum(of(one) for one in judged), len(judged))


def flagged(one: Judged) -> bool:
    """Certain or possible: the patient is asked or told something."""
    return one.finding.concerns


def page(texts: Sequence[Text], rules: RuleSet, weights: ScorerWeights, today: datetime) -> str:
    """The whole page as Markdown."""
    test = [text for text in texts if text.side is Side.TEST]
    nothing = RuleSet((), (), rules.lexicon)
    scorer = ConcernScorer(weights)
    ways = {
        "rules alone": judge(Detector(rules), test),
        "model alone": judge(Detector(nothing, scorer, threshold=weights.threshold), test),
        "both": judge(Detector(rules, scorer, threshold=weights.threshold), test),
    }
    parts = [
        _introduction(texts, test, weights, today),
        _summary(ways),
        _by_group("Noticed, by language (both)", ways["both"], lambda one: one.text.language),
        _by_group("Noticed, by way of writing (both)", ways["both"], lambda one: one.text.register),
        _confusion(ways["both"]),
        _missed(ways["both"]),
        _false(ways["both"]),
        _speed(Detector(rules, scorer, threshold=weights.threshold), test),
    ]
    return "\n\n".join(parts) + "\n"


def _introduction(
    texts: Sequence[Text], test: Sequence[Text], weights: ScorerWeights, today: datetime
) -> str:
    intents = {text.intent for text in texts}
    concerns = sum(text.concerns for text in texts)
    unseen = {text.intent for text in test}
    return f"""# Concern detection in figures

Written by `python -m training.concern.report` on {today:%Y-%m-%d}; do not edit by hand.

- Corpus: {len(texts)} texts, {concerns} with a concern and {len(texts) - concerns} harmless, in
  {len(intents)} intents ("what the writer wanted to say") and 12 languages and scripts.
  Fingerprint `{digest(texts)[:16]}`; the model was made from `{weights.corpus[:16]}`.
- Test side: {len(test)} texts in {len(unseen)} intents. The side follows from the intent, so no
  paraphrase under the same intent was seen in training, and the author of the rules was shown
  the train side only. The files `more-*` were added later by other writers, so a few meanings
  may stand on both sides under two names. What rules were tuned to (`ground-*`: phrases by family,
  `cases`: earlier blind sets and test cases) stands on the train side only.

**What this can show:** how rules and model do on meanings they were not tuned to, and whether a
change made them worse. **What it cannot show:** how patients really write. The texts were written
by this project, not by patients; one writer has habits; the harmless texts are harder than an
ordinary day's messages on purpose. No clinician has signed the texts, their labels, the rules or
the threshold. Small groups say little: look at the counts, not only at the percentages.

"Certain" sends the fixed message at once, "possible" asks a short direct question. "Noticed" is
either. The model turns silence into "possible", decides whether a wide net ("cue") is asked about,
and has a certain finding that it strongly doubts asked about first."""


def _summary(ways: dict[str, list[Judged]]) -> str:
    rows: list[tuple[str, Callable[[Judged], bool], Callable[[Judged], bool]]] = [
        ("emergencies noticed", lambda one: one.text.tier == "emergency", flagged),
        ("all concerns noticed", lambda one: one.text.concerns, flagged),
        *(
            (f"- {label.value} noticed", _has(label), flagged)
            for label in Label
            if label is not Label.NONE
        ),
        ("concerns found certain", lambda one: one.text.concerns, _is(Outcome.CERTAIN)),
        ("harmless, false certain", lambda one: not one.text.concerns, _is(Outcome.CERTAIN)),
        ("harmless, false possible", lambda one: not one.text.concerns, _is(Outcome.POSSIBLE)),
    ]
    lines = ["## Test side", "", f"| | {' | '.join(ways)} |", "|---" * (len(ways) + 1) + "|"]
    for name, among, hit in rows:
        cells = [str(share([one for one in judged if among(one)], hit)) for judged in ways.values()]
        lines.append(f"| {name} | {' | '.join(cells)} |")
    return "\n".join(lines)


def _has(label: Label) -> Callable[[Judged], bool]:
    return lambda one: one.text.label is label


def _is(outcome: Outcome) -> Callable[[Judged], bool]:
    return lambda one: one.finding.outcome is outcome


def _by_group(title: str, judged: Sequence[Judged], key: Callable[[Judged], str]) -> str:
    groups: dict[str, list[Judged]] = defaultdict(list)
    for one in judged:
        groups[key(one)].append(one)
    lines = [f"## {title}", "", "| | concerns noticed | harmless left alone |", "|---|---|---|"]
    for name, members in sorted(groups.items()):
        held = share([one for one in members if one.text.concerns], flagged)
        quiet = share([one for one in members if not one.text.concerns], lambda o: not flagged(o))
        lines.append(f"| {name} | {held} | {quiet} |")
    return "\n".join(lines)


def _confusion(judged: Sequence[Judged]) -> str:
    counts = Counter((one.text.label, one.finding.label) for one in judged)
    lines = [
        "## Confusion (both; rows: what it is, columns: what was found)",
        "",
        f"| | {' | '.join(label.value for label in Label)} |",
        "|---" * (len(Label) + 1) + "|",
    ]
    lines += [
        f"| {true.value} | {' | '.join(str(counts[true, found]) for found in Label)} |"
        for true in Label
    ]
    return "\n".join(lines)


def _missed(judged: Sequence[Judged]) -> str:
    missed = [one.text for one in judged if one.text.concerns and not flagged(one)]
    urgent = [text for text in missed if text.tier == "emergency"]
    lines = [f"## Still missed (both): {len(missed)}, of them {len(urgent)} emergencies", ""]
    return "\n".join(lines + _ids(missed))


def _false(judged: Sequence[Judged]) -> str:
    wrong = [one for one in judged if not one.text.concerns and flagged(one)]
    lines = [f"## Still a false alarm (both): {len(wrong)}", ""]
    return "\n".join(lines + _ids([one.text for one in wrong]))


def _ids(texts: Sequence[Text]) -> list[str]:
    groups: dict[str, list[Text]] = defaultdict(list)
    for text in texts:
        groups[text.intent].append(text)
    most = sorted(groups.items(), key=lambda item: (-len(item[1]), item[0]))
    lines = [
        f"- {intent} ({members[0].label.value}, {members[0].tier}): "
        + ", ".join(text.id.removeprefix(f"{intent}-") for text in members)
        for intent, members in most[:_MOST_INTENTS]
    ]
    if len(most) > _MOST_INTENTS:
        lines.append(f"- and {len(most) - _MOST_INTENTS} more intents with fewer texts each")
    return lines or ["- nothing"]


def _speed(detector: Detector, texts: Sequence[Text]) -> str:
    def p99(samples: Sequence[str]) -> float:
        times = []
        for sample in samples:
            begin = time.process_time()
            detector.detect(sample)
            times.append(time.process_time() - begin)
        return 1000 * sorted(times)[int(len(times) * 0.99) - 1]

    short = [text.text for text in texts]
    long = [" ".join(short[at : at + 80])[:4096] for at in range(0, len(short), 9)]
    return (
        "## Processor time per text (rules and model, on the machine that wrote this page)\n\n"
        f"p99 {p99(short):.1f} ms on the texts of the test side, "
        f"{p99(long):.1f} ms on texts of 4,096 characters."
    )


def main() -> int:
    """Write the page. Returns 1 if rules or model cannot be read."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--out", default=str(PAGE))
    parser.add_argument("--model", type=Path, default=RULES / MODEL)
    arguments = parser.parse_args()
    rules, problems = load_safety_rules(RULES)
    weights, more = load_safety_model(arguments.model)
    if rules is None or weights is None:
        sys.stderr.write("\n".join(str(problem) for problem in (*problems, *more)) + "\n")
        return 1
    content = page(load(), rules, weights, datetime.now(UTC))
    if arguments.out == "-":
        sys.stdout.write(content)
    else:
        Path(arguments.out).write_text(content, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
