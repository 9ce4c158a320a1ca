"""The same, once over real HTTP on this machine."""

from __future__ import annotations

import pytest

from gigdesk.domain.errors import MissingDataError

BIG = b"".join(b"%d\n" % number for number in range(60_000))


class Web:
    """The publisher's web server, which can cut answers for a file after some bytes, and whoever asks it."""

    def __init__(self, server, publisher, fetcher):
        self.server, self.publisher, self.fetcher = server, publisher, fetcher
        self.cut, self.after, self.times, self.ranges = "-", 0, 0, True
        server.answer = self.answer

    def cuts(self, name, after, times=1):
        self.cut, self.after, self.times = name, after, times

    def sync(self, station):
        return station.sync(self.fetcher, base=self.server.base)

    def asked(self, name):
        """Where in a file the answers were to begin."""
        return [headers.get("range") for path, headers in self.server.asked if path.endswith(name)]

    def answer(self, path, headers):
        name = path.removeprefix("/")
        if name not in self.publisher.served:
            return 404, {"Content-Type": "text/html"}, [b"<html>not here</html>"]
        content, status, sent = self.publisher.served[name], 200, {}
        start = int(headers.get("range", "bytes=0-").removeprefix("bytes=").rstrip("-"))
        if start and self.ranges:
            sent["Content-Range"] = f"bytes {start}-{len(content) - 1}/{len(content)}"
            content, status = content[start:], 206
        sent["Content-Length"] = str(len(content))
        if name.endswith(self.cut) and self.times:
            self.times -= 1
            return status, sent, [content[: self.after], None]
        return status, sent, [content]


@pytest.fixture
def web(server, publisher, over_http):
    """The publisher's web server."""
    return Web(server, publisher, over_http)


def test_releases_come_over_http(new_station, web, first, second):
    assert web.sync(new_station)
    assert new_station.files() == first
    web.publisher.release(second)
    assert web.sync(new_station)
    assert new_station.files() == second
    web.server.asked.clear()
    assert web.sync(new_station) is None
    assert [path for path, _ in web.server.asked] == ["/metadata/2.root.json", "/metadata/timestamp.json"]
    assert new_station.check().sound


def test_a_connection_that_is_cut_is_taken_up_where_it_was(new_station, web, second):
    web.publisher.release({**second, "big.csv": BIG})
    web.cuts("big.csv", 200_000)
    fetched = web.sync(new_station)
    assert new_station.files()["big.csv"] == BIG
    assert web.asked("big.csv") == [None, "bytes=200000-"]
    assert fetched.bytes < len(BIG) + 20_000


def test_a_connection_that_is_cut_for_good_is_taken_up_by_the_next_sync(new_station, web):
    web.publisher.release({"big.csv": BIG})
    web.cuts("big.csv", 0, times=99)
    with pytest.raises(MissingDataError):
        web.sync(new_station)
    web.cuts("big.csv", 100_000)
    assert web.sync(new_station)
    assert new_station.files()["big.csv"] == BIG


def test_a_server_without_ranges_sends_it_all_again(new_station, web):
    web.publisher.release({"big.csv": BIG})
    web.cuts("big.csv", 200_000)
    web.ranges = False
    assert web.sync(new_station)
    assert new_station.files()["big.csv"] == BIG


def test_a_portal_that_answers_everything_with_its_page_is_refused(station, server, over_http):
    server.answer = lambda *_: (200, {"Content-Type": "text/html"}, [b"<html>Log in</html>"])
    station.refuses("signed-unreadable", "2.root.json", fetcher=over_http, base=server.base)


def test_a_server_that_never_ends_is_cut_off(station, server, over_http):
    spaces = (b" " * 10_000 for _ in range(100_000))
    server.answer = lambda path, _: (404, {}, []) if "root" in path else (200, {}, spaces)
    station.refuses("signed-size", "timestamp.json", fetcher=over_http, base=server.base)


def test_another_publisher_over_http_is_refused(station, stranger, server, over_http):
    stranger.release({"release.toml": b"other"})
    Web(server, stranger, over_http)
    station.refuses("signed-by-few", "timestamp.json", fetcher=over_http, base=server.base)
