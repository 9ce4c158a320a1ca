"""Releases on a machine, where the place that they should come from is itself out of order."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from gigdesk.domain.errors import MissingDataError
from gigdesk.services.releases import Releases
from gigdesk.store.shelf import Shelf


def test_a_folder_that_the_system_cannot_look_into_is_said(tmp_path):
    releases = Releases(Shelf(tmp_path / "data", tmp_path / "shipped"), tmp_path / "trust", tmp_path / "root.json")
    with pytest.raises(MissingDataError) as missing:
        releases.bring(Path("x" * 300), datetime(2026, 11, 24, tzinfo=UTC))
    assert missing.value.code == "unreachable"
