"""`content/safety/` -> the detector that reads every text first. Loads nothing else, so that
`classify` starts quickly and so that no other broken file can stand in its way."""

from __future__ import annotations

from pathlib import Path

from bot.catalog.lasting import made_to_last
from bot.catalog.safety_model import MODEL, load_safety_model
from bot.catalog.safety_rules import load_safety_rules
from bot.catalog.source import Problem
from bot.domain.concern.detector import Detector
from bot.domain.concern.scorer import ConcernScorer


def load_detector(content_dir: Path) -> tuple[Detector | None, list[Problem]]:
    """The rules with the small model beside them, or None and every error; warnings come with
    the detector."""
    with made_to_last():
        return _load(content_dir / "safety")


def _load(folder: Path) -> tuple[Detector | None, list[Problem]]:
    rules, problems = load_safety_rules(folder)
    weights, more = load_safety_model(folder / MODEL)
    problems = [*problems, *more]
    if rules is None or weights is None:
        return None, problems
    scorer = ConcernScorer(weights)
    return Detector(rules, scorer, threshold=scorer.threshold), problems
