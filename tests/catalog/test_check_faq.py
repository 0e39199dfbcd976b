"""Each rule about topics, questionnaires, contacts and claims fails on a small broken copy."""

import shutil
from datetime import date, timedelta
from pathlib import Path

import pytest

from bot.catalog.checks.contact_rules import check_contacts, live_contacts
from bot.catalog.checks.faq_rules import check_faq, patient_texts, read_topics, signed_topics
from bot.catalog.checks.finding import Finding, Rule
from bot.catalog.checks.forbidden import PatientText, forbidden_claims, load_claims
from bot.catalog.checks.instrument_rules import MARKS, check_instruments
from bot.catalog.checks.signed_entries import signed_entries
from bot.catalog.contacts import load_contacts
from bot.catalog.questionnaires import load_questionnaires
from bot.domain.contacts import Voucher
from bot.settings import PROJECT

CONTENT = PROJECT / "content"
TODAY = date(2026, 3, 1)
TOPIC = """---
id: lips
group: skin
title: Dry lips
short: Use a balm often, and see a doctor when cracks bleed.
aliases: [lips]
questions: [why are my lips dry]
sources:
  - {organisation: NHS, title: Isotretinoin capsules, year: 2023}
reviewed_by: null
reviewed_on: null
next_review: null
---
Use a lip balm **often**. Put it on before the sun.

It helps to have one in your bag.
"""


def topics(folder: Path, text: str = TOPIC) -> list[Finding]:
    (folder / "en").mkdir()
    (folder / "en" / "lips.md").write_text(text)
    return check_faq(folder, read_topics(folder), ("en", "es"), TODAY)


def said(findings: list[Finding], rule: Rule) -> list[str]:
    return [
        f"{each.problem.severity} {each.problem.path.name}:{each.problem.line} {each.problem.text}"
        for each in findings
        if each.rule is rule
    ]


def test_a_good_topic_is_only_unsigned_and_alone(tmp_path: Path) -> None:
    findings = topics(tmp_path)
    assert said(findings, Rule.REVIEW) == ["warning lips.md:10 no clinician has signed this topic"]
    assert said(findings, Rule.LANGUAGES) == [
        "warning en:0 1 English topics; the questions that people ask need 75",
        "warning es:0 1 of 1 topics are not in this language; patients read those in English",
    ]
    assert not any(each.is_error for each in findings)


@pytest.mark.parametrize(
    ("text", "rule", "line"),
    [
        pytest.param(
            TOPIC.replace("It helps", "Concomitant administration necessitates extraordinarily "
            "comprehensive dermatological supervision. It helps"),
            Rule.READING, "error lips.md:0 reading grade", id="hard-to-read",
        ),
        pytest.param(
            TOPIC.replace("reviewed_by: null", "reviewed_by: Dr. Ann Lee")
            .replace("reviewed_on: null", "reviewed_on: 2025-01-10")
            .replace("next_review: null", "next_review: 2026-01-10"),
            Rule.REVIEW, "warning lips.md:10 the review that Dr. Ann Lee planned for 2026-01-10",
            id="overdue",
        ),
        pytest.param(
            TOPIC.replace("reviewed_by: null", "reviewed_by: Dr. Ann Lee")
            .replace("reviewed_on: null", "reviewed_on: 2026-01-10")
            .replace("next_review: null", "next_review: 2026-01-10"),
            Rule.REVIEW, "error lips.md:10 the next review (2026-01-10) must be after",
            id="review-on-the-same-day",
        ),
    ],
)  # fmt: skip
def test_each_topic_rule(tmp_path: Path, text: str, rule: Rule, line: str) -> None:
    assert any(each.startswith(line) for each in said(topics(tmp_path, text), rule))


def test_signed_topics_are_counted(tmp_path: Path) -> None:
    topics(
        tmp_path,
        TOPIC.replace("reviewed_by: null", "reviewed_by: Dr. Ann Lee")
        .replace("reviewed_on: null", "reviewed_on: 2026-01-10")
        .replace("next_review: null", "next_review: 2027-01-10"),
    )
    counts = signed_topics(read_topics(tmp_path))
    assert (counts.signed, counts.texts) == (1, 1)


CLAIMS, _ = load_claims(CONTENT / "forbidden.yaml")


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("It cures acne.", "cure"),
        ("It is not a cure.", None),
        ("It cures. That is not a promise.", "cure"),
        ("Results are guaranteed.", "guarantee"),
        ("Nobody can guarantee that.", None),
        ("You're fine.", "reassurance"),
        ("You’re fine.", "reassurance"),
        ("I cannot tell you that you are fine.", None),
        ("Your doctor has been told.", "false-oversight"),
        ("Best price, order now!", "advert"),
        ("Please increase your dose.", "dose-advice"),
        ("Only your prescriber may increase your dose.", None),
        ("It should be avoided in pregnancy.", "weak-on-pregnancy"),
        ("It REMOVES scars.", "scars-vanish"),
        ("This is secured.", None),
        ("A successful suicide.", "blame"),
    ],
)
def test_forbidden_claims(tmp_path: Path, text: str, claim: str | None) -> None:
    path = tmp_path / "topic.md"
    path.write_text(f"first line\n{text}\n", encoding="utf-8")
    problems = list(forbidden_claims([PatientText(path, 1, "topic", "en", text)], CLAIMS))
    assert [problem.text.split("(")[1].split(")")[0] for problem in problems] == (
        [claim] if claim else []
    )
    assert all(problem.line == 2 for problem in problems)


def test_a_claim_is_allowed_where_a_topic_explains_it(tmp_path: Path) -> None:
    path = tmp_path / "topic.md"
    path.write_text("Will it cure me?")
    text = PatientText(path, 1, "cure-permanent", "en", "Will it cure me?")
    assert not list(forbidden_claims([text], CLAIMS))


def test_patients_own_words_are_not_our_claims(tmp_path: Path) -> None:
    topics(tmp_path, TOPIC.replace("why are my lips dry", "is it a guaranteed cure"))
    texts = list(patient_texts(read_topics(tmp_path)))
    assert not list(forbidden_claims(texts, CLAIMS))
    topics_text = TOPIC.replace("It helps", "It is a guaranteed help")
    (tmp_path / "en" / "lips.md").write_text(topics_text)
    problems = list(forbidden_claims(patient_texts(read_topics(tmp_path)), CLAIMS))
    assert [(problem.path.name, problem.line) for problem in problems] == [("lips.md", 16)]


def test_a_changed_word_of_a_questionnaire_is_an_error(tmp_path: Path) -> None:
    shutil.copytree(CONTENT / "questionnaires", tmp_path, dirs_exist_ok=True)
    path = tmp_path / "asq-v1.yaml"
    path.write_text(path.read_text().replace("wished you were dead", "felt a little low"))
    library, _ = load_questionnaires(tmp_path)
    assert library is not None
    (problem,) = said(check_instruments(tmp_path, library, ("en",)), Rule.VERBATIM)
    line = next(
        number
        for number, text in enumerate((tmp_path / MARKS).read_text().splitlines(), start=1)
        if text.startswith("asq-v1")
    )
    assert problem.startswith(f"error {MARKS}:{line} the words of asq-v1 are not those")


def test_a_questionnaire_without_a_mark_and_without_a_translation(tmp_path: Path) -> None:
    shutil.copytree(CONTENT / "questionnaires", tmp_path, dirs_exist_ok=True)
    (tmp_path / MARKS).write_text("gone-v1 0123456789abcdef\n")
    library, _ = load_questionnaires(tmp_path)
    assert library is not None
    findings = check_instruments(tmp_path, library, ("en", "ur"))
    verbatim = said(findings, Rule.VERBATIM)
    assert len(verbatim) == len(library.instruments) + 1
    assert f"error {MARKS}:1 there is no gone-v1.yaml any more; stored answers may refer to it" in (
        verbatim
    )
    languages = said(findings, Rule.LANGUAGES)
    assert len(languages) == len(library.instruments)
    assert all("no official wording in 'ur'" in line for line in languages)


def test_contacts_that_nobody_verified_are_listed_with_their_lines() -> None:
    path = CONTENT / "contacts.yaml"
    book, _ = load_contacts(path)
    assert book is not None
    findings = check_contacts(path, book, TODAY, None)
    assert findings[0].problem.text.startswith("no crisis line can be shown yet in")
    lines = path.read_text(encoding="utf-8").splitlines()
    for each in findings[1:]:
        name = each.problem.text.split(" ")[0]
        assert lines[each.problem.line - 1].strip() == f"- id: {name}"
    assert live_contacts(book, TODAY, None).signed == 0
    fresh = Voucher("Ann Lee", TODAY, frozenset({"all"}))
    assert len(check_contacts(path, book, TODAY, fresh)) < len(findings)
    assert live_contacts(book, TODAY, fresh).signed > 0
    stale = Voucher("Ann Lee", TODAY - timedelta(days=91), frozenset({"all"}))
    assert live_contacts(book, TODAY, stale).signed == 0


def test_reviewed_keys_are_counted_wherever_they_stand(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("reviewed: Ann Lee, 2026-01-10\nitems:\n  - reviewed: null\n  - reviewed:\n")
    counts, problems = signed_entries([path])
    assert (counts.signed, counts.texts) == (1, 3)
    assert [problem.line for problem in problems] == [3, 4]
