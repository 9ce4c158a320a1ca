"""When a machine looks for new data by itself, what its clock has seen, and which changes were shown."""

from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gigdesk.domain.money import YearMonth
from gigdesk.services.pension import Pension
from gigdesk.services.schedule import AFTER_FAILURE, AFTER_START, FIRST_WITHIN, due, next_try, share_of
from gigdesk.services.standing import data_state, seen_later, standing_warnings
from gigdesk.services.upkeep import Upkeep
from gigdesk.store.origin import Origin
from gigdesk.store.settings import Settings, Sync
from gigdesk.store.tries import Tries, read_tries, write_tries

NOW = datetime(2026, 11, 24, 1, 0, tzinfo=UTC)
DAILY = Settings("https://example.org/", Sync.DAILY)
DAY, HOUR = timedelta(days=1), timedelta(hours=1)
FIRST = Tries("seed", NOW)
seeds = st.text("0123456789abcdef", min_size=16, max_size=16)


@pytest.mark.parametrize("settings", [Settings("", Sync.DAILY), replace(DAILY, sync=Sync.MANUAL), Settings()])
def test_nothing_is_tried_unless_it_was_asked_for_and_an_address_is_known(settings):
    assert next_try(settings, FIRST, NOW, NOW) is None


@given(seeds)
def test_the_first_try_lies_within_the_first_hours_and_the_same_each_time(seed):
    first = Tries(seed, NOW)
    assert NOW <= next_try(DAILY, first, NOW, NOW) <= NOW + FIRST_WITHIN
    assert next_try(DAILY, first, NOW, NOW) == next_try(DAILY, first, NOW, NOW)


@given(seeds, st.integers(0, 100))
def test_the_next_try_is_a_day_after_the_last_or_soon_after_a_later_start(seed, hours):
    started = NOW + hours * HOUR
    found = next_try(DAILY, Tries(seed, NOW, NOW), started, started)
    assert found >= NOW + DAY
    assert found <= max(NOW + DAY, started + AFTER_START)


def test_after_a_failure_it_is_tried_again_the_same_day():
    found = next_try(DAILY, Tries("seed", NOW, NOW, failed=True), NOW, NOW)
    assert AFTER_FAILURE <= found - NOW <= 2 * AFTER_FAILURE


def test_a_last_try_that_lies_in_the_future_does_not_stop_the_next():
    assert next_try(DAILY, Tries("seed", NOW, NOW + 900 * DAY), NOW, NOW) <= NOW + FIRST_WITHIN


@given(seeds, st.integers(1, 400))
def test_a_machine_that_runs_for_weeks_waits_a_day_each_time(seed, days):
    last = NOW + days * DAY
    assert next_try(DAILY, Tries(seed, NOW, last), NOW, last + HOUR) == last + DAY


def test_ten_thousand_machines_switched_on_at_nine_do_not_come_at_once():
    tries = [next_try(DAILY, Tries(f"{number:016x}", NOW), NOW, NOW) for number in range(10_000)]
    by_minute = Counter((at - NOW) // (AFTER_START / 30) for at in tries)
    assert by_minute.total() == 10_000
    assert max(by_minute.values()) < 50


@given(seeds)
def test_a_share_lies_between_0_and_1(seed):
    assert 0 <= share_of(seed) < 1


@pytest.mark.parametrize(
    ("after", "idle", "now"), [(-HOUR, True, False), (HOUR, False, False), (HOUR, True, True), (0 * HOUR, True, True)]
)
def test_it_is_looked_only_when_due_and_never_while_somebody_is_in_a_question(after, idle, now):
    assert due(NOW, NOW + after, idle=idle) is now
    assert not due(None, NOW, idle=True)


def test_the_tries_are_noted_with_a_seed_that_stays(tmp_path):
    first = read_tries(tmp_path, NOW)
    assert read_tries(tmp_path, NOW + DAY) == first
    write_tries(tmp_path, replace(first, last=NOW, failed=True))
    assert read_tries(tmp_path, NOW) == replace(first, last=NOW, failed=True)
    (tmp_path / "tries.json").write_text("[", encoding="utf-8")
    assert read_tries(tmp_path, NOW).last is None


def test_where_nothing_can_be_noted_nothing_fails(tmp_path):
    (tmp_path / "data").write_text("a file where the folder should be", encoding="utf-8")
    upkeep = Upkeep(tmp_path / "data")
    upkeep.tried(NOW, failed=False)
    upkeep.mark_seen("2026.11.23-1")
    upkeep.reset_clock(date(2026, 11, 24))
    assert upkeep.shown_before("2026.11.23-1") == "2026.11.23-1"


def test_upkeep_says_when_it_is_time(tmp_path):
    upkeep = Upkeep(tmp_path)
    assert upkeep.next_try(NOW, NOW) is None
    upkeep.set("https://example.org/", "daily")
    upkeep.tried(NOW, failed=False)
    assert upkeep.next_try(NOW, NOW) == NOW + DAY


def test_the_changes_of_a_release_are_shown_once(tmp_path):
    upkeep = Upkeep(tmp_path)
    assert upkeep.shown_before("1") == "1"
    assert upkeep.shown_before("2") == "1"
    upkeep.mark_seen("2")
    assert upkeep.shown_before("2") == "2"


@pytest.mark.parametrize(
    ("seen", "later"),
    [
        ((), None),
        ((None, date(2026, 11, 24)), None),
        ((date(2026, 11, 25),), None),
        ((date(2026, 11, 26), date(2025, 1, 1)), date(2026, 11, 26)),
    ],
)
def test_a_day_that_has_been_and_lies_ahead_shows_a_clock_set_back(seen, later):
    assert seen_later(date(2026, 11, 24), *seen) == later


def test_the_newest_day_is_noted_and_can_be_forgotten(tmp_path, reference):
    upkeep, seen = Upkeep(tmp_path), []
    for year, right in ((2030, False), (2027, False), (2027, True)):
        if right:
            upkeep.reset_clock(date(year, 1, 1))
        upkeep.look_at_clock(reference, date(year, 1, 1))
        seen.append(reference.seen_later)
    assert seen == [None, date(2030, 1, 1), None]


def test_a_clock_before_the_day_of_the_release_was_set_back(tmp_path, reference):
    Upkeep(tmp_path).look_at_clock(reference, date(2020, 1, 1))
    assert reference.seen_later >= reference.about.released
    reference.seen_later = None


@pytest.fixture
def signed(reference):
    """The release as if it had come by network, signed by two of two until the end of the year."""
    before = reference.origin, reference.seen_later
    reference.origin = Origin("network", "https://example.org/", NOW, 2, 2, date(2026, 12, 31))
    yield reference
    reference.origin, reference.seen_later = before


def test_an_answer_says_who_vouched_for_its_data(signed):
    state = data_state(signed, date(2026, 12, 31))
    assert (state.signature_checked, state.signatures, state.needed, state.expired) == (True, 2, 2, False)
    assert not list(standing_warnings(signed, date(2026, 12, 31)))


def test_an_expired_release_stays_readable_and_every_answer_says_so(signed):
    answer = Pension(signed).retirement_age(YearMonth(1985, 6), "male60", date(2027, 1, 1))
    assert answer.result
    assert answer.data.expired
    assert answer.warnings[0].code == "expired-release"


def test_a_clock_set_back_is_said_in_every_answer(signed):
    signed.seen_later = date(2030, 1, 1)
    (warned,) = standing_warnings(signed, date(2026, 11, 24))
    assert warned.code == "clock-set-back"


@pytest.mark.parametrize("content", ["[" * 100_000, '{"began": "0001-01-01T00:00:00+14:00", "last": null}', "{}", "7"])
def test_tries_that_cannot_be_read_are_begun_anew(tmp_path, content):
    (tmp_path / "tries.json").write_text(content, encoding="utf-8")
    assert read_tries(tmp_path, NOW).began == NOW
