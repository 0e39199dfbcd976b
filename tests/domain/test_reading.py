"""What people really type. Every row is one thing typed and what it must mean."""

from __future__ import annotations

from datetime import date, time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.reading import (
    Unread,
    read_age,
    read_count,
    read_date,
    read_minutes,
    read_strengths,
    read_time,
    read_times,
    read_weight,
    read_yes_no,
)

TODAY = date(2026, 11, 22)  # a Sunday


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("7:30", time(7, 30)),
        ("07:30", time(7, 30)),
        ("0730", time(7, 30)),
        ("730", time(7, 30)),
        ("7.30pm", time(19, 30)),
        ("7.30 p.m.", time(19, 30)),
        ("7 pm", time(19)),
        ("7PM", time(19)),
        ("7", time(7)),
        ("12 am", time(0)),
        ("12 pm", time(12)),
        ("12:30am", time(0, 30)),
        ("half past seven", time(7, 30)),
        ("half past seven pm", time(19, 30)),
        ("quarter to eight", time(7, 45)),
        ("a quarter past 8", time(8, 15)),
        ("ten past twelve", time(12, 10)),
        ("quarter to midnight", time(23, 45)),
        ("seven thirty", time(7, 30)),
        ("seven forty-five", time(7, 45)),
        ("eight o'clock", time(8)),
        ("eight o’clock in the evening", time(20)),
        ("at noon", time(12)),
        ("12 noon", time(12)),
        ("Midnight!", time(0)),
        ("19h30", time(19, 30)),
        ("19h", time(19)),
        ("19.30 Uhr", time(19, 30)),
        ("um 8 Uhr", time(8)),
        ("٧:٣٠", time(7, 30)),
        ("۱۹:۴۵", time(19, 45)),
        ("７：３０", time(7, 30)),
        ("  21 : 05 ", time(21, 5)),
        ("\u200f٢١:٠٥\u200f", time(21, 5)),
        ("25:00", Unread.OUT_OF_RANGE),
        ("24:00", Unread.OUT_OF_RANGE),
        ("7:75", Unread.OUT_OF_RANGE),
        ("13 pm", Unread.OUT_OF_RANGE),
        ("0 am", Unread.OUT_OF_RANGE),
        ("2575", Unread.OUT_OF_RANGE),
        ("half seven", Unread.AMBIGUOUS),
        ("halb acht", Unread.UNCLEAR),
        ("breakfast", Unread.UNCLEAR),
        ("-7:30", Unread.UNCLEAR),
        ("7:3", Unread.UNCLEAR),
        ("1:2:3", Unread.UNCLEAR),
        ("", Unread.EMPTY),
        ("  ", Unread.EMPTY),
        ("7:30 " * 100, Unread.TOO_LONG),
    ],
)
def test_a_time(typed: str, meant: time | Unread) -> None:
    assert read_time(typed) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("8:00 and 20:00", (time(8), time(20))),
        ("8pm, 8am", (time(8), time(20))),
        ("a las 8 y media de la noche", (time(20, 30),)),
        ("8:00 y 20:00", (time(8), time(20))),
        ("8 y cuarto y mediodía", (time(8, 15), time(12))),
        ("12 de la noche", Unread.AMBIGUOUS),
        ("8:00, 8:00", (time(8),)),
        ("8:00; 25:00", Unread.OUT_OF_RANGE),
        ("8:00 and later", Unread.UNCLEAR),
    ],
)
def test_several_times(typed: str, meant: tuple[time, ...] | Unread) -> None:
    assert read_times(typed) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("68,5 kg", 68.5),
        ("68.5", 68.5),
        ("68kg", 68.0),
        ("150 lbs", 68.0),
        ("150 pounds", 68.0),
        ("I weigh 70 kilos", 70.0),
        ("10 st 7", 66.7),
        ("10 stone", 63.5),
        ("٦٨٫٥ kg", 68.5),
        ("68 cm", Unread.WRONG_UNIT),
        ("0 kg", Unread.OUT_OF_RANGE),
        ("heavy", Unread.UNCLEAR),
        ("60-70", Unread.UNCLEAR),
    ],
)
def test_a_weight(typed: str, meant: float | Unread) -> None:
    assert read_weight(typed) == meant


def test_a_bare_weight_is_read_in_the_patients_own_unit() -> None:
    assert read_weight("150", default_unit="lb") == 68.0
    assert read_weight("68 kg", default_unit="lb") == 68.0


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("20mg", (20.0,)),
        ("20 y 10", (20.0, 10.0)),
        ("2 cápsulas de 20 mg", (20.0, 20.0)),
        ("20 mg", (20.0,)),
        ("20", (20.0,)),
        ("2 x 20", (20.0, 20.0)),
        ("2×20 mg", (20.0, 20.0)),
        ("20mg x 2", (20.0, 20.0)),
        ("20 + 10", (20.0, 10.0)),
        ("20 and 10 mg", (20.0, 10.0)),
        ("40, 20", (40.0, 20.0)),
        ("2 x 20 + 10", (20.0, 20.0, 10.0)),
        ("two 20mg capsules", (20.0, 20.0)),
        ("1 capsule of 20 mg", (20.0,)),
        ("one 40 mg capsule", (40.0,)),
        ("٢٠", (20.0,)),
        ("20 ml", Unread.WRONG_UNIT),
        ("20 mcg", Unread.WRONG_UNIT),
        ("2 x 20 x 3", Unread.AMBIGUOUS),
        ("50 x 20", Unread.OUT_OF_RANGE),
        ("0 mg", Unread.OUT_OF_RANGE),
        ("1 capsule", Unread.UNCLEAR),
        ("20 mg twice a day", Unread.UNCLEAR),
        ("a lot", Unread.UNCLEAR),
    ],
)
def test_strengths(typed: str, meant: tuple[float, ...] | Unread) -> None:
    assert read_strengths(typed) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("1 capsule", 1),
        ("two", 2),
        ("a pill", 1),
        ("3 caps", 3),
        ("1.5 capsules", Unread.OUT_OF_RANGE),
        ("0", Unread.OUT_OF_RANGE),
        ("40", Unread.OUT_OF_RANGE),
        ("some", Unread.UNCLEAR),
    ],
)
def test_a_count(typed: str, meant: int | Unread) -> None:
    assert read_count(typed) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("2027-03-03", date(2027, 3, 3)),
        ("3 March 2027", date(2027, 3, 3)),
        ("March 3rd, 2027", date(2027, 3, 3)),
        ("the 3rd of march 2027", date(2027, 3, 3)),
        ("3 mar", date(2027, 3, 3)),
        ("24 Dec", date(2026, 12, 24)),
        ("22 november", date(2026, 11, 22)),
        ("3.3.2027", date(2027, 3, 3)),
        ("03/03/27", date(2027, 3, 3)),
        ("25/12/2026", date(2026, 12, 25)),
        ("12/25/2026", date(2026, 12, 25)),
        ("4.3.2027", date(2027, 3, 4)),
        ("today", TODAY),
        ("Tomorrow", date(2026, 11, 23)),
        ("yesterday", date(2026, 11, 21)),
        ("the day after tomorrow", date(2026, 11, 24)),
        ("in two weeks", date(2026, 12, 6)),
        ("3 days ago", date(2026, 11, 19)),
        ("monday", date(2026, 11, 23)),
        ("next sunday", date(2026, 11, 29)),
        ("last sunday", date(2026, 11, 15)),
        ("29 feb", date(2028, 2, 29)),
        ("٢٠٢٧-٠٣-٠٣", date(2027, 3, 3)),
        ("2026-02-30", Unread.OUT_OF_RANGE),
        ("31 june 2027", Unread.OUT_OF_RANGE),
        ("30 feb", Unread.OUT_OF_RANGE),
        ("1926-02-03", Unread.OUT_OF_RANGE),
        ("3/4/2027", Unread.AMBIGUOUS),
        ("m", Unread.UNCLEAR),
        ("soon", Unread.UNCLEAR),
        ("3 ma", Unread.UNCLEAR),
    ],
)
def test_a_date(typed: str, meant: date | Unread) -> None:
    assert read_date(typed, TODAY) == meant


def test_how_the_country_writes_settles_an_ambiguous_date() -> None:
    assert read_date("3/4/2027", TODAY, month_first=True) == date(2027, 3, 4)
    assert read_date("3/4/2027", TODAY, month_first=False) == date(2027, 4, 3)


def test_a_date_without_a_year_looks_where_the_question_points() -> None:
    assert read_date("24 december", TODAY, direction="past") == date(2025, 12, 24)
    assert read_date("monday", TODAY, direction="past") == date(2026, 11, 16)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("10", 10),
        ("10 min", 10),
        ("in 30 minutes", 30),
        ("half an hour", 30),
        ("an hour", 60),
        ("1h30", 90),
        ("two hours", 120),
        ("1 hour and 15 minutes", 75),
        ("0", Unread.OUT_OF_RANGE),
        ("48 hours", Unread.OUT_OF_RANGE),
        ("later", Unread.UNCLEAR),
        ("in", Unread.UNCLEAR),
        ("a", Unread.UNCLEAR),
    ],
)
def test_a_length_of_time(typed: str, meant: int | Unread) -> None:
    assert read_minutes(typed) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Yes", True),
        ("yes.", True),
        ("Yes, please", True),
        ("да", True),
        ("نعم", True),
        ("👍", True),
        ("NO", False),
        ("no, thanks", False),
        ("No, I don’t", False),
        ("nein", False),
        ("não", False),
        ("not really", Unread.UNCLEAR),
        ("maybe", Unread.UNCLEAR),
        ("no but yes", Unread.UNCLEAR),
        ("yes and no", Unread.UNCLEAR),
        ("know", Unread.UNCLEAR),
        ("", Unread.EMPTY),
    ],
)
def test_yes_or_no(typed: str, meant: bool | Unread) -> None:
    assert read_yes_no(typed) is meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("15", 15),
        ("I'm 15", 15),
        ("I’m fifteen", 15),
        ("fifteen", 15),
        ("twenty-one", 21),
        ("17 years old", 17),
        ("17yo", 17),
        ("i am sixteen and a half", 16),
        ("١٥", 15),
        ("15-17", Unread.UNCLEAR),
        ("almost 18", Unread.UNCLEAR),
        ("999", Unread.OUT_OF_RANGE),
    ],
)
def test_an_age(typed: str, meant: int | Unread) -> None:
    assert read_age(typed) == meant


@settings(max_examples=80, deadline=None)
@given(st.text(max_size=60) | st.text("0123456789:.,-+x amphlbgkinto ٣۳²", max_size=24))
def test_nothing_typed_raises(typed: str) -> None:
    read_date(typed, TODAY)
    for reader in (read_time, read_times, read_weight, read_strengths, read_count):
        reader(typed)
    for reader in (read_minutes, read_yes_no, read_age):
        reader(typed)


@settings(max_examples=60, deadline=None)
@given(st.times().map(lambda each: each.replace(second=0, microsecond=0)))
def test_a_time_survives_being_written_in_every_common_way(at: time) -> None:
    for written in (f"{at:%H:%M}", f"{at:%H%M}", f"{at:%H.%M}", f"{at:%Hh%M}", f"{at:%I:%M %p}"):
        assert read_time(written) == at
