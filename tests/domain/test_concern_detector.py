import json
from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.concern.detector import Detector
from bot.domain.concern.finding import NOTHING, Finding, Label, Outcome, When, Whose, cli_tier
from bot.domain.concern.pattern import Compiler, Pattern
from bot.domain.concern.rules import Guard, Rule, RuleSet
from bot.domain.concern.words import Lexicon
from bot.domain.tier import Tier
from tests.content.concern_detector import detector

COMPILER = Compiler({}, str.lower)


def patterns(*sources: str) -> tuple[Pattern, ...]:
    return tuple(COMPILER.compile(source) for source in sources)


def small(*, scorer: object = None) -> Detector:
    rules = (
        Rule("die", Label.SUICIDE, Tier.CONTACT_NOW, Outcome.CERTAIN, patterns("want to die")),
        Rule("maybe", Label.SUICIDE, Tier.EMERGENCY, Outcome.POSSIBLE, patterns("bridge")),
        Rule("chest", Label.PHYSICAL, Tier.EMERGENCY, Outcome.CERTAIN, patterns("chest pain")),
        Rule(
            "head",
            Label.PHYSICAL,
            Tier.CONTACT_NOW,
            Outcome.CERTAIN,
            all_of=(patterns("headache"), patterns("vomiting")),
            within=5,
        ),
        Rule(
            "past",
            Label.SUICIDE,
            Tier.CONTACT_NOW,
            Outcome.CERTAIN,
            patterns("tried to die"),
            when=When.PAST,
        ),
        Rule(
            "other",
            Label.SUICIDE,
            Tier.CONTACT_NOW,
            Outcome.CERTAIN,
            patterns("she ... want to die"),
            whose=Whose.OTHER,
        ),
    )
    guards = (
        Guard("denial", frozenset({Label.SUICIDE}), patterns("not want to die")),
        Guard(
            "leaflet",
            frozenset(Label),
            patterns("leaflet says"),
            sentence=True,
            unless=patterns("i have"),
        ),
    )
    lexicon = Lexicon({}, frozenset(), frozenset("want to die chest pain".split()))
    return Detector(RuleSet(rules, guards, lexicon), scorer)  # type: ignore[arg-type]


def why(text: str) -> tuple[str, ...]:
    return small().detect(text).why


def test_a_guard_covers_its_own_phrase_only() -> None:
    assert why("I do not want to die") == ()
    assert why("I do not want to die. I want to die") == ("die",)
    assert why("I do not want to die but want to die") == ("die",)


def test_a_guard_covers_only_the_labels_it_names() -> None:
    assert why("not want to die, chest pain") == ("chest",)


def test_a_sentence_guard_covers_its_sentence_unless_it_is_a_report() -> None:
    assert why("The leaflet says chest pain. Fine") == ()
    assert why("The leaflet says so. Chest pain") == ("chest",)
    assert why("The leaflet says chest pain and I have it") == ("chest",)


def test_parts_of_a_combination_must_stand_near_each_other() -> None:
    assert why("headache. Also vomiting") == ("head",)
    assert why("headache a b c d e f g h vomiting") == ()
    assert why("headache") == ()


def test_certain_beats_possible_and_the_higher_tier_holds() -> None:
    found = small().detect("I want to die, on the bridge")
    assert (found.outcome, found.tier) == (Outcome.CERTAIN, Tier.EMERGENCY)
    assert found.why == ("die", "maybe")


def test_says_about_whom_and_when() -> None:
    assert small().detect("she told me want to die").whose is Whose.OTHER
    assert small().detect("she told me, i want to die").whose is Whose.SELF
    assert small().detect("i tried to die").when is When.PAST
    assert small().detect("i tried to die and want to die").when is When.PRESENT


def test_a_scorer_raises_none_to_possible_and_nothing_else() -> None:
    def sure(text: str, cues: object) -> Mapping[Label, float]:
        return {Label.PHYSICAL: 0.9}

    def unsure(text: str, cues: object) -> Mapping[Label, float]:
        return {Label.PHYSICAL: 0.1}

    raised = small(scorer=sure).detect("hello")
    assert (raised.outcome, raised.label, raised.why) == (
        Outcome.POSSIBLE,
        Label.PHYSICAL,
        ("scorer.physical",),
    )
    assert small(scorer=unsure).detect("hello") == NOTHING
    assert small(scorer=sure).detect("I want to die") == small().detect("I want to die")


@pytest.mark.parametrize(
    ("tier", "word"),
    [
        (Tier.EMERGENCY, "emergency"),
        (Tier.CONTACT_NOW, "urgent"),
        (Tier.SELF_CARE, "routine"),
        (Tier.WITHIN_24H, "routine"),
    ],
)
def test_the_command_line_has_three_words(tier: Tier, word: str) -> None:
    assert cli_tier(Finding(Outcome.CERTAIN, Label.PHYSICAL, tier)) == word


def test_enums_print_as_plain_words() -> None:
    assert json.dumps([Label.SEVERE_MOOD, Outcome.POSSIBLE]) == '["severe_mood", "possible"]'


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(), max_size=300))
def test_any_text_gets_the_same_answer_twice(text: str) -> None:
    assert detector().detect(text) == detector().detect(text)


@settings(max_examples=40, deadline=None)
@given(st.text(st.characters(), max_size=200), st.text(st.characters(), max_size=100))
def test_nothing_before_or_after_a_plain_sentence_hides_it(before: str, after: str) -> None:
    found = detector().detect(f"{before}\n\nI want to die.\n\n{after}")
    assert found.outcome is Outcome.CERTAIN
    assert found.tier.escalates


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\ud800",
        "\0" * 500,
        "\u202e" * 4096,
        "😀" * 4096,
        "\ufdfa" * 4000,
        "a" * 100_000,
        "die " * 1024,
        "not " * 1024,
        "*" * 4096,
        "a1" * 2048,
        "no chest pain or " * 240,
    ],
    ids=range(12),
)
def test_strange_texts_get_an_answer(text: str) -> None:
    assert isinstance(detector().detect(text), Finding)


@pytest.mark.parametrize("filler", ["😀", "\ufdfa", "word ", "א"])
def test_the_end_of_a_full_length_message_is_read(filler: str) -> None:
    ending = " . I want to die"
    text = (filler * 4096)[: 4096 - len(ending)] + ending
    assert detector().detect(text).outcome is Outcome.CERTAIN
