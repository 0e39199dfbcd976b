"""Somebody in front of the page: presses what she sees, types, and looks."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import Path

from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Locator, Page, expect


class Visitor:
    """One page of the playground and the chat that is open in it."""

    def __init__(self, page: Page, picture: Callable[[str], Path]) -> None:
        self.page = page
        self._picture = picture

    @property
    def chat(self) -> Locator:
        """The chat that was used last, of those that are open side by side."""
        return self.page.locator(".chat.active")

    @property
    def log(self) -> Locator:
        return self.chat.get_by_role("log", name="Messages")

    @property
    def newest(self) -> Locator:
        """The newest bubble of the bot, with its buttons."""
        return self.log.locator(".row.in").last

    async def opens_a_chat(self, name: str, language: str = "en") -> None:
        """As a new patient, and presses Start."""
        await self.page.get_by_role("button", name="New patient").click()
        dialog = self.page.get_by_role("dialog", name="New patient")
        await dialog.get_by_label("Name").fill(name)
        await dialog.get_by_label("Language of the app").select_option(language)
        await dialog.get_by_role("button", name="Open the chat").click()
        await self.is_with(name)
        await self.starts()

    async def turns_to(self, name: str) -> None:
        """To somebody else's chat, open already or in the place of this one."""
        await self._chats.locator("[data-act=open]").filter(has_text=name).click()
        await self.is_with(name)

    async def opens_beside(self, name: str) -> None:
        await self._chats.get_by_role("button", name=f"Beside: {name}").click()
        await self.is_with(name)

    async def is_with(self, name: str) -> None:
        """The chat is open: a press before that would be meant for another one."""
        await expect(self.chat).to_have_attribute("aria-label", f"Chat of {name}")

    async def starts(self) -> None:
        """With the button that stands in place of the input field."""
        await self.chat.locator("footer").get_by_role("button", name="Start").click()

    @property
    def _chats(self) -> Locator:
        return self.page.get_by_role("navigation", name="Chats")

    async def says(self, text: str) -> None:
        await self.chat.get_by_role("textbox", name="Message").fill(text)
        await self.chat.get_by_role("button", name="Send").click()
        await expect(self.log.locator(".row.out").last).to_contain_text(text)

    async def presses(self, label: str | re.Pattern[str]) -> None:
        """The newest button of that name."""
        exact = isinstance(label, str)
        await self.log.get_by_role("button", name=label, exact=exact).last.click()

    async def sees(self, words: str | re.Pattern[str]) -> None:
        """In any bubble of the bot."""
        await expect(self.log.locator(".row.in").filter(has_text=words).last).to_be_visible()

    async def sees_buttons(self, labels: Sequence[str]) -> None:
        for label in labels:
            button = self.log.get_by_role("button", name=label, exact=True).last
            await expect(button).to_be_visible()

    async def travels(self, jump: str) -> None:
        """Moves the clock, and waits until it has arrived."""
        await self.page.get_by_role("button", name=jump).click()
        await expect(self.page.get_by_role("button", name="Stop here")).to_have_count(0)

    async def copies_as_a_test(self) -> str:
        """The conversation so far, as the page shows it for copying."""
        await self.chat.get_by_role("button", name="Copy as test").click()
        dialog = self.page.get_by_role("dialog", name="The conversation as a test")
        code = await dialog.locator("pre").inner_text()
        await dialog.get_by_role("button", name="Close").click()
        return code

    async def finds_no_barrier(self) -> None:
        """axe: names, roles, contrast, keyboard; of what is shown right now."""
        found = await Axe().run(self.page)
        told = [
            f"{each['id']}: {each['help']}\n  "
            + "\n  ".join(
                f"{node['html'][:160]}\n    {' '.join(node['failureSummary'].split())}"
                for node in each["nodes"][:4]
            )
            for each in found.response["violations"]
        ]
        assert told == [], "\n".join(told)

    async def takes_a_picture(self, name: str) -> None:
        """Of the page as it stands, for the documentation."""
        await self.page.evaluate("document.activeElement?.blur()")
        await self.page.mouse.move(0, 0)
        await self.page.screenshot(path=self._picture(name), animations="disabled")

    async def sets_up(self, city: str = "London", *, routines: bool = True) -> None:
        """The setup by clicking, from /start to "All set"; everything is agreed to."""
        for label in (
            "I understand",
            "18 or older",
            "Yes, remind me",
            "Yes, ask me",
            "Yes, tell them",
        ):
            await self.presses(label)
        await self.sees("Where are you")
        await self.says(city)
        await self.presses("Yes, United Kingdom")
        if not routines:
            for item in ("Moisturizer", "Sunscreen", "Lip balm"):
                await self.presses(f"✓ {item}")
                await self.sees_buttons([f"▫️ {item}"])
        await self.presses("Continue")
        await self.presses("20 mg")
        await self.presses("Once")
        await self.presses("Skip this")
        await self.presses("08:00")
        await self.sees("Shall I start like this?")
        await self.presses("Start")
        await self.sees("All set")
