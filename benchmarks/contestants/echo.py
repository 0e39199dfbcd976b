"""The library's polling bot with one handler, as its first example shows."""

from __future__ import annotations

import asyncio
import time

from benchmarks.contestants.library_bot import library_bot
from benchmarks.contestants.stage import options, perform


async def _nothing_due() -> float:
    return time.monotonic()


async def main() -> None:
    async with library_bot(options()):
        await perform(_nothing_due)


if __name__ == "__main__":
    asyncio.run(main())
