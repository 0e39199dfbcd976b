"""No test talks to anything but this machine.

An audit hook sees every connection that Python opens, whoever opens it. It refuses those that
would leave the machine and remembers them, because the code under test may swallow the refusal.
Names under `.invalid` lead nowhere by definition (RFC 2606); nobody is asked about them either.
"""

from __future__ import annotations

import socket
import sys
from ipaddress import ip_address
from typing import Any

HERE = frozenset({"localhost", "", None})

left_the_machine: list[str] = []


class ConnectionRefusedByTests(OSError):
    """A test tried to reach another machine."""


def install() -> None:
    """Watch this process from now on. An audit hook can never be removed again."""
    sys.addaudithook(_watch)


def _watch(event: str, arguments: tuple[Any, ...]) -> None:
    if event == "socket.connect":
        address = arguments[1]
        if isinstance(address, tuple) and not _is_here(address[0]):
            _refuse(f"a connection to {address[0]}")
    elif event == "socket.getaddrinfo" and not _is_here(arguments[0]):
        if str(arguments[0]).endswith(".invalid"):
            raise socket.gaierror(socket.EAI_NONAME, "a name that leads nowhere")
        _refuse(f"a look-up of {arguments[0]}")


def _is_here(host: Any) -> bool:
    name = host.decode() if isinstance(host, bytes) else host
    if name in HERE:
        return True
    try:
        return ip_address(name).is_loopback
    except ValueError:
        return False


def _refuse(what: str) -> None:
    left_the_machine.append(what)
    raise ConnectionRefusedByTests(f"tests stay on this machine: {what}")
