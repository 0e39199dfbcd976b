"""The guard itself: what would leave the machine is refused and remembered."""

from __future__ import annotations

import socket

import pytest

from tests import network_guard


@pytest.mark.parametrize("address", ["192.0.2.1", "2001:db8::1"])
def test_a_connection_to_another_machine_is_refused_and_remembered(address: str) -> None:
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    with socket.socket(family) as knock, pytest.raises(network_guard.ConnectionRefusedByTests):
        knock.connect((address, 443))
    assert network_guard.left_the_machine == [f"a connection to {address}"]
    network_guard.left_the_machine.clear()


def test_nobody_is_asked_where_a_name_leads() -> None:
    with pytest.raises(network_guard.ConnectionRefusedByTests):
        socket.getaddrinfo("api.telegram.org", 443)
    assert network_guard.left_the_machine
    network_guard.left_the_machine.clear()


def test_a_name_that_leads_nowhere_is_an_ordinary_failure() -> None:
    with pytest.raises(socket.gaierror):
        socket.getaddrinfo("telegram.invalid", 443)
    assert network_guard.left_the_machine == []


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
def test_this_machine_may_be_reached(host: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        with socket.create_connection((host, port)):
            pass
