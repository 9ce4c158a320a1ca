"""Whose wages the National Bureau of Statistics tells, by the names it gives them."""

from __future__ import annotations

import re

NATION = "000000"
POPULATIONS = {
    "urban_nonprivate_units": re.compile(r"(?:城镇)?非私营(?:单位|企业)?|城镇单位"),
    "urban_private_units": re.compile(r"(?:城镇)?私营(?:单位|企业)"),
    "enterprises_above_designated_size": re.compile(r"规模以上企业"),
}
"""Whose wages an indicator tells by its name. 城镇单位 is what non-private units were called before."""

TITLES = {
    "urban_nonprivate_units": "城镇非私营单位",
    "urban_private_units": "城镇私营单位",
    "enterprises_above_designated_size": "规模以上企业",
}


def population_of(name: str) -> str:
    """Whose wages a name tells; "" where it does not say so."""
    return next((key for key, pattern in POPULATIONS.items() if pattern.search(name)), "")
