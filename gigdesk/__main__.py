"""No argument: the window; --kiosk: one that no visitor leaves; --demo: samples. Else the command line, or a reader."""

from __future__ import annotations

import sys

from gigdesk import INTERRUPTED, READ_APART

KIOSK, DEMO = "--kiosk", "--demo"


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
    kiosk, demo = sys.argv[1:] == [KIOSK], sys.argv[1:] == [DEMO]
    if len(sys.argv) > 1 and not (kiosk or demo):
        from gigdesk.cli.main import main as answer

        return answer(sys.argv[1:])
    from gigdesk.ui.app import main as show

    return show(kiosk=kiosk, demo=demo)


if __name__ == "__main__":
    sys.exit(main())
