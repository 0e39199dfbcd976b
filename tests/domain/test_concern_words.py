import pytest

from tests.content.concern_detector import detector


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("I don’t want", "i do not want"),
        ("i cant", "i can not"),
        ("wanna die", "want to die"),
        ("k m s", "kms"),
        ("s u i c i d e", "suicide"),
        ("k.m.s", "kms"),
        ("su1c1de", "suicide"),
        ("s*icide", "suicide"),
        ("k!ll myself", "kill myself"),
        ("un@live", "unalive"),
        ("dieeeee", "die"),
        ("killl", "kill"),
        ("sucidal", "suicidal"),
        ("pregnent", "pregnant"),
        ("iwanttodie", "i want to die"),
        ("killmyself", "kill myself"),
        ("wаnt tо diе", "want to die"),  # Cyrillic letters
        ("ｄｉｅ", "die"),
        ("𝓭𝓲𝓮", "die"),
        ("d\u200bi\u2060e", "die"),
        ("\u202edie\u202c", "die"),
        ("DIE", "die"),
        ("morír", "morir"),
        ("i want\nto\ndie", "i want to die"),
        ("i just want to... die", "i just want to die"),
        ("🔪", "emoji_knife"),
        ("مَرنا", "مرنا"),
        ("يكى", "یکی"),
        ("my mom's pills", "my mother capsules"),
        ("my weeks", "my weeks"),
    ],
)
def test_reads_real_writing(typed: str, read: str) -> None:
    assert detector().read(typed).strip(" .?") == read


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("One. Two", ". one . two ."),
        ("What? Yes!", ". what ? yes ."),
        ("one\n\ntwo", ". one . two ."),
        ("3.5 mg", ". 3 . 5 mg ."),
    ],
)
def test_keeps_the_ends_of_sentences(typed: str, read: str) -> None:
    assert detector().read(typed) == read


@pytest.mark.parametrize("word", ["skill", "diet", "visit", "swallow", "blink", "week", "still"])
def test_leaves_ordinary_words_alone(word: str) -> None:
    assert word in detector().read(f"my {word} is").split()


def test_a_word_repeated_without_end_is_read_three_times() -> None:
    assert detector().read("die " * 1000).split().count("die") == 3
