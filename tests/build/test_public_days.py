"""The calendar of the release is what its build step writes, so that nobody mends it by hand."""

from __future__ import annotations

from datetime import date

import public_days
import yaml

OFF = [date(2026, 1, 1), date(2026, 10, 1), date(2025, 5, 1)]


def read(name, text):
    return yaml.safe_load(text)["parameters"][name]


def test_each_year_has_an_entry_in_both_lists():
    text = public_days.rendered(OFF, [date(2026, 1, 4)], date(2026, 11, 28))
    assert list(read("calendar.days_off", text)["values"]) == [date(2025, 1, 1), date(2026, 1, 1)]
    assert read("calendar.days_off", text)["values"][date(2026, 1, 1)]["value"] == OFF[:2]
    assert read("calendar.make_up_days", text)["values"][date(2025, 1, 1)]["value"] == []


def test_the_shipped_calendar_is_written_by_the_step():
    shipped = public_days.FILE.read_text(encoding="utf-8")
    listed = {
        name: [day for entry in read(name, shipped)["values"].values() for day in entry["value"]]
        for name in ("calendar.days_off", "calendar.make_up_days")
    }
    checked_on = read("calendar.days_off", shipped)["checked_on"]
    assert public_days.rendered(listed["calendar.days_off"], listed["calendar.make_up_days"], checked_on) == shipped
