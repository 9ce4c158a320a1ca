"""The facts of a person, in the order in which they are asked; one set of them serves every entitlement."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import cast

from gigdesk.domain.decision import Answers, Kind, Question, choice, flag, number
from gigdesk.domain.errors import InputError, Phrase
from gigdesk.domain.injury.facts import SEVERAL
from gigdesk.domain.law import Law
from gigdesk.domain.money import YearMonth


def _month(id_: str) -> Question[YearMonth]:
    return Question(id_, Kind.MONTH)


NONE, SOLE_TRADER, SMALL_FIRM = "none", "sole_trader", "small_firm"

BIRTH = _month("birth")
RETIRED = flag("retired")

PLATFORM = choice("platform", choices_from="injury.platform_codes")
SECTOR = choice("sector", choices_from="entitlements.sector_codes")
PILOT_COVER = flag("pilot_cover")

BUSINESS = choice("business", NONE, SOLE_TRADER, SMALL_FIRM, group="plans")
WANTS_BUSINESS = flag("wants_business", "plans")
WANTS_TRAINING = flag("wants_training", "plans")
WANTS_TO_DRIVE = flag("wants_to_drive", "plans")

GRADUATE = flag("graduate", "study")
FINAL_YEAR = flag("final_year", "study")
SCHOOL_LEAVER = flag("school_leaver", "study")
LEFT_SCHOOL = _month("left_school")
LEVEL = choice("level", "secondary", "college", "bachelor", "master", "doctor")

HARD_TO_EMPLOY = flag("hard_to_employ", "standing")
UNEMPLOYED = flag("unemployed", "standing")
LOW_INCOME = flag("low_income", "standing")
POVERTY_LIFTED = flag("poverty_lifted", "standing")
DISABLED = flag("disabled", "standing")
VETERAN = flag("veteran", "standing")
RETURNING_WORKER = flag("returning_worker", "standing")
RURAL_WORKER = flag("rural_worker", "standing")
FARMER = flag("farmer", "standing")
ONLINE_MERCHANT = flag("online_merchant", "standing")
LAID_OFF = flag("laid_off", "standing")
RELEASED = flag("released", "standing")

REGISTERED_FLEXIBLE = flag("registered_flexible", "insurance")
PAYS_PENSION = flag("pays_pension", "insurance")
PAYS_MEDICAL = flag("pays_medical", "insurance")
ACCIDENT_INSURANCE = flag("accident_insurance", "insurance")
EMPLOYER_INSURED = flag("employer_insured", "insurance")
UNEMPLOYMENT_BENEFIT = flag("unemployment_benefit", "insurance")
PREMIUM = number("premium")
ACCIDENT_GOT = number("accident_got")
PENSION_PAID = number("pension_paid")
INCOME_REACHES_BASE = flag("income_reaches_base")

FIRST_BUSINESS = flag("first_business", "business")
BUSINESS_MONTHS = number("business_months", "business")
OWN_INSURED_MONTHS = number("own_insured_months", "business")
OWNER_UNCHANGED = flag("owner_unchanged", "business")
RECOGNISED_BEFORE = flag("recognised_before", "business")
STARTUP_GRANT_GOT = flag("startup_grant_got", "business")
HIRES = number("hires")
STAFF = number("staff")

LICENCE = choice("licence", NONE, "c1_or_above", "c2", "other", group="licence")
DRIVING_YEARS = number("driving_years", "licence")
TRAFFIC_CRIME = flag("traffic_crime", "driving_record")
DRUG_RECORD = flag("drug_record", "driving_record")
DRINK_DRIVING_RECORD = flag("drink_driving_record", "driving_record")
LOST_ALL_POINTS = flag("lost_all_points", "driving_record")
VIOLENT_CRIME = flag("violent_crime", "driving_record")

ORPHAN = flag("orphan", "hardship")
STUDENT_LOAN = flag("student_loan", "hardship")
HAS_HOME = flag("has_home")

QUESTIONS: tuple[Question[object], ...] = (
    *(BIRTH, PLATFORM, SECTOR, PILOT_COVER, BUSINESS, WANTS_BUSINESS, WANTS_TRAINING, WANTS_TO_DRIVE),
    *(GRADUATE, FINAL_YEAR, SCHOOL_LEAVER, LEFT_SCHOOL, LEVEL),
    *(HARD_TO_EMPLOY, UNEMPLOYED, LOW_INCOME, POVERTY_LIFTED, DISABLED, VETERAN),
    *(RETURNING_WORKER, RURAL_WORKER, FARMER, ONLINE_MERCHANT, LAID_OFF, RELEASED),
    *(RETIRED, REGISTERED_FLEXIBLE, PAYS_PENSION, PAYS_MEDICAL, ACCIDENT_INSURANCE),
    *(EMPLOYER_INSURED, UNEMPLOYMENT_BENEFIT, PREMIUM, ACCIDENT_GOT, INCOME_REACHES_BASE, PENSION_PAID),
    *(FIRST_BUSINESS, BUSINESS_MONTHS, OWN_INSURED_MONTHS, OWNER_UNCHANGED, RECOGNISED_BEFORE, STARTUP_GRANT_GOT),
    *(HIRES, STAFF, LICENCE, DRIVING_YEARS),
    *(TRAFFIC_CRIME, DRUG_RECORD, DRINK_DRIVING_RECORD, LOST_ALL_POINTS, VIOLENT_CRIME),
    *(ORPHAN, STUDENT_LOAN, HAS_HOME),
)
"""In the order of asking. A question is only asked while its answer can change something."""

FLAGS: Mapping[str, Question[bool]] = {
    question.id: cast("Question[bool]", question) for question in QUESTIONS if question.kind is Kind.FLAG
}
"""The yes-or-no facts by id, which is also the code that the law lists them by."""

CHANGEABLE: tuple[Question[object], ...] = (
    *(REGISTERED_FLEXIBLE, ACCIDENT_INSURANCE, PAYS_PENSION, PAYS_MEDICAL, WANTS_BUSINESS, WANTS_TRAINING),
    *(WANTS_TO_DRIVE, HARD_TO_EMPLOY, INCOME_REACHES_BASE, BUSINESS, BUSINESS_MONTHS, OWN_INSURED_MONTHS),
    *(HIRES, LICENCE, DRIVING_YEARS),
)
"""What a person can do something about. Who somebody is, nobody is told to change."""


def in_order(questions: set[Question[object]]) -> tuple[Question[object], ...]:
    """Questions in the order of asking."""
    return tuple(question for question in QUESTIONS if question in questions)


def covered_by_pilot(platform: str, law: Law) -> bool | None:
    """Whether a platform pays occupational-injury cover here on the day; None for one that no list knows."""
    if not law.has("injury.pilot") or not law.flag("injury.pilot"):
        return False
    if _sectors_of(platform, law):
        return True
    return None if platform in ("other", SEVERAL) else False


def told_by_platform(platform: str, law: Law) -> dict[str, object]:
    """What a platform says by itself: the work, where it takes part in one sector only, and whether it pays cover."""
    found = _sectors_of(platform, law) if law.has("injury.sectors") else []
    covered = covered_by_pilot(platform, law)
    told: dict[str, object] = {SECTOR.id: found[0]} if len(found) == 1 else {}
    return told if covered is None else {**told, PILOT_COVER.id: covered}


def _sectors_of(platform: str, law: Law) -> list[str]:
    return [sector for sector in law.codes("injury.sectors") if platform in law.codes(f"injury.platforms.{sector}")]


def consistent(answers: Answers, today: date) -> Answers:
    """The same facts, looked over.

    Raises:
        InputError: a month lies ahead, or school ended before birth.
    """
    birth, left = (answers.given.get(question.id) for question in (BIRTH, LEFT_SCHOOL))
    now = YearMonth.of(today)
    for question, month in ((BIRTH, birth), (LEFT_SCHOOL, left)):
        if isinstance(month, YearMonth) and month > now:
            raise InputError(question.id, month, Phrase.of("up-to-day", last=now))
    if isinstance(birth, YearMonth) and isinstance(left, YearMonth) and left < birth:
        raise InputError(LEFT_SCHOOL.id, left, Phrase.of("from", first=birth), "school-before-birth")
    return answers
