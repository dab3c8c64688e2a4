"""Desks for the tests of the pages: one database is enough, the legs are tested on both."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.builders import Service
from tests.casework.conftest import empty_record, on_one, postgresql, shelves
from tests.web.desk import Desk
from web import limits

__all__ = ["empty_record", "on_one", "postgresql", "shelves"]


@pytest.fixture
def service(empty_record: Path, tmp_path: Path) -> Iterator[Service]:
    path = tmp_path / "record" / "section55.sqlite"
    path.parent.mkdir()
    shutil.copyfile(empty_record, path)
    made = Service(tmp_path, f"sqlite:///{path}")
    yield made
    made.record.engine.dispose()


@pytest.fixture
def desk(service: Service) -> Desk:
    limits.forget()
    return Desk(service)
