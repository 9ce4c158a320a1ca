"""The permit of a ride-hailing driver (网约车驾驶员证): what article 14 asks of a person; cities add their own."""

from __future__ import annotations

from datetime import date

from gigdesk.domain.decision import Answers, Question, either
from gigdesk.domain.entitlements.common import Conditions
from gigdesk.domain.entitlements.entitlement import Amount, Entitlement
from gigdesk.domain.entitlements.facts import (
    DRINK_DRIVING_RECORD,
    DRIVING_YEARS,
    DRUG_RECORD,
    LICENCE,
    LOST_ALL_POINTS,
    SECTOR,
    TRAFFIC_CRIME,
    VIOLENT_CRIME,
    WANTS_TO_DRIVE,
)
from gigdesk.domain.law import Law
from gigdesk.domain.working import Working

OWN = Conditions("ride_hailing_permit")


def drives_or_wants_to(answers: Answers, law: Law) -> bool:
    """Ride-hailing is the person's work, or should be."""
    law.flag(OWN.name("offered"))
    return either(lambda: answers[WANTS_TO_DRIVE], lambda: answers[SECTOR] == "ride_hailing")


def licence_fits(answers: Answers, law: Law) -> bool:
    """A driving licence of a class that fits the car."""
    classes = law.codes(OWN.name("licences"))
    return answers[LICENCE] in classes


def drove_long_enough(answers: Answers, law: Law) -> bool:
    """For the years asked for."""
    years = law.number(OWN.name("years"))
    return answers[DRIVING_YEARS] >= years


def has_no_traffic_crime(answers: Answers, law: Law) -> bool:
    """No crime in traffic, no dangerous driving."""
    return _free_of(TRAFFIC_CRIME, answers, law)


def has_no_drug_record(answers: Answers, law: Law) -> bool:
    """No record of drugs."""
    return _free_of(DRUG_RECORD, answers, law)


def has_no_drink_driving_record(answers: Answers, law: Law) -> bool:
    """No record of driving after drinking."""
    return _free_of(DRINK_DRIVING_RECORD, answers, law)


def never_lost_all_points(answers: Answers, law: Law) -> bool:
    """Not all twelve points in any of the last three cycles."""
    return _free_of(LOST_ALL_POINTS, answers, law)


def has_no_violent_crime(answers: Answers, law: Law) -> bool:
    """No violent crime."""
    return _free_of(VIOLENT_CRIME, answers, law)


def no_money(_: Answers, __: Law, ___: Working) -> Amount:
    """A permit; what it costs is a city's own and was not read."""
    return Amount(why="no_money")


def _free_of(question: Question[bool], answers: Answers, law: Law) -> bool:
    barred = question.id in law.codes(OWN.name("exclusions"))
    return not barred or not answers[question]


RIDE_HAILING_PERMIT = Entitlement(
    OWN.area,
    "permit",
    {
        date(2016, 11, 1): OWN.granted_to(
            drives_or_wants_to,
            licence_fits,
            drove_long_enough,
            has_no_traffic_crime,
            has_no_drug_record,
            has_no_drink_driving_record,
            never_lost_all_points,
            has_no_violent_crime,
        )
    },
    no_money,
    told=("years",),
)
