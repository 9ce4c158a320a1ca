"""What the carriers of the US occupational survey (OEWS) have in common."""

from __future__ import annotations

import re

from gigdesk.domain.wages.codes import ALL, ALL_LABEL
from gigdesk.domain.wages.table import WageTable

ALL_BRANCHES, ALL_OCCUPATIONS = "000000", "000000"
TITLES = {
    "000000": "All Occupations",
    "311120": "Home Health and Personal Care Aides",
    "339032": "Security Guards",
    "353023": "Fast Food and Counter Workers",
    "353031": "Waiters and Waitresses",
    "372011": "Janitors and Cleaners, Except Maids and Housekeeping Cleaners",
    "372012": "Maids and Housekeeping Cleaners",
    "399011": "Childcare Workers",
    "434051": "Customer Service Representatives",
    "435021": "Couriers and Messengers",
    "452092": "Farmworkers and Laborers, Crop, Nursery, and Greenhouse",
    "472061": "Construction Laborers",
    "533031": "Driver/Sales Workers",
    "533032": "Heavy and Tractor-Trailer Truck Drivers",
    "533033": "Light Truck Drivers",
    "533053": "Shuttle Drivers and Chauffeurs",
    "533054": "Taxi Drivers",
    "537062": "Laborers and Freight, Stock, and Material Movers, Hand",
    "537064": "Packers and Packagers, Hand",
    "537065": "Stockers and Order Fillers",
}
"""The occupations whose work is nearest to what gig workers do (SOC 2018), and all, as the survey calls them."""
_STATES = """
01 AL, 02 AK, 04 AZ, 05 AR, 06 CA, 08 CO, 09 CT, 10 DE, 11 DC, 12 FL, 13 GA, 15 HI, 16 ID, 17 IL
18 IN, 19 IA, 20 KS, 21 KY, 22 LA, 23 ME, 24 MD, 25 MA, 26 MI, 27 MN, 28 MS, 29 MO, 30 MT, 31 NE
32 NV, 33 NH, 34 NJ, 35 NM, 36 NY, 37 NC, 38 ND, 39 OH, 40 OK, 41 OR, 42 PA, 44 RI, 45 SC, 46 SD
47 TN, 48 TX, 49 UT, 50 VT, 51 VA, 53 WA, 54 WV, 55 WI, 56 WY, 66 GU, 72 PR, 78 VI
"""
STATE_OF = dict(re.findall(r"(\d\d) ([A-Z]{2})", _STATES))
"""The letters of a state by its number (FIPS 5-2)."""


def subject(occupation: str, title: str, branch: str) -> tuple[str, str]:
    """Code and label of six digits of the SOC in a branch; where no title is told, the code is the label."""
    soc = f"{occupation[:2]}-{occupation[2:]}"
    is_all = occupation == ALL_OCCUPATIONS
    if branch == ALL_BRANCHES:
        return (ALL, ALL_LABEL) if is_all else (soc, title or soc)
    return f"{'' if is_all else soc}|{branch}", f"{ALL_LABEL if is_all else title or soc}|{branch}"


def table(unit: str, *, by_branch: bool) -> WageTable:
    """The table of all that is told by the hour or by the year, of occupations or of those in branches."""
    return WageTable(
        title=f"OEWS (USD/{unit})",
        publisher="US Bureau of Labor Statistics",
        url="https://www.bls.gov/oes/",
        published="",
        population="us_employees_of_oews",
        pay_concept="gross_wage_as_surveyed",
        dimension="occupation_soc_x_industry" if by_branch else "occupation_soc",
        unit=unit,
        currency="USD",
    )
