"""No argument: the window. Otherwise the command line, or a reader in a process of its own."""

from __future__ import annotations

import sys

from gigdesk import INTERRUPTED, READ_APART


def main() -> int:
    """Run GigDesk; returns the exit status."""
    try:
        return _run()
    except KeyboardInterrupt:  # before there are words for it
        return INTERRUPTED


def _run() -> int:
    if sys.argv[1:2] == [READ_APART]:
        from gigdesk.store.sheets.apart import answer as read

        return read(*sys.argv[2:])
    if len(sys.argv) > 1:
        from gigdesk.cli.main import main as answer

        return answer(sys.argv[1:])
    from gigdesk.ui.app import main as show

    return show()


if __name__ == "__main__":
    sys.exit(main())
