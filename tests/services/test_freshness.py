"""Figures that should have been followed by newer ones say so, where they are used and only there."""

from datetime import date
from decimal import Decimal

from gigdesk.domain.pension.contribution import Choice


def stale(answer):
    return [warned.details for warned in answer.warnings if warned.code == "stale-data"]


def test_a_figure_whose_successor_is_due_says_so(services):
    answer = services.pension.contribution("370000", 2027, Choice(Decimal(60)), date(2027, 8, 1))
    assert stale(answer) == [{"name": "pension.base_limits", "expected": "2027-08"}]


def test_before_the_month_of_the_next_notice_nothing_is_said(services):
    assert not stale(services.pension.contribution("370000", 2027, Choice(Decimal(60)), date(2027, 7, 31)))


def test_an_older_figure_is_not_stale_because_a_newer_one_is_late(services):
    assert not stale(services.pension.contribution("370000", 2025, Choice(Decimal(60)), date(2027, 8, 1)))
