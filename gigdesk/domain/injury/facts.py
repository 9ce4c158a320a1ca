"""The facts of an accident, in the order in which they are asked, and what must be true of them together."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta, timezone

from gigdesk.domain.decision import Answers, Kind, Question, choice, flag, number
from gigdesk.domain.errors import InputError, Phrase
from gigdesk.domain.law import Law

CHINA = timezone(timedelta(hours=8))
SEVERAL = "several"
"""The platform of somebody who carried orders of two apps at once."""


def _moment(id_: str, group: str = "") -> Question[datetime]:
    return Question(id_, Kind.MOMENT, group=group)


def _day(id_: str) -> Question[date]:
    return Question(id_, Kind.DAY)


REGION: Question[str] = Question("region", Kind.REGION)
WHEN = _moment("when")
PLATFORM = choice("platform", choices_from="injury.platform_codes", group="work")
SECTOR = choice("sector", choices_from="injury.sector_codes", group="work")
ORDER_STATE = choice(
    "order_state",
    *("offline_before", "online_idle"),
    *("accepted", "to_pickup", "at_pickup", "picked_up", "to_dropoff", "at_dropoff"),
    *("completed", "cancelled", "returning", "offline_after"),
)
HARM = choice("harm", "accident", "violence", "illness", "heat_stroke", "poisoning", "none")
DEATH = flag("death", group="death")
DIED_AT = _moment("died_at", group="death")
FIRST_DIAGNOSIS_AT = _moment("first_diagnosis_at", group="death")
WORK_INJURY_INSURANCE_PAID = flag("work_injury_insurance_paid", group="employment")
EMPLOYMENT_CONTRACT = flag("employment_contract", group="employment")
MANAGED_LIKE_EMPLOYEE = flag("managed_like_employee", group="employment")
INTENTIONAL_CRIME = flag("intentional_crime", group="exclusions")
ALCOHOL = number("alcohol_mg_per_100ml", group="exclusions")
DRUGS = flag("drugs", group="exclusions")
SELF_HARM = flag("self_harm", group="exclusions")
PRIVATE_PURPOSE = flag("private_purpose")
ORDERED_TO_PLACE = flag("ordered_to_place")
JOURNEY = choice("journey", "to_first_order", "home_after_last", "to_ordered_place", "other")
CAUSE = choice("cause", "traffic", "fall", "load", "machine", "animal", "weather", "other")
FAULT = choice("fault", "none", "minor", "equal", "main", "full", "unknown")
RESCUE = flag("rescue")
REPORTED_AT = _day("reported_at")
FILED_AT = _day("filed_at")
DECIDED_AT = _day("decided_at")
APPRAISED_AT = _day("appraised_at")
CERTIFIED_AT = _day("certified_at")

QUESTIONS: tuple[Question[object], ...] = (
    *(REGION, WHEN, PLATFORM, SECTOR, ORDER_STATE, HARM, DEATH, DIED_AT, FIRST_DIAGNOSIS_AT),
    *(WORK_INJURY_INSURANCE_PAID, EMPLOYMENT_CONTRACT, MANAGED_LIKE_EMPLOYEE),
    *(INTENTIONAL_CRIME, ALCOHOL, DRUGS, SELF_HARM, PRIVATE_PURPOSE),
    *(ORDERED_TO_PLACE, JOURNEY, CAUSE, FAULT, RESCUE),
)
"""In the order of asking. A question is only asked while its answer can change something."""

SO_FAR: tuple[Question[date], ...] = (REPORTED_AT, FILED_AT, DECIDED_AT, APPRAISED_AT, CERTIFIED_AT)
"""How far the claim has come. No rule asks for it: it moves limits, never the outcome."""

DISPUTABLE = (
    *(ORDER_STATE, FAULT, PRIVATE_PURPOSE, WORK_INJURY_INSURANCE_PAID, EMPLOYMENT_CONTRACT, MANAGED_LIKE_EMPLOYEE),
    *(ORDERED_TO_PLACE, JOURNEY, CAUSE, RESCUE, HARM, INTENTIONAL_CRIME, DRUGS, SELF_HARM, PLATFORM, SECTOR),
)
"""What may turn out otherwise; the facts that people are unsure of or quarrel about come first."""


def page(question: Question[object]) -> tuple[Question[object], ...]:
    """The questions that are asked together with one."""
    return tuple(other for other in QUESTIONS if other == question or (other.group and other.group == question.group))


def may_be_in_traffic(answers: Answers) -> bool:
    """Whether it was, or may have been, a traffic accident."""
    given = answers.given
    return given.get(HARM.id) in (None, "accident") and given.get(CAUSE.id) in (None, "traffic")


def day_of(moment: datetime) -> date:
    """The day in China, whatever offset the moment is written in: the law is that of the day of the accident."""
    return moment.astimezone(CHINA).date()


def platform_code(word: str, law: Law) -> str | None:
    """The code of a platform by its code or by a name in use: 饿了么 and 淘宝闪购 are one."""
    codes = law.codes("injury.platform_codes")
    names = dict(
        entry.split("=") for entry in law.codes("injury.platform_names") + law.codes("injury.platform_aliases")
    )
    return word if word in codes else names.get(word)


def died_within(hours: int, answers: Answers) -> bool:
    """Whether death came at once or within some hours of the first diagnosis, to the second.

    Whoever died within those hours of the accident did so within those hours of any diagnosis after it.
    """
    if not answers[DEATH]:
        return False
    limit = timedelta(hours=hours)
    if answers[DIED_AT] - answers[WHEN] <= limit:
        return True
    return answers[DIED_AT] - answers[FIRST_DIAGNOSIS_AT] <= limit


def consistent(answers: Answers, today: date) -> Answers:
    """The same facts and what they imply.

    Raises:
        InputError: two of them cannot both be true, or something lies ahead.
    """
    known = answers.given
    _check_moments(known, today)
    _check_days(known, today)
    died = known.get(DIED_AT.id)
    if died is None:
        return answers
    if known.get(DEATH.id) is False:
        raise InputError(DIED_AT.id, died, Phrase("null-if-alive"))
    return answers.plus({DEATH.id: True})


def _check_moments(known: Mapping[str, object], today: date) -> None:
    """Accident, diagnosis and death come in this order, and none of them lies ahead."""
    when, died, seen = (known.get(question.id) for question in (WHEN, DIED_AT, FIRST_DIAGNOSIS_AT))
    for field, moment in ((WHEN, when), (DIED_AT, died), (FIRST_DIAGNOSIS_AT, seen)):
        if isinstance(moment, datetime) and day_of(moment) > today:
            raise InputError(field.id, moment.isoformat(), Phrase.of("moment-up-to", last=today))
    for earlier, later in ((when, died), (when, seen), (seen, died)):
        if isinstance(earlier, datetime) and isinstance(later, datetime) and later < earlier:
            field = DIED_AT if later is died else FIRST_DIAGNOSIS_AT
            raise InputError(field.id, later.isoformat(), Phrase.of("from", first=earlier.isoformat()))


def _check_days(known: Mapping[str, object], today: date) -> None:
    """What was done about it lies between the accident and today, each stage not before the one before it."""
    when = known.get(WHEN.id)
    accident = least = day_of(when) if isinstance(when, datetime) else date.min
    for question in SO_FAR:
        day = known.get(question.id)
        if not isinstance(day, date):
            continue
        if question is CERTIFIED_AT:
            least = accident
        if not least <= day <= today:
            accepts = f"{least}..{today}" if least > date.min else Phrase.of("up-to-day", last=today)
            raise InputError(question.id, day, accepts)
        least = day
