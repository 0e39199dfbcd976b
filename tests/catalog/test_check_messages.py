"""Each rule about messages fails on a small broken copy, with its file and line."""

from datetime import date
from pathlib import Path

import pytest

from bot.catalog.checks.finding import Finding, Rule
from bot.catalog.checks.fluent_files import read_fluent
from bot.catalog.checks.message_rules import check_messages, signed_messages
from bot.catalog.checks.message_uses import read_uses

TODAY = date(2026, 3, 1)
UNSIGNED = "### Review state: machine-drafted, not signed\n"
GOOD = f"""{UNSIGNED}
# Shown with the numbers.
help = Call {{ $number }}. {{ machine }}
machine = I am a <b>program</b>.
yes = Yes
count = {{ $days ->
    [one] one day
   *[other] {{ $days }} days
}}
mood-good = Good
mood-low = Low
"""
CODE = """
def view(say, mood):
    say("help", number="1")
    say("count", days=2)
    Button(say.plain("yes"))
    say(f"mood-{mood}")
"""


def check(folder: Path, english: str = GOOD, code: str = CODE, **languages: str) -> list[Finding]:
    (folder / "bot").mkdir()
    (folder / "bot" / "view.py").write_text(code)
    for language, text in {"en": english, **languages}.items():
        (folder / "messages" / language).mkdir(parents=True)
        (folder / "messages" / language / "main.ftl").write_text(text, encoding="utf-8")
    return check_messages(read_fluent(folder / "messages"), read_uses(folder / "bot"), TODAY)


def only(findings: list[Finding], rule: Rule) -> list[str]:
    """`severity file:line text` of the findings of a rule."""
    return [
        f"{each.problem.severity} {each.problem.path.name}:{each.problem.line} {each.problem.text}"
        for each in findings
        if each.rule is rule
    ]


def test_good_messages_are_only_unsigned(tmp_path: Path) -> None:
    findings = check(tmp_path)
    assert [each.rule for each in findings] == [Rule.REVIEW]
    assert not findings[0].is_error


@pytest.mark.parametrize(
    ("english", "rule", "said"),
    [
        pytest.param(
            GOOD.replace("</b>", ""), Rule.FORMATTING, "error main.ftl:5 machine: <b> is never",
            id="tag-never-closed",
        ),
        pytest.param(
            GOOD.replace("<b>program</b>", "<h1>program</h1>"), Rule.FORMATTING,
            "error main.ftl:5 machine: </h1> is not allowed", id="tag-unknown-to-telegram",
        ),
        pytest.param(
            GOOD.replace("a <b>", "R&D <b>"), Rule.FORMATTING,
            "error main.ftl:5 machine: a single & must", id="bare-ampersand",
        ),
        pytest.param(
            GOOD.replace("days\n}", "days</i>\n}"), Rule.FORMATTING,
            "error main.ftl:7 count: </i> closes nothing", id="only-in-the-plural-branch",
        ),
        pytest.param(
            GOOD.replace("yes = Yes", "yes = <b>Yes</b>"), Rule.FORMATTING,
            "error main.ftl:6 yes: it is shown on a button", id="tags-on-a-button",
        ),
        pytest.param(
            GOOD.replace("{ machine }", "{ robot }"), Rule.VARIABLES,
            "error main.ftl:4 help: there is no message 'robot'", id="quotes-nobody",
        ),
        pytest.param(
            GOOD.replace("<b>program</b>", "{ $kind }"), Rule.VARIABLES,
            "error view.py:3 'help' needs $kind", id="variable-of-a-quoted-message-not-passed",
        ),
        pytest.param(
            GOOD.replace("yes = Yes\n", ""), Rule.IDS,
            "error view.py:5 there is no English message 'yes'", id="code-says-what-is-not-there",
        ),
        pytest.param(
            GOOD.replace("mood-good = Good\nmood-low = Low\n", ""), Rule.IDS,
            "error view.py:6 no English message is called like 'mood-{}'", id="no-id-of-that-shape",
        ),
        pytest.param(
            GOOD + "spare = Nobody says this.\n", Rule.IDS,
            "warning main.ftl:13 'spare' is said nowhere", id="said-nowhere",
        ),
        pytest.param(
            GOOD.replace("a <b>", "a" * 4_100 + "<b>"), Rule.LENGTH,
            "error main.ftl:5 machine: about 4", id="longer-than-a-message",
        ),
        pytest.param(
            GOOD.replace("Yes", "Yes " * 20), Rule.LENGTH,
            "warning main.ftl:6 yes: 79 characters do not fit", id="longer-than-a-button",
        ),
        pytest.param(
            GOOD.replace("a <b>", "obligatorily establishing " * 40 + "<b>"), Rule.READING,
            "warning main.ftl:4 help: reading grade", id="hard-to-read",
        ),
        pytest.param(
            GOOD.replace(UNSIGNED, ""), Rule.REVIEW,
            "warning main.ftl:1 no line", id="silent-about-its-review",
        ),
        pytest.param(
            GOOD.replace("machine-drafted, not signed", "fine"), Rule.REVIEW,
            "error main.ftl:1 write", id="review-state-nobody-can-read",
        ),
        pytest.param(
            GOOD.replace(
                "machine-drafted, not signed",
                "signed by Dr. Ann Lee on 2025-01-10, next review 2026-01-10",
            ), Rule.REVIEW,
            "warning main.ftl:1 the review that Dr. Ann Lee planned for 2026-01-10 is overdue",
            id="review-overdue",
        ),
        pytest.param(
            GOOD.replace(
                "machine-drafted, not signed",
                "signed by Dr. Ann Lee on 2027-01-10, next review 2028-01-10",
            ), Rule.REVIEW, "error main.ftl:1 signed by Dr. Ann Lee", id="signed-in-the-future",
        ),
    ],
)  # fmt: skip
def test_each_rule(tmp_path: Path, english: str, rule: Rule, said: str) -> None:
    assert any(line.startswith(said) for line in only(check(tmp_path, english), rule))


def test_a_caption_has_less_room_than_a_message(tmp_path: Path) -> None:
    long = GOOD.replace("Yes", "Yes " * 300)
    code = CODE.replace('Button(say.plain("yes"))', 'Document("a.txt", "", say("yes"))')
    assert only(check(tmp_path, long, code), Rule.LENGTH) == [
        "error main.ftl:6 yes: about 1199 characters on screen; a caption may have 1024"
    ]


def test_an_id_in_two_files_of_one_language(tmp_path: Path) -> None:
    (tmp_path / "messages" / "en").mkdir(parents=True)
    for name in ("a.ftl", "b.ftl"):
        (tmp_path / "messages" / "en" / name).write_text(UNSIGNED + "hello = Hello\n")
    problems = read_fluent(tmp_path / "messages").problems
    assert [(p.path.name, p.line, p.text) for p in problems] == [
        ("b.ftl", 2, "the id 'hello' already stands in a.ftl")
    ]


SPANISH = f"{UNSIGNED}\nhelp = Llame al {{ $number }}. {{ machine }}\nyes = Sí\n"


@pytest.mark.parametrize(
    ("spanish", "rule", "said"),
    [
        pytest.param(
            SPANISH, Rule.LANGUAGES,
            "warning es:0 language not offered yet: 4 of 6 messages are missing", id="incomplete",
        ),
        pytest.param(
            SPANISH.replace("{ $number }", "911"), Rule.VARIABLES,
            "warning main.ftl:3 help: $number of the English message is missing", id="number-lost",
        ),
        pytest.param(
            SPANISH.replace("Sí", "Sí, { $name }"), Rule.VARIABLES,
            "warning main.ftl:4 yes: $name is not in the English message", id="unknown-variable",
        ),
        pytest.param(
            SPANISH + "extra = Más\n", Rule.LANGUAGES,
            "warning main.ftl:5 English has no message 'extra'", id="without-an-original",
        ),
        pytest.param(
            SPANISH.replace(UNSIGNED, "\n"), Rule.REVIEW,
            "error main.ftl:1 no line", id="a-translation-must-say-who-made-it",
        ),
    ],
)  # fmt: skip
def test_languages_against_english(tmp_path: Path, spanish: str, rule: Rule, said: str) -> None:
    assert any(line.startswith(said) for line in only(check(tmp_path, es=spanish), rule))


def test_a_language_that_says_it_is_complete_is_held_to_it(tmp_path: Path) -> None:
    (tmp_path / "messages" / "es").mkdir(parents=True)
    (tmp_path / "messages" / "es" / "complete").touch()
    (tmp_path / "messages" / "es" / "main.ftl").write_text(SPANISH, encoding="utf-8")
    (tmp_path / "messages" / "en").mkdir(parents=True)
    (tmp_path / "messages" / "en" / "main.ftl").write_text(GOOD)
    (tmp_path / "bot").mkdir()
    findings = check_messages(
        read_fluent(tmp_path / "messages"), read_uses(tmp_path / "bot"), TODAY
    )
    missing = only(findings, Rule.LANGUAGES)
    assert len(missing) == 4
    assert "error main.ftl:0 'machine' is missing, and `complete` says that nothing is" in missing


def test_a_file_that_is_no_text_is_left_to_the_loader(tmp_path: Path) -> None:
    (tmp_path / "messages" / "en").mkdir(parents=True)
    (tmp_path / "messages" / "en" / "main.ftl").write_bytes(b"hello = \xff")
    assert read_fluent(tmp_path / "messages").files == ()


def test_signatures_are_counted_by_file(tmp_path: Path) -> None:
    signed = GOOD.replace(
        "machine-drafted, not signed", "signed by Dr. Ann Lee on 2026-01-10, next review 2027-01-10"
    )
    check(tmp_path, signed, es=SPANISH)
    counts = signed_messages(read_fluent(tmp_path / "messages"))
    assert (counts.signed, counts.texts) == (1, 2)


@pytest.mark.parametrize(
    ("code", "found"),
    [
        pytest.param('say("a" if x else "b")', {"a", "b"}, id="either-or"),
        pytest.param('desk.team_say("a")', set(), id="a-method-is-no-voice"),
        pytest.param('team_say("a")', {"a"}, id="another-voice"),
        pytest.param('self.say.plain("a")', {"a"}, id="a-voice-kept"),
        pytest.param("say(name)", set(), id="unknown-until-it-runs"),
        pytest.param('say(f"a-{x}-b")', {"a-{}-b"}, id="a-shape"),
        pytest.param('print(f"a-{x}")', set(), id="not-said"),
    ],
)
def test_what_the_source_says(tmp_path: Path, code: str, found: set[str]) -> None:
    (tmp_path / "view.py").write_text(code)
    assert {use.text for use in read_uses(tmp_path).uses} == found
