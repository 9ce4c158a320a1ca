"""Where a person works: the cities of the machine's own province first, then the other provinces."""

from __future__ import annotations

from gigdesk.services import Services
from gigdesk.store.texts import Texts
from gigdesk.ui.models.ask import UNSURE, Answers, Ask, Option

ELSEWHERE = "elsewhere"
HOME_PROVINCE = "370000"


def place_asks(services: Services, language: str, answers: Answers) -> list[Ask]:
    """Which city; and which province, for those who work elsewhere."""
    regions = services.data.reference.regions.values()
    cities = [
        Option(r.code, label=r.names[language]) for r in regions if r.parent == HOME_PROVINCE and r.level == "city"
    ]
    asks = [Ask("city", options=(*cities, Option(ELSEWHERE)), columns=4, unsure=True)]
    if answers.get("city") == ELSEWHERE:
        others = [r for r in regions if r.level == "province" and r.code != HOME_PROVINCE]
        choices = tuple(Option(r.code, label=r.names[language]) for r in others)
        asks.append(Ask("province", options=choices, columns=4, unsure=True))
    return asks


def place(answers: Answers) -> str:
    """The region code that was chosen; the machine's own province for those who are not sure."""
    chosen = answers["province"] if answers["city"] == ELSEWHERE else answers["city"]
    return HOME_PROVINCE if chosen is UNSURE else str(chosen)


def place_notices(answers: Answers, t: Texts) -> list[str]:
    """What to say where the place is not known."""
    return [t("place.not-known")] if UNSURE in (answers["city"], answers.get("province")) else []
