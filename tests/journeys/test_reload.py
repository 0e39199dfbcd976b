"""New texts while it runs: taken over whole, or not at all, and patients notice only the words."""

from __future__ import annotations

import asyncio
import os
import shutil
import time
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from bot.catalog.content import Content
from bot.delivery.reloading import Reloader
from bot.domain.faq_actions import FaqTopic
from bot.settings import PROJECT
from bot.tg.callback_codec import encode
from tests.journeys.bot import RunningBot
from tests.journeys.onboarding import set_up

StartBot = Callable[..., Awaitable[RunningBot]]
PATIENCE = 60.0
SUNSCREEN = "faq/en/sunscreen.md"
OPERATOR = 4711


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A content folder of our own, in which texts can be changed."""
    return Path(shutil.copytree(PROJECT / "content", tmp_path / "content"))


async def no_errors(folder: Path) -> list[str]:
    return []


class Edited:
    """A running bot on a folder that is edited under it."""

    def __init__(self, bot: RunningBot, folder: Path) -> None:
        self.bot = bot
        self.folder = folder
        self.operator = bot.telegram.person("Olga", id=OPERATOR, started=True)

    @property
    def refused(self) -> list[str]:
        """What the operator has been told."""
        return [message.text for message in self.operator.received]

    def writes(self, name: str, old: str, new: str) -> None:
        path = self.folder / name
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")

    async def reloads(self) -> bool:
        """What SIGHUP does, and whether the new texts were taken."""
        taken = await self.bot.running.reloader.reload()
        await self.bot.settled()
        return taken


@pytest.fixture
async def edited(start_bot: StartBot, folder: Path) -> Edited:
    bot = await start_bot(content_dir=folder, operator_chat_id=OPERATOR)
    # The whole check of the store takes long and has tests of its own.
    bot.running.reloader.check = no_errors
    return Edited(bot, folder)


async def test_a_changed_answer_is_told_at_once(edited: Edited) -> None:
    ann = edited.bot.patient("Ann")
    edited.writes(SUNSCREEN, "SPF 30 or more; 50 is good", "SPF 50 is best")
    assert await edited.reloads()
    await ann.says("/faq sunscreen")
    await ann.sees("SPF 50 is best")


async def test_a_broken_file_changes_nothing_and_says_why(edited: Edited) -> None:
    ann = await set_up(edited.bot)
    edited.writes(SUNSCREEN, "title: Which sunscreen, and how much?", "title: [")
    edited.writes("messages/en/common.ftl", "common-back = ‹ Back", "common-back = ‹ Go back")
    await edited.reloads()
    (told,) = edited.refused
    assert "not taken" in told
    assert "content/faq/en/sunscreen.md:" in told
    await ann.says("/faq sunscreen")
    await ann.sees("SPF 30 or more")
    await ann.says("/reminders")
    await ann.presses("Your daily one")
    assert "‹ Back" in ann.offered, "the other file, which was right, must not be taken alone"


async def test_what_was_wrong_is_taken_once_it_is_right(edited: Edited) -> None:
    ann = edited.bot.patient("Ann")
    edited.writes(SUNSCREEN, "id: sunscreen", "id: sunscream")
    await edited.reloads()
    assert edited.refused
    edited.writes(SUNSCREEN, "id: sunscream", "id: sunscreen")
    edited.writes(SUNSCREEN, "50 is good", "50 is better")
    await edited.reloads()
    await ann.says("/faq sunscreen")
    await ann.sees("50 is better")


async def test_an_id_in_use_may_not_vanish_but_may_move(edited: Edited) -> None:
    ann = edited.bot.patient("Ann")
    await ann.says("/faq sunscreen")
    topic = (edited.folder / SUNSCREEN).read_text(encoding="utf-8")
    for path in (edited.folder / "faq").rglob("*.*"):
        if path.suffix in {".md", ".yaml"} and "sunscreen" in path.read_text(encoding="utf-8"):
            text = path.read_text(encoding="utf-8")
            path.write_text(_renamed(text), encoding="utf-8")
    for language in ("en", "es", "ur"):
        (edited.folder / "faq" / language / "sunscreen.md").unlink(missing_ok=True)
    (edited.folder / "faq/en/sun-cream.md").write_text(_renamed(topic), encoding="utf-8")
    await edited.reloads()
    assert "'sunscreen' is gone" in edited.refused[0]
    moved = edited.folder / "faq/moved.yaml"
    moved.write_text("sunscreen: sun-cream\n", encoding="utf-8")
    await edited.reloads()
    assert len(edited.refused) == 1
    await ann.presses_forged(encode(FaqTopic("sunscreen")))
    await ann.sees("Which sunscreen")


def _renamed(text: str) -> str:
    """The topic's id changed where it is an id, not where it is a word."""
    lines = []
    for line in text.splitlines():
        if line.startswith(
            ("id:", "related:", "    topics:", "    near_topics:", "    when_topic:")
        ):
            line = line.replace("sunscreen", "sun-cream")
        elif line == "  sunscreen:":
            line = "  sun-cream:"
        lines.append(line)
    return "\n".join(lines) + "\n"


async def test_a_flow_goes_on_with_the_new_words(edited: Edited) -> None:
    ann = edited.bot.patient("Ann")
    await ann.says("/start")
    await ann.presses("I understand")
    edited.writes("messages/en/onboarding.ftl", "How old are you?", "What is your age?")
    edited.writes("messages/en/onboarding.ftl", "May I remind you", "Shall I remind you")
    await edited.reloads()
    await ann.presses("18 or older")
    await ann.sees("Shall I remind you")


async def test_what_the_check_finds_is_not_taken(edited: Edited) -> None:
    async def finds(folder: Path) -> list[str]:
        return ["content/faq/en/sunscreen.md:20: it promises a cure"]

    edited.bot.running.reloader.check = finds
    desk = edited.bot.running.desk
    edited.writes(SUNSCREEN, "50 is good", "50 cures")
    await edited.reloads()
    assert edited.bot.running.desk is desk
    assert "content/faq/en/sunscreen.md:20: it promises a cure" in edited.refused[0]


async def test_a_watched_folder_is_taken_over_without_a_signal(
    content: Content, folder: Path
) -> None:
    taken: list[Content] = []
    arrived = asyncio.Event()

    async def adopt(new: Content) -> None:
        taken.append(new)
        arrived.set()

    async def refused(problems: list[str]) -> None:
        raise AssertionError(problems)

    reloader = Reloader(
        folder, content, adopt=adopt, refused=refused, check=no_errors, watch=True, look_every=0.05
    )
    task = asyncio.create_task(reloader.run())
    try:
        await asyncio.sleep(0.3)
        assert taken == []
        path = folder / "contacts.yaml"
        path.write_text(path.read_text(encoding="utf-8") + "# looked through\n", encoding="utf-8")
        os.utime(path, (time.time() + 5, time.time() + 5))
        async with asyncio.timeout(PATIENCE):
            await arrived.wait()
    finally:
        task.cancel()
    assert taken[0].contacts is not content.contacts
    assert taken[0].faq is content.faq, "what has not changed is not read again"
