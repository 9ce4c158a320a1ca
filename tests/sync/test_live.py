"""Public feeds as they are fetched, against simulated publishers: what is asked, what is recognised, what is kept."""

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from gigdesk.store.imported import Imported
from gigdesk.store.live import Fresh, FreshTable, Live, Outcome, State
from gigdesk.store.tables_file import Origin
from gigdesk.sync.addresses import COMPARED
from gigdesk.sync.asking import MOST_QUESTIONS, Asking
from gigdesk.sync.feed import Ask
from gigdesk.sync.feeds import ALL
from gigdesk.sync.run import Round
from tests.sync.simulators import CHALLENGE, HONEST, Answer, from_question, hostile, publisher, table_of

DAY, LATER, LAST = date(2026, 11, 28), date(2026, 11, 29), date(2026, 11, 30)
WILD = b'EUR,"EUR, national",A,V,MEAN,_Z,2022,6202300'
FETCHED = list(ALL)


@pytest.fixture
def live(tmp_path):
    """What is on this machine."""
    return Live(Imported(tmp_path / "data", dict))


@pytest.fixture
def ask(live):
    """A function: a round over one feed against a publisher, on a day."""

    def asking(feed, from_, day=DAY, **given):
        feed = ALL[feed] if isinstance(feed, str) else feed
        return Round(from_, live, day, from_.pause, **given).run(feed)

    return asking


@pytest.fixture
def rows(tmp_path):
    """A function: all that is there, as it is."""

    def there():
        imported = Imported(tmp_path / "data", dict)
        with imported.file.reading() as connection:
            if connection is None:
                return []
            cells = connection.execute("SELECT * FROM wage ORDER BY subject, region, period, table_id, label")
            return [*map(tuple, cells), *map(tuple, connection.execute("SELECT * FROM rate ORDER BY 1, 2, 3"))]

    return there


def changed(feed):
    """Its publisher later, with other figures."""
    dated = {"updated": "2026-11-29"} if feed in {"eurostat", "worldbank"} else {}
    return publisher(feed, raised=1, **dated)


@pytest.mark.parametrize("feed", FETCHED)
def test_each_feed_is_fetched_read_guarded_and_kept_with_its_terms(ask, live, rows, feed, tmp_path):
    result = ask(feed, publisher(feed))
    assert (result.state.outcome, result.error, result.state.got) == (Outcome.NEW, None, DAY)
    assert result.parsed.rows == result.parsed.figures + sum(result.parsed.left_out.values())
    assert live.counts() == {feed: len(rows())}
    assert live.states() == {feed: result.state}
    sources = Imported(tmp_path / "data", dict).sources().values()
    document = f"{ALL[feed].terms} (2026-11-28)" if ALL[feed].terms else ""
    assert all(source.document.startswith(document) for source in sources)
    assert all(source.retrieved == "2026-11-28" for source in sources)
    assert all(known.terms == ALL[feed].terms for known in live.rates())


@pytest.mark.parametrize(("feed", "way"), [(feed, way) for feed in FETCHED for way in hostile(feed)])
def test_whatever_goes_wrong_is_told_and_the_last_good_rows_stay(ask, rows, feed, way):
    wrong, code = hostile(feed)[way]
    ask(feed, publisher(feed))
    before = rows()
    from_ = changed(feed)
    from_.goes_wrong = wrong
    result = ask(feed, from_, LATER)
    assert (result.state.outcome, result.state.tried, result.state.got) == (Outcome.FAILED, LATER, DAY)
    assert code in {None, result.state.code}
    assert rows() == before
    assert ask(feed, changed(feed), LAST).state.outcome is Outcome.NEW
    assert rows() != before


@pytest.mark.parametrize("feed", FETCHED)
def test_a_publisher_that_goes_wrong_before_anything_was_there_leaves_nothing_but_its_state(ask, live, rows, feed):
    from_ = publisher(feed)
    from_.goes_wrong = hostile(feed)["challenge"][0]
    assert ask(feed, from_).state.got is None
    assert (rows(), live.counts(), live.states()[feed].code) == ([], {}, "feed-page")


def test_unchanged_is_no_answer_to_a_question_for_all_of_it(ask):
    from_ = publisher("oecd")
    from_.goes_wrong = lambda _request, _well: Answer(b"", 304)
    result = ask("oecd", from_)
    assert (result.state.code, result.state.details["status"]) == ("feed-status", "304")


@pytest.mark.parametrize("feed", ["ilostat", "eurostat", "bls"])
def test_one_bad_answer_among_several_keeps_all_rows_as_they_were(ask, rows, feed):
    ask(feed, publisher(feed))
    before = rows()
    from_ = publisher(feed, raised=1)
    from_.goes_wrong = from_question(2, Answer(CHALLENGE))
    assert ask(feed, from_, LATER).state.code == "feed-page"
    assert rows() == before


@pytest.mark.parametrize("marks", [("etag",), ("last-modified",), ("etag", "last-modified")])
@pytest.mark.parametrize("feed", [id_ for id_ in FETCHED if ALL[id_].conditional])
def test_what_was_answered_before_is_asked_for_only_if_it_changed(ask, rows, feed, marks):
    from_ = publisher(feed, marks=marks)
    ask(feed, from_)
    before, first = rows(), len(from_.asked)
    assert not any("If-None-Match" in one.headers or "If-Modified-Since" in one.headers for one in from_.asked)
    result = ask(feed, from_, LATER)
    again = from_.asked[first:]
    assert len(again) == len(ALL[feed].asks(2026)) + (feed == "bls-workbook")
    names = {"etag": "If-None-Match", "last-modified": "If-Modified-Since"}
    assert all({names[mark] for mark in marks} <= set(one.headers) for one in again)
    assert (result.state.outcome, result.state.got, rows()) == (Outcome.SAME, LATER, before)


@pytest.mark.parametrize("feed", FETCHED)
def test_without_marks_the_change_key_tells_that_nothing_is_new(ask, rows, feed):
    """The service of the Bureau of Labor Statistics says each time how long it took: that is no change."""
    more = {"took": 7} if feed == "bls" else {}
    ask(feed, publisher(feed, marks=()))
    before = rows()
    result = ask(feed, publisher(feed, marks=(), **more), LATER)
    assert (result.state.outcome, rows()) == (Outcome.SAME, before)


@pytest.mark.parametrize("feed", ["eurostat", "worldbank"])
def test_where_the_publisher_says_when_it_was_updated_that_is_the_change_key(ask, rows, feed):
    ask(feed, publisher(feed, marks=()))
    before = rows()
    assert ask(feed, publisher(feed, marks=(), raised=1), LATER).state.outcome is Outcome.SAME
    assert rows() == before
    assert ask(feed, publisher(feed, marks=(), raised=1, updated="2026-11-29"), LATER).state.outcome is Outcome.NEW
    assert rows() != before


def test_where_one_answer_changed_those_that_did_not_are_fetched_whole(ask, rows):
    """Two of the three answers come as "unchanged"; the rows of all three are there afterwards."""
    from_ = publisher("ilostat")
    ask("ilostat", from_)
    count, first = len(rows()), len(from_.asked)
    old, from_.body_of = from_.body_of, lambda one: HONEST["ilostat"](one, raised=2 if "EHRM" in one.url else 0)
    assert ask("ilostat", from_, LATER).state.outcome is Outcome.NEW
    assert len(rows()) == count
    again = from_.asked[first:]
    assert [("If-None-Match" in one.headers) for one in again] == [True] * 4 + [False] * 3
    assert old is not from_.body_of


@pytest.mark.parametrize("body", [None, b"", b"\xef\xbb\xbf\r\n"], ids=["404", "empty", "blank"])
def test_an_indicator_is_asked_for_by_its_name_of_before_where_todays_is_not_there(ask, live, body):
    from_ = publisher("ilostat")
    from_.body_of = lambda one: body if "EAR_EMTA" in one.url else HONEST["ilostat"](one)
    assert ask("ilostat", from_).state.outcome is Outcome.NEW
    assert [one.url.split("id=")[1].split("&")[0] for one in from_.asked if "id=" in one.url] == [
        "EAR_EMTA_SEX_CUR_NB_A", "EAR_4MTH_SEX_CUR_NB_A", "EAR_EMTA_SEX_OCU_CUR_NB_A", "EAR_4MTH_SEX_OCU_CUR_NB_A",
        "EAR_EHRM_SEX_CUR_NB_A",
    ]  # fmt: skip
    assert live.counts()["ilostat"] > 0


def test_the_names_of_the_ilos_own_sources_come_from_its_dictionary(ask, tmp_path):
    ask("ilostat", publisher("ilostat"))
    told = {one.told_by for one in Imported(tmp_path / "data", dict).tables()}
    assert told == {"CHN - Survey of units, NBS"}
    (*_, source) = Imported(tmp_path / "data", dict).sources().values()
    assert source.document == "ILO, ILOSTAT, CC BY 4.0 (2026-11-28); CHN - Survey of units, NBS"


@pytest.mark.parametrize("answer", [Answer(b"", 403), Answer(CHALLENGE), Answer(b"a,b")], ids=["403", "page", "other"])
def test_without_the_dictionary_the_codes_stand_for_the_sources(ask, tmp_path, answer):
    from_ = publisher("ilostat")
    from_.goes_wrong = lambda request, well: answer if "/dic/" in request.url else well(request)
    assert ask("ilostat", from_).state.outcome is Outcome.NEW
    assert {one.told_by for one in Imported(tmp_path / "data", dict).tables()} == {"FX:1"}
    assert ask("ilostat", from_, LATER).state.outcome is Outcome.SAME


@pytest.mark.parametrize("answer", [Answer(b"", 500), Answer(CHALLENGE)], ids=["500", "page"])
def test_a_dictionary_that_is_gone_for_a_day_takes_no_name_away(ask, tmp_path, answer):
    from_ = publisher("ilostat")
    ask("ilostat", from_)
    from_.goes_wrong = lambda request, well: answer if "/dic/" in request.url else well(request)
    assert ask("ilostat", from_, LATER).state.outcome is Outcome.SAME
    from_.goes_wrong = None
    assert ask("ilostat", from_, LAST).state.outcome is Outcome.SAME
    assert {one.told_by for one in Imported(tmp_path / "data", dict).tables()} == {"CHN - Survey of units, NBS"}


def test_pages_are_asked_for_to_the_end_and_no_further(ask, rows):
    from_ = publisher("nomis")
    result = ask("nomis", from_)
    offsets = [one.url.partition("&recordoffset=")[2] for one in from_.asked]
    assert offsets == ["", "6", "12", "18"]
    assert (result.parsed.rows, len(rows()), result.parsed.notes) == (20, 20, ())
    from_ = publisher("worldbank")
    result = ask("worldbank", from_)
    assert len(rows()) - 20 == result.parsed.figures == 2 * len(COMPARED) * 12
    pages = sorted(int(one.url.partition("&page=")[2] or 1) for one in from_.asked)
    assert pages == sorted([*range(1, 20), *range(1, 20)])


def test_a_publisher_that_promises_more_than_it_has_is_not_believed(ask, rows):
    """It says 20 rows, and has none from the third page on."""
    from_ = publisher("nomis")
    head = HONEST["nomis"](replace_request(from_, "&recordoffset=99"))
    from_.goes_wrong = from_question(3, Answer(head))
    assert ask("nomis", from_).state.code == "feed-pages"
    assert rows() == []


def replace_request(_, more):
    """A question for a page that is not there."""
    asked = ALL["nomis"].asks(2026)[0]
    return replace(asked, url=f"{asked.url}{more}")


def test_pages_without_an_end_are_given_up(ask):
    from_ = publisher("nomis", places=10_000)
    assert ask("nomis", from_).state.code == "feed-endless"
    assert len(from_.asked) == MOST_QUESTIONS


def test_questions_that_lead_to_questions_without_end_are_given_up(ask):
    def again(_):
        return [Ask("https://example.org/tree", leads=again)]

    from_ = publisher("nomis")
    assert ask(replace(ALL["nomis"], asks=again), from_).state.code == "feed-endless"


@pytest.mark.parametrize("feed", FETCHED)
def test_between_two_questions_lie_as_many_seconds_as_the_feed_wants(ask, feed):
    from_ = publisher(feed)
    ask(feed, from_)
    assert from_.paused == [(number, ALL[feed].seconds) for number in range(1, len(from_.asked))]


def test_the_us_service_is_asked_for_no_more_series_than_it_answers(ask):
    from_ = publisher("bls")
    ask("bls", from_)
    asked = [json.loads(one.body) for one in from_.asked]
    assert [len(one["seriesid"]) for one in asked] == [25, 25, 25, 25, 20]
    assert {(one["startyear"], one["endyear"]) for one in asked} == {("2023", "2026")}
    assert len({series for one in asked for series in one["seriesid"]}) == 120
    assert any("OEUN000000000000043502113" in one["seriesid"] for one in asked)


def test_who_answers_no_program_is_asked_as_a_browser_asks_and_by_the_name_of_this_one(ask):
    from_ = publisher("ilo-sdmx")
    ask("ilo-sdmx", from_)
    (asked,) = from_.asked
    assert asked.headers["User-Agent"].startswith("Mozilla/5.0 (compatible; GigDesk/")
    assert len(COMPARED) <= 8


def test_far_less_than_before_is_taken_for_a_part(ask, rows):
    """Cut between two lines: each of them is whole."""
    ask("oecd", publisher("oecd"))
    before = rows()
    from_ = publisher("oecd", raised=1)
    lines = HONEST["oecd"](None, raised=1).splitlines(keepends=True)
    from_.goes_wrong = lambda _request, _well: Answer(b"".join(lines[:3]))
    result = ask("oecd", from_, LATER)
    assert (result.state.code, rows()) == ("feed-shrunk", before)


def test_what_holds_nothing_of_use_is_no_answer(ask):
    from_ = publisher("nomis")
    from_.goes_wrong = lambda _request, _well: Answer(
        table_of([["GEOGRAPHY_CODE", "SEX", "ITEM_NAME", "PAY", "OBS_VALUE"]])
    )
    assert ask("nomis", from_).state.code == "feed-nothing"


def test_a_table_that_the_guard_refuses_keeps_its_last_good_rows_and_holds_up_no_other(ask, rows, tmp_path):
    """German wages of a year become ten times those of the year before; the others rise a little."""
    ask("oecd", publisher("oecd"))
    from_ = publisher("oecd")
    wild = HONEST["oecd"](None, raised=1).replace(b"2022,62023", b"2022,6202300")
    lines = [
        line if b",AUS," not in line else line.replace(b"6202300", b"62023") for line in wild.splitlines(keepends=True)
    ]
    from_.body_of = lambda _: b"".join(lines)
    before = rows()
    result = ask("oecd", from_, LATER)
    assert (result.state.outcome, result.state.code, result.error) == (Outcome.PART, "guard-feed", None)
    assert {one.table.currency: bool(one.findings) for one in result.placed} == {"AUD": False, "EUR": True}
    days = {one.table.currency: one.imported_on for one in Imported(tmp_path / "data", dict).tables()}
    assert days == {"AUD": LATER, "EUR": DAY}
    assert len(rows()) == len(before)
    assert ask("oecd", from_, LAST).state.outcome is Outcome.PART


def test_where_the_guard_refuses_all_of_it_nothing_changes(ask, rows):
    ask("oecd", publisher("oecd"))
    before = rows()
    from_ = publisher("oecd")
    from_.body_of = lambda _: HONEST["oecd"](None).replace(b"2022,62022", b"2022,6202200")
    result = ask("oecd", from_, LATER)
    assert (result.state.outcome, result.state.got, result.error.code) == (Outcome.FAILED, DAY, "guard-feed")
    assert rows() == before


def test_what_stops_half_way_leaves_all_rows_and_the_state_as_they_were(ask, live, rows):
    """As when the machine is switched off: the transaction was never kept."""
    ask("oecd", publisher("oecd"))
    before, state = rows(), live.states()
    taken = Asking(ALL["oecd"], publisher("oecd", raised=1), lambda _: None, {}).taken(2026)
    tables = [FreshTable(one.table, one.cells, "") for one in taken.parsed.tables]
    fresh = Fresh(tables, (), Origin("here", "0" * 64, LATER), "")

    def change_half():
        with live.change() as change:
            change.replace("oecd", fresh)
            change.note("oecd", State(Outcome.NEW, LATER, LATER))
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        change_half()
    assert (rows(), live.states()) == (before, state)


def test_a_table_that_is_no_longer_answered_goes_and_those_of_others_stay(ask, live, tmp_path):
    ask("oecd", publisher("oecd"))
    ask("nomis", publisher("nomis"))
    from_ = publisher("oecd")
    from_.body_of = lambda _: b"".join(
        one for one in HONEST["oecd"](None, 1).splitlines(keepends=True) if b",DEU," not in one
    )
    assert ask("oecd", from_, LATER).state.outcome is Outcome.NEW
    assert {one.table.currency for one in Imported(tmp_path / "data", dict).tables()} == {"AUD", "GBP"}
    assert live.counts() == {"oecd": 3, "nomis": 20}


def test_a_look_stores_nothing_neither_rows_nor_how_it_was_asked(ask, live, rows):
    result = ask("oecd", publisher("oecd"), dry=True)
    assert (result.state.outcome, len(result.placed)) == (Outcome.NEW, 2)
    assert (rows(), live.states()) == ([], {})
    from_ = publisher("oecd")
    from_.goes_wrong = hostile("oecd")["forbidden"][0]
    assert ask("oecd", from_, dry=True).state.code == "feed-refuses"
    assert live.states() == {}


def test_what_somebody_removed_is_fetched_again_though_nothing_changed(ask, rows, tmp_path):
    from_ = publisher("oecd")
    ask("oecd", from_)
    imported = Imported(tmp_path / "data", dict)
    for one in imported.tables():
        imported.remove(one.id)
    assert rows() == []
    assert ask("oecd", from_, LATER).state.outcome is Outcome.NEW
    assert len(rows()) == 6


def test_rates_are_exact_and_by_year(ask, live):
    ask("worldbank", publisher("worldbank"))
    newest = live.rates()[0]
    assert (newest.rate.year, newest.rate.value, newest.fetched_on) == (2025, Decimal("3.5"), DAY)
    assert newest.terms == "The World Bank, World Development Indicators, CC BY 4.0"


def test_another_version_of_the_program_reads_all_of_it_again(ask, monkeypatch):
    from_ = publisher("oecd")
    ask("oecd", from_)
    monkeypatch.setattr("gigdesk.sync.asking.__version__", "99.0")
    assert ask("oecd", from_, LATER).state.outcome is Outcome.NEW
    assert "If-None-Match" not in from_.asked[-1].headers


def test_a_file_that_an_earlier_version_wrote_is_read_and_gets_what_it_lacks(ask, live, tmp_path):
    """As the version before wrote it: without the tables of feeds."""
    imported = Imported(tmp_path / "data", dict)
    ask("oecd", publisher("oecd"))
    with imported.file.writing() as connection:
        for table in ("feed_table", "rate", "feed"):
            connection.execute(f"DROP TABLE {table}")
        connection.execute("COMMIT")
    assert (live.states(), live.counts(), live.rates()) == ({}, {}, ())
    assert [one.feed for one in imported.tables()] == ["", ""]
    assert ask("nomis", publisher("nomis")).state.outcome is Outcome.NEW
    assert sorted(one.feed for one in imported.tables()) == ["", "", "nomis"]
