"""No argument: the window; --kiosk: one that no visitor leaves. Otherwise the command line, or a reader apart."""

from __future__ import annotations

import sys

from gigdesk import INTERRUPTED, READ_APART

KIOSK = "--kiosk"


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
    kiosk = sys.argv[1:] == [KIOSK]
    if len(sys.argv) > 1 and not kiosk:
        from gigdesk.cli.main import main as answer

        return answer(sys.argv[1:])
    from gigdesk.ui.app import main as show

    return show(kiosk=kiosk)


if __name__ == "__main__":
    sys.exit(main())
