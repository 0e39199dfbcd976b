"""The page as people meet it: in a real browser, with the real bot behind it.

The pictures of the documentation are made here (`SCREENSHOTS=1`), so they cannot grow old.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.async_api import expect

from bot.catalog.content import Content
from tests.browser.conftest import Visit
from tests.journeys.copied import run_copied

pytestmark = [pytest.mark.browser, pytest.mark.timeout(400)]

BOTH = {"viewport": {"width": 1400, "height": 880}}


async def test_from_start_to_the_first_reminder_taken_and_all_of_it_as_a_test(
    visit: Visit, tmp_path: Path, content: Content
) -> None:
    ann = await visit(**BOTH)
    await expect(ann.page.get_by_text("What can this bot do?")).to_be_visible()
    await ann.starts()
    await ann.sees("I am a companion for people who take isotretinoin")
    await ann.takes_a_picture("first-words")
    await ann.sets_up(routines=False)
    await ann.opens_beside("Mia")
    await ann.turns_to("Ann")
    await ann.travels("Next reminder")
    await ann.sees("Your daily one, with food")
    await ann.sees_buttons(["Taken", "Later", "Skip"])
    await expect(ann.page.get_by_role("region", name="Outbox")).to_contain_text("Dose")
    await ann.takes_a_picture("playground")
    await ann.presses("Taken")
    await ann.sees(re.compile(r"✓ Your daily one, with food · taken at 08:0\d"))
    assert "isotretinoin" not in (await ann.newest.inner_text()).lower()
    code = await ann.copies_as_a_test()
    assert 'await ann.presses("Taken")' in code
    await run_copied(code, tmp_path / "copied", content)


async def test_a_bad_answer_reaches_her_and_the_care_team(visit: Visit) -> None:
    dana = await visit(**BOTH)
    await dana.opens_a_chat("Dana")
    await dana.sets_up(routines=False)
    await dana.says("/checkin")
    await dana.sees("Little interest or pleasure")
    await dana.presses("Nearly every day")
    await dana.sees("Feeling down, depressed")
    await dana.presses("Nearly every day")
    await dana.sees("better off dead")
    await dana.takes_a_picture("check-in")
    await dana.presses("Several days")
    await dana.sees("wished you were dead")
    await dana.presses("Yes")
    for words in ("better off if you were dead", "thoughts about killing", "tried to kill"):
        await dana.sees(words)
        await dana.presses("No")
    await dana.sees("right now")
    await dana.presses("Yes")
    await dana.sees("or go to the nearest emergency department")
    await dana.sees("Don't take your next isotretinoin capsule until you have spoken to a doctor")
    await dana.sees("findahelpline.com")
    cases = dana.page.get_by_role("region", name="Cases")
    await expect(cases).to_contain_text("told, not acknowledged")
    await dana.opens_beside("Care team")
    await dana.sees(re.compile(r"Case \d+: EMERGENCY"))
    assert "Dana" not in await dana.log.inner_text()
    await dana.takes_a_picture("contact-now")
    await dana.presses(re.compile(r"Acknowledge case \d+"))
    await dana.sees(re.compile(r"Case \d+ is yours now"))
    await expect(cases).to_contain_text("acknowledged by the care team")
    await dana.says("/cases")
    await dana.sees(re.compile(r"with Care team"))
    await dana.takes_a_picture("care-team")

    await dana.turns_to("Dana")
    await dana.says("/today")
    await dana.sees("on hold until you have spoken to a doctor")


async def test_a_question_in_her_own_words_needs_no_account(visit: Visit) -> None:
    farah = await visit()
    await farah.opens_a_chat("Farah")
    await farah.sees("I am a companion")
    await farah.says("/cancel")
    await farah.sees("Stopped")
    await farah.says("how much sunscreen do i need")
    await farah.sees(re.compile("SPF"))
    await farah.takes_a_picture("question")
    await farah.says("this dry lip is killing me")
    await farah.sees(re.compile("lip balm", re.IGNORECASE))


async def test_the_demo_patient_has_six_weeks_to_show(visit: Visit) -> None:
    mia = await visit()
    await mia.turns_to("Mia")
    await mia.sees("taken at 08:")
    await mia.says("/progress")
    picture = mia.log.locator(".row.in img").last
    await expect(picture).to_be_visible()
    assert await picture.evaluate("image => image.decode().then(() => image.naturalWidth)") > 300
    await mia.takes_a_picture("progress")


async def test_right_to_left_is_read_from_the_right(visit: Visit) -> None:
    amna = await visit()
    await amna.opens_a_chat("آمنہ", language="ur")
    text = amna.newest.locator(".text").first
    await expect(text).to_contain_text(re.compile("[\u0600-\u06ff]{3}"))
    assert await text.evaluate("it => getComputedStyle(it).direction") == "rtl"
    assert await amna.page.evaluate("document.documentElement.dir || 'ltr'") == "ltr"
    await amna.takes_a_picture("right-to-left")


async def test_what_she_says_in_an_outage_and_to_a_dead_bot_is_answered(visit: Visit) -> None:
    hana = await visit()
    await hana.opens_a_chat("Hana")
    await hana.sees("I am a companion")
    await hana.page.get_by_role("switch", name="Outage").click()
    await hana.says("/help")
    await hana.page.get_by_role("switch", name="Outage").click()
    await hana.page.get_by_role("button", name="Kill the bot").click()
    await expect(hana.chat.get_by_text("it is started again")).to_be_visible()
    await hana.says("/sos")
    answer = hana.log.locator(".row.out ~ .row.in").filter(has_text="findahelpline.com")
    await expect(answer).to_be_visible(timeout=100_000)
    await expect(hana.log.locator(".row.in").filter(has_text="/checkin")).to_have_count(1)
    bubbles = hana.log.locator(".row.in").filter(has_text="I am a companion")
    assert await bubbles.count() == 1


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_nothing_on_the_page_keeps_anybody_out(visit: Visit, scheme: str) -> None:
    """axe finds no violation in any state of the page, and the keyboard alone is enough."""
    jonas = await visit(viewport=BOTH["viewport"], color_scheme=scheme)
    name = f"Jonas {scheme}"
    await jonas.opens_a_chat(name)
    await jonas.sees("I am a companion")
    await jonas.says("/sos")
    await jonas.sees("findahelpline.com")
    await jonas.opens_beside("Mia")
    await jonas.page.get_by_role("switch", name="Duplicates").click()
    await jonas.finds_no_barrier()
    await jonas.page.get_by_role("switch", name="Duplicates").click()
    await jonas.turns_to(name)
    keys = jonas.page.keyboard
    await jonas.chat.get_by_role("button", name="Commands").focus()
    await keys.press("Enter")
    await expect(jonas.chat.get_by_role("menuitem").first).to_be_focused()
    await jonas.finds_no_barrier()
    await keys.press("ArrowDown")
    await keys.press("Enter")
    await jonas.sees(re.compile("Everything|Choose|question", re.IGNORECASE))
    await jonas.page.get_by_role("button", name="New patient").focus()
    await keys.press("Enter")
    await jonas.finds_no_barrier()
    await keys.press("Escape")
    await jonas.chat.get_by_role("button", name="Copy as test").focus()
    await keys.press("Enter")
    await expect(jonas.page.get_by_role("dialog")).to_be_visible()
    await jonas.finds_no_barrier()


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_the_page_fits_a_phone(visit: Visit, scheme: str) -> None:
    ines = await visit(
        viewport={"width": 360, "height": 740}, color_scheme=scheme, device_scale_factor=2
    )
    await ines.opens_a_chat(f"Ines {scheme}")
    await ines.sees("I am a companion")
    await ines.says("/sos")
    await ines.sees("findahelpline.com")
    await ines.finds_no_barrier()
    await ines.chat.get_by_role("button", name="Time, faults and outbox").click()
    await expect(ines.page.get_by_role("button", name="+1 h")).to_be_visible()
    await ines.finds_no_barrier()
    await ines.page.keyboard.press("Escape")
    width = await ines.page.evaluate("document.documentElement.scrollWidth")
    assert width == 360
    for button in await ines.log.get_by_role("button").all():
        box = await button.bounding_box()
        assert box is None or 0 <= box["x"] <= box["x"] + box["width"] <= 360
    await ines.takes_a_picture(f"phone-{scheme}")
