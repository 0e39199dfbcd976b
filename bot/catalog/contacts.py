"""`content/contacts.yaml` -> `ContactBook`. A malformed entry stops the start with its line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Annotated

from pydantic import Field

from bot.catalog.source import ContentModel, Document, Problem, read_model
from bot.domain.contacts import (
    Contact,
    ContactBook,
    Country,
    Kind,
    Mark,
    Role,
    StaleContact,
    Verification,
)

COMMA = {"ur": "، "}
Text = Annotated[str, Field(min_length=1)]


class ContactFile(ContentModel):
    id: Annotated[str, Field(pattern=r"^[a-z]{2}(-[a-z0-9]+)+$")]
    role: Role
    name: Text
    kind: Kind
    number: Annotated[str, Field(pattern=r"^[0-9]{2,15}$")] | None = None
    display: Annotated[str, Field(pattern=r"^\+?[0-9][0-9 ()-]*[0-9]$")] | None = None
    keyword: Annotated[str, Field(pattern=r"^[A-Z]{2,12}$")] | None = None
    url: Annotated[str, Field(pattern=r"^https://[a-z0-9.-]+(/[^\s]*)?$")] | None = None
    hours: Text | None
    languages: tuple[Annotated[str, Field(pattern=r"^[a-z]{2,3}$")], ...]
    audience: Text
    min_age: Annotated[int, Field(ge=0, le=120)] | None = None
    max_age: Annotated[int, Field(ge=0, le=120)] | None = None
    area: Text | None = None
    source: Text
    mark: Mark
    listed: bool = True
    verified_on: date | None
    verified_by: Text | None
    second_checker: Text | None
    notes: str | None = None


class CountryFile(ContentModel):
    code: Annotated[str, Field(pattern=r"^[A-Z]{2}$")]
    name: Text
    notes: str | None
    contacts: Annotated[tuple[ContactFile, ...], Field(min_length=1)]


class ContactsFile(ContentModel):
    """`words` holds hours, audiences and areas in other languages, by their English text."""

    words: dict[Text, dict[str, Text]] = {}
    countries: Annotated[tuple[CountryFile, ...], Field(min_length=1)]


def load_contacts(path: Path) -> tuple[ContactBook | None, list[Problem]]:
    """Returns the book, or None and the problems found. What is merely unverified is no problem
    of the file: ask `bot.domain.contacts.stale_contacts` for it."""
    problems: list[Problem] = []
    read = read_model(path, ContactsFile, problems)
    if read is None:
        return None, problems
    document, content = read
    problems = list(_cross_checks(document, content))
    broken = any(problem.severity == "error" for problem in problems)
    return (None if broken else _book(document, content)), problems


def stale_problems(path: Path, stale: Iterable[StaleContact]) -> list[Problem]:
    """The re-verification list of `check-content`, as warnings with their lines."""
    return [
        Problem(
            path,
            entry.contact.line,
            f"{entry.contact.id} is not shown to patients: {entry.why}",
            "warning",
        )
        for entry in stale
    ]


def _cross_checks(document: Document, content: ContactsFile) -> Iterator[Problem]:
    codes: set[str] = set()
    ids: set[str] = set()
    for index, country in enumerate(content.countries):
        here = ("countries", index)
        if country.code in codes:
            yield _problem(document, f"the country {country.code} stands twice", *here, "code")
        codes.add(country.code)
        if not any(contact.role == "emergency" for contact in country.contacts):
            yield _problem(document, f"{country.code} has no emergency number", *here, "code")
        for place, contact in enumerate(country.contacts):
            at = (*here, "contacts", place)
            if contact.id in ids:
                yield _problem(document, f"the id {contact.id!r} stands twice", *at, "id")
            ids.add(contact.id)
            if not contact.id.startswith(f"{country.code.lower()}-"):
                text = f"the id must start with {country.code.lower()}-"
                yield _problem(document, text, *at, "id")
            yield from _contact_problems(document, contact, at)
            yield from _untranslated(document, contact, content.words, at)


def _contact_problems(
    document: Document, contact: ContactFile, at: tuple[str | int, ...]
) -> Iterator[Problem]:
    if contact.kind == "chat":
        if contact.url is None or contact.number or contact.display:
            yield _problem(document, "a chat has a url and no number", *at, "kind")
    elif contact.number is None or contact.display is None:
        yield _problem(document, f"a {contact.kind} needs number and display", *at, "kind")
    elif _digits(contact.display) != contact.number:
        # Two spellings of one number: a slip of the pen in either is caught here.
        yield _problem(document, "number and display have different digits", *at, "number")
    if contact.keyword and contact.kind != "text":
        yield _problem(document, "only a text has a keyword", *at, "keyword")
    if (contact.min_age or 0) > (contact.max_age or 200):
        yield _problem(document, "min_age is above max_age", *at, "min_age")
    signed = (contact.verified_on, contact.verified_by, contact.second_checker)
    if any(signed) and not all(signed):
        text = "a verification needs verified_on, verified_by and second_checker"
        yield _problem(document, text, *at, "verified_on")
    elif contact.verified_by and contact.verified_by == contact.second_checker:
        text = "the second checker must be another person"
        yield _problem(document, text, *at, "second_checker")


def _untranslated(
    document: Document,
    contact: ContactFile,
    words: Mapping[str, Mapping[str, str]],
    at: tuple[str | int, ...],
) -> Iterator[Problem]:
    languages = {language for known in words.values() for language in known}
    for text in _texts(contact):
        if missing := sorted(languages - words.get(text, {}).keys()):
            line = document.line_of((*at, "id"))
            sentence = f"`words` has no {', '.join(missing)} for {text!r}: it is shown in English"
            yield Problem(document.path, line, sentence, "warning")


def _digits(text: str) -> str:
    return "".join(sign for sign in text if sign.isdigit())


def _problem(document: Document, text: str, *location: str | int) -> Problem:
    return Problem(document.path, document.line_of(location), text)


def _book(document: Document, content: ContactsFile) -> ContactBook:
    return ContactBook(
        tuple(
            Country(
                country.code,
                country.name,
                tuple(
                    _contact(
                        entry,
                        document.line_of(("countries", index, "contacts", place, "id")),
                        _told(entry, content.words),
                    )
                    for place, entry in enumerate(country.contacts)
                ),
            )
            for index, country in enumerate(content.countries)
        )
    )


def _texts(entry: ContactFile) -> list[str]:
    audience = None if entry.audience == "everyone" else entry.audience
    return [text for text in (entry.hours, entry.area, audience) if text]


def _told(entry: ContactFile, words: Mapping[str, Mapping[str, str]]) -> dict[str, str]:
    """Hours, area and audience in every language that has words for all of them."""
    texts = _texts(entry)
    languages = {language for text in texts for language in words.get(text, {})}
    return {
        language: COMMA.get(language, ", ").join(words[text][language] for text in texts)
        for language in sorted(languages)
        if all(language in words.get(text, {}) for text in texts)
    }


def _contact(entry: ContactFile, line: int, told: Mapping[str, str]) -> Contact:
    verification = None
    if entry.verified_on and entry.verified_by and entry.second_checker:
        verification = Verification(entry.verified_on, entry.verified_by, entry.second_checker)
    return Contact(
        id=entry.id,
        role=entry.role,
        name=entry.name,
        kind=entry.kind,
        number=entry.number,
        display=entry.display,
        keyword=entry.keyword,
        url=entry.url,
        hours=entry.hours,
        languages=entry.languages,
        audience=entry.audience,
        min_age=entry.min_age,
        max_age=entry.max_age,
        area=entry.area,
        source=entry.source,
        mark=entry.mark,
        listed=entry.listed,
        verification=verification,
        line=line,
        told=told,
    )
