"""Where a person works: the cities of the machine's own province first, then the other provinces."""

from __future__ import annotations

from gigdesk.services import Services
from gigdesk.ui.models.asking import Answers, Ask, Option

ELSEWHERE = "elsewhere"
HOME_PROVINCE = "370000"


def place_asks(services: Services, language: str, answers: Answers) -> list[Ask]:
    """Which city; and which province, for those who work elsewhere."""
    regions = services.data.reference.regions.values()
    cities = [
        Option(r.code, label=r.names[language]) for r in regions if r.parent == HOME_PROVINCE and r.level == "city"
    ]
    asks = [Ask("city", options=(*cities, Option(ELSEWHERE)), columns=4)]
    if answers.get("city") == ELSEWHERE:
        others = [r for r in regions if r.level == "province" and r.code != HOME_PROVINCE]
        asks.append(Ask("province", options=tuple(Option(r.code, label=r.names[language]) for r in others), columns=4))
    return asks


def place(answers: Answers) -> str:
    """The region code that was chosen."""
    city = str(answers["city"])
    return str(answers["province"]) if city == ELSEWHERE else city
