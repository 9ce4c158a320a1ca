"""What a release must satisfy before anyone sees it. Each finding says where, what and how far off.

`check` is for a whole release, `check_book` for the tables of a law book, `file.check_file` for one law file before
it goes into a release (apart, because it reads YAML). The modules: `years` and `cited` (the years themselves, and
those of the sources), `limits` (limits against averages), `growth` and `peers` (a table against its own years, and
against the other provinces), `bases`, `cities` and `forms` (benefit bases against averages, the province and what was
printed), `national` and `divisors`, `minimum_wages`, `terms` (of paying), `calendar` (days off, limits), `publication`
(what is published when), `directory` (service points), `names` (of occupations), `release` (the rest). Each bound that
is chosen is a constant that says why.
"""

from gigdesk.store.guard.book import check_book
from gigdesk.store.guard.finding import Finding, Severity
from gigdesk.store.guard.release import check

__all__ = ["Finding", "Severity", "check", "check_book"]
