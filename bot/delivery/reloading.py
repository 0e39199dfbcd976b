"""New content for a running bot: all of it, or the old one and the reason why.

A signal, or a folder that has changed, starts it. The new content is checked by a process of its
own, read in a thread, compared with the old, and only then put in its place, between two turns: a
turn that has begun ends with the content it began with.
"""

from __future__ import annotations

import asyncio
import gc
import json
import sys
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import structlog

from bot.catalog.changes import Fingerprint, changed_parts, fingerprints
from bot.catalog.content import Content
from bot.catalog.stable_ids import lost_ids

log = structlog.get_logger()

LOOK_EVERY_SECONDS = 2.0
SHOWN_PROBLEMS = 5
# Python lets another thread in every five milliseconds; a person who waits for an answer should
# not notice that a hundred files are being read.
GIVE_WAY_SECONDS = 0.0005

Check = Callable[[Path], Awaitable[list[str]]]


class Reloader:
    """`adopt` puts new content in the old one's place; `refused` is told why none was taken, at
    most once for the same state of the folder. `check` finds errors before anything is read."""

    def __init__(
        self,
        content_dir: Path,
        content: Content,
        *,
        adopt: Callable[[Content], Awaitable[None]],
        refused: Callable[[list[str]], Awaitable[None]],
        check: Check,
        watch: bool,
        look_every: float = LOOK_EVERY_SECONDS,
    ) -> None:
        self._folder = content_dir
        self._content = content
        self._adopt = adopt
        self._refused = refused
        self.check = check
        self._watch = watch
        self._look_every = look_every
        self._asked = asyncio.Event()
        self._one_at_a_time = asyncio.Lock()
        self._used: dict[str, Fingerprint] = {}
        self._tried: dict[str, Fingerprint] = {}

    def ask(self) -> None:
        """Reload soon, whatever has changed (SIGHUP)."""
        self._asked.set()

    async def reload(self) -> bool:
        """Take over what has changed since the content in use was read. False when nothing was
        taken."""
        async with self._one_at_a_time:
            return await self._take(await asyncio.to_thread(fingerprints, self._folder))

    async def run(self) -> None:
        """Until cancelled. Whatever goes wrong here, the bot goes on with what it has."""
        self._used = self._tried = await asyncio.to_thread(fingerprints, self._folder)
        while True:
            asked = await self._wait()
            try:
                if asked or await self._has_changed():
                    await self.reload()
            except Exception as error:
                log.error("content_not_reloaded", error=error)

    async def _wait(self) -> bool:
        """Whether somebody asked; False when it is only time to look."""
        try:
            async with asyncio.timeout(self._look_every if self._watch else None):
                await self._asked.wait()
        except TimeoutError:
            return False
        self._asked.clear()
        return True

    async def _has_changed(self) -> bool:
        """Whether there is something that was not tried yet, and nobody is in the middle of
        writing it: a moment later all is as it was."""
        seen = await asyncio.to_thread(fingerprints, self._folder)
        if seen == self._tried:
            return False
        await asyncio.sleep(min(0.2, self._look_every))
        return await asyncio.to_thread(fingerprints, self._folder) == seen

    async def _take(self, now: dict[str, Fingerprint]) -> bool:
        self._tried = now
        parts = changed_parts(self._used, now)
        if not parts:
            log.info("content_unchanged")
            return False
        problems = await self.check(self._folder)
        content = None
        if not problems:
            content, problems = await asyncio.to_thread(self._read, parts)
        if content is None:
            log.error("content_not_reloaded", kept="the old content", problems=problems)
            await self._refused(problems)
            return False
        await self._adopt(content)
        self._content, self._used = content, now
        log.info("content_reloaded", parts=sorted(parts))
        return True

    def _read(self, parts: frozenset[str]) -> tuple[Content | None, list[str]]:
        from bot.catalog.loading import load_content

        with _giving_way():
            content, found = load_content(self._folder, old=self._content, changed=parts)
            errors = [_shown(self._folder, str(each)) for each in found if each.severity == "error"]
            if content is None:
                return None, errors
            if lost := lost_ids(self._content, content):
                return None, lost
            if "detector" in parts:
                content.detector.warm()
            return content, []


async def check_in_a_process(content_dir: Path) -> list[str]:
    """The errors that `check-content` finds, as `file:line: text`; a process of its own, because it
    reads everything in every way."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", "check-content", "--json", "--content-dir", content_dir),
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
    )
    try:
        output, _ = await process.communicate()
    except asyncio.CancelledError:
        process.kill()
        await process.wait()
        raise
    try:
        report = json.loads(output)
        return [
            f"{each['file']}:{each['line']}: {each['text']}"
            for each in report["problems"]
            if each["severity"] == "error"
        ]
    except (ValueError, LookupError, TypeError):
        return [f"check-content ended with {process.returncode} and no report"]


def shown_problems(problems: list[str]) -> str:
    """The first few, one per line, and how many more there are."""
    lines = problems[:SHOWN_PROBLEMS]
    if more := len(problems) - len(lines):
        lines.append(f"… {more} more: `check-content` shows them")
    return "\n".join(lines)


def _shown(folder: Path, problem: str) -> str:
    return problem.removeprefix(f"{folder.parent}/")


@contextmanager
def _giving_way() -> Iterator[None]:
    """Reading in a thread without holding up the others: threads change often, and no collection
    of cycles walks through millions of objects of two contents meanwhile."""
    interval, collecting = sys.getswitchinterval(), gc.isenabled()
    sys.setswitchinterval(GIVE_WAY_SECONDS)
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        sys.setswitchinterval(interval)
        if collecting:
            gc.enable()
