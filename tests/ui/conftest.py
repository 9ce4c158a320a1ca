import shutil
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from gigdesk.domain.errors import GigDeskError
from gigdesk.domain.wages.levels import PERCENTILES
from gigdesk.domain.wages.table import Observation, WageTable, gathered
from gigdesk.services import Services
from gigdesk.services.releases import Releases, Synced, Watch
from gigdesk.services.wages import Wages
from gigdesk.store import paths
from gigdesk.store.imported import Imported
from gigdesk.store.origin import Origin
from gigdesk.store.texts import Texts
from gigdesk.ui.models.news import news_of
from gigdesk.ui.models.session import Session

TODAY = date(2026, 11, 23)
NOTICE_OF = "\n[[unpublished]]\n"
NEWEST_BASE = (
    '      2025-01-01: {value: 7831, source: sd-benefit-base-2025, use_year: 2025, note: "also on forms of 2026-01, '
    "before that year's value was out; Heze is listed with 7506\"}\n"
)
NEXT_BASE = "      2026-01-01: {value: 8000, source: benefit-base-compilation, use_year: 2026}\n"


@pytest.fixture(scope="session")
def warm(services: Services) -> Services:
    """The services with all read that a first question needs."""
    return services.warm()


@pytest.fixture
def session(warm: Services) -> Session:
    """A person at a machine whose store is open, in Chinese."""
    return Session(Texts(paths.resources() / "i18n", "zh"), lambda: TODAY, warm)


@pytest.fixture(params=["zh", "en"])
def in_each_language(request, session: Session) -> Session:
    """The same in each language in turn."""
    session.texts = Texts(paths.resources() / "i18n", request.param)
    return session


NOTICE = WageTable(
    "2024年济南工资价位", "济南市人社局", "", "2025-08", "surveyed_enterprise_employees", "gross_wage_employees",
    "occupation_cn", "year",
)  # fmt: skip
NAMES = {"4-10-08-01": "网约配送员", "4-02-02-01": "客运车辆驾驶员", "4-10-01-06": "家政服务员"}
FIVE = (50_400, 63_600, 81_600, 103_200, 129_600)


def cell(row, code, period, yuan=FIVE, flags=(), **given):
    """The figures of one cell; `flags` by their measures."""
    usual = {"region": "370100", "label": NAMES[code], "sample": None} | given
    return [
        Observation(
            row=row, code=code, period=period, measure=name, value=None if amount is None else amount * 100,
            flag=dict(flags).get(name, ""), **usual,
        )
        for name, amount in zip(PERCENTILES, yuan, strict=True)
    ]  # fmt: skip


@pytest.fixture
def notice(session: Session, tmp_path):
    """The session with a city's notice imported: percentiles, a top figure, missing ones, few people, a break."""
    broken = [(name, "break") for name in PERCENTILES]
    figures = [
        *cell(2, "4-10-08-01", "2024"),
        *cell(3, "4-10-08-01", "2023", (48_000, 60_000, 78_000, 98_400, 123_600)),
        *cell(4, "4-10-08-01", "2022", (42_000, 54_000, 72_000, 90_000, 114_000), broken),
        *cell(5, "4-10-08-01", "2019", (45_600, 57_600, 74_400, 93_600, 117_600)),
        *cell(6, "4-02-02-01", "2024", (66_000, 82_800, 106_080, 134_400, 168_000), [("p90", "top")]),
        *cell(7, "4-10-01-06", "2024", (48_000, None, 66_000, None, 72_000), [("p25", "missing"), ("p75", "missing")]),
        *cell(8, "4-10-08-01", "2024", region="370200", sample=12),
    ]
    file = tmp_path / "价位.xlsx"
    file.write_bytes(b"the file as it came")
    imported = Imported(tmp_path / "data", lambda: {2024: Decimal(2200)})
    imported.add(NOTICE, gathered(figures), file, TODAY)
    services = session.services
    session.services = replace(services, wages=Wages(services.data.reference, imported))
    return session


@pytest.fixture(scope="session")
def newer(tmp_path_factory):
    """The shipped release a week later: the benefit base of 2026 is out, so its notice is gone."""
    folder = tmp_path_factory.mktemp("newer") / "release"
    shutil.copytree(paths.resources() / "release", folder)
    for name, old, new in (
        ("release.toml", "2026.11.23", "2026.11.30"),
        ("release.toml", "released = 2026-11-23", "released = 2026-11-30"),
        ("calendar.toml", NOTICE_OF, ""),
        ("law/shandong.yaml", NEWEST_BASE, f"{NEWEST_BASE}{NEXT_BASE}"),
        ("law/heze.yaml", "    values:\n", f"    values:\n{NEXT_BASE.replace('8000', '7675')}"),
    ):
        path = folder / name
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1) if new else text.partition(old)[0])
    return folder


@dataclass(frozen=True)
class Stick(Releases):
    """Whoever brings releases, at the seam of the window: the newer one, nothing, or a failure."""

    newer: Path = Path()
    fails: GigDeskError | None = None
    nothing: bool = False

    def bring(self, folder: Path, now: datetime, watch: Watch) -> Synced:
        """Install the newer release, as if it had come on a stick and been signed by two of two."""
        watch.step("looking")
        watch.bytes(1, 2)
        if self.fails:
            raise self.fails
        if self.nothing:
            return Synced(folder.name, None, 0)
        origin = Origin("folder", folder.name, now, 2, 2, date(2027, 3, 1))
        return Synced(folder.name, self.shelf.install(self.newer, origin), 2)

    def sync(self, address: str, now: datetime, watch: Watch) -> Synced:
        """The same from an address."""
        return self.bring(Path(address), now, watch)


@pytest.fixture
def kiosk(session: Session, newer, tmp_path):
    """A session with a data folder of its own, whose data may change; and a way to say what is brought."""
    now = datetime(2026, 11, 30, 1, tzinfo=UTC)
    session.now, session.today = lambda: now, now.date

    def opened() -> Services:
        found = Services.open(tmp_path / "data", paths.resources(), now=now)
        own = found.releases
        return replace(found, releases=Stick(own.shelf, own.trust, own.root, newer=newer))

    session.services, session.reopen = opened(), opened
    news_of(session.services)
    return session
