"""The machine: room on the disk, and who may read the secrets."""

from __future__ import annotations

import shutil
import stat
from pathlib import Path

from bot.doctor.line import Level, Line
from bot.settings import Settings

LEAST_FREE_BYTES = 500_000_000


def machine_lines(settings: Settings) -> list[Line]:
    lines = []
    env = Path(".env")
    if env.is_file() and stat.S_IMODE(env.stat().st_mode) & 0o077:
        lines.append(
            Line(Level.WARN, ".env", "others on this machine may read it", "chmod 600 .env")
        )
    place = settings.data_dir
    while not place.exists() and place != place.parent:
        place = place.parent
    free = shutil.disk_usage(place).free
    text = f"{free / 1e9:.1f} GB are free at {place}"
    if free < LEAST_FREE_BYTES:
        lines.append(Line(Level.ERROR, "disk", text, "make room: a full disk stops everything"))
    else:
        lines.append(Line(Level.OK, "disk", text))
    return lines
