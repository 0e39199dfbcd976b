"""She takes her record to the visit: pages, files for the clinic's computer, her own copy."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from typing import Any

import pypdfium2
from fhir.resources.R4B.bundle import Bundle
from icalendar import Calendar

from bot.drawing import fhir, pages, phone_calendar, picture  # noqa: F401  # large: read them now
from playground.telegram import Message
from tests.journeys.bot import RunningBot
from tests.journeys.onboarding import DOSE, MOISTURIZER, Choices, set_up
from tests.journeys.patient import Patient
from tests.journeys.test_progress import with_a_past

UNSAFE_WORDS = "I want to kill myself"


def file_of(ann: Patient, message: Message) -> tuple[str, bytes]:
    """The file's name and content, as they arrived."""
    document = message.api["document"]
    content = ann.bot.telegram.files[document["file_id"]].content
    return str(document["file_name"]), bytes(content)


def words_of(pdf: bytes) -> str:
    """Every word on the pages, and that there are no more than two of them."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        assert len(document) <= 2
        pages = [page.get_textpage() for page in document]
        text = "\n".join(page.get_text_range() for page in pages)
        for page in pages:
            page.close()
        return text.replace("\r", "")
    finally:
        document.close()


async def has_a_case(ann: Patient) -> None:
    """She says something alarming, and then what a doctor said."""
    await ann.says(UNSAFE_WORDS)
    await ann.sees("Please call")
    await ann.presses("I have spoken to a doctor")
    await ann.presses("Continue")


async def test_the_pages_hold_the_visit(bot: RunningBot) -> None:
    ann = await with_a_past(bot, 50)
    await ann.says("/note")
    await ann.says("Can I run a half marathon in April?")
    await ann.says("/checkin")
    for label in ("Several days", "Several days", "Not at all", "No"):
        await ann.presses(label)
    for _ in range(6):
        await ann.presses("Several days")
    await ann.presses("Somewhat difficult")
    while "No" in ann.offered:
        await ann.presses("No")
    while "Several days" in ann.offered:
        await ann.presses("Several days")
    await ann.sees("Thank you for answering")
    await ann.says("/report")
    name, pdf = file_of(ann, await ann.sees_only("Your pages for the visit"))
    text = words_of(pdf)
    assert name == "visit-2026-03-02.pdf"
    made = ann.made  # type: ignore[attr-defined]
    for words in (
        "Recorded by the patient",
        "not verified",
        "Can I run a half marathon in April?",
        "20 mg",
        "PHQ-9 8/27 0/3 2/6",
        "version 1",
        "No clinician has signed",
        f"All {made['done']} {made['skipped']} {made['unanswered']} {made['held']}",
    ):
        assert words in " ".join(text.split()), text
    assert "Ann" not in text
    assert str(ann.person.id) not in text


async def test_what_was_said_and_done_stands_in_it(bot: RunningBot) -> None:
    ann = await with_a_past(bot, 3)
    await has_a_case(ann)
    await ann.says("/report")
    text = " ".join(words_of(file_of(ann, await ann.sees_only("Your pages"))[1]).split())
    assert "emergency services" in text
    assert "mood, or thoughts of suicide" in text
    assert "spoke to a doctor, go on" in text
    assert UNSAFE_WORDS not in text


async def test_her_language_and_english_for_the_doctor(bot: RunningBot) -> None:
    ann = await with_a_past(bot, 10, language="ur")
    await ann.says("/report")
    message = await ann.sees_only("ملاقات کے لیے آپ کے صفحے")
    assert words_of(file_of(ann, message)[1]).count("Recorded by the patient") == 0
    await ann.presses("انگریزی میں")
    message = await ann.sees_only("ملاقات کے لیے آپ کے صفحے")
    assert "Recorded by the patient" in words_of(file_of(ann, message)[1])


async def test_the_clinics_computer_gets_a_bundle_without_a_name(bot: RunningBot) -> None:
    ann = await with_a_past(bot, 30)
    await ann.says("/report")
    await ann.presses("For the clinic's computer")
    name, content = file_of(ann, await ann.sees_only("FHIR"))
    bundle = Bundle.model_validate_json(content)
    assert name == "record-2026-03-02.json"
    assert Bundle.model_validate_json(bundle.model_dump_json()) == bundle
    kinds = [entry.resource.get_resource_type() for entry in bundle.entry]
    made = ann.made  # type: ignore[attr-defined]
    # One day more: today's is not over, and what is not recorded is unknown.
    assert kinds.count("MedicationAdministration") == sum(made.values())
    assert kinds.count("Patient") == 1
    assert b"Ann" not in content
    assert str(ann.person.id).encode() not in content


async def test_a_table_and_her_own_copy_say_the_same(bot: RunningBot) -> None:
    ann = await with_a_past(bot, 30)
    await ann.says("/note")
    await ann.says('=HYPERLINK("https://example.org")')
    await ann.says("/report")
    await ann.presses("As a table")
    _, table = file_of(ann, await ann.sees_only("CSV"))
    rows = list(csv.DictReader(io.StringIO(table.decode("utf-8-sig"))))
    made = ann.made  # type: ignore[attr-defined]
    taken = [row for row in rows if (row["kind"], row["value"]) == ("dose", "taken")]
    assert len(taken) == made["done"]
    assert next(r["value"] for r in rows if r["kind"] == "question").startswith("'=")
    await ann.says("/export")
    name, content = file_of(ann, await ann.sees_only("Everything I keep"))
    assert name == "my-data-2026-03-02.zip"
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        inside = {each: archive.read(each) for each in archive.namelist()}
    assert sorted(each.rsplit(".", 1)[-1] for each in inside) == ["csv", "json", "json", "pdf"]
    assert inside["record-2026-03-02.csv"] == table
    data: dict[str, Any] = json.loads(inside["my-data-2026-03-02.json"])
    done = [each for each in data["reminders"] if (each["kind"], each["state"]) == ("dose", "done")]
    assert len(done) == made["done"]
    Bundle.model_validate_json(inside["record-fhir-2026-03-02.json"])
    words_of(inside["visit-2026-03-02.pdf"])


async def test_her_phones_calendar_ends_by_itself_and_never_holds_what_is_on_hold(
    bot: RunningBot,
) -> None:
    ann = await set_up(bot, "Ann", Choices(routines=(DOSE, MOISTURIZER), zone="Europe/Berlin"))
    await ann.says("/reminders")
    await ann.presses("For my phone's calendar")
    name, content = file_of(ann, await ann.sees_only("next four weeks"))
    assert name == "routines-2026-03-02.ics"
    events = Calendar.from_ical(content).walk("VEVENT")
    words = {str(event["SUMMARY"]) for event in events}
    assert "Your daily one, with food" in words
    assert not any(each in content.lower() for each in (b"isotretinoin", b"capsule", b"dose"))
    assert all(event["RRULE"]["COUNT"] == [28] for event in events)
    assert {event.start.utcoffset().total_seconds() for event in events} == {3600.0}
    await ann.says(UNSAFE_WORDS)
    await ann.says("/reminders")
    await ann.presses("For my phone's calendar")
    _, content = file_of(ann, await ann.sees_only("on hold until you have spoken to a doctor"))
    words = {str(event["SUMMARY"]) for event in Calendar.from_ical(content).walk("VEVENT")}
    assert words
    assert "Your daily one, with food" not in words
    await ann.says("/pause")
    await ann.says("/reminders")
    await ann.presses("For my phone's calendar")
    await ann.sees("nothing for a calendar")
