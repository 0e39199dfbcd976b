"""The course: the plan as on the label, its changes, a day corrected, capsules counted, its end."""

from __future__ import annotations

import pytest

from bot.storage import patients
from tests.journeys.bot import RunningBot
from tests.journeys.onboarding import Choices, set_up
from tests.journeys.patient import Patient
from tests.journeys.test_rights import exported

DAILY_ONE = "Your daily one, with food"
# The clock starts on Monday, 2 March 2026, at noon UTC.


async def takes_it(ann: Patient) -> None:
    await ann.waits_until("08:00")
    await ann.presses("Taken")


async def test_a_dose_that_changes_from_a_date_on(bot: RunningBot) -> None:
    ann = await set_up(bot, choices=Choices(mood=False))
    await ann.says("/plan")
    await ann.sees_only("Now: 20 mg, once a day", "Start date: not noted", "up to your prescriber")
    await ann.presses("Start date")
    await ann.says("9 February")
    await ann.sees_only("Day 22", "9 Feb 2026")

    await ann.presses("Change the dose")
    await ann.says("20 mg + 10 mg every other day from 5 March")
    await ann.sees_only("20 + 10 mg, once every other day", "Thursday, 5 March", "label says?")
    await ann.presses("Yes, save")
    await ann.sees_only("From 5 Mar 2026: 20 + 10 mg", "Now: 20 mg, once a day")
    await takes_it(ann)  # Tuesday
    await takes_it(ann)  # Wednesday
    await takes_it(ann)  # Thursday: the change begins
    await ann.waits_until("08:00")  # Friday
    await ann.sees_nothing()
    await takes_it(ann)  # Saturday
    await ann.says("/plan")
    await ann.sees_only("Day 27", "Now: 20 + 10 mg", "Before", "2 Mar 2026 to 4 Mar 2026: 20 mg")
    for word in ("%", "target", "mg/kg", "goal"):
        ann.sees_not(word)


async def test_plans_that_overlap_are_asked_about(bot: RunningBot) -> None:
    ann = await set_up(bot, choices=Choices(mood=False))
    for typed in ("40 mg once a day from 16 March", "10 mg twice a day from 9 March"):
        await ann.says("/plan")
        await ann.presses("Change the dose")
        await ann.says(typed)
        last = await ann.sees("Is that what your label says?")
        if "Yes, save" in last.labels:
            await ann.presses("Yes, save")
    await ann.sees_only("change from 16 Mar 2026: 40 mg", "Shall it stay?")
    await ann.presses("Save, and keep the later change")
    await ann.sees_only("From 9 Mar 2026: 10 mg, twice", "From 16 Mar 2026: 40 mg, once")
    await ann.presses("Take back the change from 16 Mar 2026")
    await ann.presses("Yes, take it back")
    await ann.sees_only("Taken back", "From 9 Mar 2026")
    ann.sees_not("40 mg")
    await ann.says("/export")
    plans = (await exported(ann))["plans"]
    assert [(each["capsules_mg"], bool(each["withdrawn_at"])) for each in plans] == [
        ([20], False),
        ([40], True),
        ([10], False),
    ]
    await bot.passes(days=6)
    await ann.says("/today")
    await bot.passes(days=2)  # from 9 March on twice a day, at a usual second time
    rows = await bot.rows("occurrences", "local_date", "slot")
    assert [str(day) for day, slot in rows if slot == 1] == ["2026-03-09", "2026-03-10"][:1]


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("whatever", "could not read that"),
        ("20 mg", "how often"),
        ("23 mg once a day", "can't save that"),
        ("20 mg and 40 mg on alternate days", "can mean two things"),
        ("20 mg once a day from 31 February", "could not read that"),
        ("20 mg once a day from 2031-01-01", "more than a year away"),
        ("20 mg once a day from 2019-01-01", "too long ago"),
    ],
)
async def test_what_cannot_be_kept_changes_nothing(
    bot: RunningBot, typed: str, answer: str
) -> None:
    ann = await set_up(bot, choices=Choices(mood=False))
    before = await bot.rows("plans")
    await ann.says("/plan")
    await ann.presses("Change the dose")
    await ann.says(typed)
    await ann.sees_only(answer, "hanged")  # nothing was changed
    assert await bot.rows("plans") == before
    await ann.says("/plan")
    await ann.sees_only("Now: 20 mg, once a day")


async def test_two_devices_at_once_save_one_plan(bot: RunningBot) -> None:
    ann = await set_up(bot, choices=Choices(mood=False))
    await ann.says("/plan")
    await ann.presses("Change the dose")
    await ann.says("10 mg three times a week")
    await ann.sees_only("choose 3 days")
    await ann.presses("Continue")
    await ann.presses("Today")
    await ann.sees_only("10 mg, once on Mon, Wed, Fri")
    await ann.taps_at_once("Yes, save", "Yes, save")
    assert len(await bot.rows("plans")) == 2
    await ann.sees("nothing was changed")
    await ann.waits_until("08:00")  # Tuesday
    await ann.sees_nothing()
    await takes_it(ann)


async def test_a_day_is_corrected_and_the_correction_is_known_as_one(bot: RunningBot) -> None:
    ann = await set_up(bot, choices=Choices(mood=False))
    await bot.passes(days=2)  # Tuesday and Wednesday were never answered
    await ann.says("/day")
    await ann.sees_only("Wednesday, 4 March", "Tuesday, 3 March: no answer")
    await ann.presses("Tuesday, 3 March")
    await ann.presses("Taken")
    await ann.sees_only(
        "Noted as a correction", "08:00: taken", "corrected on", "12:00", "Never take two"
    )
    await ann.presses("Taken")
    ann.sees_not("Noted as a correction")  # it is so already
    rows = await bot.rows("corrections", "was", "became")
    assert rows == [("unanswered", "done")]
    await ann.presses("Back")
    await ann.sees_only("Tuesday, 3 March: taken")
    await bot.passes(days=9)
    await ann.presses("Tuesday, 3 March")
    await ann.sees_only("last seven days only")
    await ann.presses_forged("1.cdc.2026-03-03.0.missed")
    assert await bot.rows("corrections", "was", "became") == rows


async def test_capsules_are_counted_down_and_run_out_in_time(bot: RunningBot) -> None:
    ann = await set_up(bot, choices=Choices(mood=False))
    await ann.says("/plan")
    await ann.presses("Capsules at home")
    for typed, answer in (("-3", "can't be that many"), ("lots", "could not read")):
        await ann.says(typed)
        await ann.sees_only(answer, "nothing was changed")
    await ann.says("10")
    await ann.sees_only("10 × 20 mg", "until 12 Mar 2026", "7 days before")
    await takes_it(ann)  # Tuesday
    await ann.says("/plan")
    await ann.sees_only("9 × 20 mg", "until 12 Mar 2026")
    await bot.passes(hours=23)  # nobody answers on Wednesday
    await ann.says("/plan")
    await bot.passes(hours=6)
    await ann.says("/plan")
    await ann.sees_only("between 8 × 20 mg and 9 × 20 mg", "For one dose I have no answer")
    await takes_it(ann)  # Thursday
    await ann.waits_until("10:00")
    await ann.waits_until("10:00")  # Friday, a week before the 13th
    await ann.sees("Something at home is running low")
    for word in ("capsule", "mg", "isotretinoin", "refill"):
        ann.sees_not(word)
    await ann.presses("Done")
    await ann.says("/plan")
    await ann.sees_only("you have seen to it")
    await bot.passes(days=8)
    assert not [
        row for row in await bot.rows("occurrences", "kind", "state") if row == ("refill", "open")
    ]
    await ann.says("/plan")
    await ann.sees_only("may not be enough", "never take two later")


async def test_after_the_last_capsule(bot: RunningBot) -> None:
    ann = await set_up(bot)
    await ann.says("/dates")
    await ann.presses("Remind me of contraception daily")
    await ann.says("/plan")
    await ann.presses("Last capsule")
    await ann.says("5 March")
    await ann.sees_only("Thursday, 5 March", "until 5 Apr 2026", "6 Sep 2026", "No blood donation")
    await ann.waits_until("08:00")
    await ann.sees(DAILY_ONE)
    await bot.passes(days=4)  # Saturday morning
    await ann.waits_until("08:00")
    ann.sees_not(DAILY_ONE)
    await ann.waits_until("20:00")
    await ann.sees("Your other daily one")
    await bot.passes(days=27)
    await ann.waits_until("20:00")  # 5 April, the last day
    await ann.sees("Your other daily one")
    await ann.waits_until("11:00")
    doses = [row for row in await bot.rows("occurrences", "kind", "local_date") if row[0] == "dose"]
    assert [str(day) for _, day in doses] == ["2026-03-03", "2026-03-04", "2026-03-05"]
    note = ann.offering("Read it")
    await ann.presses("Read it", note)
    await ann.sees("One month has passed", "clinic's dates win")
    await ann.waits_until("20:00")
    ann.sees_not("Your other daily one")
    await bot.passes(days=75)
    await ann.presses("Read it")
    await ann.sees("three months", "I fall silent now")
    await ann.presses("Delete everything about me")
    await ann.sees("Are you sure?")
    await ann.presses("No, keep it")
    await bot.passes(days=40)
    await ann.sees_nothing()


@pytest.mark.parametrize("language", ["es", "ur"])
async def test_every_page_of_the_course_in_every_language(bot: RunningBot, language: str) -> None:
    ann = await set_up(bot, choices=Choices(mood=False))
    async with bot.running.store.write() as tx:
        found = await patients.of_chat(tx, ann.person.id)
        assert found is not None
        await patients.change(tx, found.id, {"language": language})
    say = bot.running.desk.messages.say(language)
    await ann.says("/plan")
    await ann.presses(say.plain("course-button-stock"))
    await ann.says("10")
    await ann.presses(say.plain("course-button-label"))
    await ann.says("10 mg cada dos días" if language == "es" else "10 mg ایک دن چھوڑ کر")
    await ann.presses(say.plain("course-button-tomorrow"))
    await ann.presses(say.plain("course-button-save"))
    await ann.sees(say.plain("course-days-alternate"))
    await ann.says("/dates")
    await ann.presses(say.plain("dates-button-add", kind=say("dates-kind-appointment")))
    await ann.says("2026-03-09 14:30")
    await ann.sees_only("14:30")
    await bot.passes(days=3)
    await ann.says("/day")
    await ann.sees_only(say.plain("days-state-unanswered"))
