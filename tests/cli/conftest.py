"""The command line says so when it installs the data for the first time: no test is to meet that by chance."""

import json
import shutil

import pytest

from gigdesk.cli.main import main
from gigdesk.services import Services
from gigdesk.store import paths


@pytest.fixture(scope="session", autouse=True)
def installed():
    """The shipped release in the data folder of the tests."""
    Services.open(paths.data_folder(), paths.resources()).data.reference.close()


@pytest.fixture
def run(capsys, tmp_path):
    """Run a command; a dict becomes an input file. Returns status, output and messages."""

    def run(*arguments):
        path = tmp_path / "input.json"
        for argument in arguments:
            if isinstance(argument, dict):
                path.write_text(json.dumps(argument), encoding="utf-8")
        words = [str(path) if isinstance(argument, dict) else str(argument) for argument in arguments]
        try:
            status = main(words)
        except SystemExit as exit_:
            status = exit_.code
        out, err = capsys.readouterr()
        return status, out, err

    return run


@pytest.fixture
def answer(run):
    """Run a command that answers; returns its JSON."""

    def answer(*arguments):
        status, out, _ = run(*arguments, "--json", "--today", "2026-11-24")
        assert status == 0
        return json.loads(out)

    return answer


@pytest.fixture
def run_data(capsys):
    """Run a command about the data; what it stores goes with the test. Returns status, output and messages."""

    def call(*words):
        capsys.readouterr()
        status = main(["data", *map(str, words)])
        said = capsys.readouterr()
        return status, said.out, said.err

    yield call
    shutil.rmtree(paths.data_folder() / "imported", ignore_errors=True)
