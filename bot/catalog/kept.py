"""A copy of the content as it was read, for the next start.

Reading the store checks each of its five hundred files and builds the searches: seconds of work
and twice the memory that the result needs. So a process of its own reads it, keeps the result as
one file beside the database, and goes; every start takes it from there as long as neither a file
of the store nor the program has changed.

The copy is a pickle, which could hold anything: it is opened only when it bears a seal made with a
key of this installation, so whoever can write to the folder and does not have the key cannot slip
in a sentence, nor code.
"""

from __future__ import annotations

import hashlib
import hmac
import os
import pickle
import subprocess
import sys
from contextlib import suppress
from importlib.metadata import version
from pathlib import Path

from bot.catalog.content import Content
from bot.catalog.lasting import made_to_last

KEPT_FILE = "content.kept"
_PROGRAM = Path(__file__).resolve().parents[1]
_MADE_BY = ("catalog", "domain")  # the code that reads the store, and what it becomes
_LIBRARIES = ("fluent.syntax", "numpy", "pydantic", "PyYAML")
_SEAL_BYTES = 32
_PATIENCE_SECONDS = 300


class KeptContent:
    """The copy in `data_dir`, sealed with `secret`."""

    def __init__(self, data_dir: Path, secret: bytes) -> None:
        self._path = data_dir / KEPT_FILE
        self._secret = secret

    def open(self, state: bytes) -> Content | None:
        """What was kept for this very `state`; None when there is no such copy, or it is not ours
        to the last byte."""
        try:
            raw = self._path.read_bytes()
        except OSError:
            return None
        seal, data = raw[:_SEAL_BYTES], memoryview(raw)[_SEAL_BYTES:]
        if not hmac.compare_digest(seal, self._seal(data)) or data[: len(state)] != state:
            return None
        with made_to_last():
            return pickle.loads(data[len(state) :])  # type: ignore[no-any-return]  # noqa: S301

    def keep(self, state: bytes, content: Content) -> None:
        """Replace the copy. Raises `OSError`."""
        data = state + pickle.dumps(content, pickle.HIGHEST_PROTOCOL)
        fresh = self._path.with_suffix(f".{os.getpid()}")  # two starts at once: the later one stays
        fresh.touch(mode=0o600)
        fresh.write_bytes(self._seal(data) + data)
        fresh.replace(self._path)

    def _seal(self, data: bytes | memoryview) -> bytes:
        return hmac.digest(self._secret, data, "sha256")


def state_of(content_dir: Path) -> bytes:
    """What a copy depends on, in 32 bytes: every file of the store, our code, the libraries."""
    state = hashlib.sha256(sys.version.encode())
    for library in _LIBRARIES:
        state.update(f"{library} {version(library)}\n".encode())
    for folder, pattern in ((content_dir, "*"), *((_PROGRAM / name, "*.py") for name in _MADE_BY)):
        for path in sorted(each for each in folder.rglob(pattern) if each.is_file()):
            data = path.read_bytes()
            state.update(f"{path.relative_to(folder)}\0{len(data)}\0".encode())
            state.update(data)
    return state.digest()


def kept_content(content_dir: Path, data_dir: Path, secret: bytes) -> Content:
    """The content of `content_dir`, by its copy in `data_dir`, which is made first where none fits.

    Raises `BadContent` when the store has errors. A folder that cannot be written to costs time
    and nothing else.
    """
    kept, state = KeptContent(data_dir, secret), state_of(content_dir)
    content = kept.open(state)
    if content is None:
        _read_by_a_process(content_dir, data_dir, secret)
        content = kept.open(state)
    if content is None:
        from bot.catalog.loading import require_content

        content = require_content(content_dir)
    return content


def _read_by_a_process(content_dir: Path, data_dir: Path, secret: bytes) -> None:
    with suppress(OSError, subprocess.SubprocessError):
        subprocess.run(  # noqa: S603 - our own program
            [sys.executable, "-m", "bot.catalog.kept", content_dir.resolve(), data_dir.resolve()],
            input=secret,
            cwd=_PROGRAM.parent,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            check=False,
            timeout=_PATIENCE_SECONDS,
        )


def _main(content_dir: Path, data_dir: Path, secret: bytes) -> None:
    from bot.catalog.bad_content import BadContent
    from bot.catalog.loading import require_content

    state = state_of(content_dir)  # before reading: what changes meanwhile makes the copy stale
    with suppress(BadContent, OSError):  # who asked for it reads the store and says what is wrong
        KeptContent(data_dir, secret).keep(state, require_content(content_dir))


if __name__ == "__main__":
    _main(Path(sys.argv[1]), Path(sys.argv[2]), sys.stdin.buffer.read())
