from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from gigdesk.domain.wages.levels import PERCENTILES
from gigdesk.domain.wages.table import Observation, WageTable, gathered
from gigdesk.services import Services
from gigdesk.services.wages import Wages
from gigdesk.store import paths
from gigdesk.store.imported import Imported
from gigdesk.store.texts import Texts
from gigdesk.ui.models.session import Session

TODAY = date(2026, 11, 23)


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
