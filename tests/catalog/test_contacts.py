"""The contact list as shipped, what may be shown from it, and what the loader refuses."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from bot.catalog.contacts import load_contacts, stale_problems
from bot.domain.contacts import (
    ContactBook,
    Voucher,
    contacts_for,
    countries_not_live,
    shown_first,
    stale_contacts,
    voucher_of,
)

CONTACTS = Path(__file__).parents[2] / "content" / "contacts.yaml"
TODAY = date(2026, 11, 22)
COUNTRIES = [
    "US",
    "CA",
    "GB",
    "IE",
    "AU",
    "NZ",
    "IN",
    "PK",
    "DE",
    "FR",
    "ES",
    "MX",
    "BR",
    "ZA",
    "NG",
    "KE",
    "AE",
    "RU",
    "UA",
    "PL",
]


def shipped() -> ContactBook:
    book, problems = load_contacts(CONTACTS)
    assert book is not None, problems
    return book


def edited(tmp_path: Path, contact_id: str, **fields: str) -> Path:
    """A copy of the file in which fields of one contact are replaced, line by line."""
    lines = CONTACTS.read_text(encoding="utf-8").splitlines()
    start = next(n for n, line in enumerate(lines) if line.strip() == f"- id: {contact_id}")
    for name, value in fields.items():
        mark = f"{name}: " if name != "id" else "- id: "
        at = next(n for n in range(start, len(lines)) if lines[n].strip().startswith(mark))
        lines[at] = lines[at][: lines[at].index(mark)] + mark + value
    path = tmp_path / "contacts.yaml"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def signed(tmp_path: Path, contact_id: str, on: date) -> ContactBook:
    path = edited(tmp_path, contact_id, verified_on=str(on), verified_by="A", second_checker="B")
    book, problems = load_contacts(path)
    assert book is not None, problems
    return book


def test_every_country_of_the_fact_sheet_is_there() -> None:
    assert [country.code for country in shipped().countries] == COUNTRIES


def test_nothing_is_shown_as_long_as_nobody_verified_anything() -> None:
    book = shipped()
    assert countries_not_live(book, on=TODAY) == tuple(COUNTRIES)
    for code in [*COUNTRIES, "XX", "", None]:
        found = contacts_for(code, book, on=TODAY)
        assert found.fallback
        assert found.emergency == found.crisis == found.poison == ()


@pytest.mark.parametrize(
    ("age_days", "shown"),
    [(0, True), (90, True), (91, False), (-1, False)],
    ids=["today", "last-day", "stale", "future"],
)
def test_a_verification_lasts_ninety_days(tmp_path: Path, age_days: int, shown: bool) -> None:
    book = signed(tmp_path, "gb-samaritans", TODAY - timedelta(days=age_days))
    crisis = contacts_for("gb", book, on=TODAY).crisis
    assert [contact.id for contact in crisis] == (["gb-samaritans"] if shown else [])
    assert ("GB" in countries_not_live(book, on=TODAY)) is not shown


def test_a_verified_crisis_line_does_not_make_the_emergency_number_live(tmp_path: Path) -> None:
    assert contacts_for("GB", signed(tmp_path, "gb-samaritans", TODAY), on=TODAY).emergency == ()


def test_a_voucher_covers_its_countries_but_no_line_of_general_knowledge() -> None:
    book = shipped()
    voucher = voucher_of("Dr. A", TODAY, "gb, US")
    assert voucher is not None
    british = contacts_for("GB", book, on=TODAY, voucher=voucher)
    assert [contact.number for contact in british.emergency] == ["999", "112"]
    assert british.crisis[0].id == "gb-samaritans"
    american = contacts_for("US", book, on=TODAY, voucher=voucher)
    assert [c.display for c in american.emergency] == ["911"]  # marked K, and vouched for by name
    assert all(c.mark != "K" for c in (*british.crisis, *american.crisis, *american.poison))
    assert contacts_for("FR", book, on=TODAY, voucher=voucher).fallback
    assert contacts_for("GB", book, on=TODAY + timedelta(days=91), voucher=voucher).fallback


def test_every_country_that_is_vouched_for_by_name_shows_its_emergency_number() -> None:
    book = shipped()
    for country in book.countries:
        named = Voucher("Dr. A", TODAY, frozenset({country.code}))
        assert contacts_for(country.code, book, on=TODAY, voucher=named).emergency, country.code


def test_vouching_for_all_brings_out_no_general_knowledge() -> None:
    book, everywhere = shipped(), Voucher("Dr. A", TODAY, frozenset({"all"}))
    for country in book.countries:
        live = contacts_for(country.code, book, on=TODAY, voucher=everywhere)
        assert all(c.mark != "K" for c in (*live.emergency, *live.crisis, *live.poison))


def test_no_voucher_brings_out_what_must_not_be_listed() -> None:
    book, voucher = shipped(), Voucher("Dr. A", TODAY, frozenset({"all"}))
    shown = [
        contact
        for code in COUNTRIES
        for contact in contacts_for(code, book, on=TODAY, voucher=voucher).crisis
    ]
    assert shown
    assert not [contact for contact in shown if contact.mark == "K" or not contact.listed]
    assert "in-kiran" not in {contact.id for contact in shown}


def test_not_listed_stays_hidden_even_with_a_signature(tmp_path: Path) -> None:
    book = signed(tmp_path, "in-kiran", TODAY)
    assert contacts_for("IN", book, on=TODAY).crisis == ()


def test_individual_verification_brings_out_general_knowledge(tmp_path: Path) -> None:
    book = signed(tmp_path, "us-emergency-911", TODAY)
    assert [c.number for c in contacts_for("US", book, on=TODAY).emergency] == ["911"]


@pytest.mark.parametrize(
    ("by", "on", "countries"),
    [
        pytest.param("Dr. A", None, "US", id="no-date"),
        pytest.param("", TODAY, "US", id="no-name"),
        pytest.param("Dr. A", TODAY, "", id="no-countries"),
        pytest.param("Dr. A", TODAY, "USA", id="three-letters"),
    ],
)
def test_half_a_voucher_is_refused(by: str, on: date | None, countries: str) -> None:
    with pytest.raises(ValueError):
        voucher_of(by, on, countries)


def test_countries_come_as_text_or_as_parts() -> None:
    assert voucher_of("Dr. A", TODAY, ("GB", "us")) == voucher_of("Dr. A", TODAY, "us,gb")
    everywhere = voucher_of("Dr. A", TODAY, ("ALL",))
    assert everywhere is not None
    assert everywhere.countries == {"all"}


def test_no_voucher_settings_are_no_voucher() -> None:
    assert voucher_of(None, None, None) is None
    assert voucher_of("", None, " ") is None


@pytest.mark.parametrize(("age", "childline"), [(15, True), (18, True), (19, False), (None, True)])
def test_lines_for_the_young_are_shown_by_age(age: int | None, childline: bool) -> None:
    voucher = Voucher("Dr. A", TODAY, frozenset({"GB"}))
    ids = [c.id for c in contacts_for("GB", shipped(), on=TODAY, voucher=voucher, age=age).crisis]
    assert ("gb-childline" in ids) is childline


def test_the_first_screen_holds_a_call_and_a_text() -> None:
    voucher = Voucher("Dr. A", TODAY, frozenset({"GB"}))
    crisis = contacts_for("GB", shipped(), on=TODAY, voucher=voucher).crisis
    assert [c.id for c in shown_first(crisis, 2)] == ["gb-samaritans", "gb-shout"]


def test_stale_contacts_come_with_their_lines(tmp_path: Path) -> None:
    book = signed(tmp_path, "gb-samaritans", TODAY - timedelta(days=200))
    stale = {entry.contact.id: entry for entry in stale_contacts(book, on=TODAY)}
    assert stale["gb-samaritans"].why == "verification older than 90 days"
    assert stale["gb-shout"].why == "never verified"
    assert "in-kiran" not in stale
    lines = CONTACTS.read_text(encoding="utf-8").splitlines()
    for problem in stale_problems(CONTACTS, stale.values()):
        assert problem.severity == "warning"
        assert problem.text.split()[0] in lines[problem.line - 1]


@pytest.mark.parametrize(
    ("fields", "complaint"),
    [
        pytest.param({"number": '"116124"'}, "different digits", id="digits-differ"),
        pytest.param({"number": '"call us"'}, "number", id="no-number"),
        pytest.param({"kind": "fax"}, "kind", id="unknown-kind"),
        pytest.param({"kind": "chat"}, "a chat has a url", id="chat-without-url"),
        pytest.param({"id": "us-samaritans"}, "must start with gb-", id="foreign-id"),
        pytest.param({"id": "gb-shout"}, "stands twice", id="id-twice"),
        pytest.param({"verified_on": "2026-11-01"}, "second_checker", id="signed-by-nobody"),
        pytest.param(
            {"verified_on": "2026-11-01", "verified_by": "A", "second_checker": "A"},
            "another person",
            id="checked-by-the-same",
        ),
        pytest.param({"verified_on": "soon"}, "verified_on", id="not-a-date"),
        pytest.param({"mark": "X"}, "mark", id="unknown-mark"),
    ],
)
def test_a_malformed_entry_is_refused_with_its_line(
    tmp_path: Path, fields: dict[str, str], complaint: str
) -> None:
    path = edited(tmp_path, "gb-samaritans", **fields)
    book, problems = load_contacts(path)
    assert book is None
    start = CONTACTS.read_text(encoding="utf-8").splitlines().index("      - id: gb-samaritans") + 1
    matching = [problem for problem in problems if complaint in problem.text]
    assert matching, problems
    assert all(start <= problem.line < start + 40 for problem in matching)


@pytest.mark.parametrize("language", ["es", "ur"])
def test_hours_audience_and_area_are_told_in_the_patients_language(language: str) -> None:
    contacts = [c for country in shipped().countries for c in country.contacts if c.details("en")]
    assert contacts
    assert [c.id for c in contacts if c.details(language) == c.details("en")] == []


def test_words_without_a_translation_are_a_warning_and_shown_in_english(tmp_path: Path) -> None:
    book, problems = load_contacts(edited(tmp_path, "us-emergency-911", hours='"weekdays"'))
    assert book is not None
    assert [problem.severity for problem in problems] == ["warning"]
    assert "has no es, ur for 'weekdays'" in str(problems[0])
    shown = {c.id: c for country in book.countries for c in country.contacts}
    assert shown["us-emergency-911"].details("es") == "weekdays"
