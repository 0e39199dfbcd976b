"""When a language is offered, what it may lack, and what a promise of completeness changes."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.catalog.message_files import load_messages
from bot.catalog.messages import MissingText
from bot.catalog.source import Problem
from bot.catalog.translation_state import held_to_promises, language_of

UNSIGNED = "### Review state: machine-drafted, not signed\n"
ENGLISH = f"""{UNSIGNED}
hello = Hello {{ $name }}
yes = Yes
both = {{ yes }} or {{ $name }}
"""
SPANISH = f"""{UNSIGNED}
hello = Hola {{ $name }}
yes = Sí
both = {{ yes }} o {{ $name }}
"""


def messages(folder: Path, spanish: str, english: str = ENGLISH) -> Path:
    for language, text in {"en": english, "es": spanish}.items():
        (folder / "messages" / language).mkdir(parents=True)
        (folder / "messages" / language / "main.ftl").write_text(text, encoding="utf-8")
    (folder / "messages" / "en" / "care-team.ftl").write_text(f"{UNSIGNED}\nteam-hello = Team\n")
    return folder / "messages"


def test_a_language_that_says_everything_is_offered(tmp_path: Path) -> None:
    found, problems = load_messages(messages(tmp_path, SPANISH))
    assert found is not None
    assert problems == []
    assert found.languages == ("en", "es")
    assert found.say("es")("both", name="Ann") == "Sí o Ann"
    assert found.say("es")("team-hello") == "Team"
    assert found.say("fr").language == "en"


@pytest.mark.parametrize(
    ("spanish", "said"),
    [
        pytest.param(
            SPANISH.replace("yes = Sí\n", ""), "1 of 4 messages are missing", id="missing"
        ),
        pytest.param(SPANISH.replace("Hola { $name }", "Hola"), "$name of the English", id="lost"),
        pytest.param(
            SPANISH.replace("yes = Sí", "yes = Sí { $who }"),
            "$who is not in the English",
            id="extra",
        ),
        pytest.param(SPANISH + "more = Más\n", "English has no message 'more'", id="stray"),
        pytest.param(SPANISH.replace("Hola { $name }", "Hola { $name"), "not valid", id="broken"),
        pytest.param(SPANISH + "yes = Si\n", "stands twice", id="twice"),
    ],
)
def test_a_language_with_a_fault_is_said_in_english_where_it_has_it(
    tmp_path: Path, spanish: str, said: str
) -> None:
    found, problems = load_messages(messages(tmp_path, spanish))
    assert found is not None, "no fault of a translation keeps the bot from starting"
    assert any(said in each.text for each in problems)
    assert {each.severity for each in problems} == {"warning"}
    say = found.say("es")
    assert say("hello", name="Ann") in {"Hola Ann", "Hello Ann"}
    assert say("yes") in {"Sí", "Yes"}
    assert say("both", name="Ann").endswith(" Ann")
    assert ("es" in found.languages) == (said == "stands twice")
    with pytest.raises(MissingText):
        say("nobody-wrote-this")


@pytest.mark.parametrize(
    ("spoken", "default", "language"),
    [("es-MX", "en", "es"), ("ES", "en", "es"), ("de", "es", "es"), (None, "xx", "en")],
)
def test_the_language_that_is_offered_first(
    tmp_path: Path, spoken: str | None, default: str, language: str
) -> None:
    found, _ = load_messages(messages(tmp_path, SPANISH))
    assert found is not None
    assert found.offered(spoken, default) == language


@pytest.mark.parametrize(
    ("name", "language"),
    [
        ("messages/es/main.ftl", "es"),
        ("messages/es", "es"),
        ("faq/ur/lips.md", "ur"),
        ("faq/ur", "ur"),
        ("symptoms/translations/es.yaml", "es"),
        ("faq/en/lips.md", None),
        ("faq/groups.yaml", None),
        ("contacts.yaml", None),
    ],
)
@pytest.mark.parametrize("complete", [True, False], ids=["complete", "in-the-making"])
def test_a_promise_makes_a_warning_an_error(
    tmp_path: Path, name: str, language: str | None, complete: bool
) -> None:
    path = tmp_path / name
    assert language_of(tmp_path, path) == language
    if complete and language:
        (tmp_path / "messages" / language).mkdir(parents=True)
        (tmp_path / "messages" / language / "complete").touch()
    (problem,) = held_to_promises(tmp_path, [Problem(path, 1, "text", "warning")])
    assert (problem.severity == "error") == (complete and language is not None)
