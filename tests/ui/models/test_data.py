"""The data page: how the data stands, what is being done with it, and what a new release changed."""

import shutil
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from gigdesk.domain.errors import GigDeskError, MissingDataError, RefusedError
from gigdesk.services.data import Health
from gigdesk.services.releases import Watch
from gigdesk.sync.fetch import unreachable
from gigdesk.ui.models.data import BACK, CHANGES, DataModel
from gigdesk.ui.models.home import HomeModel
from gigdesk.ui.models.standing import home_line, mark
from gigdesk.ui.models.updating import State
from gigdesk.ui.screens_data import FAILURES, SIGNED

STICK = Path("/media/stick")


@pytest.fixture
def model(in_each_language):
    return DataModel(in_each_language)


@pytest.fixture
def reference(in_each_language):
    """The release in use, whose origin the test may change."""
    found = in_each_language.services.data.reference
    before = found.origin
    yield found
    found.origin, found.seen_later = before, None


def test_what_came_with_the_program_is_sound_and_not_signed_apart(model):
    t, view = model.session.texts, model.view()
    assert (view.verdict.state, view.verdict.title, view.verdict.sealed) == ("fresh", t("data.title.well"), False)
    assert view.signature == t("data.signature.program")
    assert [line.freshness for line in view.lines] == ["fresh", "provisional", "fresh", "fresh", "fresh"]


def test_each_part_says_when_the_next_figures_come_and_how_old_it_is(model):
    lines = {line.icon: line for line in model.view().lines}
    assert "2027" in lines["umbrella"].expected
    assert lines["umbrella"].share == pytest.approx(101 / 352)
    assert lines["calendar"].expected == model.session.texts("data.expected.provisional")
    assert "7,831" in lines["calendar"].note
    assert "2026" in lines["calendar"].detail


def test_a_signed_release_says_who_vouches_for_it(model, reference):
    reference.origin = SIGNED
    view, t = model.view(), model.session.texts
    assert view.verdict.sealed
    assert view.verdict.title == t("data.title.signed")
    assert "2" in view.signature


def test_an_expired_release_is_marked_and_can_still_be_read(model, reference):
    reference.origin = replace(SIGNED, expires=date(2026, 11, 22))
    view = model.view()
    assert (view.verdict.state, view.verdict.title) == ("waiting", model.session.texts("data.title.expired"))
    assert view.lines
    assert home_line(model.session)[0] == "waiting"
    assert mark(model.session) == model.session.texts("mark.expired")


def test_a_clock_that_was_set_back_is_said_first(model, reference):
    reference.origin, reference.seen_later = SIGNED, date(2030, 1, 1)
    assert model.view().verdict.title == model.session.texts("data.title.clock")
    assert "2030" in model.view().verdict.line
    assert home_line(model.session)[2] == model.session.texts("home.data.clock")
    assert mark(model.session) == model.session.texts("mark.clock")


def test_the_self_check_does_not_hold_up_the_page(model):
    waiting = []
    model.session.run = lambda *work: waiting.append(work)
    drawn = []
    model.show = lambda: drawn.append(model.view())
    assert model.view().verdict.title == model.session.texts("data.title.checking")
    model.view()
    (((work, done, _)),) = waiting
    done(work())
    assert [view.verdict.title for view in drawn] == [model.session.texts("data.title.well")]


@pytest.mark.parametrize("found", ["ill", "unreadable"])
def test_data_that_fails_its_check_says_so(model, found):
    off = Health("malformed", (), model.session.services.data.doctor(date(2026, 11, 23)).result.bank)
    error = MissingDataError("data-altered", place="law", what="gone")

    def run(_, done, failed):
        done(off) if found == "ill" else failed(error)

    model.session.run = run
    assert model.view().verdict.state == "refused"


def test_without_a_store_the_page_says_why(model):
    model.session.services = None
    assert model.view() == model.session.texts("state.preparing")
    assert model.older() is None
    model.session.failure = GigDeskError("unforeseen")
    assert isinstance(model.view(), str)
    assert home_line(model.session)[0] == "refused"


@pytest.fixture
def kept(kiosk):
    return DataModel(kiosk)


def test_an_update_from_a_stick_takes_the_place_of_the_old_data_and_is_told_once(kept):
    old = kept.session.services
    kept.bring(STICK)
    session = kept.session
    assert kept.updating.state is State.NEW
    assert session.services is not old
    assert session.services.data.reference.about.id == "2026.11.30-1"
    view = kept.view()
    assert view.verdict.sealed
    assert "8,000" in view.news
    assert "8,000" in HomeModel(session).news()
    assert "2026.11.30-1" in kept.update().words
    session.forget()
    assert HomeModel(session).news() == kept.view().news == ""


def test_what_changed_can_be_looked_at_again_later(kept):
    assert kept.changes() == (kept.session.texts("changes.first"), ())
    kept.bring(STICK)
    kept.session.forget()
    between, said = kept.changes()
    assert "2026.11.23-1" in between
    assert any("7,831" in line and "8,000" in line for line in said)
    reopened = kept.session.reopen()
    assert reopened.upkeep.shown_before("2026.11.30-1") == "2026.11.30-1"


def test_back_to_the_release_before_and_forward_again(kept):
    assert not kept.view().older
    kept.bring(STICK)
    kept.look(BACK)
    assert kept.way() == "roll-back"
    title, detail = kept.older_words()
    assert "2026.11.23-1" in title
    assert detail
    kept.to_older()
    assert kept.session.services.data.reference.about.id == "2026.11.23-1"
    assert "2026.11.30-1" in kept.older_words()[0]
    assert kept.way() == "roll-on"


def test_nothing_new_is_said_and_the_data_stays(kept):
    services = kept.session.services
    kept.session.services = replace(services, releases=replace(services.releases, nothing=True))
    kept.bring(STICK)
    assert kept.updating.state is State.NOTHING
    assert "2026.11.23-1" in kept.update().words


@pytest.mark.parametrize("name", [name for name in FAILURES if name != "no-address"])
def test_what_goes_wrong_is_said_in_words_and_the_data_stays(kept, name):
    services = kept.session.services
    kept.session.services = replace(services, releases=replace(services.releases, fails=FAILURES[name]))
    kept.bring(STICK)
    line = kept.update()
    assert line.tone == "error"
    assert kept.session.error(FAILURES[name]) in line.words
    assert kept.session.services.data.reference.about.id == "2026.11.23-1"
    kept.restart()
    assert kept.update() is None


def test_without_an_address_the_page_says_what_to_do(kept):
    kept.updating.look()
    assert kept.update().tone == "info"
    assert kept.update().words == kept.session.texts("error.no-source.plain")


def test_a_machine_that_is_set_not_to_fetch_says_so(kept):
    kept.session.services.upkeep.set("https://data.example.org/", "off")
    kept.updating.look()
    assert (kept.update().tone, kept.update().words) == ("info", kept.session.texts("error.sync-off.plain"))


def test_with_an_address_it_is_looked_and_noted(kept):
    upkeep = kept.session.services.upkeep
    upkeep.set("https://data.example.org/", "daily")
    kept.updating.look()
    assert kept.updating.state is State.NEW
    assert upkeep.next_try(kept.session.now(), kept.session.now()) > kept.session.now()


def test_settings_that_cannot_be_read_are_named(kept):
    upkeep = kept.session.services.upkeep
    (upkeep.folder / "settings.toml").write_text('sync = "hourly"', encoding="utf-8")
    kept.updating.look()
    assert "settings.toml sync" in kept.update().words


def test_bytes_are_told_while_they_come_and_it_can_be_stopped(kept):
    begun = []
    kept.session.apart = lambda *work: begun.append(work)
    kept.bring(STICK)
    kept.bring(STICK)
    ((_, _, failed),) = begun
    assert kept.update().words == kept.session.texts("update.running")
    kept.updating.step = "looking"
    assert kept.update().words == kept.session.texts("progress.looking")
    kept.updating.there, kept.updating.whole = 1_700_000, 3_400_000
    assert kept.update().share == pytest.approx(0.5)
    assert "1.7" in kept.update().words
    kept.updating.stop()
    kept.restart()
    failed(GigDeskError("cancelled"))
    assert kept.updating.state is State.STOPPED
    assert kept.update().tone == "info"


def test_new_data_waits_until_nobody_is_in_a_question(kept):
    kept.updating.idle = lambda: False
    kept.bring(STICK)
    assert kept.session.services.data.reference.about.id == "2026.11.23-1"
    assert not kept.updating.adopt()
    kept.updating.idle = lambda: True
    assert kept.updating.adopt()
    assert kept.session.services.data.reference.about.id == "2026.11.30-1"


def test_a_refused_update_is_no_update(kept):
    services = kept.session.services
    refused = RefusedError("release", file="law/shandong.yaml", place="-", reason="-")
    kept.session.services = replace(services, releases=replace(services.releases, fails=refused))
    kept.bring(STICK)
    assert kept.session.news is None
    assert kept.look(CHANGES) is None
    assert kept.back()
    assert not kept.back()


def test_a_result_says_what_it_was_before_the_data_changed(kept):
    session = kept.session
    given = {"city": "370100", "paid": Decimal(96)}
    assert session.compare_shown("pension", given, "每月 1,000 元") == ""
    kept.bring(STICK)
    said = session.compare_shown("pension", given, "每月 1,020 元")
    assert "1,000" in said
    assert "1,020" in said
    assert session.compare_shown("pension", given, "每月 1,000 元") == ""
    assert session.compare_shown("pension", given | {"paid": Decimal(97)}, "每月 1,040 元") == ""
    session.forget()
    assert session.shown == {}


class NoLine:
    """A fetcher without a line."""

    def fetch(self, request):
        """Nobody answers."""
        raise unreachable(request.url, OSError("no line"))


def test_public_feeds_that_were_asked_stand_below(kept):
    assert kept.view().feeds == ()
    live = replace(kept.session.services.live, fetcher=NoLine(), pause=lambda _: None)
    list(live.sync(live.chosen(["worldbank"]), date(2026, 11, 30)))
    ((title, stands),) = kept.view().feeds
    assert title
    assert "2026-11-30" in stands


def test_a_release_that_another_program_installed_meanwhile_is_taken_into_use(kept):
    elsewhere = kept.session.reopen()
    elsewhere.releases.bring(STICK, kept.session.now(), Watch())
    services = kept.session.services
    kept.session.services = replace(services, releases=replace(services.releases, nothing=True))
    kept.bring(STICK)
    assert kept.updating.state is State.NEW
    assert kept.session.services.data.reference.about.id == "2026.11.30-1"


def test_back_to_a_release_of_the_same_name(kept, newer, tmp_path):
    again = shutil.copytree(newer, tmp_path / "again")
    about = again / "release.toml"
    about.write_text(about.read_text("utf-8").replace("2026-11-30", "2026-12-01"), "utf-8")
    kept.session.now = lambda: datetime(2026, 11, 30, 2, tzinfo=UTC)
    kept.bring(STICK)
    stick = kept.session.services.releases
    kept.session.services = replace(kept.session.services, releases=replace(stick, newer=again))
    kept.session.now = lambda: datetime(2026, 12, 1, 1, tzinfo=UTC)
    kept.bring(STICK)
    assert kept.session.services.data.reference.about.released == date(2026, 12, 1)
    kept.to_older()
    assert kept.session.services.data.reference.about.released == date(2026, 11, 30)


def test_after_what_nobody_foresaw_another_update_is_possible(kept):
    stick = kept.session.services.releases
    kept.session.services = replace(kept.session.services, releases=replace(stick, fails=ZeroDivisionError()))
    with pytest.raises(ZeroDivisionError):
        kept.bring(STICK)
    assert kept.update() is None
    kept.session.services = replace(kept.session.services, releases=stick)
    kept.bring(STICK)
    assert kept.updating.state is State.NEW
