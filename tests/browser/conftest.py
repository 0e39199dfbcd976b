"""One playground per run, and a fresh browser per test on the system's Chromium."""

from __future__ import annotations

import os
import shutil
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import Page, async_playwright, expect

from tests.browser.notice import NO_BROWSER
from tests.browser.playground_process import playground
from tests.browser.visitor import Visitor

SCREENSHOTS = Path(__file__).resolve().parents[2] / "docs" / "screenshots"
ZONE = "Europe/London"
PATIENCE_MS = 20_000
# Nothing but this machine: no name is looked up, and the browser's own errands are off.
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
    "--font-render-hinting=none",
]

Visit = Callable[..., Awaitable[Visitor]]


@pytest.fixture(scope="session")
def chromium() -> str:
    """Where the browser is. Without one its tests are skipped; with `CI` set that is an error."""
    found = shutil.which("chromium") or shutil.which("chromium-browser")
    found = found or shutil.which("google-chrome")
    if found is None:
        if os.environ.get("CI", "").lower() not in ("", "0", "false"):
            pytest.fail(NO_BROWSER, pytrace=False)
        pytest.skip(NO_BROWSER)
    return found


@pytest.fixture(scope="module")  # ended with its tests: its bot ticks ten times a second
def address(
    chromium: str, tmp_path_factory: pytest.TempPathFactory, kept_data: Path
) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("playground") / "data"
    shutil.copytree(kept_data, folder)
    with playground(folder, ZONE) as found:
        yield found


@pytest.fixture(scope="session")
def picture(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """Where a picture goes: into the documentation with `SCREENSHOTS=1`, else away."""
    folder = tmp_path_factory.mktemp("pictures")
    if os.environ.get("SCREENSHOTS") == "1":
        folder = SCREENSHOTS
        folder.mkdir(parents=True, exist_ok=True)
    return lambda name: folder / f"{name}.png"


@pytest.fixture
async def visit(
    chromium: str, address: str, picture: Callable[[str], Path]
) -> AsyncIterator[Visit]:
    """Opens the page; keyword arguments are Playwright's for a new page."""
    expect.set_options(timeout=PATIENCE_MS)
    complaints: list[str] = []
    async with AsyncExitStack() as stack:
        play = await stack.enter_async_context(async_playwright())
        browser = await play.chromium.launch(executable_path=chromium, args=FLAGS)
        stack.push_async_callback(browser.close)

        async def opened(**look: Any) -> Visitor:
            look.setdefault("viewport", {"width": 1200, "height": 860})
            page: Page = await browser.new_page(**look)
            page.set_default_timeout(PATIENCE_MS)
            page.on("pageerror", lambda error: complaints.append(f"error: {error}"))
            page.on(
                "request",
                lambda request: (
                    None
                    if request.url.startswith((address, address.replace("http", "ws"), "data:"))
                    else complaints.append(f"asks for {request.url}")
                ),
            )
            await page.goto(address)
            return Visitor(page, picture)

        yield opened
    assert complaints == []
