"""`content/safety/` -> the detector that reads every text first. Loads nothing else, so that
`classify` starts quickly and so that no other broken file can stand in its way."""

from __future__ import annotations

from pathlib import Path

from bot.catalog.safety_rules import load_safety_rules
from bot.catalog.source import Problem
from bot.domain.concern.detector import Detector


def load_detector(content_dir: Path) -> tuple[Detector | None, list[Problem]]:
    """The detector, or None and every error; warnings come with the detector."""
    rules, problems = load_safety_rules(content_dir / "safety")
    return (None if rules is None else Detector(rules)), problems
