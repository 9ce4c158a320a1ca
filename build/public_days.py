"""Write the mainland's public days off and make-up working days into the release, year by year, as law data.

Run it by `python3 build/dev.py public-days`, which installs the library chinesecalendar first. It follows the yearly
notices of the State Council and knows no year before its notice. The result is committed: nobody needs this step to
run, test or freeze GigDesk. Run it again once the library knows another year.
"""

from __future__ import annotations

import sys
import textwrap
from collections.abc import Collection, Iterable
from datetime import date
from pathlib import Path

FILE = Path(__file__).resolve().parents[1] / "resources" / "release" / "law" / "national" / "calendar.yaml"
SOURCE = "public-days"
WIDTH = 120
HEAD = """\
# Days on which offices of the mainland are closed, or open although it is a weekend, by the State Council's notice of
# each year. A year that is not here is not known. Written by `python3 build/dev.py public-days`, not by hand.
region: "000000"
parameters:
"""


def main() -> int:
    """Read the library and write the file."""
    from chinese_calendar.constants import holidays, workdays

    FILE.write_text(rendered(holidays, workdays, date.today()), encoding="utf-8")  # noqa: DTZ011 - the day of checking
    print(f"{FILE.name}: {len(holidays)} days off, {len(workdays)} make-up days")
    return 0


def rendered(days_off: Collection[date], make_up_days: Collection[date], checked_on: date) -> str:
    """The law file. Every year that has days off gets an entry in both lists."""
    years = sorted({day.year for day in days_off})
    return HEAD + "\n".join(
        parameter(name, days, years, checked_on)
        for name, days in (("calendar.days_off", days_off), ("calendar.make_up_days", make_up_days))
    )


def parameter(name: str, days: Collection[date], years: Iterable[int], checked_on: date) -> str:
    """One parameter with an entry a year."""
    lines = [f"  {name}:", "    unit: days", f"    checked_on: {checked_on}", "    values:"]
    for year in years:
        listed = ", ".join(str(day) for day in sorted(days) if day.year == year)
        entry = textwrap.fill(listed, WIDTH, initial_indent=" " * 10, subsequent_indent=" " * 10)
        lines += [f"      {year}-01-01:", f"        source: {SOURCE}", f"        use_year: {year}", "        value: ["]
        lines += [entry, "        ]"] if listed else ["        ]"]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.exit(main())
