"""The texts, their reviews, and the emergency and crisis numbers."""

from __future__ import annotations

from datetime import date, timedelta

from bot.catalog.checks import check_all
from bot.catalog.checks.finding import Area, Report
from bot.catalog.contacts import load_contacts
from bot.doctor.line import Level, Line
from bot.domain.contacts import FRESH_FOR, ContactBook, Voucher, contacts_for, voucher_of
from bot.settings import Settings

VOUCHER_ENDS_SOON = timedelta(days=14)


def content_lines(settings: Settings, today: date) -> list[Line]:
    voucher = voucher_of(
        settings.contacts_vouched_by,
        settings.contacts_vouched_on,
        settings.contacts_vouched_countries,
    )
    report = check_all(settings.content_dir, today, voucher=voucher)
    lines = [_content_line(report), _review_line(report)]
    book, _ = load_contacts(settings.content_dir / "contacts.yaml")
    if book is not None:
        lines += contact_lines(book, voucher, settings.default_country, today)
    return lines


def _content_line(report: Report) -> Line:
    if report.errors:
        first = report.errors[0].problem
        text = f"{len(report.errors)} errors, first: {first}"
        return Line(
            Level.ERROR, "content", text, "`check-content` shows all; the bot will not start"
        )
    return Line(Level.OK, "content", f"{sum(report.files.values())} files without an error")


def _review_line(report: Report) -> Line:
    texts = sum(report.signed[area].texts for area in Area if area in report.signed)
    signed = sum(report.signed[area].signed for area in Area if area in report.signed)
    text = f"{signed} of {texts} texts are signed by a clinician"
    if signed == texts:
        return Line(Level.OK, "reviews", text)
    mend = "let a clinician read and sign them before patients do (content/README.md)"
    return Line(Level.WARN, "reviews", text, mend)


def contact_lines(
    book: ContactBook, voucher: Voucher | None, country: str | None, today: date
) -> list[Line]:
    """Whether patients of `country` are shown a crisis line, and how long vouching still holds."""
    mend = "verify them, or vouch with CONTACTS_VOUCHED_* (docs/safety.md)"
    if country is None:
        lines = [Line(Level.WARN, "contacts", "DEFAULT_COUNTRY is not set", "set it, then vouch")]
    elif contacts_for(country, book, on=today, voucher=voucher).fallback:
        lines = [Line(Level.WARN, "contacts", f"no crisis line of {country} may be shown", mend)]
    else:
        lines = [Line(Level.OK, "contacts", f"the crisis lines of {country} are shown")]
    if voucher is not None:
        left = voucher.on + FRESH_FOR - today
        text = f"it holds until {voucher.on + FRESH_FOR}"
        if left <= VOUCHER_ENDS_SOON:
            again = "check the numbers again and set CONTACTS_VOUCHED_ON to that day"
            level = Level.WARN if left >= timedelta(0) else Level.ERROR
            lines.append(Line(level, "vouching", text, again))
        else:
            lines.append(Line(Level.OK, "vouching", text))
    return lines
