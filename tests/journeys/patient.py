"""The patient's voice: what she does, and what she sees on her phone because of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from playground.telegram import Message, Person

if TYPE_CHECKING:
    from tests.journeys.bot import RunningBot


class Patient:
    """Every act returns when the bot has done all that follows from it. "Sees" means: since her
    last act, or since the clock was last moved; an edited message is seen anew."""

    def __init__(self, bot: RunningBot, person: Person, zone: ZoneInfo) -> None:
        self.bot = bot
        self.person = person
        self.zone = zone
        self._known: dict[int, int] = {}

    # what she does

    async def says(self, text: str) -> None:
        await self._does(lambda: self.person.say(text))

    async def presses(self, label: str, message: Message | None = None) -> None:
        """The newest button of that label, or the one below `message`."""
        await self._does(lambda: self.person.press(label, message))

    async def presses_forged(self, data: str, message: Message | None = None) -> None:
        """A button that a modified client has made up."""
        await self._does(lambda: self.person.press_data(data, message))

    async def taps_at_once(self, *labels: str) -> None:
        """Several presses before the bot could answer the first."""
        last = {label: self.offering(label) for label in labels}
        self.looks_away()
        for label in labels:
            self.person.press(label, last[label])
        await self.bot.settled()

    async def edits(self, text: str) -> None:
        await self._does(lambda: self.person.edit(text))

    async def sends_photo(self, caption: str = "") -> None:
        await self._does(lambda: self.person.send_photo(caption))

    async def sends_voice(self) -> None:
        await self._does(self.person.send_voice)

    async def sends_sticker(self) -> None:
        await self._does(self.person.send_sticker)

    async def shares_location(self, latitude: float, longitude: float) -> None:
        await self._does(lambda: self.person.share_location(latitude, longitude))

    async def blocks(self) -> None:
        await self._does(self.person.block)

    async def unblocks(self) -> None:
        await self._does(self.person.unblock)

    async def waits_until(self, at: str) -> None:
        """Until the next "08:00" on her own clock."""
        await self.bot.until(at, self.zone)

    async def _does(self, act: Callable[[], object]) -> None:
        self.looks_away()
        act()
        await self.bot.settled()

    # what she sees

    @property
    def fresh(self) -> list[Message]:
        """The bot's messages that are new or changed, oldest first."""
        return [
            message
            for message in self.person.received
            if self._known.get(message.id) != len(message.versions)
        ]

    async def sees(self, *words: str) -> Message:
        """One fresh message that contains all of `words`; the newest of several."""
        for message in reversed(self.fresh):
            if all(each in message.text for each in words):
                return message
        raise AssertionError(f"{self.person.name} does not see {words}, but:\n{self._shown()}")

    async def sees_only(self, *words: str) -> Message:
        """The same, and nothing else came."""
        message = await self.sees(*words)
        assert len(self.fresh) == 1, f"more than one message:\n{self._shown()}"
        return message

    async def sees_nothing(self) -> None:
        assert not self.fresh, f"{self.person.name} sees:\n{self._shown()}"

    def sees_not(self, *words: str) -> None:
        """None of `words` stands in anything fresh."""
        for each in words:
            assert all(each not in message.text for message in self.fresh), (
                f"{self.person.name} sees {each!r}:\n{self._shown()}"
            )

    def offering(self, label: str) -> Message:
        """The newest message with a button of that label."""
        for message in reversed(self.person.received):
            if message.button(label) is not None:
                return message
        raise AssertionError(f"no button {label!r}; she sees:\n{self._shown()}")

    @property
    def offered(self) -> list[str]:
        """The labels below the newest message of the bot that has buttons."""
        return next((m.labels for m in reversed(self.person.received) if m.labels), [])

    def looks_away(self) -> None:
        """From here on only what is new counts as seen."""
        self._known = {message.id: len(message.versions) for message in self.person.received}

    def _shown(self) -> str:
        shown = [f"{message.text}\n  {message.labels}" for message in self.fresh]
        if not shown and self.person.last is not None:
            shown = [f"(nothing new; before that:)\n{self.person.last.text}"]
        return "\n---\n".join(shown) or "(nothing)"
