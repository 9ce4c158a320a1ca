"""Answers of feeds: rows that stand in public sources word for word, and those that are made up, which say so."""

import threading
from collections.abc import Callable, Iterable, Mapping
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from socketserver import ThreadingTCPServer

import pytest

from gigdesk.sync.feeds import ALL
from gigdesk.sync.fetch import HttpFetcher

FACTS = Path(__file__).resolve().parents[3] / "shared" / "facts" / "data"

ILO_HEAD = (
    '"ref_area","source","indicator","sex","classif1","time","obs_value","obs_status","note_classif","note_indicator",'
    '"note_source"\n'
)
NOTES = ',,"T8:127_T9:133_T10:138_T12:146_T33:396_T30:118","S4:31_S7:57"\n'


@pytest.fixture(scope="session")
def fact():
    """A function: the bytes of a file of the research data, which lies outside the project."""

    def read(name):
        path = FACTS / name
        if not path.is_file():
            pytest.skip(f"{path} is not here")
        return path.read_bytes()

    return read


@pytest.fixture(scope="session")
def parse():
    """A function: an answer read by a feed; the counts of what is read and left out add up to it."""

    def reading(feed, answer):
        found = ALL[feed].parse(answer.encode() if isinstance(answer, str) else answer)
        assert found.rows == found.figures + sum(found.left_out.values())
        return found

    return reading


@pytest.fixture(scope="session")
def ilo():
    """A function: a file of ILOSTAT of lines of area, source, indicator, sex, class, time, value, status."""

    def lines(*rows, head=ILO_HEAD):
        return head + "".join(",".join(f'"{cell}"' if at != 6 else cell for at, cell in enumerate(row)) + NOTES
                              for row in rows)  # fmt: skip

    return lines


@pytest.fixture(scope="session")
def cells_of():
    """A function: the cells of what was read, as place, code, period, the figures that there are, and flags."""

    def cells(found):
        return [
            (cell[1], cell[2], cell[4], [fen for fen in cell[5:11] if fen is not None], cell[11])
            for table in found.tables
            for cell in table.cells
        ]

    return cells


class Server(ThreadingTCPServer):
    """A web server on this machine, in a thread. `answer` says what it answers a path: status, headers, pieces."""

    daemon_threads = True
    answer: Callable[[str, Mapping[str, str]], tuple[int, Mapping[str, str], Iterable[bytes]]]

    def __init__(self) -> None:
        self.asked: list[tuple[str, Mapping[str, str]]] = []
        super().__init__(("127.0.0.1", 0), Handler)

    @property
    def base(self) -> str:
        """The address that everything lies under."""
        return f"http://127.0.0.1:{self.server_address[1]}/"

    def handle_error(self, *_):
        """Whoever asks may hang up."""


class Handler(BaseHTTPRequestHandler):
    """Sends what the server answers; a piece of None cuts the connection."""

    server: Server

    def do_GET(self):
        headers = {name.lower(): value for name, value in self.headers.items()}
        self.server.asked.append((self.path, headers))
        status, sent, pieces = self.server.answer(self.path, headers)
        self.send_response(status)
        for name, value in sent.items():
            self.send_header(name, value)
        self.end_headers()
        self.close_connection = True
        for piece in pieces:
            if piece is None:
                return
            self.wfile.write(piece)

    def do_POST(self):
        self.server.body = self.rfile.read(int(self.headers["Content-Length"]))
        self.do_GET()

    def log_message(self, *_):
        pass


@pytest.fixture
def server(opened, monkeypatch):
    """A web server of the test itself, the only address that may be reached, and that by no proxy."""
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    with Server() as found:
        opened.add(found.server_address)
        thread = threading.Thread(target=found.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield found
        found.shutdown()
        thread.join()


@pytest.fixture
def over_http():
    """The fetcher, without its pauses: those that it would make are in its list `pauses`."""
    pauses = []
    found = HttpFetcher(lambda seconds, _: pauses.append(seconds))
    found.pauses = pauses
    yield found
    found.close()
