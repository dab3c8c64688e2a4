"""Cases brought to a stage once in a run, and copied for each test that wants one."""

import shutil
from dataclasses import dataclass, field
from pathlib import Path

import psycopg

from tests.builders import Service
from tests.databases import fresh_database


@dataclass
class Shelf:
    """Services on one kind of database, each with one case at some stage."""

    root: Path
    server: str = ""
    """The address of the PostgreSQL server; empty: SQLite."""
    made: dict[str, tuple[str, str]] = field(default_factory=dict)
    """By stage: (database address, reference)."""

    def take(self, stage: str, folder: Path) -> tuple[Service, str]:
        """Return a service of one's own, with a case at this stage."""
        if stage not in self.made:
            self.made[stage] = self._make(stage)
        url, reference = self.made[stage]
        shutil.copytree(self.root / stage, folder, dirs_exist_ok=True)
        return Service(folder, self._copied(url, folder)), reference

    def _make(self, stage: str) -> tuple[str, str]:
        folder = self.root / stage
        url = fresh_database(self.server) if self.server else _sqlite(folder)
        service = Service(folder, url)
        reference: str = getattr(service, stage)()
        service.record.engine.dispose()
        return url, reference

    def _copied(self, url: str, folder: Path) -> str:
        if not self.server:
            return _sqlite(folder)
        fresh = fresh_database(self.server)
        old, new = (address.partition("?")[0].rpartition("/")[2] for address in (url, fresh))
        with psycopg.connect(self.server, autocommit=True) as connection:
            connection.execute(f"DROP DATABASE {new}")
            connection.execute(f"CREATE DATABASE {new} TEMPLATE {old}")
        return fresh


def _sqlite(folder: Path) -> str:
    return f"sqlite:///{folder / 'record' / 'section55.sqlite'}"
