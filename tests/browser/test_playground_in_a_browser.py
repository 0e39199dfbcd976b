"""The page as people meet it: in a real browser, with the real bot behind it.

The pictures of the documentation are made here (`SCREENSHOTS=1`), so they cannot grow old.
"""

from __future__ import annotations

import re

import pytest
from playwright.async_api import expect

from tests.browser.conftest import Visit

pytestmark = [pytest.mark.browser, pytest.mark.timeout(180)]


async def test_from_start_to_the_first_reminder_taken(visit: Visit) -> None:
    ann = await visit()
    await expect(ann.page.get_by_text("What can this bot do?")).to_be_visible()
    await ann.starts()
    await ann.sees("I am a companion for people who take isotretinoin")
    await ann.takes_a_picture("first-words")
    await ann.sets_up()
    await ann.travels("Next morning 08:00")
    await ann.sees("Your daily one, with food")
    await ann.sees_buttons(["Taken", "Later", "Skip"])
    await ann.takes_a_picture("playground")
    await ann.presses("Taken")
    await ann.sees(re.compile(r"✓ Your daily one, with food · taken at 08:0\d"))
    assert "isotretinoin" not in (await ann.newest.inner_text()).lower()


async def test_a_bad_answer_reaches_her_and_the_care_team(visit: Visit) -> None:
    dana = await visit()
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
    await dana.takes_a_picture("contact-now")

    await dana.turns_to("Care team")
    await dana.sees(re.compile(r"Case \d+: EMERGENCY"))
    assert "Dana" not in await dana.log.inner_text()
    await dana.presses(re.compile(r"Acknowledge case \d+"))
    await dana.sees(re.compile(r"Case \d+ is yours now"))
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


async def test_what_she_says_while_the_bot_is_dead_is_answered(visit: Visit) -> None:
    hana = await visit()
    await hana.opens_a_chat("Hana")
    await hana.sees("I am a companion")
    await hana.page.get_by_role("button", name="Kill the bot").click()
    await expect(hana.page.get_by_text("it is started again")).to_be_visible()
    await hana.says("/sos")
    answer = hana.log.locator(".row.out + .row.in").filter(has_text="findahelpline.com")
    await expect(answer).to_be_visible(timeout=100_000)
    bubbles = hana.log.locator(".row.in").filter(has_text="I am a companion")
    assert await bubbles.count() == 1


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_the_page_fits_a_phone(visit: Visit, scheme: str) -> None:
    ines = await visit(
        viewport={"width": 360, "height": 740}, color_scheme=scheme, device_scale_factor=2
    )
    await ines.opens_a_chat(f"Ines {scheme}")
    await ines.sees("I am a companion")
    await ines.says("/sos")
    await ines.sees("findahelpline.com")
    await ines.page.get_by_role("button", name="Time and faults").click()
    await expect(ines.page.get_by_role("button", name="+1 h")).to_be_visible()
    await ines.page.keyboard.press("Escape")
    width = await ines.page.evaluate("document.documentElement.scrollWidth")
    assert width == 360
    for button in await ines.log.get_by_role("button").all():
        box = await button.bounding_box()
        assert box is None or 0 <= box["x"] <= box["x"] + box["width"] <= 360
    await ines.takes_a_picture(f"phone-{scheme}")


async def test_everything_that_can_be_pressed_has_a_name(visit: Visit) -> None:
    jonas = await visit()
    await expect(jonas.page.get_by_role("button", name="New patient")).to_be_visible()
    nameless = await jonas.page.evaluate(
        """[...document.querySelectorAll("button, textarea, input, select, a[href]")]
           .filter(e => e.checkVisibility())
           .filter(e => !(e.innerText.trim() || e.ariaLabel || e.labels?.length))
           .map(e => e.outerHTML)"""
    )
    assert nameless == []
