from datetime import date

import pytest

from gigdesk.services import Services
from gigdesk.store import paths
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
