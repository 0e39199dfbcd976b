"""The detector of `content/safety/`, rules and model, built once, and the labelled case files."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from bot.catalog.detection import load_detector
from bot.domain.concern.detector import Detector

ROOT = Path(__file__).parents[2]
RULES = ROOT / "content" / "safety"
CASES = Path(__file__).parent / "concern_cases"


@dataclass(frozen=True, slots=True)
class Case:
    group: str
    label: str
    tier: str  # "E", "N" or "none"
    text: str


@cache
def detector() -> Detector:
    found, problems = load_detector(ROOT / "content")
    assert found is not None, "\n".join(map(str, problems))
    return found


@cache
def cases(name: str) -> tuple[Case, ...]:
    groups = yaml.safe_load((CASES / f"{name}.yaml").read_text(encoding="utf-8"))["cases"]
    return tuple(
        Case(group["group"], group["label"], group["tier"], str(text))
        for group in groups
        for text in group["texts"]
    )
