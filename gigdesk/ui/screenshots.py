"""Draws every page, in both languages and three sizes, without a screen: `python -m gigdesk.ui.screenshots FOLDER`."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path

from PySide6.QtWidgets import QApplication

from gigdesk.domain.money import YearMonth
from gigdesk.services import Services
from gigdesk.store import paths
from gigdesk.store.texts import LANGUAGES, Texts
from gigdesk.ui.app import open_window
from gigdesk.ui.models.asking import UNSURE
from gigdesk.ui.window import Window

SIZES = ((1920, 1080), (1080, 1920), (1366, 768))
TODAY = date(2026, 11, 23)
WRONG_INPUT = 2
DETAILS = {"entitlements": "accident_insurance"}
"""A part of a result that looks unlike the others."""
SAMPLES: Mapping[str, Mapping[str, object]] = {
    "wages": {
        "city": "370100",
        "occupation": "4-10-08-01",
        "earned": Decimal(7200),
        "costs": Decimal(900),
        "hours_logged": Decimal(260),
        "hours_order": Decimal(180),
    },
    "pension": {
        "city": "370100",
        "sex": "male",
        "birth": YearMonth(1985, 6),
        "paid_months": Decimal(96),
        "tier_so_far": "60",
        "balance": Decimal("25012.34"),
    },
    "injury": {
        "city": "370100",
        "when": date(2026, 11, 16),
        "platform": "meituan",
        "sector": "instant_delivery",
        "order_state": "to_dropoff",
        "harm": "accident",
        "employment": "none",
        "exclusions": "none",
        "private_purpose": "no",
        "cause": "traffic",
        "fault": "main",
        "death": "survived",
        "ordered_to_place": "no",
        "journey": "other",
        "rescue": "no",
    },
    "entitlements": {
        "city": "370100",
        "birth": YearMonth(1985, 6),
        "platform": "meituan",
        "plans": ("wants_business",),
        "study": "none",
        "standing": ("hard_to_employ",),
        "insurance": ("registered_flexible", "pays_pension", "accident_insurance"),
        "income_reaches_base": "yes",
        "pension_paid": Decimal("914.60"),
    },
}


def main(arguments: list[str]) -> int:
    """Draw into the folder named; returns the exit status."""
    if len(arguments) != 1:
        sys.stderr.write("usage: python -m gigdesk.ui.screenshots FOLDER\n")
        return WRONG_INPUT
    folder = Path(arguments[0])
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication.instance() or QApplication([])
    with tempfile.TemporaryDirectory() as data:
        services = Services.open(Path(data), paths.resources())
        for width, height in SIZES:
            for language in LANGUAGES:
                window = sample_window(services, language)
                window.resize(width, height)
                window.show()
                window.rebuild()
                for name in states(window):
                    app.sendPostedEvents()
                    window.grab().save(str(folder / f"{name}-{language}-{width}x{height}.png"))
                window.close()
        services.data.reference.close()
    return 0


def sample_window(services: Services, language: str) -> Window:
    """A window with the store open, on a fixed day."""
    window = open_window(lambda: TODAY)
    window.session.services = services
    window.session.texts = Texts(paths.resources() / "i18n", language)
    return window


def states(window: Window) -> Iterator[str]:
    """Bring the window into each state worth a look, and name it."""
    yield "home"
    for page in ("data", "finish"):
        window.go(page)
        yield page
    for page, answers in SAMPLES.items():
        job = window.model(page)
        window.go(page)
        number = 0
        while not job.asking.finished and number < len(answers):
            number += 1
            ask = job.asking.current
            job.asking.answers[ask.id] = answers.get(ask.id, UNSURE)
            window.redraw()
            yield f"{page}-question-{number:02}-{ask.id}"
            job.forward()
        yield f"{page}-result"
        if page in DETAILS:
            job.look(DETAILS[page])
            yield f"{page}-{DETAILS[page]}"
        job.review()
        yield f"{page}-answers"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
