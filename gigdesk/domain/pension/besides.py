"""What a place pays besides the parts of the formula. It is said with an estimate and never added to it."""

from __future__ import annotations

from gigdesk.domain.law import Law, Status, Value
from gigdesk.domain.working import Working

HEATING, HEATING_MONTH = "pension.heating_subsidy", "pension.heating_subsidy_month"
PARTS = tuple(f"pension.part.{part}" for part in ("increase", "plateau", "supplement", "transitional_adjustment"))
"""Monthly parts of some provinces, by the parameters that tell of them."""


def say_besides(law: Law, working: Working) -> None:
    """Warn of a heating subsidy once a year, and of monthly parts that the estimate does not count."""
    heating, month = (_known(law, name) for name in (HEATING, HEATING_MONTH))
    if heating and month:
        working.warn("heating-subsidy", amount=heating.content, month=month.content)
    for name in PARTS:
        if _known(law, name):
            working.warn("part-not-counted", name=name)


def _known(law: Law, name: str) -> Value | None:
    value = law.value(name) if law.has(name) else None
    return value if value and value.content and value.status is not Status.UNVERIFIED else None
