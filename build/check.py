"""Every gate, in one order: format, lint, types, imports, tests. All of them run; one that fails fails the whole."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import environment

ROOT = Path(__file__).resolve().parents[1]
PYTHON = sys.executable
TESTS = "pytest"
GATES: dict[str, list[str]] = {
    "ruff format": [PYTHON, "-m", "ruff", "format", "--check"],
    "ruff check": [PYTHON, "-m", "ruff", "check"],
    "mypy": [PYTHON, "-m", "mypy"],
    "import-linter": [str(Path(PYTHON).parent / "lint-imports"), "--no-logo"],
    TESTS: [PYTHON, *environment.TESTS],
}


def main(arguments: list[str]) -> int:
    """Run the gates and sum up."""
    if unknown := set(arguments) - {"--no-tests"}:
        print(f"check: there is only --no-tests, not {' '.join(sorted(unknown))}", file=sys.stderr)
        return 2
    os.chdir(ROOT)
    names = [name for name in GATES if name != TESTS or not arguments]
    failed = [name for name in names if not passes(name)]
    print(f"\n{len(names) - len(failed)} of {len(names)} gates passed" + "".join(f"; {name} failed" for name in failed))
    return 1 if failed else 0


def passes(name: str) -> bool:
    """Run one gate and tell whether it passed."""
    print(f"\n== {name}", flush=True)
    begun = time.monotonic()
    status = subprocess.run(GATES[name], check=False).returncode
    print(f"== {name}: {'failed' if status else 'passed'}, {time.monotonic() - begun:.1f} s", flush=True)
    return not status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
