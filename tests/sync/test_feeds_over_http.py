"""The feeds once over real HTTP on this machine: the same simulated publishers, behind a web server."""

from dataclasses import replace
from datetime import date

import pytest

from gigdesk.store.imported import Imported
from gigdesk.store.live import Live, Outcome
from gigdesk.sync.feeds import ALL
from gigdesk.sync.fetch import USER_AGENT, Request
from gigdesk.sync.run import Round
from tests.sync.simulators import hostile, publisher

DAY, LATER = date(2026, 11, 28), date(2026, 11, 29)
HTTPS = "https://"


@pytest.fixture
def live(tmp_path):
    """What is on this machine."""
    return Live(Imported(tmp_path / "data", dict))


@pytest.fixture
def ask(server, over_http, live):
    """A function: a round over a feed, whose addresses lead to the server, behind which stands the publisher."""

    def asking(feed, from_, day=DAY):
        def answer(path, headers):
            marks = {
                "If-None-Match": headers.get("if-none-match"),
                "If-Modified-Since": headers.get("if-modified-since"),
            }
            body = server.body if "content-length" in headers else None
            with from_.fetch(Request(f"{HTTPS}{path[1:]}", marks, body)) as reply:
                return reply.status, reply.headers, list(reply.pieces)

        def here(ask):
            before = ask.before.replace(HTTPS, server.base)
            leads = ask.leads and (lambda data: map(here, ask.leads(data)))
            return replace(ask, url=ask.url.replace(HTTPS, server.base), before=before, leads=leads)

        server.answer = answer
        asks = ALL[feed].asks
        moved = replace(ALL[feed], asks=lambda year: list(map(here, asks(year))))
        return Round(over_http, live, day, from_.pause).run(moved)

    return asking


@pytest.mark.parametrize("feed", ALL)
def test_each_feed_is_fetched_over_http_and_found_unchanged_the_next_day(ask, server, live, feed):
    from_ = publisher(feed)
    result = ask(feed, from_)
    assert (result.state.outcome, result.error) == (Outcome.NEW, None)
    assert live.counts()[feed] > 0
    first = len(server.asked)
    assert ask(feed, from_, LATER).state.outcome is Outcome.SAME
    asked_if_changed = ["if-none-match" in headers for _, headers in server.asked[first:]]
    assert asked_if_changed == [ALL[feed].conditional] * len(asked_if_changed)


def test_who_asks_is_said_to_each_and_to_those_that_want_a_browser_in_their_way(ask, server):
    ask("oecd", publisher("oecd"))
    ask("ilo-sdmx", publisher("ilo-sdmx"))
    agents = [headers["user-agent"] for _, headers in server.asked]
    assert agents[0] == USER_AGENT
    assert "GigDesk/" in agents[1]
    assert agents[1].startswith("Mozilla/5.0")


@pytest.mark.parametrize("way", ["forbidden", "too often", "challenge", "empty", "down", "cut in silence"])
def test_over_http_too_the_last_good_rows_stay(ask, live, way):
    ask("oecd", publisher("oecd"))
    before = live.counts()
    from_ = publisher("oecd", raised=1, marks=())
    from_.goes_wrong = hostile("oecd")[way][0]
    assert ask("oecd", from_, LATER).state.outcome is Outcome.FAILED
    assert live.counts() == before


def test_a_connection_that_is_cut_is_told_as_such(ask, server, over_http, live):
    """Half of what was promised comes, and then nothing more."""
    ask("oecd", publisher("oecd"))
    server.answer = lambda _path, _headers: (200, {"Content-Length": "1000"}, [b"STRUCTURE,", None])
    moved = replace(ALL["oecd"], asks=lambda _: [replace(ALL["oecd"].asks(2026)[0], url=f"{server.base}cut")])
    result = Round(over_http, live, LATER, over_http.pauses.append).run(moved)
    assert (result.state.outcome, result.state.code, result.state.got) == (Outcome.FAILED, "unreachable", DAY)
