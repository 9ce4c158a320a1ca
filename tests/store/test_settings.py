"""settings.toml: read, changed without losing anything, and refused in words."""

import pytest

from gigdesk.domain.errors import InputError, MissingDataError
from gigdesk.services.upkeep import Upkeep
from gigdesk.store.settings import KEYS, Settings, Sync, check_address, read_settings, write_settings
from gigdesk.store.style import FACTORY, STYLES, Style

KEPT = '# who looks after this machine: room 204\nsync = "off" # until the line is mended\n'


def write(folder, text):
    (folder / "settings.toml").write_text(text, encoding="utf-8")


def test_without_a_file_nothing_is_fetched_by_itself_and_no_address_is_known(tmp_path):
    assert read_settings(tmp_path) == Settings("", Sync.MANUAL)


def test_what_is_written_is_read_again(tmp_path):
    folder = tmp_path / "new"
    assert write_settings(folder, {"source": "https://data.example.org/gigdesk", "sync": "daily"}) == read_settings(
        folder
    )
    assert read_settings(folder) == Settings("https://data.example.org/gigdesk", Sync.DAILY)


def test_a_change_leaves_the_rest_of_the_file_as_it_is(tmp_path):
    write(tmp_path, KEPT)
    write_settings(tmp_path, {"source": "http://10.0.0.5/gigdesk"})
    text = (tmp_path / "settings.toml").read_text(encoding="utf-8")
    assert text == KEPT + 'source = "http://10.0.0.5/gigdesk"\n'
    write_settings(tmp_path, {"sync": "daily"})
    assert "room 204" in (tmp_path / "settings.toml").read_text(encoding="utf-8")
    assert read_settings(tmp_path) == Settings("http://10.0.0.5/gigdesk", Sync.DAILY)


@pytest.mark.parametrize(
    ("text", "field", "accepts"),
    [
        ('sync = "hourly"', "settings.toml sync", "off | manual | daily"),
        ("sync = [1]", "settings.toml sync", "off | manual | daily"),
        ('source = "ftp://example.org"', "settings.toml source", "web-address"),
        ('source = "https:///nowhere"', "settings.toml source", "web-address"),
        ('source = "http://[1"', "settings.toml source", "web-address"),
        ('source = "https://somebody:secret@example.org"', "settings.toml source", "web-address"),
        ('source = "https://example.org/?key=1"', "settings.toml source", "web-address"),
        ("source = 7", "settings.toml source", "web-address"),
        ('sources = "https://example.org"', "settings.toml", ", ".join(KEYS)),
        ("source = ", "settings.toml", "toml"),
        (f"source = {'[' * 5000}", "settings.toml", "toml"),
    ],
)
def test_what_is_off_is_named_with_what_is_accepted_and_stays_as_it_is(tmp_path, text, field, accepts):
    write(tmp_path, text)
    for act in (lambda: read_settings(tmp_path), lambda: write_settings(tmp_path, {"sync": "daily"})):
        with pytest.raises(InputError) as refused:
            act()
        assert (refused.value.field, str(refused.value.accepts)) == (field, accepts)
    assert (tmp_path / "settings.toml").read_text(encoding="utf-8") == text


@pytest.mark.parametrize(("source", "sync"), [("ftp://example.org", None), (None, "hourly")])
def test_what_is_not_accepted_is_not_written(tmp_path, source, sync):
    write(tmp_path, KEPT)
    with pytest.raises(InputError):
        write_settings(tmp_path, {"source": source, "sync": sync})
    assert (tmp_path / "settings.toml").read_text(encoding="utf-8") == KEPT


def test_an_address_may_be_taken_away(tmp_path):
    write_settings(tmp_path, {"source": "https://example.org/"})
    assert write_settings(tmp_path, {"source": ""}).source == ""


def test_a_file_that_is_no_text_is_refused(tmp_path):
    (tmp_path / "settings.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(InputError):
        read_settings(tmp_path)


def test_where_nothing_can_be_written_it_is_said(tmp_path):
    (tmp_path / "data").write_text("a file where the folder should be", encoding="utf-8")
    with pytest.raises(InputError):
        write_settings(tmp_path / "data", {"source": "https://example.org/"})
    (tmp_path / "settings.toml").mkdir()
    with pytest.raises((InputError, MissingDataError)):
        write_settings(tmp_path, {"source": "https://example.org/"})


def test_a_password_in_an_address_is_refused_and_not_shown():
    with pytest.raises(InputError) as refused:
        check_address("https://somebody:secret@example.org/gigdesk")
    assert refused.value.details["got"] == "…@example.org/gigdesk"


def test_an_address_may_name_a_version_behind_its_host():
    check_address("https://cdn.example.org/gigdesk@2/")


def test_how_the_window_looks_is_read_again(tmp_path):
    assert Upkeep(tmp_path).settings().style == FACTORY
    Upkeep(tmp_path).set_style(look="dark", density="advisor")
    assert Upkeep(tmp_path).set_style(text_size="large").style == Style("dark", "advisor", "large")


@pytest.mark.parametrize("text", ['look = "pink"', "density = 2", 'text_size = "huge"'])
def test_a_look_that_there_is_not_is_named_with_those_there_are(tmp_path, text):
    (tmp_path / "settings.toml").write_text(text)
    with pytest.raises(InputError) as refused:
        read_settings(tmp_path)
    assert refused.value.accepts == " | ".join(STYLES[text.partition(" ")[0]])
