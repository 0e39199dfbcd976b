"""How the triage does on the labelled cases: `python -m tests.content.triage_report [set] [-v]`.

Under: a lower tier than the label. Over: a higher one. "mild" is right as routine or self_care.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from bot.domain.symptom_triage import Triage, triage
from bot.domain.tier import Tier
from tests.domain.symptoms import store

FOLDER = Path(__file__).parent / "triage_cases"
LABELS = ("emergency", "contact_now", "within_24h", "mild")


@dataclass(frozen=True, slots=True)
class Case:
    file: str
    label: str
    text: str

    @property
    def lowest(self) -> Tier:
        """The lowest tier that is right."""
        return Tier.SELF_CARE if self.label == "mild" else Tier[self.label.upper()]

    @property
    def highest(self) -> Tier:
        return Tier.ROUTINE if self.label == "mild" else Tier[self.label.upper()]


def cases(name: str = "*") -> Iterator[Case]:
    for path in sorted(FOLDER.glob(f"{name}.yaml")):
        for label, texts in yaml.safe_load(path.read_text(encoding="utf-8")).items():
            for text in texts:
                yield Case(path.stem, label, str(text))


def judged(name: str = "*") -> list[tuple[Case, Triage]]:
    return [(case, triage(case.text, store())) for case in cases(name)]


def main(arguments: list[str]) -> None:
    names = [each for each in arguments if not each.startswith("-")] or ["*"]
    results = [pair for name in names for pair in judged(name)]
    table: Counter[tuple[str, str]] = Counter((c.label, t.tier.label) for c, t in results)
    columns = [tier.label for tier in reversed(Tier)]
    print(f"{'':12}", *(f"{name:>12}" for name in (*columns, "under", "over")))  # noqa: T201
    for label in LABELS:
        mine = [(c, t) for c, t in results if c.label == label]
        under = sum(t.tier < c.lowest for c, t in mine)
        over = sum(t.tier > c.highest for c, t in mine)
        row = (*(table[label, column] for column in columns), under, over)
        print(f"{label:12}", *(f"{count:12}" for count in row))  # noqa: T201
    if "-v" in arguments:
        for case, result in results:
            if not case.lowest <= result.tier <= case.highest:
                side = "UNDER" if result.tier < case.lowest else "over"
                print(f"{side} {case.label} -> {result.tier.label}: {case.text}")  # noqa: T201
                print("     ", " ".join(result.why))  # noqa: T201


if __name__ == "__main__":
    main(sys.argv[1:])
