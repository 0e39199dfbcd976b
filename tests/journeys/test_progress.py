"""She looks at her record: a picture, and the same figures in words."""

from __future__ import annotations

import asyncio
import re
import struct
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from bot.delivery.studio import NotDrawn, draw_in_a_process
from bot.drawing import picture  # noqa: F401  # large: read it before a patient waits for it
from bot.storage import patients
from playground.telegram import Message
from tests.drawing.lives import has_lived
from tests.journeys.bot import PATIENCE, RunningBot
from tests.journeys.onboarding import Choices, set_up
from tests.journeys.patient import Patient

TODAY = date(2026, 3, 2)


async def with_a_past(bot: RunningBot, days: int, *, language: str = "en") -> Patient:
    ann = await set_up(bot, "Ann", Choices(country="PK" if language == "ur" else "DE"))
    async with bot.running.store.write() as tx:
        who = await patients.of_chat(tx, ann.person.id)
        assert who is not None
        ann.made = await has_lived(tx, who, TODAY, days)  # type: ignore[attr-defined]
        await patients.change(tx, who.id, {"language": language})
    return ann


def image(ann: Patient, message: Message) -> bytes:
    """The picture as it arrived."""
    return bytes(ann.bot.telegram.files[message.api["photo"][-1]["file_id"]].content)


def size(png: bytes) -> tuple[int, int]:
    assert png.startswith(b"\x89PNG")
    width, height = struct.unpack(">II", png[16:24])
    return width, height


def files_below(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def said(caption: str, words: str) -> int:
    found = re.search(rf"(\d+) {words}", caption)
    return int(found[1]) if found else 0


async def test_the_caption_says_the_figures_that_were_recorded(bot: RunningBot) -> None:
    ann = await with_a_past(bot, 60)
    await ann.says("/progress")
    message = await ann.sees_only("1 Jan 2026 to 2 Mar 2026", "Your daily one")
    made: Counter[str] = ann.made  # type: ignore[attr-defined]
    assert said(message.text, "taken") == made["done"]
    assert said(message.text, "left out") == made["skipped"]
    assert said(message.text, "not answered") == made["unanswered"]
    assert said(message.text, "on hold") == made["held"]
    assert said(message.text, "not known") == made["missed_by_service"] + made[""]
    assert len(message.text) <= 1024
    ann.sees_not("%", "isotretinoin", "acne", "dose", "capsule", "well done")
    width, height = size(image(ann, message))
    assert width == 1080
    assert 1000 < height < 2600


async def test_a_process_of_its_own_draws_it(bot: RunningBot, tmp_path: Path) -> None:
    ann = await with_a_past(bot, 5)
    bot.running.studio.draw = lambda order: draw_in_a_process(order, tmp_path / "fonts")
    await ann.says("/progress")
    assert size(image(ann, await ann.sees_only("Your daily one")))[0] == 1080
    files = files_below(tmp_path)
    assert not [path for path in files if b"\x89PNG" in path.read_bytes()[:8]]


async def test_she_changes_the_period_and_the_background(bot: RunningBot) -> None:
    ann = await with_a_past(bot, 200)
    await ann.says("/progress")
    light = image(ann, await ann.sees_only("Your daily one"))
    await ann.presses("Dark")
    dark = image(ann, await ann.sees_only("Your daily one"))
    assert light != dark
    assert ann.offered == ["4 weeks", "Everything", "Light", "For the visit"]
    await ann.presses("4 weeks")
    await ann.sees_only("3 Feb 2026 to 2 Mar 2026")
    await ann.presses("Everything")
    message = await ann.sees_only("14 Aug 2025 to 2 Mar 2026")
    made: Counter[str] = ann.made  # type: ignore[attr-defined]
    assert said(message.text, "taken") == made["done"]


async def test_the_same_picture_is_drawn_once(bot: RunningBot) -> None:
    ann = await with_a_past(bot, 20)
    drawn: list[bytes] = []
    draw = bot.running.studio.draw

    async def counting(order: bytes) -> bytes:
        drawn.append(order)
        return await draw(order)

    bot.running.studio.draw = counting
    await ann.says("/progress")
    first = image(ann, await ann.sees_only("Your daily one"))
    await ann.says("/progress")
    assert image(ann, await ann.sees_only("Your daily one")) == first
    assert len(drawn) == 1


async def test_it_is_in_her_language_and_direction(bot: RunningBot) -> None:
    ann = await with_a_past(bot, 40, language="ur")
    await ann.says("/progress")
    message = await ann.sees_only("آپ کی روزانہ والی", "لی گئیں")
    assert size(image(ann, message))[0] == 1080
    assert not re.search(r"[a-z]{4}", message.text.replace("/report", ""))


async def test_without_a_record_there_is_a_sentence(bot: RunningBot) -> None:
    ann = await set_up(bot, "Ann", Choices(routines=()))
    await ann.says("/progress")
    await ann.sees_only("nothing to show yet")
    bob = bot.patient("Bob")
    await bob.says("/progress")
    await bob.sees_only("/start")


@pytest.mark.parametrize("why", ["ended with -9", "not within 40 seconds"])
async def test_when_drawing_fails_she_gets_the_figures_in_words(bot: RunningBot, why: str) -> None:
    ann = await with_a_past(bot, 20)

    async def fails(order: bytes) -> bytes:
        raise NotDrawn(why)

    bot.running.studio.draw = fails
    await ann.says("/progress")
    message = await ann.sees_only("could not make the picture", "Your daily one", "taken")
    assert "photo" not in message.api
    assert "4 weeks" in message.labels
    await ann.says("/export")
    await ann.sees_only("could not make that", "Nothing of yours is lost")


async def test_an_alarm_does_not_wait_for_a_picture(bot: RunningBot) -> None:
    ann = await with_a_past(bot, 5)
    let_go, draw = asyncio.Event(), bot.running.studio.draw

    async def slowly(order: bytes) -> bytes:
        await let_go.wait()
        return await draw(order)

    bot.running.studio.draw = slowly
    ann.person.say("/progress")
    await bot.telegram.wait_until(lambda: "sendChatAction" in bot.telegram.ledger.tail(), PATIENCE)
    ann.person.say("I want to kill myself")
    await bot.telegram.wait_until(
        lambda: any("Please call" in each.text for each in ann.person.received), PATIENCE
    )
    assert not any("photo" in each.api for each in ann.person.received)
    let_go.set()
    await bot.settled()
    await ann.sees("Your daily one")


async def test_after_a_restart_a_picture_that_was_under_way_is_drawn_anew(bot: RunningBot) -> None:
    ann = await with_a_past(bot, 5)

    async def never(order: bytes) -> bytes:
        await asyncio.Event().wait()
        return b""

    bot.running.studio.draw = never
    ann.person.say("/progress")
    await bot.telegram.wait_until(lambda: "sendChatAction" in bot.telegram.ledger.tail(), PATIENCE)
    async with bot.down():
        pass
    await bot.passes(minutes=1)
    await ann.sees("Your daily one")
    assert [row[0] for row in await bot.rows("outbox", "payload") if row[0] is not None] == []


async def test_a_picture_that_telegram_will_not_have_comes_in_words(bot: RunningBot) -> None:
    ann = await with_a_past(bot, 5)

    async def no_picture(order: bytes) -> bytes:
        return b"this is no picture"

    bot.running.studio.draw = no_picture
    await ann.says("/progress")
    await ann.sees_only("could not make the picture", "Your daily one")
