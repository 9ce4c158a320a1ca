from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

NAMELESS = "192.0.2.1"  # an address that belongs to nobody


def test_a_connection_is_refused():
    with socket.socket() as plug, pytest.raises(RuntimeError, match="no test may use the network"):
        plug.connect((NAMELESS, 80))


def test_a_connection_to_this_machine_is_refused_too():
    with pytest.raises(RuntimeError, match="no test may use the network"):
        socket.create_connection(("127.0.0.1", 9))


def test_a_name_is_not_looked_up():
    with pytest.raises(RuntimeError, match="no test may use the network"):
        socket.getaddrinfo("example.invalid", 443)


def test_a_datagram_is_not_sent():
    with (
        socket.socket(type=socket.SOCK_DGRAM) as plug,
        pytest.raises(RuntimeError, match="no test may use the network"),
    ):
        plug.sendto(b"", (NAMELESS, 53))


@pytest.mark.skipif(not hasattr(socket, "AF_UNIX"), reason="this system has no local sockets")
def test_a_local_socket_works(tmp_path):
    with socket.socket(socket.AF_UNIX) as server, socket.socket(socket.AF_UNIX) as plug:
        server.bind(str(tmp_path / "s"))
        server.listen()
        plug.connect(str(tmp_path / "s"))


def test_the_data_folder_is_one_of_the_session():
    assert "gigdesk-tests-" in Path(os.environ["GIGDESK_DATA"]).name


def test_only_the_address_that_a_test_has_a_server_at_is_reached(opened):
    with socket.create_server(("127.0.0.1", 0)) as server:
        opened.add(server.getsockname())
        with socket.create_connection(server.getsockname()):
            pass
        opened.clear()
        with pytest.raises(RuntimeError, match="no test may use the network"):
            socket.create_connection(server.getsockname())
