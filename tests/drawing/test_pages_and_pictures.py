"""What comes out of the drawing process, opened again: language, direction, every letter."""

from __future__ import annotations

import io
import logging
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import replace

import numpy as np
import pypdfium2
import pytest
from fontTools.ttLib import TTFont
from numpy.typing import NDArray
from PIL import Image

from bot.catalog.content import Content
from bot.domain.bidi import is_right_to_left
from bot.domain.history import Mark
from bot.domain.picture import Shape
from bot.drawing.fonts import families, file_of
from bot.drawing.marks import DARK, LIGHT, LOOKS, Theme
from bot.drawing.pages import lay_out
from bot.drawing.picture import draw
from bot.views.daily_mood import MOODS
from bot.views.progress import LONGEST_CAPTION, PERSONAL, caption
from tests.drawing.languages import LANGUAGES, a_year, pages_in, picture_in, store_of

ALPHABET = "آابپتٹثجچحخدڈذرڑزژسشصضطظعغفقکگلمنںوہھءیےئۂۓؤأ۔،؛؟"
EVERY = pytest.mark.parametrize("language", LANGUAGES)


def letters(texts: Iterable[str]) -> set[str]:
    """What is to be seen: neither marks of direction nor spaces."""
    return {
        each for text in texts for each in text if unicodedata.category(each) not in ("Cf", "Zs")
    }


@EVERY
@pytest.mark.parametrize("bold", [False, True], ids=["regular", "bold"])
def test_every_letter_has_a_glyph(content: Content, language: str, bold: bool) -> None:
    known: set[int] = set()
    for family in families(is_right_to_left(language)):
        with TTFont(file_of(family, bold=bold)) as font:
            known |= font.getBestCmap().keys()
    said = letters((*picture_in(content, language).texts(), *pages_in(content, language).texts()))
    assert {each for each in said if ord(each) not in known} == set()


def test_a_whole_word_of_urdu_is_in_one_font() -> None:
    with TTFont(file_of(families(right_to_left=True)[0])) as font:
        known = font.getBestCmap()
    assert [
        each
        for each in "آابپتٹثجچحخدڈذرڑزژسشصضطظعغفقکگلمنںوہھءیےئۂۓؤأ۔،؛؟"
        if ord(each) not in known
    ] == []


# Pages.


def words_of(pdf: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(pdf)
    try:
        found = []
        for page in document:
            text = page.get_textpage()
            found.append(unicodedata.normalize("NFKC", text.get_text_range()))
            text.close()
        return found
    finally:
        document.close()


def pixels_of(pdf: bytes, number: int = 0) -> NDArray[np.uint8]:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return np.asarray(document[number].render(scale=1.2, grayscale=True).to_pil())
    finally:
        document.close()


@EVERY
def test_a_year_is_two_pages_in_her_language_without_a_missing_letter(
    content: Content, language: str, caplog: pytest.LogCaptureFixture
) -> None:
    report = pages_in(content, language)
    with caplog.at_level(logging.WARNING):
        pdf = lay_out(report)
    ink = pixels_of(pdf) < 128
    title = ink[: ink.shape[0] // 14]
    left, right = title[:, : title.shape[1] // 2].sum(), title[:, title.shape[1] // 2 :].sum()
    assert (right > left) == is_right_to_left(language)
    assert title.sum() > 200
    assert [each.getMessage() for each in caplog.records if each.name.startswith("fpdf")] == []
    pages = words_of(pdf)
    assert len(pages) == 2
    text = re.sub(r"\s+", " ", " ".join(pages))
    if language == "ur":
        # Letters come out in the order of the page; what matters is which ones are there.
        arabic = [each for each in text if unicodedata.bidirectional(each) == "AL"]
        assert len(arabic) > 1500
        assert {"ہ", "ے", "ں", "ڈ", "گ", "چ"} <= set(arabic)
        assert "Recorded by the patient" not in text
    else:
        for words in (report.title, report.standing, report.sections[0].heading):
            assert words in text
        assert text.count(report.sections[0].lines[0].removeprefix("• ")) == 15
    total = report.sections[2].grid
    assert total is not None
    assert all(figure in text for figure in total.rows[-1][1:])


def test_the_same_record_makes_the_same_file(content: Content) -> None:
    report = replace(pages_in(content, "es"), sections=pages_in(content, "es").sections[1:3])
    assert lay_out(report) == lay_out(report)


# Pictures.


def image_of(content: Content, language: str, **choices: bool) -> NDArray[np.uint8]:
    with Image.open(io.BytesIO(draw(picture_in(content, language, **choices)))) as image:
        return np.asarray(image.convert("RGB"))


@pytest.mark.parametrize(
    ("language", "dark"),
    [("en", False), ("es", True), ("ur", False)],
    ids=["en-light", "es-dark", "ur-light"],
)
def test_a_year_is_one_picture_without_a_missing_letter(
    content: Content, language: str, dark: bool
) -> None:
    # matplotlib warns of a letter that no font has, and warnings are errors here.
    pixels = image_of(content, language, dark=dark)
    theme = DARK if dark else LIGHT
    for mark in (*(each for each in Mark if each is not Mark.OPEN), *MOODS):
        assert drawn_in(pixels, theme.colours[mark]) > 100, mark
    height, width, _ = pixels.shape
    assert width == 1080
    assert height < 3 * width  # what a phone shows without cutting it
    title = pixels[40:100].astype(int)
    ink = np.abs(title - title[0, 0]).sum(axis=2) > 200
    left, right = ink[:, : width // 2].sum(), ink[:, width // 2 :].sum()
    assert (right > left) == is_right_to_left(language)


def drawn_in(pixels: NDArray[np.uint8], colour: str) -> int:
    wanted = np.array([int(colour[at : at + 2], 16) for at in (1, 3, 5)])
    return int((np.abs(pixels.astype(int) - wanted).sum(axis=2) < 12).sum())


def test_every_mark_has_a_shape_of_its_own() -> None:
    doses = [(str(LOOKS[each].marker), LOOKS[each].filled) for each in Mark]
    shapes = [str(LOOKS[each].marker) for each in Shape]
    faces = [str(LOOKS[each].marker) for each in MOODS]
    for group in (doses, shapes, faces):
        assert len(set(group)) == len(group)


def luminance(colour: str) -> float:
    """Relative luminance (WCAG 2.2)."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_words_and_marks_stand_out(theme: Theme) -> None:
    def contrast(one: str, other: str) -> float:
        light, dark = sorted((luminance(one), luminance(other)), reverse=True)
        return (light + 0.05) / (dark + 0.05)

    assert contrast(theme.ink, theme.paper) >= 7
    assert contrast(theme.faint, theme.paper) >= 4.5
    # WCAG 1.4.11: what carries a meaning, against what it stands on.
    assert min(contrast(colour, theme.cell) for colour in theme.colours.values()) >= 3


@EVERY
def test_the_caption_fits_and_nothing_personal_is_on_picture_or_caption(
    content: Content, language: str
) -> None:
    say, store, year = content.messages.say(language), store_of(content, language), a_year()
    message = caption(say, store, year, weeks=0, dark=False)
    assert len(message.html) <= LONGEST_CAPTION
    assert "/report" in message.html
    personal = [each.name for each in store.symptoms if not PERSONAL.isdisjoint(each.areas)]
    shown = "\n".join((*picture_in(content, language).texts(), message.html))
    assert [name for name in personal if name in shown] == []
    for mark, count in year.counts().items():
        assert (str(count) in message.html) or not count, mark
