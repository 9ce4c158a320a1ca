"""The facts of a person, in the order in which they are asked; one set of them serves every entitlement."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import cast

from gigdesk.domain.decision import Answers, Kind, Question
from gigdesk.domain.errors import InputError, Phrase
from gigdesk.domain.law import Law
from gigdesk.domain.money import YearMonth


def _choice(id_: str, *choices: str, choices_from: str = "", group: str = "") -> Question[str]:
    return Question(id_, Kind.CHOICE, choices, choices_from, group)


def _flag(id_: str, group: str = "") -> Question[bool]:
    return Question(id_, Kind.FLAG, group=group)


def _number(id_: str, group: str = "") -> Question[Decimal]:
    return Question(id_, Kind.NUMBER, group=group)


def _month(id_: str) -> Question[YearMonth]:
    return Question(id_, Kind.MONTH)


NONE, SOLE_TRADER, SMALL_FIRM = "none", "sole_trader", "small_firm"

BIRTH = _month("birth")
RETIRED = _flag("retired")

PLATFORM = _choice("platform", choices_from="injury.platform_codes")
SECTOR = _choice("sector", choices_from="entitlements.sector_codes")
PILOT_COVER = _flag("pilot_cover")

BUSINESS = _choice("business", NONE, SOLE_TRADER, SMALL_FIRM, group="plans")
WANTS_BUSINESS = _flag("wants_business", "plans")
WANTS_TRAINING = _flag("wants_training", "plans")
WANTS_TO_DRIVE = _flag("wants_to_drive", "plans")

GRADUATE = _flag("graduate", "study")
FINAL_YEAR = _flag("final_year", "study")
SCHOOL_LEAVER = _flag("school_leaver", "study")
LEFT_SCHOOL = _month("left_school")
LEVEL = _choice("level", "secondary", "college", "bachelor", "master", "doctor")

HARD_TO_EMPLOY = _flag("hard_to_employ", "standing")
UNEMPLOYED = _flag("unemployed", "standing")
LOW_INCOME = _flag("low_income", "standing")
POVERTY_LIFTED = _flag("poverty_lifted", "standing")
DISABLED = _flag("disabled", "standing")
VETERAN = _flag("veteran", "standing")
RETURNING_WORKER = _flag("returning_worker", "standing")
RURAL_WORKER = _flag("rural_worker", "standing")
FARMER = _flag("farmer", "standing")
ONLINE_MERCHANT = _flag("online_merchant", "standing")
LAID_OFF = _flag("laid_off", "standing")
RELEASED = _flag("released", "standing")

REGISTERED_FLEXIBLE = _flag("registered_flexible", "insurance")
PAYS_PENSION = _flag("pays_pension", "insurance")
PAYS_MEDICAL = _flag("pays_medical", "insurance")
ACCIDENT_INSURANCE = _flag("accident_insurance", "insurance")
EMPLOYER_INSURED = _flag("employer_insured", "insurance")
UNEMPLOYMENT_BENEFIT = _flag("unemployment_benefit", "insurance")
PREMIUM = _number("premium")
ACCIDENT_GOT = _number("accident_got")
PENSION_PAID = _number("pension_paid")
INCOME_REACHES_BASE = _flag("income_reaches_base")

FIRST_BUSINESS = _flag("first_business", "business")
BUSINESS_MONTHS = _number("business_months", "business")
OWN_INSURED_MONTHS = _number("own_insured_months", "business")
OWNER_UNCHANGED = _flag("owner_unchanged", "business")
RECOGNISED_BEFORE = _flag("recognised_before", "business")
STARTUP_GRANT_GOT = _flag("startup_grant_got", "business")
HIRES = _number("hires")
STAFF = _number("staff")

LICENCE = _choice("licence", NONE, "c1_or_above", "c2", "other", group="licence")
DRIVING_YEARS = _number("driving_years", "licence")
TRAFFIC_CRIME = _flag("traffic_crime", "driving_record")
DRUG_RECORD = _flag("drug_record", "driving_record")
DRINK_DRIVING_RECORD = _flag("drink_driving_record", "driving_record")
LOST_ALL_POINTS = _flag("lost_all_points", "driving_record")
VIOLENT_CRIME = _flag("violent_crime", "driving_record")

ORPHAN = _flag("orphan", "hardship")
STUDENT_LOAN = _flag("student_loan", "hardship")
HAS_HOME = _flag("has_home")

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
    if platform in [code for sector in law.codes("injury.sectors") for code in law.codes(f"injury.platforms.{sector}")]:
        return True
    return None if platform in ("other", "several") else False


def told_by_platform(platform: str, law: Law) -> dict[str, object]:
    """What a platform says by itself: the work, where it takes part in one sector only, and whether it pays cover."""
    sectors = law.codes("injury.sectors") if law.has("injury.sectors") else ()
    found = [sector for sector in sectors if platform in law.codes(f"injury.platforms.{sector}")]
    covered = covered_by_pilot(platform, law)
    told: dict[str, object] = {SECTOR.id: found[0]} if len(found) == 1 else {}
    return told if covered is None else {**told, PILOT_COVER.id: covered}


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
