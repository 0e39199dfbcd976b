"""Lays a `Report` out as PDF, A4, with fpdf2: letters are shaped by HarfBuzz, and lines run in the
direction of the language. Sizes are millimetres, those of letters points.
"""

from __future__ import annotations

from datetime import UTC, datetime, time

from fpdf import FPDF
from fpdf.enums import Align, XPos, YPos
from fpdf.fonts import TTFFont

from bot.domain.bidi import has_right_to_left
from bot.domain.report import Grid, Report, Section
from bot.drawing.fonts import ARABIC, LATIN, families, file_of

MARGIN = 13.0
LINE = 4.3
LETTERS, SMALL, HEADING, TITLE = 8.4, 7.2, 10.2, 16
GREY, INK, RULE = 90, 20, 190
GAP = 1.5  # between two columns


SCALES = (1.0, 0.88)  # smaller letters, if that keeps it to `MOST_PAGES`
MOST_PAGES = 2


def lay_out(report: Report) -> bytes:
    """The finished PDF."""
    pages = _Pages(report, SCALES[0])
    try:
        pages.fill()
        for scale in SCALES[1:]:
            if pages.page_no() <= MOST_PAGES:
                break
            pages.close_fonts()
            pages = _Pages(report, scale)
            pages.fill()
        return bytes(pages.output())
    finally:
        pages.close_fonts()


class _Pages(FPDF):
    def __init__(self, report: Report, scale: float) -> None:
        super().__init__(format="A4", unit="mm")
        self.report = report
        self.scale = scale
        self.side = Align.R if report.right_to_left else Align.L
        self.first, second = (_name(each) for each in families(report.right_to_left))
        for family in (LATIN, ARABIC):
            for style, bold in (("", False), ("B", True)):
                self.add_font(_name(family), style, file_of(family, bold=bold))
        self.set_fallback_fonts([second], exact_match=False)
        if report.right_to_left or any(map(has_right_to_left, report.texts())):
            # Only then: it takes several times as long. A Latin letter never changes its shape.
            direction, script = ("rtl", "arab") if report.right_to_left else ("ltr", None)
            self.set_text_shaping(
                True, direction=direction, script=script, language=report.language
            )
        self.set_margins(MARGIN, MARGIN, MARGIN)
        self.c_margin = 0  # words and tables stand in line
        self.set_auto_page_break(True, margin=14)
        self.set_lang(report.language)
        self.set_title(report.title)
        self.set_producer("isocompanion")
        # The file is the same whenever it is made from the same record.
        self.set_creation_date(datetime.combine(report.made_on, time(), UTC))

    def fill(self) -> None:
        report = self.report
        self.add_page()
        self.say(report.title, size=TITLE, bold=True, line=8)
        self.say(report.period, grey=True)
        self.ln(1)
        self.say(report.standing, size=SMALL, grey=True, line=3.4)
        self.ln(2)
        for blank in report.blanks:
            self.blank(blank)
        for section in report.sections:
            self.section(section)

    def close_fonts(self) -> None:
        """fpdf2 leaves their files open."""
        for font in self.fonts.values():
            if isinstance(font, TTFFont):
                font.ttfont.close()

    def footer(self) -> None:
        """fpdf2 calls this at the end of each page."""
        self.set_y(-12)
        self.say(f"{self.report.foot}  ·  {self.page_no()}", size=SMALL, grey=True, line=4)

    def say(
        self,
        text: str,
        *,
        size: float = LETTERS,
        bold: bool = False,
        grey: bool = False,
        line: float = LINE,
    ) -> None:
        self.letters(size, bold=bold, grey=grey)
        height = line * self.scale
        self.multi_cell(0, height, text, align=self.side, new_x=XPos.LMARGIN, new_y=YPos.NEXT)

    def letters(self, size: float, *, bold: bool = False, grey: bool = False) -> None:
        """The font from here on. A space is written in it at once: fpdf2 forgets to name it in the
        file when the next words begin with a letter of the other font, and all that follows would
        be shown in the font before, with wrong letters."""
        # Measuring changes the font without a word of it in the file: it is named anew each time.
        self.font_family = ""
        self.set_font(self.first, "B" if bold else "", size * self.scale)
        self.set_text_color(GREY if grey else INK)
        x, y = self.get_x(), self.get_y()
        self.cell(0.1, 0.1, " ")
        self.set_xy(x, y)

    def blank(self, label: str) -> None:
        """A label and a line to write on."""
        self.letters(LETTERS)
        y, width = self.get_y() + 5.5, 42.0
        start = self.w - MARGIN - width if self.report.right_to_left else MARGIN
        self.set_x(start)
        self.cell(width, 6, label, align=self.side)
        left, right = (
            (MARGIN + 60, start - 2) if self.report.right_to_left else (start + width, self.w - 74)
        )
        self.set_draw_color(RULE)
        self.line(left, y, right, y)
        self.ln(6.5)

    def section(self, section: Section) -> None:
        if self.will_page_break(5 * LINE + 6):
            self.add_page()
        self.ln(2.4)
        self.say(section.heading, size=HEADING, bold=True, line=5.4)
        for line in section.lines:
            self.say(line)
        if section.grid is not None:
            self.grid(section.grid)
        for note in section.notes:
            self.say(note, size=SMALL, grey=True, line=3.4)

    def grid(self, grid: Grid) -> None:
        """Rows under their columns; in a right-to-left language the first column is on the right.
        A row is never cut in two by the end of a page."""
        self.row(grid, grid.columns, bold=True)
        for row in grid.rows:
            self.row(grid, row)
        self.ln(0.8)

    def row(self, grid: Grid, texts: tuple[str, ...], *, bold: bool = False) -> None:
        widths = [self.epw * share for share in grid.widths]
        self.row_letters(bold=bold)
        line = (LINE - 0.3) * self.scale
        lines = [self.lines(text, width) for text, width in zip(texts, widths, strict=True)]
        height = line * max(lines) + 0.7
        if self.will_page_break(height):
            self.add_page()
        self.row_letters(bold=bold)
        top, x = self.get_y(), MARGIN
        for text, width, count in zip(texts, widths, lines, strict=True):
            start = self.w - x - width + GAP if self.report.right_to_left else x
            self.set_xy(start, top + 0.35)
            if count == 1:
                self.cell(width - GAP, line, text, align=self.side)
            else:
                self.multi_cell(width - GAP, line, text, align=self.side)
            x += width
        self.set_draw_color(RULE)
        self.line(MARGIN, top + height, self.w - MARGIN, top + height)
        self.set_xy(MARGIN, top + height)

    def row_letters(self, *, bold: bool) -> None:
        self.letters(SMALL if bold else LETTERS, bold=bold, grey=bold)

    def lines(self, text: str, width: float) -> int:
        """How many lines a text takes in a column. Breaking one is slow, and most are short."""
        if self.get_string_width(text) <= width - GAP:
            return 1
        found = self.multi_cell(
            width - GAP, LINE, text, align=self.side, dry_run=True, output="LINES"
        )
        return len(found) if isinstance(found, list) else 1


def _name(family: str) -> str:
    return family.replace(" ", "")
