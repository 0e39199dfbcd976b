"""The real clock plus an offset that tests and the playground move."""

from __future__ import annotations

import os
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path


class OffsetClock:
    """Callable clock. With `file`, the offset is written there for the bot to read.

    The file holds one decimal number, the seconds to add to the real clock; it is replaced
    atomically, so a reader never sees half of one.
    """

    def __init__(self, file: Path | None = None) -> None:
        self.file = file
        self.offset = 0.0
        if file is not None:
            self.move_to(0.0)

    def __call__(self) -> datetime:
        return datetime.now(UTC) + timedelta(seconds=self.offset)

    def move_to(self, offset: float) -> None:
        """Set the offset in seconds; time only moves forward for a bot that trusts it."""
        self.offset = offset
        if self.file is None:
            return
        self.file.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=self.file.parent, prefix=".clock-")
        with os.fdopen(handle, "w", encoding="ascii") as target:
            target.write(f"{offset:.3f}\n")
        Path(name).replace(self.file)

    def advance(self, seconds: float) -> None:
        self.move_to(self.offset + seconds)
