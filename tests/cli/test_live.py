"""gigdesk data sync --feed, against simulated publishers: what is printed, the exit status, and the licence."""

import argparse
import json
import re
from dataclasses import replace

import pytest

from gigdesk.cli import live
from gigdesk.cli.context import Context, Output
from gigdesk.cli.envelope import as_json, as_lines
from gigdesk.cli.main import main
from gigdesk.domain.errors import MissingDataError
from gigdesk.reports.wages import over_years
from gigdesk.services.explain import explanation
from gigdesk.services.feed_files import FeedFiles
from gigdesk.services.live import LiveFeeds
from gigdesk.services.wages import Wages
from gigdesk.store import paths
from gigdesk.store.guard.wage_levels import floors
from gigdesk.store.imported import Imported
from gigdesk.store.live import Live
from gigdesk.store.texts import LANGUAGES, Texts
from gigdesk.sync.feeds import ALL
from tests.sync.simulators import HONEST, Publisher, hostile, publisher


def t_blank(printed):
    """Blanks of a text that nobody filled."""
    return re.findall(r"\{[a-z_]+\}", printed)


def answering(request):
    """All publishers at once, by the address."""
    host = {"rplumber": "ilostat", "sdmx.ilo": "ilo-sdmx", "oecd": "oecd", "eurostat": "eurostat", "bls.gov": "bls",
            "nomis": "nomis", "worldbank": "worldbank"}  # fmt: skip
    return HONEST[next(feed for part, feed in host.items() if part in request.url)](request)


@pytest.fixture
def sync(tmp_path, services, today):
    """A function: the command with these words against a publisher; its status, lines and JSON."""
    imported = Imported(tmp_path, lambda: floors(services.data.reference.book))
    there = Live(imported)
    services = replace(
        services,
        wages=Wages(services.data.reference, imported),
        feeds=FeedFiles(imported, there),
        live=LiveFeeds(there),
    )

    def run(*words, from_=None, language="zh"):
        t = Texts(paths.resources() / "i18n", language)
        from_ = from_ or Publisher(answering)
        context = Context(replace(services, live=LiveFeeds(services.live.live, from_, from_.pause)), t, today)
        parser = argparse.ArgumentParser()
        live.declare(parser, t)
        output = live.run(parser.parse_args(words), context)
        return output.exit_status, "\n".join(as_lines(output, t)), as_json(output, t)

    run.services = services
    return run


def test_a_feed_that_is_named_is_fetched_and_told_with_its_licence(sync):
    status, printed, body = sync("--feed", "oecd")
    (one,) = body["feeds"]
    assert (status, one["state"], one["licence"], one["got"]) == (0, "new", "CC BY 4.0", "2026-11-24")
    assert (one["rows"], one["figures"], one["left_out"]) == (12, 6, {"constant-prices": 6})
    assert "取到了新的数" in printed
    assert "CC BY 4.0" in printed
    assert "OECD AV_AN_WAGE (AUD)" in printed
    assert sync("--feed", "oecd")[2]["feeds"][0]["state"] in {"same", "new"}


def test_all_are_those_that_need_not_be_named(sync):
    status, _, body = sync("--feed", "all")
    assert status == 0
    assert [one["id"] for one in body["feeds"]] == [one.id for one in ALL.values() if not one.optional]
    assert {one["state"] for one in body["feeds"]} == {"new"}


def test_several_may_be_named_and_each_is_asked_once(sync):
    _, _, body = sync("--feed", "nomis", "--feed", "oecd", "--feed", "nomis")
    assert [one["id"] for one in body["feeds"]] == ["nomis", "oecd"]


def test_a_look_says_so_and_stores_nothing(sync):
    status, printed, body = sync("--feed", "worldbank", "--dry-run")
    assert (status, body["dry_run"], len(body["feeds"][0]["rates"])) == (0, True, 2 * 7 * 12)
    assert body["feeds"][0]["rates"][0] | {"value": "3.5"} == body["feeds"][0]["rates"][0]
    assert "2025 年平均汇率：1 美元 = 3.5000 元" in printed
    assert "没有存任何数" in printed
    assert sync.services.live.live.rates() == ()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("feed", "way"), [(feed, way) for feed in HONEST for way in hostile(feed)])
def test_what_went_wrong_is_said_in_words_and_by_the_status(sync, feed, way, language):
    from_ = publisher(feed)
    from_.goes_wrong = hostile(feed)[way][0]
    status, printed, body = sync("--feed", feed, from_=from_, language=language)
    (one,) = body["feeds"]
    assert (status, one["state"]) == (3 if way == "nobody there" else 4, "failed")
    assert one["error"]["text"] in printed
    assert t_blank(printed) == []


def test_that_nobody_answers_is_said_in_the_language_of_whoever_reads(sync):
    from_ = publisher("oecd")
    from_.goes_wrong = hostile("oecd")["nobody there"][0]
    assert "（那边没有应答）" in sync("--feed", "oecd", from_=from_)[1]
    states = live.state_lines(sync.services.live.states(), Texts(paths.resources() / "i18n", "en"))
    assert any("(no answer)" in line for line in states)


def test_a_feed_that_fails_holds_up_no_other_and_the_status_says_so(sync):
    from_ = Publisher(lambda one: b"<html></html>" if "oecd" in one.url else answering(one))
    status, _, body = sync("--feed", "oecd", "--feed", "nomis", from_=from_)
    assert (status, [one["state"] for one in body["feeds"]]) == (4, ["failed", "new"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_feed_stands_in_a_list_with_its_state_and_its_terms(sync, language):
    sync("--feed", "oecd", "--feed", "worldbank", language=language)
    t = Texts(paths.resources() / "i18n", language)
    states = sync.services.live.states()
    assert [one.feed.id for one in states] == list(ALL)
    lines = dict(zip(ALL, live.state_lines(states, t), strict=True))
    assert lines["oecd"].endswith("CC BY 4.0")
    assert t("feed-state.never") in lines["bls"]
    assert lines["nbs"].endswith(f"国家统计局, {t('feed.no-licence')}")
    bodies = {one["id"]: one for one in live.state_bodies(states, t)}
    assert (bodies["oecd"]["figures"], bodies["oecd"]["state"], bodies["bls"]["state"]) == (6, "new", "never")
    assert bodies["worldbank"]["licence"] == "CC BY 4.0"


def test_where_what_was_fetched_is_damaged_a_sync_says_so_and_the_list_of_feeds_is_empty(sync, tmp_path):
    (tmp_path / "imported").mkdir()
    (tmp_path / "imported" / "tables.sqlite").write_bytes(b"damaged" * 1000)
    assert sync.services.live.states() == ()
    with pytest.raises(MissingDataError) as missing:
        sync("--feed", "oecd")
    assert missing.value.code == "imported-tables"


CITED = "ILO, ILOSTAT, CC BY 4.0 (2026-11-24); CHN - Survey of units, NBS"


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_answer_that_uses_a_fetched_figure_cites_publisher_licence_and_day_wherever_it_is_shown(
    sync, language, today
):
    """The means of China that the ILO answers, here made up: on the command line, in the window, and in a table."""
    sync("--feed", "ilostat")
    services, t = sync.services, Texts(paths.resources() / "i18n", language)
    answer = services.wages.series("4-10-08-01", "370100", "monthly", today)
    cited = [source for source in answer.sources.values() if source.id.startswith("imported-")]
    assert {(source.document, source.publisher, source.retrieved) for source in cited} == {
        (CITED, "国际劳工组织", "2026-11-24"),
    }  # fmt: skip
    lines = list(as_lines(Output({}, [], answer), t))
    assert any(CITED in line and "国际劳工组织" in line for line in lines)
    assert any(CITED in line.detail and "国际劳工组织" in line.detail for line in explanation(answer, t).sources)
    taken = over_years(answer, services.wages.occupation("4-10-08-01"), "monthly", services.data.reference.regions, t)
    assert CITED in "".join(str(cell) for row in taken.sources.rows for cell in row)


def test_an_id_that_is_none_is_not_accepted(capsys):
    with pytest.raises(SystemExit) as ended:
        main(["data", "sync", "--feed", "none"])
    assert ended.value.code == 2
    assert "ilostat" in capsys.readouterr().err


def test_a_file_of_rates_is_imported_too(sync, tmp_path, today):
    answer = tmp_path / "rates.json"
    answer.write_text(json.dumps([{"pages": 1, "total": 1}, [
        {"indicator": {"id": "PA.NUS.FCRF"}, "countryiso3code": "CHN", "date": "2025", "value": 7.1},
    ]]), encoding="utf-8")  # fmt: skip
    look = sync.services.feeds.store(answer, "worldbank", today)
    assert (look.clear, look.rates_stored, len(sync.services.live.live.rates())) == (True, 1, 1)
