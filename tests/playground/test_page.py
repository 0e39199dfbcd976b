"""The playground as a process: it answers, shows its landmarks, and keeps the bot alive."""

from __future__ import annotations

import asyncio
import os
import re
import shlex
import signal
import socket
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import psutil
import pytest

pytest.importorskip("nicegui")
STAND_IN = Path(__file__).with_name("stand_in_bot.py")


class Running:
    def __init__(self, process: asyncio.subprocess.Process, folder: Path) -> None:
        self.process = process
        self.folder = folder
        self.url = ""

    async def line(self, pattern: str) -> re.Match[str]:
        """The next line of the terminal that matches."""
        assert self.process.stdout is not None
        async with asyncio.timeout(30):
            while line := await self.process.stdout.readline():
                if match := re.search(pattern, line.decode()):
                    return match
        raise AssertionError(f"it ended without saying {pattern!r}")


@pytest.fixture
async def running(tmp_path: Path) -> AsyncIterator[Running]:
    taken = socket.socket()
    taken.bind(("127.0.0.1", 0))
    taken.listen()
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "playground",
        env={
            **{name: value for name, value in os.environ.items() if "PYTEST" not in name},
            "PLAYGROUND_PORT": str(taken.getsockname()[1]),
            "PLAYGROUND_BOT": shlex.join([sys.executable, str(STAND_IN)]),
            "DATA_DIR": str(tmp_path),
        },
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    made = Running(process, tmp_path)
    made.url = (await made.line(r"open (http://127\.0\.0\.1:\d+/)"))[1]
    assert str(taken.getsockname()[1]) not in made.url
    taken.close()
    yield made
    if process.returncode is None:
        process.kill()
        await process.wait()


async def test_page_and_supervision(running: Running) -> None:
    bot = int((await running.line(r"stand-in (\d+) for care team 900"))[1])
    async with aiohttp.ClientSession() as session:
        async with session.get(running.url) as response:
            page = await response.text()
            assert response.status == 200
        for landmark in (
            "Playground: a simulated Telegram on this machine. Nothing leaves it.",
            "No clinician has signed the texts yet.",
            "Copy as test",
            "New patient",
            "Care team",
            "08:00",
            "Kill the bot",
        ):
            assert landmark in page
        remote = re.findall(r"""(?:src|href)=["'](?:https?:)?//[^"']+""", page)
        assert remote == []
        for asset in ("chat.js", "chat.css", "tools.css"):
            async with session.get(f"{running.url}playground/assets/{asset}") as response:
                assert response.status == 200
        async with session.get(f"{running.url}bot1:wrong/getMe") as response:
            assert response.status == 401
        for elsewhere in ({"Host": "evil.example"}, {"Origin": "https://evil.example"}):
            async with session.get(running.url, headers=elsewhere) as response:
                assert response.status == 403
            with pytest.raises(aiohttp.WSServerHandshakeError):
                await session.ws_connect(f"{running.url}_nicegui_ws/", headers=elsewhere)

    os.kill(bot, signal.SIGKILL)
    await running.line(r"The bot ended \(signal SIGKILL\); starting it again")
    second = int((await running.line(r"stand-in (\d+)"))[1])
    assert second != bot

    running.process.terminate()
    async with asyncio.timeout(15):
        await running.process.wait()
    assert not psutil.pid_exists(second)
    (folder,) = running.folder.glob("run-*")
    assert float((folder / "clock-offset").read_text()) == 0
