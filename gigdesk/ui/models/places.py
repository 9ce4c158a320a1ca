"""Where a person works: the cities of the machine's own province first, then the other provinces."""

from __future__ import annotations

from gigdesk.domain.errors import MissingDataError
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
    asks = [Ask("city", options=(*cities, Option(ELSEWHERE)), columns=4, unsure=True, indexed=True)]
    if answers.get("city") == ELSEWHERE:
        others = [r for r in regions if r.level == "province" and r.code != HOME_PROVINCE]
        choices = tuple(Option(r.code, label=r.names[language]) for r in others)
        asks.append(Ask("province", options=choices, columns=4, unsure=True, indexed=True))
    return asks


def place(answers: Answers) -> str:
    """The region code that was chosen; the machine's own province for those who are not sure."""
    chosen = answers.get("province", UNSURE) if answers["city"] == ELSEWHERE else answers["city"]
    return HOME_PROVINCE if chosen is UNSURE else str(chosen)


def placed(answers: Answers) -> bool:
    """Whether it was said which place, or that it is not known."""
    return "city" in answers and (answers["city"] != ELSEWHERE or "province" in answers)


def must_be_placed(answers: Answers) -> None:
    """Every province has rules of its own, so none stands in for one that is not known.

    Raises:
        MissingDataError: the person works elsewhere and does not know in which province.
    """
    if answers.get("city") == ELSEWHERE and answers.get("province") is UNSURE:
        raise MissingDataError("province-not-known")


def place_notices(answers: Answers, t: Texts) -> list[str]:
    """What to say where the place is not known."""
    return [t("place.not-known")] if answers["city"] is UNSURE else []
