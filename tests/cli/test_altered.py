"""What is installed is held against the files it was made from."""

import json
import sqlite3
from contextlib import closing

import pytest

from gigdesk.services import Services
from gigdesk.store import paths


def altered(folder, statement):
    """A data folder in whose installed file somebody wrote."""
    services = Services.open(folder, paths.resources())
    compiled = services.data.reference.path
    services.data.reference.close()
    compiled.chmod(0o644)
    with closing(sqlite3.connect(compiled)) as connection, connection:
        connection.execute(statement)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_doctor_finds_a_row_that_was_changed_and_the_next_start_mends_it(run, tmp_path, monkeypatch, lang):
    monkeypatch.setenv("GIGDESK_DATA", str(tmp_path))
    altered(tmp_path, "UPDATE occupation SET label_en = 'rider' WHERE code = '4-02-07-10'")
    status, out, _ = run("doctor", "--json", "--lang", lang)
    found = json.loads(out)
    assert (status, found["well"], len(found["differences"])) == (3, False, 1)
    assert "rider in the compiled file" in found["differences"][0]["what"]
    assert run("doctor", "--lang", lang)[0] == 0


def test_doctor_says_of_a_file_that_cannot_be_read_that_it_was_altered(run, tmp_path, monkeypatch):
    monkeypatch.setenv("GIGDESK_DATA", str(tmp_path))
    altered(tmp_path, "UPDATE law SET status = 'certain'")
    status, _, err = run("doctor")
    assert (status, "改动过" in err) == (3, True)
    assert run("doctor")[0] == 0
