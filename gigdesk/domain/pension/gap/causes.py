"""The causes by name, in the order of their plausibility, and how to check each."""

from __future__ import annotations

from enum import StrEnum


class Cause(StrEnum):
    """What can lie behind a difference. The order is that of plausibility: of two that fit, the upper one is first."""

    PROVISIONAL_BASE = "provisional-base"
    MONTHS = "months"
    WHOLE_AGE_DIVISOR = "whole-age-divisor"
    MONTH_DIVISOR = "month-divisor"
    INDEX_ROUNDED = "index-rounded"
    INDEX_DIGIT = "index-digit"
    YEAR_ROUNDING = "year-rounding"
    CATEGORY = "category"
    LOCAL_BASE = "local-base"
    SUPPLEMENT = "supplement"
    MONTHS_BEFORE_ACCOUNT = "months-before-account"
    TRANSITIONAL_MONTHS = "transitional-months"
    TRANSITIONAL_LEFT_OUT = "transitional-left-out"
    DEEMED_ONLY = "deemed-only"
    INDEX_SHARED = "index-shared"
    OTHER_YEAR_BASE = "other-year-base"
    OTHER_REGION_BASE = "other-region-base"
    AMOUNT_ROUNDING = "amount-rounding"
    INDEX_MORE_DIGITS = "index-more-digits"
    AMOUNT_BESIDE = "amount-beside"
    IMPLIED_BASE = "implied-base"
    IMPLIED_BALANCE = "implied-balance"


CHECKS = {
    Cause.PROVISIONAL_BASE: "base-notice",
    Cause.MONTHS: "months-record",
    Cause.WHOLE_AGE_DIVISOR: "divisor-age",
    Cause.MONTH_DIVISOR: "divisor-age",
    Cause.INDEX_ROUNDED: "index-digits",
    Cause.INDEX_DIGIT: "index-digits",
    Cause.YEAR_ROUNDING: "years-printed",
    Cause.CATEGORY: "category-decision",
    Cause.LOCAL_BASE: "base-region",
    Cause.SUPPLEMENT: "supplement-line",
    Cause.MONTHS_BEFORE_ACCOUNT: "account-opening",
    Cause.TRANSITIONAL_MONTHS: "account-opening",
    Cause.TRANSITIONAL_LEFT_OUT: "account-opening",
    Cause.DEEMED_ONLY: "account-opening",
    Cause.INDEX_SHARED: "two-indices",
    Cause.OTHER_YEAR_BASE: "base-notice",
    Cause.OTHER_REGION_BASE: "base-region",
    Cause.AMOUNT_ROUNDING: "parts-rounding",
    Cause.INDEX_MORE_DIGITS: "index-digits",
    Cause.AMOUNT_BESIDE: "payment-slip",
    Cause.IMPLIED_BASE: "base-notice",
    Cause.IMPLIED_BALANCE: "account-statement",
}
"""How to check a cause: the text `gap.check.<key>`."""
