"""Where resources and data are: in the source tree, installed, frozen, at a kiosk."""

from __future__ import annotations

import os
import sys
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent


def resources() -> Path:
    """The folder of shipped files."""
    frozen = getattr(sys, "_MEIPASS", None)
    if frozen:
        return Path(frozen) / "resources"
    beside = PACKAGE.parent / "resources"
    return beside if (beside / "release").is_dir() else PACKAGE / "resources"


def trusted_root() -> Path:
    """The file of the root by which signed releases are trusted: GIGDESK_ROOT, or the one that the program ships."""
    chosen = os.environ.get("GIGDESK_ROOT")
    return Path(chosen).resolve() if chosen else resources() / "trust" / "root.json"


def data_folder() -> Path:
    """The folder that GigDesk may write to: GIGDESK_DATA, or the user's own data folder."""
    chosen = os.environ.get("GIGDESK_DATA")
    if chosen:
        return Path(chosen).resolve()
    from platformdirs import user_data_path

    return user_data_path("gigdesk", appauthor=False)
