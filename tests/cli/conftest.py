"""The command line says so when it installs the data for the first time: no test is to meet that by chance."""

import pytest

from gigdesk.services import Services
from gigdesk.store import paths


@pytest.fixture(scope="session", autouse=True)
def installed():
    """The shipped release in the data folder of the tests."""
    Services.open(paths.data_folder(), paths.resources()).data.reference.close()
