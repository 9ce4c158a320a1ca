"""Freeze GigDesk into one folder, dist/gigdesk, and with --smoke start it as on a machine that has nothing."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from fuzz.old_excel import Tab, old_workbook

ROOT = Path(__file__).resolve().parents[1]
DIST = ROOT / "dist"
PROGRAM = DIST / "gigdesk" / "gigdesk"
PATIENCE = 120  # seconds for one start; the first one compiles the release
RECORD = (("缴费年月", "缴费基数"), ("2024-01", 4416.0), ("2024-02", 4416.0))
SERIES = ("wages", "series", "--occupation", "外卖", "--region", "370100")
FIRST_DAY = "315532800"  # 1980-01-01, the first day a zip file can name


def main(arguments: list[str]) -> int:
    """Freeze, and start the result if that was asked for."""
    if unknown := set(arguments) - {"--smoke"}:
        print(f"package: there is only --smoke, not {' '.join(sorted(unknown))}", file=sys.stderr)
        return 2
    freeze()
    size = sum(path.lstat().st_size for path in PROGRAM.parent.rglob("*"))
    print(f"package: {PROGRAM.parent.relative_to(ROOT)} is ready, {size / 1e6:.0f} MB", flush=True)
    return smoke() if arguments else 0


def freeze() -> None:
    """Run PyInstaller. Work and dist folders lie outside build/, which is source here."""
    folders = ["--workpath", str(DIST / "work"), "--distpath", str(DIST)]
    command = [sys.executable, "-m", "PyInstaller", "--clean", "--noconfirm", "--log-level", "WARN", *folders]
    reproducible = {"SOURCE_DATE_EPOCH": last_change(), "PYTHONHASHSEED": "0"}
    print("package: freezing, about a minute", flush=True)
    subprocess.run([*command, str(ROOT / "build" / "gigdesk.spec")], env=os.environ | reproducible, check=True)


def last_change() -> str:
    """The time of the last commit, so that the same source gives the same program."""
    if not shutil.which("git"):
        return FIRST_DAY
    command = ["git", "-C", str(ROOT), "log", "-1", "--format=%ct"]
    answer = subprocess.run(command, capture_output=True, text=True, check=False)
    return answer.stdout.strip() or FIRST_DAY


def smoke() -> int:
    """Start the frozen program in an empty environment, for what a frozen one could lack.

    `doctor`; an old workbook, which a process of its own reads; a table written as a workbook; a signed release from a
    stick; the window until home is painted.
    """
    if not shutil.which("xvfb-run"):
        print("package: --smoke needs xvfb-run; on Debian: apt install xvfb xauth", file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory(prefix="gigdesk-smoke-") as folder:
        (Path(folder) / "record.xls").write_bytes(old_workbook([Tab("Sheet1", RECORD)]))
        root = publish(Path(folder))
        bare = ["env", "-i", f"HOME={folder}", f"GIGDESK_DATA={folder}/data", f"GIGDESK_ROOT={root}"]
        # xvfb-run names its screen in the environment, which env -i would empty.
        screen = 'exec "$@" DISPLAY="$DISPLAY" XAUTHORITY="$XAUTHORITY" GIGDESK_QUIT_AFTER_PAINT=1 "$0"'
        starts = {
            "doctor": [*bare, str(PROGRAM), "doctor"],
            "old workbook": [*bare, str(PROGRAM), "pension", "history", "record.xls", "--region", "370000"],
            "table": [*bare, str(PROGRAM), *SERIES, "--out", "years.xlsx"],
            "stick": [*bare, str(PROGRAM), "data", "import", "feed"],
            "signatures": [*bare, str(PROGRAM), "data", "verify"],
            "home": ["xvfb-run", "--auto-servernum", "sh", "-c", screen, str(PROGRAM), *bare],
        }
        passed = [passes(name, command, Path(folder)) for name, command in starts.items()]
    return 0 if all(passed) else 1


def publish(folder: Path) -> Path:
    """Publish the shipped release into `feed`, by this Python, for the frozen program signs nothing; its root."""
    feed, keys = folder / "feed", folder / "keys"
    given = [word for name in ("targets-1", "targets-2") for word in ("--key", str(keys / f"{name}.pem"))]
    for words in (
        ["init", feed, "--keys", keys],
        ["add", feed, ROOT / "resources" / "release"],
        ["sign", feed, *given],
        ["publish", feed, "--key", keys / "online-1.pem"],
    ):
        command = [sys.executable, "-m", "gigdesk", "data", "feed", *map(str, words)]
        subprocess.run(command, cwd=ROOT, env=os.environ | {"GIGDESK_DATA": str(folder / "publisher")}, check=True)
    return feed / "public" / "metadata" / "1.root.json"


def passes(name: str, command: list[str], folder: Path) -> bool:
    """Start the program once and tell whether it ended well."""
    print(f"\n== frozen: {name}", flush=True)
    try:
        status = subprocess.run(command, cwd=folder, timeout=PATIENCE, check=False).returncode
    except subprocess.TimeoutExpired:
        print(f"== frozen: {name} did not end within {PATIENCE} s", flush=True)
        return False
    print(f"== frozen: {name} {f'failed with status {status}' if status else 'passed'}", flush=True)
    return not status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
