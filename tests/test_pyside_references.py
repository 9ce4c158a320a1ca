"""PySide6 6.12.0 loses a reference to None with every call that returns nothing, and ends the process after some 6,400.

Python before 3.12 counts the references to None, so there the loss can be seen after a few calls.
"""

from __future__ import annotations

import sys

import pytest
from PySide6.QtGui import QImage, QPainter


@pytest.mark.usefixtures("qapp")
def test_a_call_that_returns_nothing_keeps_the_references_to_none():
    image = QImage(9, 9, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    calls = 200
    before = sys.getrefcount(None)
    for _ in range(calls):
        painter.save()
        painter.restore()
    lost = before - sys.getrefcount(None)
    painter.end()
    assert lost < calls // 10
