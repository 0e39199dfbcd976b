"""A replica's name, which says where it lives, so that its neighbours can see when it has died.

`host:boot.pid namespace:pid:random`. Two processes may only judge each other when they see the same
process numbers: on one machine, since one boot, in one container.
"""

from __future__ import annotations

import os
import secrets
import socket
import zlib
from pathlib import Path

_BOOT = Path("/proc/sys/kernel/random/boot_id")
_NAMESPACE = Path("/proc/self/ns/pid")


def name_of_this_process() -> str:
    """At most 40 characters, never given twice."""
    return f"{socket.gethostname()[:12]}:{_place() or '-'}:{os.getpid()}:{secrets.token_hex(3)}"


def is_dead(name: str) -> bool:
    """Whether there is proof that the process of this name is gone; no proof is no."""
    parts = name.rsplit(":", 3)
    if len(parts) != 4 or not parts[2].isdigit() or parts[1] in ("-", "") or parts[1] != _place():
        return False
    try:
        os.kill(int(parts[2]), 0)
    except ProcessLookupError:
        return True
    except OSError:
        return False
    return False


def _place() -> str | None:
    try:
        seen = _BOOT.read_text(encoding="ascii") + _NAMESPACE.readlink().name
    except OSError:
        return None
    return f"{zlib.crc32(seen.encode()):08x}"
