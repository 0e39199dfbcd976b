"""Emergency numbers and crisis lines, and which of them may be shown today.

Public lists are often wrong, so a number is shown only while its own verification (source page,
test call, second checker) is at most 90 days old, or while the operator vouches for its country
by name and date. Whatever is not shown is replaced by the local-emergency-number rule and the
international directories. The country comes from the patient, never from the language.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Literal

Role = Literal["emergency", "crisis", "poison"]
Kind = Literal["call", "text", "chat"]
Mark = Literal["V", "V2", "K"]
Why = Literal["never verified", "verification older than 90 days", "dated in the future"]

FRESH_FOR = timedelta(days=90)
ALL_COUNTRIES = "all"


@dataclass(frozen=True, slots=True)
class Verification:
    """Who confirmed an entry with its provider, who checked that, and when."""

    on: date
    by: str
    second_checker: str


@dataclass(frozen=True, slots=True)
class Contact:
    """One way to reach people. `number` holds digits only and is None for a chat, which has a
    `url`. `hours` None means not known; `listed` False means: do not list."""

    id: str
    role: Role
    name: str
    kind: Kind
    number: str | None
    display: str | None
    keyword: str | None = None
    url: str | None = None
    hours: str | None = None
    languages: tuple[str, ...] = ()
    audience: str = "everyone"
    min_age: int | None = None
    max_age: int | None = None
    area: str | None = None
    source: str = ""
    mark: Mark = "K"
    listed: bool = True
    verification: Verification | None = None
    line: int = 0  # in contacts.yaml, for the operator's list
    told: Mapping[str, str] = field(default_factory=dict)  # `details` in other languages

    def details(self, language: str) -> str:
        """Hours, area and for whom, as far as known; in English where the language has no words."""
        audience = None if self.audience == "everyone" else self.audience
        english = ", ".join(part for part in (self.hours, self.area, audience) if part)
        return self.told.get(language, english)

    def suits(self, age: int | None) -> bool:
        """Whether someone of this age may call. Unknown age: yes, the audience is shown."""
        if age is None:
            return True
        return (self.min_age or 0) <= age <= (self.max_age or 200)

    @property
    def for_everyone(self) -> bool:
        return self.audience == "everyone" and self.area is None


@dataclass(frozen=True, slots=True)
class Country:
    code: str  # ISO 3166-1 alpha-2
    name: str
    contacts: tuple[Contact, ...]


@dataclass(frozen=True, slots=True)
class ContactBook:
    """All of `contacts.yaml`, verified or not. Show only what `contacts_for` returns."""

    countries: tuple[Country, ...]

    def country(self, code: str | None) -> Country | None:
        wanted = (code or "").upper()
        return next((country for country in self.countries if country.code == wanted), None)


@dataclass(frozen=True, slots=True)
class Voucher:
    """An operator's statement: "I checked the entries of these countries on this day".

    It covers no crisis or poison line marked K (general knowledge) and nothing that must not be
    listed. The emergency number of a country that it names is covered whatever its mark: the mark
    says where our sheet has it from, and whoever vouches for one country by name has confirmed it
    there. "All countries" is nobody's own check, so it covers no entry marked K at all.
    """

    by: str
    on: date
    countries: frozenset[str]

    def covers(self, country_code: str, contact: Contact) -> bool:
        if contact.mark == "K":
            return country_code in self.countries and contact.role == "emergency"
        return ALL_COUNTRIES in self.countries or country_code in self.countries


@dataclass(frozen=True, slots=True)
class CountryContacts:
    """What may be shown. Empty tuples mean: say the fallback in their place."""

    code: str | None
    name: str | None
    emergency: tuple[Contact, ...] = ()
    crisis: tuple[Contact, ...] = ()
    poison: tuple[Contact, ...] = ()

    @property
    def fallback(self) -> bool:
        """True when no verified crisis line can be named."""
        return not self.crisis


@dataclass(frozen=True, slots=True)
class StaleContact:
    """An entry that is not shown to patients, and why."""

    country_code: str
    contact: Contact
    why: Why


def voucher_of(
    by: str | None, on: date | None, countries: str | Iterable[str] | None
) -> Voucher | None:
    """The settings `CONTACTS_VOUCHED_BY`, `_ON` and `_COUNTRIES` ("US, GB" or "all"; text or
    parts). None when all are empty; `ValueError` when only some are set or a code is not two
    letters."""
    parts = countries.split(",") if isinstance(countries, str) else tuple(countries or ())
    codes = frozenset(part.strip() for part in parts if part.strip())
    name = (by or "").strip()
    if not (name or on or codes):
        return None
    if not (name and on and codes):
        raise ValueError("vouching for contacts needs all three: a name, a date and countries")
    normal = frozenset(ALL_COUNTRIES if code.lower() == "all" else code.upper() for code in codes)
    for code in sorted(normal - {ALL_COUNTRIES}):
        if len(code) != 2 or not code.isalpha():
            raise ValueError(f"{code!r} is not a two-letter country code (or `all`)")
    return Voucher(name, on, normal)


def contacts_for(
    code: str | None,
    book: ContactBook,
    *,
    on: date,
    voucher: Voucher | None = None,
    age: int | None = None,
    language: str | None = None,
) -> CountryContacts:
    """The verified, fresh contacts of a country: those in the patient's language first, then
    those for everyone, at any hour. An unknown country has none."""
    country = book.country(code)
    if country is None:
        return CountryContacts(None, None)
    live = [
        contact
        for contact in country.contacts
        if contact.suits(age) and _why_not(contact, country.code, on, voucher) is None
    ]
    live.sort(key=lambda contact: _rank(contact, language))  # stable: the file's order else

    def of(role: Role) -> tuple[Contact, ...]:
        return tuple(contact for contact in live if contact.role == role)

    return CountryContacts(country.code, country.name, of("emergency"), of("crisis"), of("poison"))


def stale_contacts(
    book: ContactBook, *, on: date, voucher: Voucher | None = None
) -> tuple[StaleContact, ...]:
    """Every listed entry that patients do not see today, in the order of the file."""
    return tuple(
        StaleContact(country.code, contact, why)
        for country in book.countries
        for contact in country.contacts
        if contact.listed and (why := _why_not(contact, country.code, on, voucher)) is not None
    )


def countries_not_live(
    book: ContactBook, *, on: date, voucher: Voucher | None = None
) -> tuple[str, ...]:
    """Codes of the countries for which no crisis line can be shown: for the start-up log."""
    return tuple(
        country.code
        for country in book.countries
        if contacts_for(country.code, book, on=on, voucher=voucher).fallback
    )


def _why_not(contact: Contact, country_code: str, on: date, voucher: Voucher | None) -> Why | None:
    if not contact.listed:
        return "never verified"
    dates: list[date] = []
    if contact.verification is not None:
        dates.append(contact.verification.on)
    if voucher is not None and voucher.covers(country_code, contact):
        dates.append(voucher.on)
    if any(_fresh(day, on) for day in dates):
        return None
    if not dates:
        return "never verified"
    return "dated in the future" if max(dates) > on else "verification older than 90 days"


def _fresh(verified: date, on: date) -> bool:
    return timedelta(0) <= on - verified <= FRESH_FOR


def _rank(contact: Contact, language: str | None) -> tuple[bool, bool, bool]:
    other_language = bool(language and contact.languages and language not in contact.languages)
    return other_language, not contact.for_everyone, not _any_hour(contact)


def _any_hour(contact: Contact) -> bool:
    return contact.hours in ("24/7", "24 hours")


def shown_first(contacts: Iterable[Contact], limit: int) -> tuple[Contact, ...]:
    """At most `limit` entries for a first screen: one per kind before a second of any kind."""
    chosen: list[Contact] = []
    rest: list[Contact] = []
    for contact in contacts:
        new_kind = contact.kind not in {known.kind for known in chosen}
        (chosen if new_kind else rest).append(contact)
    return tuple((chosen + rest)[:limit])
