"""The syllable rules against words that were counted by hand, and the grade against textstat."""

import pytest

from bot.catalog.checks.reading_grade import grade, syllables

COUNTED = {
    1: "take takes asked eyes skin hour hours sure cheese rules used changed dose lose shoes goes "
    "guard build fruit juice read years weight great sea tea each guide joint dry oil "
    "throat bruise",
    2: "wanted little boxes diet fluid doing doctor capsule sunscreen severe region special tired "
    "safely hopeful treatment waxing laser headache vision people able table tested changes being "
    "create trial million question nation breathing quiet every",
    3: "diary video radio pregnancy ambulance medical usual previous prescription management "
    "allergic vitamin nausea surgery area reaction serious period genuine annual suicide",
    4: "contraception moisturizer emergency cholesterol diarrhea tetracycline reality material "
    "situation suicidal society variety anxiety usually",
    5: "dermatologist immediately antibiotic",
    6: "isotretinoin",
}


@pytest.mark.parametrize("count", COUNTED)
def test_syllables_as_counted_by_hand(count: int) -> None:
    assert {word: syllables(word) for word in COUNTED[count].split()} == dict.fromkeys(
        COUNTED[count].split(), count
    )


def test_the_formula() -> None:
    # 10 words, 2 sentences, 12 syllables: 0.39 * 5 + 11.8 * 1.2 - 15.59
    text = "The doctor can see you now. Take it with food."
    assert grade(text) == pytest.approx(0.39 * 5 + 11.8 * 1.1 - 15.59)


def test_harder_text_has_a_higher_grade() -> None:
    easy = "Use a lip balm. Put it on before you go out."
    hard = "Emollient application preceding environmental exposure is universally recommended."
    assert grade(easy) < 3 < 12 < grade(hard)


def test_a_list_item_is_a_sentence_and_nothing_is_grade_zero() -> None:
    assert grade("• one two three\n• four five six") < grade("one two three four five six")
    assert grade("") == grade("🙂 …") == 0.0


def test_near_textstat_where_its_dictionary_is_at_hand() -> None:
    textstat = pytest.importorskip("textstat")
    nltk = pytest.importorskip("nltk")
    try:
        nltk.data.find("corpora/cmudict")
    except LookupError:
        pytest.skip("textstat needs a dictionary that would have to be downloaded")
    text = "Your skin can burn faster. Use a lotion for the sun. Put it on before you go out."
    assert grade(text) == pytest.approx(textstat.textstat.flesch_kincaid_grade(text), abs=1.0)
