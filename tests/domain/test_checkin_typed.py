"""Typed answers: what counts as an option, and what is asked again."""

import pytest

from bot.domain.instrument import Option
from bot.domain.typed_option import match_option
from tests.domain.test_checkin_flow import LIBRARY

FREQUENCY = LIBRARY.latest("phq9").items[0].options
YES_NO = LIBRARY.latest("asq").items[0].options
DIFFICULTY = LIBRARY.latest("phq9").item("phq9-difficulty").options


@pytest.mark.parametrize(
    ("options", "text", "code"),
    [
        (FREQUENCY, "Nearly every day", "3"),
        (FREQUENCY, "nearly everyday?", None),
        (FREQUENCY, "nearly evry day!!", "3"),
        (FREQUENCY, "NOT AT ALL.", "0"),
        (FREQUENCY, "not at al", "0"),
        (FREQUENCY, "3", "3"),
        (FREQUENCY, "0", "0"),
        (FREQUENCY, "4", None),
        (FREQUENCY, "several", "1"),
        (FREQUENCY, "more than half the days", "2"),
        (FREQUENCY, "more then half the days", "2"),
        (FREQUENCY, "not nearly every day", None),
        (FREQUENCY, "not", None),
        (FREQUENCY, "not every day", None),
        (FREQUENCY, "days", None),
        (FREQUENCY, "not at all and nearly every day", None),
        (FREQUENCY, "", None),
        (FREQUENCY, "🙃", None),
        (YES_NO, "yes", "yes"),
        (YES_NO, "Y", "yes"),
        (YES_NO, "Yeah", "yes"),
        (YES_NO, "n", "no"),
        (YES_NO, "no.", "no"),
        (YES_NO, "no yes", None),
        (YES_NO, "yes no", None),
        (YES_NO, "not really", None),
        (YES_NO, "maybe", None),
        (YES_NO, "1", None),
        (YES_NO, "now", None),
        (YES_NO, "know", None),
        (YES_NO, "yet", None),
        (DIFFICULTY, "extremely", "3"),
        (DIFFICULTY, "not dificult at all", "0"),
        (DIFFICULTY, "difficult", None),
    ],
)
def test_match(options: tuple[Option, ...], text: str, code: str | None) -> None:
    found = match_option(text, options)
    assert (found.code if found else None) == code


def test_two_options_that_fit_equally_are_not_guessed() -> None:
    options = (Option("a", 0, "rarely ever"), Option("b", 1, "rarely even"))
    assert match_option("rarely evet", options) is None


ALL_OPTIONS = sorted(
    {item.options for sheet in LIBRARY.instruments for item in sheet.items},
    key=lambda options: options[0].text,
)


@pytest.mark.parametrize("options", ALL_OPTIONS, ids=lambda options: options[0].text)
def test_every_answer_is_understood_as_printed_and_never_when_negated(
    options: tuple[Option, ...],
) -> None:
    for option in options:
        for form in (option.text, *option.aliases):
            assert match_option(f" {form.upper()}!? ", options) == option
            for negation in ("not", "no", "never", "dont"):
                assert match_option(f"{negation} {form}", options) is None
