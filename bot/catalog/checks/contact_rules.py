"""The rules for `content/contacts.yaml`: which numbers patients do not see today, and why."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from bot.catalog.checks.finding import Area, Finding, Rule, Signed, found, warning
from bot.catalog.contacts import stale_problems
from bot.domain.contacts import ContactBook, Voucher, countries_not_live, stale_contacts


def check_contacts(
    path: Path, book: ContactBook, today: date, voucher: Voucher | None
) -> list[Finding]:
    problems = stale_problems(path, stale_contacts(book, on=today, voucher=voucher))
    dark = countries_not_live(book, on=today, voucher=voucher)
    if dark:
        text = f"no crisis line can be shown yet in {len(dark)} of {len(book.countries)} countries"
        problems.insert(0, warning(path, 0, f"{text}: {', '.join(dark)}"))
    return found(Area.CONTACTS, Rule.CONTACTS, problems)


def live_contacts(book: ContactBook, today: date, voucher: Voucher | None) -> Signed:
    """How many of the contacts that may be listed a patient would see today."""
    listed = sum(contact.listed for country in book.countries for contact in country.contacts)
    return Signed(listed - len(stale_contacts(book, on=today, voucher=voucher)), listed)
