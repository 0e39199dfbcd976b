import pytest

from bot.domain.warning_signs import describes_signs


@pytest.mark.parametrize(
    "text",
    [
        "When it gets bad I think about dying",
        "thoughts of suicide, not sleeping, I stop answering messages",
        "I start thinking that everybody would be better off without me",
        "Usually it begins with wanting to cut",
        "wanting to disappear",
        "Last time I stopped eating and thought about ending it",
        "cuando pienso en morirme",
        "jab marne ke khayal aane lagein",
    ],
)
def test_a_habit_is_a_sign(text: str) -> None:
    assert describes_signs(text)


@pytest.mark.parametrize(
    "text",
    [
        "I want to die",
        "i want to kill myself",
        "When it gets bad I think about dying, like today",
        "I stop eating. I want to die.",
        "I stop eating, and I don't want to live",
        "thoughts of suicide right now",
        "I start to cry and I can't go on",
        "i'm thinking about ending it",
        "usually I cope but tonight it is too much",
        "please help, I always think of dying",
        "quiero morirme cuando estoy sola",
        "مجھے جب برا لگے تو مرنا چاہتی ہوں",
        "suicide",
        "",
    ],
)
def test_what_may_be_now_is_heard_as_ever(text: str) -> None:
    assert not describes_signs(text)
