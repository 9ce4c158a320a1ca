"""What holds for every test: no screen, no network, no data of the user."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from datetime import date

import pytest

from gigdesk.domain.law import LawBook
from gigdesk.services import Services
from gigdesk.store import paths
from gigdesk.store.installed import open_reference
from gigdesk.store.records import Release
from gigdesk.store.reference import Reference
from gigdesk.store.release import read_release
from gigdesk.store.texts import LANGUAGES, Texts

# Before the first import of Qt: without a screen its default platform ends the process.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

NETWORK = {"socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr", "socket.sendto"}


class NetworkUsedError(RuntimeError):
    """A test, or what it tests, reached for the network."""


def refuse_network(event: str, arguments: tuple[object, ...]) -> None:
    """Refuse what Python is about to do, where that is to reach another machine, or this one by the network."""
    if event not in NETWORK:
        return
    address = arguments[-1] if event in {"socket.connect", "socket.sendto"} else arguments[0]
    if event == "socket.connect" and isinstance(address, str | bytes):  # a local socket: a file, not the network
        return
    raise NetworkUsedError(f"no test may use the network: {event} to {address!r}")


def pytest_configure(config: pytest.Config) -> None:
    """Give the whole session a data folder of its own, and close the network."""
    data = tempfile.TemporaryDirectory(prefix="gigdesk-tests-")
    config.add_cleanup(data.cleanup)
    os.environ["GIGDESK_DATA"] = data.name
    sys.addaudithook(refuse_network)


@pytest.fixture(scope="session")
def today() -> date:
    """The day on which the tests ask."""
    return date(2026, 11, 24)


@pytest.fixture(scope="session")
def release() -> Release:
    """The shipped release, read from its files."""
    return read_release(paths.resources() / "release")


@pytest.fixture(scope="session")
def book(release: Release) -> LawBook:
    """Its law."""
    return release.book


@pytest.fixture(scope="session")
def reference(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reference]:
    """The shipped release, installed."""
    found = open_reference(tmp_path_factory.mktemp("data"), paths.resources() / "release", lambda _: None)
    yield found
    found.close()


@pytest.fixture(scope="session")
def services(tmp_path_factory: pytest.TempPathFactory) -> Services:
    """Everything GigDesk can do, over the shipped release."""
    return Services.open(tmp_path_factory.mktemp("data"), paths.resources())


@pytest.fixture(scope="session", params=LANGUAGES)
def texts(request: pytest.FixtureRequest) -> Texts:
    """The texts of each language in turn."""
    return Texts(paths.resources() / "i18n", request.param)
