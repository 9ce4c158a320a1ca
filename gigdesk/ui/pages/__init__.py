"""The pages: a name, its model, and how it is drawn. A new page is one line here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from gigdesk.ui.models.choosing import ChoosingModel
from gigdesk.ui.models.data import DataModel
from gigdesk.ui.models.demo import DemoModel, TourModel
from gigdesk.ui.models.entitlements import EntitlementsJob
from gigdesk.ui.models.finish import FinishModel
from gigdesk.ui.models.form import FormJob
from gigdesk.ui.models.home import HomeModel
from gigdesk.ui.models.importing import ImportingModel
from gigdesk.ui.models.injury import InjuryJob
from gigdesk.ui.models.pension import PensionJob
from gigdesk.ui.models.proof import ProofModel
from gigdesk.ui.models.reopening import ReopenModel
from gigdesk.ui.models.resident import ResidentJob
from gigdesk.ui.models.session import Session
from gigdesk.ui.models.wages import WagesJob
from gigdesk.ui.page import Desk, Drawn
from gigdesk.ui.pages import (
    choosing,
    data,
    demo,
    entitlements,
    finish,
    form,
    home,
    importing,
    injury,
    pension,
    proof,
    reopen,
    resident,
    tour,
    wages,
)


@dataclass(frozen=True)
class Page:
    """A page by its name."""

    id: str
    model: Callable[[Session], Any]
    draw: Callable[[Any, Desk], Drawn]


PAGES = (
    Page("home", HomeModel, home.draw),
    Page("wages", WagesJob, wages.draw),
    Page("pension", PensionJob, pension.draw),
    Page("form", FormJob, form.draw),
    Page("resident", ResidentJob, resident.draw),
    Page("injury", InjuryJob, injury.draw),
    Page("entitlements", EntitlementsJob, entitlements.draw),
    Page("reopen", ReopenModel, reopen.draw),
    Page("choosing", ChoosingModel, choosing.draw),
    Page("data", DataModel, data.draw),
    Page("importing", ImportingModel, importing.draw),
    Page("proof", ProofModel, proof.draw),
    Page("demo", DemoModel, demo.draw),
    Page("tour", TourModel, tour.draw),
    Page("finish", FinishModel, finish.draw),
)
