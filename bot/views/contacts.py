"""Contacts in words and as buttons. Numbers stand in the text as they are printed, so that
Telegram makes them callable, and on copy buttons, because buttons cannot dial."""

from __future__ import annotations

from collections.abc import Iterable

from bot.catalog.messages import Safe, Say
from bot.domain.contacts import Contact, CountryContacts, shown_first
from bot.domain.message import Button, Message, Rows
from bot.views.times import locale_of

DIRECTORIES = ("findahelpline.com", "befrienders.org")
FIRST_SCREEN = 3  # crisis lines in an N or E message; "More contacts" shows the rest


def emergency_words(say: Say, contacts: CountryContacts) -> Safe:
    """ "999", "999 or 112", or the rule about the local emergency number."""
    numbers = [c.display for c in contacts.emergency if c.kind == "call" and c.display]
    if not numbers:
        return say("safety-emergency-unknown")
    if len(numbers) == 1:
        return Safe(numbers[0])
    return say("safety-emergency-two", first=numbers[0], second=numbers[1])


def crisis_lines(say: Say, contacts: CountryContacts, limit: int | None = FIRST_SCREEN) -> Safe:
    """One line per crisis contact, or the international directories."""
    if contacts.fallback:
        return say("safety-lines-unknown")
    shown = contacts.crisis if limit is None else shown_first(contacts.crisis, limit)
    return Safe("\n".join(_line(say, contact) for contact in shown))


def poison_words(say: Say, contacts: CountryContacts) -> Safe:
    number = next((contact.display for contact in contacts.poison if contact.display), None)
    if number is None:
        return say("safety-poison-unknown")
    return say("safety-poison-known", number=number)


def doctor_words(say: Say, doctor: str | None) -> Safe:
    """`doctor` is the number that the patient saved for the prescriber, as typed."""
    return say("safety-doctor-known", number=doctor) if doctor else say("safety-doctor-unknown")


def contact_rows(say: Say, contacts: CountryContacts, *, crisis: bool = True) -> Rows:
    """Copy buttons for the emergency number and the first screen of crisis lines; where no line of
    the country is verified, the directories, to be opened with one tap."""
    chosen: list[Contact] = [c for c in contacts.emergency if c.kind == "call"][:1]
    if crisis:
        chosen += shown_first(contacts.crisis, FIRST_SCREEN)
    rows = _pairs(button for contact in chosen if (button := _button(say, contact)))
    if crisis and contacts.fallback:
        rows += (tuple(Button(name, url=f"https://{name}") for name in DIRECTORIES),)
    return rows


def has_more(contacts: CountryContacts) -> bool:
    """Whether the list of the country shows anybody whom a first screen does not."""
    return len(contacts.crisis) > FIRST_SCREEN


def contact_list(say: Say, contacts: CountryContacts) -> Message:
    """Everything that may be shown for the country."""
    known = bool(contacts.crisis or contacts.emergency)
    words = {
        "emergency": emergency_words(say, contacts),
        "lines": crisis_lines(say, contacts, None),
        "poison": poison_words(say, contacts),
    }
    if known and contacts.name:
        name = contacts.name
        if say.language != "en":
            name = locale_of(say.language).territories.get(contacts.code or "", name)
        html = say("safety-contacts", country=name, **words)
    else:
        html = say("safety-contacts-unknown", **words)
    if contacts.code is None:
        html = Safe(f"{html}\n\n{say('safety-sos-country')}")
    return Message(html, contact_rows(say, contacts))


def _line(say: Say, contact: Contact) -> Safe:
    known = contact.details(say.language)
    details = say("safety-line-details", details=known) if known else Safe("")
    if contact.kind == "chat":
        url = contact.url or ""
        return say("safety-line-chat", name=contact.name, url=url, details=details)
    words = {"name": contact.name, "number": contact.display or "", "details": details}
    if contact.kind == "text" and contact.keyword:
        return say("safety-line-text-keyword", keyword=contact.keyword, **words)
    return say(f"safety-line-{contact.kind}", **words)


def _button(say: Say, contact: Contact) -> Button | None:
    if contact.kind == "chat" and contact.url:
        return Button(say.plain("safety-button-chat", name=contact.name), url=contact.url)
    if contact.number and contact.display:
        return Button(say.plain("safety-button-copy", number=contact.display), copy=contact.number)
    return None


def _pairs(buttons: Iterable[Button]) -> Rows:
    unique: dict[str, Button] = {}
    for button in buttons:
        unique.setdefault(button.label, button)  # one number may serve calls and texts
    row = list(unique.values())
    return tuple(tuple(row[at : at + 2]) for at in range(0, len(row), 2))
