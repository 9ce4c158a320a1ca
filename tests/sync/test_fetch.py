"""The one seam to other machines: a server over real HTTP on this machine, and a folder laid out as one."""

from __future__ import annotations

import gzip
import itertools
import socket

import pytest

from gigdesk import __version__
from gigdesk.domain.errors import CancelledError, MissingDataError, Phrase, RefusedError
from gigdesk.sync import fetch
from gigdesk.sync.fetch import FolderFetcher, HttpFetcher, Request, laid_open


def ok(content, **headers):
    """An answer of one piece."""
    return 200, {"Content-Length": str(len(content)), **headers}, [content]


def get(fetcher, url, **asked):
    """Status and content of an answer."""
    with fetcher.fetch(Request(url, **asked)) as reply:
        return reply.status, reply.read()


def test_an_answer_comes_with_its_headers_by_small_letters(server, over_http):
    server.answer = lambda *_: ok(b"figures", ETag='"7"')
    with over_http.fetch(Request(f"{server.base}data.csv")) as reply:
        assert (reply.status, reply.headers["etag"], reply.read()) == (200, '"7"', b"figures")


def test_the_program_says_who_it_is_and_what_else_is_asked_of_it(server, over_http):
    server.answer = lambda *_: ok(b"")
    get(over_http, f"{server.base}data.csv", headers={"If-None-Match": '"7"'})
    ((path, headers),) = server.asked
    assert path == "/data.csv"
    assert f"GigDesk/{__version__}" in headers["user-agent"]
    assert headers["if-none-match"] == '"7"'


def test_a_question_with_a_body_is_posted(server, over_http):
    server.answer = lambda *_: ok(b"answer")
    assert get(over_http, f"{server.base}ask", body=b"{}") == (200, b"answer")


def test_a_packed_answer_is_unpacked(server, over_http):
    server.answer = lambda *_: ok(gzip.compress(b"figures " * 9000), **{"Content-Encoding": "gzip"})
    assert get(over_http, server.base) == (200, b"figures " * 9000)


def test_a_packed_answer_is_measured_as_it_is_unpacked(server, over_http):
    server.answer = lambda *_: ok(gzip.compress(b"0" * 10_000_000), **{"Content-Encoding": "gzip"})
    with pytest.raises(RefusedError) as refused:
        get(over_http, server.base, most=100_000)
    assert refused.value.code == "answer-size"


def test_an_answer_in_chunks_is_read(server, over_http):
    server.answer = lambda *_: (200, {"Transfer-Encoding": "chunked"}, [b"4\r\nfour\r\n", b"0\r\n\r\n"])
    assert get(over_http, server.base) == (200, b"four")


def test_an_answer_larger_than_it_may_be_is_refused_before_it_ends(server, over_http):
    server.answer = lambda *_: (200, {}, itertools.repeat(b"0" * 1000, 100_000))
    with pytest.raises(RefusedError) as refused:
        get(over_http, server.base, most=50_000)
    assert (refused.value.code, refused.value.details["most"]) == ("answer-size", "50000")


@pytest.mark.parametrize("status", [500, 502, 503, 504, 429, 408])
def test_a_server_out_of_order_is_asked_again_after_longer_and_longer_pauses(server, over_http, status):
    answers = iter([(status, {}, []), (status, {}, []), ok(b"figures")])
    server.answer = lambda *_: next(answers)
    assert get(over_http, server.base) == (200, b"figures")
    first, second = over_http.pauses
    assert 1 <= first <= 1.5
    assert 2 <= second <= 3


def test_a_server_that_stays_out_of_order_is_left_with_its_answer(server, over_http):
    server.answer = lambda *_: (503, {}, [b"later"])
    assert get(over_http, server.base) == (503, b"later")
    assert len(server.asked) == fetch.TRIES


@pytest.mark.parametrize("status", [301, 400, 401, 403, 404, 410, 451])
def test_an_answer_that_will_not_change_is_not_asked_for_again(server, over_http, status):
    server.answer = lambda *_: (status, {}, [b"no"])
    assert get(over_http, server.base) == (status, b"no")
    assert len(server.asked) == 1


def test_a_pause_that_the_server_asks_for_is_made(server, over_http):
    answers = iter([(429, {"Retry-After": "20"}, []), ok(b"")])
    server.answer = lambda *_: next(answers)
    get(over_http, server.base)
    assert 20 <= over_http.pauses[0] <= 30


@pytest.mark.parametrize("asked", ["86400", "-1", "soon", "Wed, 21 Oct 2026 07:28:00 GMT", "²", "9" * 400])
def test_a_pause_that_is_absurd_or_cannot_be_read_holds_nobody_up(server, over_http, asked):
    answers = iter([(503, {"Retry-After": asked.encode().decode("latin-1")}, []), ok(b"")])
    server.answer = lambda *_: next(answers)
    get(over_http, server.base)
    assert 0 < over_http.pauses[0] <= fetch.LONGEST_WAIT * 1.5


def test_nobody_waits_for_another_try_of_what_is_no_longer_wanted(server):
    server.answer = lambda *_: (503, {"Retry-After": "60"}, [])
    looks = iter([False, True])
    with pytest.raises(CancelledError):
        fetch.rest(0.001, lambda: True)
    fetcher = HttpFetcher(lambda seconds, stopped: fetch.rest(min(seconds, 0.001), stopped))
    with pytest.raises(CancelledError), fetcher.fetch(Request(server.base, stopped=lambda: next(looks))):
        pass
    assert len(server.asked) == 1
    fetcher.close()


def test_an_answer_that_breaks_off_is_said(server, over_http):
    server.answer = lambda *_: (200, {"Content-Length": "1000"}, [b"0" * 300, None])
    with pytest.raises(MissingDataError) as missing:
        get(over_http, server.base)
    assert missing.value.code == "unreachable"


def test_what_came_before_an_answer_broke_off_is_given_out_first(server, over_http):
    server.answer = lambda *_: (200, {"Content-Length": "1000"}, [b"0" * 300, None])
    with over_http.fetch(Request(server.base)) as reply:
        assert next(reply.pieces) == b"0" * 300
        with pytest.raises(MissingDataError):
            next(reply.pieces)


def test_an_answer_of_which_nothing_comes_is_not_waited_for(over_http, opened, monkeypatch):
    monkeypatch.setattr(fetch, "READ_SECONDS", 0.05)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        opened.add(silent.getsockname())
        with pytest.raises(MissingDataError) as missing:
            get(over_http, f"http://127.0.0.1:{silent.getsockname()[1]}/")
    assert missing.value.details["reason"] == Phrase.of("too-slow")
    assert len(over_http.pauses) == fetch.TRIES - 1


def test_an_answer_that_comes_by_drops_is_left(server):
    times = itertools.count(0, 100)
    fetcher = HttpFetcher(clock=lambda: next(times))
    server.answer = lambda *_: (200, {}, itertools.repeat(b"0", 1000))
    with pytest.raises(RefusedError) as refused:
        get(fetcher, server.base)
    assert refused.value.code == "answer-slow"
    fetcher.close()


def test_a_slow_line_is_borne_with(server):
    times = itertools.count(0, 5)
    fetcher = HttpFetcher(clock=lambda: next(times))
    server.answer = lambda *_: (200, {}, itertools.repeat(b"0" * fetch.CHUNK, 20))
    assert len(get(fetcher, server.base)[1]) == 20 * fetch.CHUNK
    fetcher.close()


@pytest.mark.parametrize(
    "url", ["data.csv", "http://", "ftp://example.invalid/data.csv", "http://[::1/", "folder://x/y"]
)
def test_an_address_that_is_none_is_said_at_once(over_http, url):
    with pytest.raises(MissingDataError) as missing:
        get(over_http, url)
    assert missing.value.code == "unreachable"
    assert not over_http.pauses


def test_a_machine_that_does_not_answer_is_tried_again_and_then_said(over_http, opened):
    with socket.create_server(("127.0.0.1", 0)) as nobody:
        address = nobody.getsockname()
    opened.add(address)
    with pytest.raises(MissingDataError) as missing:
        get(over_http, f"http://127.0.0.1:{address[1]}/data.csv")
    assert missing.value.exit_status == 3
    assert len(over_http.pauses) == fetch.TRIES - 1


@pytest.mark.parametrize(("asked", "hops", "open_"), [
    ("https://a.example/x", ["https://b.example/x"], False),
    ("https://a.example/x", ["https://a.example/x", "http://b.example/x"], True),
    ("https://a.example/x", ["http://b.example/x", "https://a.example/y"], True),
    ("http://10.0.0.5/x", ["http://10.0.0.5/y"], False),
])  # fmt: skip
def test_what_is_asked_encrypted_is_not_taken_unencrypted(asked, hops, open_):
    assert laid_open(asked, hops) is open_


def test_connections_that_were_closed_open_again(server, over_http):
    server.answer = lambda *_: ok(b"")
    for _ in range(2):
        get(over_http, server.base)
        over_http.close()
    assert len(server.asked) == 2


@pytest.fixture
def folder(tmp_path):
    """A folder laid out as a server, with something beside it."""
    (tmp_path / "outside.json").write_bytes(b"outside")
    (tmp_path / "stick" / "metadata").mkdir(parents=True)
    (tmp_path / "stick" / "metadata" / "1.root.json").write_bytes(b"root")
    return FolderFetcher(tmp_path / "stick")


def test_a_folder_answers_as_a_server_does(folder):
    assert get(folder, "folder://stick/metadata/1.root.json") == (200, b"root")
    assert get(folder, "folder://stick/metadata/2.root.json") == (404, b"")
    assert get(folder, "folder://stick/metadata") == (404, b"")


@pytest.mark.parametrize(
    "path",
    ["../outside.json", "metadata/../../outside.json", "%2e%2e/outside.json", "..%5coutside.json", "C:/x", "%00"],
)
def test_a_folder_answers_with_nothing_outside_it(folder, path):
    assert get(folder, f"folder://stick/{path}") == (404, b"")


def test_a_file_of_a_folder_is_no_larger_than_it_may_be(folder):
    with pytest.raises(RefusedError) as refused:
        get(folder, "folder://stick/metadata/1.root.json", most=3)
    assert refused.value.code == "answer-size"


def test_a_failure_of_whoever_reads_is_not_blamed_on_the_folder(folder):
    with pytest.raises(OSError, match="disk full"), folder.fetch(Request("folder://s/metadata/1.root.json")):
        raise OSError("disk full")


def test_a_name_longer_than_the_system_takes_is_said(folder):
    with pytest.raises(MissingDataError) as missing:
        get(folder, f"folder://stick/{'x' * 300}")
    assert missing.value.code == "unreachable"
