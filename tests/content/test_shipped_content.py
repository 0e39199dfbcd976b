"""The content as it is committed: whole, without errors, found by its own words, read in time."""

import re
import shutil
import textwrap
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from bot.catalog.checks import check_all
from bot.catalog.checks.finding import Area, Report, Rule
from bot.catalog.content import Content
from bot.catalog.faq import load_faq
from bot.catalog.loading import load_content
from bot.domain.faq import Outcome
from bot.settings import PROJECT

CONTENT = PROJECT / "content"
DAY = date(2026, 12, 1)
PROCESSOR_SECONDS = 15.0  # several times what it takes; a search that grows with its square fails


@pytest.fixture(scope="module")
def report() -> Report:
    return check_all(CONTENT, DAY)


def test_nothing_is_wrong_with_it(report: Report) -> None:
    assert [str(each.problem) for each in report.errors] == []


def test_nobody_has_signed_anything_yet(report: Report) -> None:
    """When somebody signs, this test is where the first name is celebrated: change it then."""
    assert {area: counts.signed for area, counts in report.signed.items()} == dict.fromkeys(Area, 0)


def test_every_unsigned_text_and_every_hidden_contact_is_listed(report: Report) -> None:
    for area in (Area.FAQ, Area.MESSAGES, Area.QUESTIONNAIRES, Area.FORBIDDEN):
        listed = sum(e.area is area and e.rule is Rule.REVIEW for e in report.warnings)
        assert listed == report.signed[area].texts, area
    hidden = sum(e.rule is Rule.CONTACTS and e.problem.line > 0 for e in report.warnings)
    assert hidden == report.signed[Area.CONTACTS].texts


def test_every_problem_points_into_the_content(report: Report) -> None:
    for each in report.findings:
        assert each.problem.path.is_relative_to(PROJECT)
        if each.problem.line:
            lines = each.problem.path.read_text(encoding="utf-8").splitlines()
            assert each.problem.line <= len(lines)


def test_it_is_read_in_time() -> None:
    began = time.process_time()
    content, _ = load_content(CONTENT)
    assert content is not None
    assert time.process_time() - began < PROCESSOR_SECONDS


def questions(content: Content) -> Iterator[tuple[str, str, str]]:
    for language in content.faq.languages():
        for topic in content.faq.all_topics(language):
            for phrase in (topic.title, *topic.aliases, *topic.questions):
                yield language, topic.id, phrase


def test_each_topic_is_found_first_by_each_of_its_own_phrases(content: Content) -> None:
    """Or refused on its behalf: "how do I buy it" leads to the topic on buying all the same."""
    missed = [
        (language, topic, phrase, found)
        for language, topic, phrase in questions(content)
        if (found := content.faq.find(phrase, language)).topics[:1] != (topic,)
        and not (found.outcome is Outcome.REFUSED and topic in found.topics)
    ]
    assert missed == []


def test_the_same_question_gives_the_same_answer(content: Content) -> None:
    for language, _, phrase in list(questions(content))[::97]:
        assert content.faq.find(phrase, language) == content.faq.find(phrase, language)


def test_every_topic_of_every_language_can_be_reached_by_its_menu(content: Content) -> None:
    for language in content.faq.languages():
        listed = {
            topic.id
            for group in content.faq.groups()
            for topic in content.faq.topics(group.id, language)
        }
        assert listed >= {topic.id for topic in content.faq.all_topics(language)}


def test_the_topic_of_the_readme_can_be_added_as_it_stands_there(tmp_path: Path) -> None:
    readme = (CONTENT / "README.md").read_text(encoding="utf-8")
    example = textwrap.dedent(re.search(r"```yaml\n(   ---\n.*?   ---\n)", readme, re.S)[1])
    shutil.copytree(CONTENT / "faq", tmp_path / "faq")
    (tmp_path / "faq" / "en" / "my-topic.md").write_text(f"{example}\nPad the strap.\n")
    store, problems = load_faq(tmp_path)
    assert [str(problem) for problem in problems if problem.severity == "error"] == []
    assert store is not None
    assert store.find("chin strap of my helmet is rubbing", "en").topics[0] == "my-topic"


def test_a_broken_file_gives_no_content_at_all() -> None:
    content, problems = load_content(PROJECT / "no-such-folder")
    assert content is None
    assert len({problem.path.name for problem in problems}) >= 5
