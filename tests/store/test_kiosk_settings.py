"""The keys of a kiosk in settings.toml, and the staff code of which only a hash is kept."""

import pytest

from gigdesk.domain.errors import InputError
from gigdesk.services.upkeep import Upkeep
from gigdesk.store.settings import Settings, kiosk_settings, read_settings
from gigdesk.store.staff_code import fits, hashed

CODE = "730951"


def test_a_code_fits_its_own_hash_and_no_other_does():
    kept = hashed(CODE)
    assert fits(CODE, kept)
    assert not any(fits(code, kept) for code in ("730952", "", "7309510"))
    assert not fits(CODE, "")


def test_the_same_code_is_kept_differently_each_time_and_never_as_it_is():
    assert hashed(CODE) != hashed(CODE)
    assert CODE not in hashed(CODE)


@pytest.mark.parametrize("code", ["12345", "1234567890123", "12345a", "", "１２３４５６"])
def test_a_code_that_the_pad_cannot_type_is_refused_without_repeating_it(code):
    with pytest.raises(InputError) as refused:
        hashed(code)
    assert not code or code not in str(refused.value)


def test_what_was_set_is_read_again_and_the_code_is_not_in_the_file(tmp_path):
    upkeep = Upkeep(tmp_path)
    upkeep.set_kiosk(code=CODE)
    found = upkeep.set_kiosk(on=True, idle=300)
    assert found == read_settings(tmp_path)
    assert (found.kiosk, found.kiosk_idle, fits(CODE, found.kiosk_code)) == (True, 300, True)
    assert CODE not in (tmp_path / "settings.toml").read_text(encoding="utf-8")


def test_a_kiosk_that_no_code_opens_is_not_switched_on(tmp_path):
    with pytest.raises(InputError) as refused:
        Upkeep(tmp_path).set_kiosk(on=True)
    assert "gigdesk kiosk --code" in str(refused.value)
    assert not (tmp_path / "settings.toml").exists()


@pytest.mark.parametrize(
    ("text", "field", "accepts"),
    [
        ("kiosk = 1", "settings.toml kiosk", "true | false"),
        ('kiosk_code = "730951"', "settings.toml kiosk_code", "gigdesk kiosk --code"),
        ("kiosk_code = 7", "settings.toml kiosk_code", "gigdesk kiosk --code"),
        ("kiosk_idle = 59", "settings.toml kiosk_idle", "whole 60 600"),
        ("kiosk_idle = 601", "settings.toml kiosk_idle", "whole 60 600"),
        ("kiosk_idle = 90.5", "settings.toml kiosk_idle", "whole 60 600"),
        ("kiosk_idle = true", "settings.toml kiosk_idle", "whole 60 600"),
    ],
)
def test_what_is_off_is_named_with_what_is_accepted(tmp_path, text, field, accepts):
    (tmp_path / "settings.toml").write_text(text, encoding="utf-8")
    with pytest.raises(InputError) as refused:
        read_settings(tmp_path)
    assert (refused.value.field, str(refused.value.accepts)) == (field, accepts)


def test_a_wrong_code_in_the_file_is_not_repeated_in_the_error(tmp_path):
    (tmp_path / "settings.toml").write_text('kiosk_code = "730951"', encoding="utf-8")
    with pytest.raises(InputError) as refused:
        read_settings(tmp_path)
    assert "730951" not in str(refused.value)


@pytest.mark.parametrize(
    ("text", "kiosk"), [("kiosk = true\nsync = 7\n", True), ("kiosk = false\nsync = 7\n", False), ("sync = 7", False)]
)
def test_a_file_that_is_off_opens_no_way_out_of_a_kiosk(tmp_path, text, kiosk):
    (tmp_path / "settings.toml").write_text(text, encoding="utf-8")
    assert kiosk_settings(tmp_path) == Settings(kiosk=kiosk)


def test_without_a_file_it_is_no_kiosk(tmp_path):
    assert kiosk_settings(tmp_path) == Settings()
