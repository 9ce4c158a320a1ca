"""What a place pays besides the parts of the formula. It is said with a pension and never added to it."""

from __future__ import annotations

from gigdesk.domain.law import Law, Value
from gigdesk.domain.working import Working

HEATING, HEATING_MONTH = "pension.heating_subsidy", "pension.heating_subsidy_month"
PARTS = ("increase", "plateau", "supplement", "transitional_adjustment")
"""Monthly parts of some provinces: `pension.part.<name>` tells whether a place has one, `part-<name>` warns of it."""


def say_besides(law: Law, working: Working) -> None:
    """Warn of a heating subsidy once a year, with a line that cites it, and of monthly parts that are not counted."""
    heating, month = (_known(law, name) for name in (HEATING, HEATING_MONTH))
    if heating and month:
        working.step("heating-subsidy", heating.content, "CNY/year", heating, month, month=month.content)
        working.warn("heating-subsidy", amount=heating.content, month=month.content)
    for part in PARTS:
        if _known(law, f"pension.part.{part}"):
            working.warn(f"part-{part.replace('_', '-')}")


def _known(law: Law, name: str) -> Value | None:
    value = law.usable(name)
    return value if value and value.content else None
