"""gigdesk kiosk: on and off, the staff code, the time without a touch."""

import json

import pytest

CODE = "730951"


@pytest.fixture
def kiosk(run, tmp_path, monkeypatch):
    """Run the command on a machine of this test's own."""
    monkeypatch.setenv("GIGDESK_DATA", str(tmp_path / "machine"))
    return lambda *words: run("kiosk", *words)


def test_a_code_first_then_on(kiosk, monkeypatch):
    status, _, said = kiosk("--on")
    assert (status, "gigdesk kiosk --code" in said) == (2, True)
    monkeypatch.setenv("GIGDESK_STAFF_CODE", CODE)
    status, out, said = kiosk("--code", "--on", "--idle", "240", "--json")
    assert status == 0, said
    body = json.loads(out)
    assert (body["kiosk"], body["staff_code"], body["idle_seconds"]) == (True, True, 240)
    assert CODE not in out
    assert "scrypt" not in out
    assert json.loads(kiosk("--off", "--json")[1])["kiosk"] is False


def test_codes_of_the_day_are_off_until_somebody_allows_them(kiosk):
    assert json.loads(kiosk("--json")[1])["short_codes"] is False
    assert json.loads(kiosk("--short-codes", "on", "--json")[1])["short_codes"] is True
    assert json.loads(kiosk("--idle", "120", "--json")[1])["short_codes"] is True
    assert "不可以" in kiosk("--short-codes", "off")[1]
    assert kiosk("--short-codes", "perhaps")[0] == 2


@pytest.mark.parametrize("language", ["zh", "en"])
def test_it_can_be_read(kiosk, language):
    status, out, _ = kiosk("--lang", language)
    assert (status, "90" in out) == (0, True)


@pytest.mark.parametrize(("typed", "kept"), [((CODE, CODE), True), ((CODE, "730952"), False)])
def test_a_code_is_typed_twice_without_being_shown(kiosk, monkeypatch, typed, kept):
    answers = iter(typed)
    monkeypatch.delenv("GIGDESK_STAFF_CODE", raising=False)
    monkeypatch.setattr("getpass.getpass", lambda _: next(answers))
    status, out, said = kiosk("--code")
    assert status == (0 if kept else 2)
    assert not any(code in out + said for code in typed)


@pytest.mark.parametrize("idle", ["59", "601"])
def test_a_time_that_is_too_short_or_too_long_is_refused(kiosk, idle):
    status, _, said = kiosk("--idle", idle)
    assert (status, "60" in said, "600" in said) == (2, True, True)


def test_a_machine_can_be_told_to_read_nothing_aloud_or_slowly(kiosk):
    body = json.loads(kiosk("--aloud", "off", "--aloud-pace", "slow", "--json")[1])
    assert (body["aloud"], body["aloud_pace"]) == ("off", "slow")
    assert "gigdesk kiosk --aloud on" in kiosk()[1]
    status, _, said = kiosk("--aloud", "loud", "--idle", "120")
    assert (status, "on | off" in said) == (2, True)
    assert json.loads(kiosk("--json")[1])["idle_seconds"] == 90
    assert json.loads(kiosk("--aloud", "on", "--json")[1])["aloud_pace"] == "slow"
