"""The slip that a command writes."""

import os
import subprocess
import sys

import pytest

PENSION = {
    "region": "370000",
    "person": {"sex": "male", "birth": "1985-06"},
    "record": {"paid_months": 96, "average_index": "0.6"},
    "plan": {"base_percent": "60"},
}
WAGES = ("wages", "compare", "--occupation", "4-10-08-01", "--region", "370100", "--earned", "7200", "--costs", "900")

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def file(tmp_path):
    return tmp_path / "slip.pdf"


def test_a_pension_is_written_as_a_slip(run, file):
    status, _, said = run("pension", "estimate", "--input", PENSION, "--slip", file)
    assert status == 0
    assert str(file) in said
    assert file.read_bytes().startswith(b"%PDF-1.6")


def test_an_accident_is_written_as_a_slip_even_where_little_is_known(run, file):
    status, _, _ = run("injury", "check", "--input", {"region": "370100"}, "--slip", file, "--slip-paper", "receipt")
    assert status == 0
    assert file.read_bytes().startswith(b"%PDF")


def test_a_file_that_is_there_is_kept(run, file):
    file.write_text("mine")
    status, _, said = run(*WAGES, "--slip", file)
    assert (status, file.read_text()) == (2, "mine")
    assert "--slip" in said


def test_another_ending_is_refused(run, tmp_path):
    status, _, said = run(*WAGES, "--slip", tmp_path / "slip.txt")
    assert status == 2
    assert "NAME.pdf" in said
    assert list(tmp_path.iterdir()) == []


def test_a_process_without_a_screen_writes_one(file):
    env = {name: value for name, value in os.environ.items() if name not in ("QT_QPA_PLATFORM", "DISPLAY")}
    command = [sys.executable, "-m", "gigdesk", *WAGES, "--slip", str(file)]
    assert subprocess.run(command, env=env, capture_output=True, check=False).returncode == 0
    assert file.read_bytes().startswith(b"%PDF")


def test_only_a_command_that_writes_a_slip_loads_qt():
    code = (
        "import sys; from gigdesk.cli.main import main; import gigdesk.reports.slip.pension;"
        "import gigdesk.reports.slip.injury, gigdesk.reports.slip.wages, gigdesk.reports.slip.parts;"
        "sys.exit(any(name.startswith(('PySide6', 'zxingcpp')) for name in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
