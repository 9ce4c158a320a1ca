"""No argument: the window. Otherwise the command line."""

from __future__ import annotations

import sys


def main() -> int:
    """Run GigDesk; returns the exit status."""
    if len(sys.argv) > 1:
        from gigdesk.cli.main import main as answer

        return answer(sys.argv[1:])
    from gigdesk.ui.app import main as show

    return show()


if __name__ == "__main__":
    sys.exit(main())
