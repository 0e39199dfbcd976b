"""Whoever edits `content/safety/` gets the line of every mistake."""

from pathlib import Path

import pytest

from bot.catalog.safety_rules import load_safety_rules
from tests.content.concern_detector import RULES

WORDS = """
source: test
reviewed: null
short_forms: {"cant": can not}
emojis: {}
key_words: [die]
real_words: ""
common: i to
classes: {want: [want, need]}
"""
HEAD = "source: test\nreviewed: null\n"
GOOD = "rules:\n  - id: a\n    label: suicide\n    tier: N\n    any: ['{want} to die']\n"


def write(folder: Path, rules: str, words: str = WORDS) -> Path:
    (folder / "words.yaml").write_text(words, encoding="utf-8")
    (folder / "rules.yaml").write_text(HEAD + rules, encoding="utf-8")
    return folder


def test_good_files_load(tmp_path: Path) -> None:
    rules, problems = load_safety_rules(write(tmp_path, GOOD))
    assert problems == []
    assert rules is not None
    assert [rule.id for rule in rules.rules] == ["a"]


@pytest.mark.parametrize(
    ("rules", "line", "text"),
    [
        (GOOD.replace("{want}", "{wish}"), 7, "no word class {wish}"),
        (GOOD + GOOD.removeprefix("rules:\n"), 8, "stands twice"),
        (GOOD.replace("tier: N", "tier: Q"), 6, "tier"),
        (GOOD.replace("any: ['{want} to die']", "within: 3"), 4, "either `any` or `all`"),
        (GOOD.replace("label: suicide", "label: bad"), 5, "label"),
        ("rules: [", 4, "not valid YAML"),
        ("rules: []\n", 0, "no safety rule"),
    ],
    ids=["class", "twice", "tier", "empty", "label", "yaml", "none"],
)
def test_every_mistake_has_its_line(tmp_path: Path, rules: str, line: int, text: str) -> None:
    loaded, problems = load_safety_rules(write(tmp_path, rules))
    assert loaded is None
    assert any(text in problem.text and problem.line == line for problem in problems), problems


def test_a_broken_word_class_is_reported_where_it_stands(tmp_path: Path) -> None:
    words = WORDS.replace("[want, need]", "['want (']")
    loaded, problems = load_safety_rules(write(tmp_path, GOOD, words))
    assert loaded is None
    assert (problems[0].path.name, problems[0].line) == ("words.yaml", 9)


def test_the_rules_of_the_project_load_without_a_problem() -> None:
    rules, problems = load_safety_rules(RULES)
    assert problems == []
    assert rules is not None
    assert len(rules.rules) > 50
