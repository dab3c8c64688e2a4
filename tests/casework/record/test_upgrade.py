"""A record of the first edition is brought forward as it is opened, and nothing is lost."""

from collections.abc import Callable
from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, Engine, MetaData, Table, func, select

from casework import review, wiring
from casework.record.database import MIGRATIONS, is_ready, newest_edition, open_database
from casework.record.verify import faults
from casework.settings import Settings
from models.review_words import Heard
from models.words import VersionKind
from tests.builders import HEAD, OFFICER, Service, at, by
from tests.databases import fresh_database
from tests.reports import a_page

FIRST = "0001"
Rows = dict[str, list[dict[str, object]]]


def made_at(engine: Engine, edition: str) -> None:
    """Make the tables as an earlier edition of the service made them."""
    configuration = Config()
    configuration.set_main_option("script_location", str(MIGRATIONS))
    with engine.connect() as connection:
        configuration.attributes["connection"] = connection
        command.upgrade(configuration, edition)
        connection.commit()


def tables(engine: Engine) -> list[Table]:
    """Return the tables that lie in a database, those others refer to first."""
    found = MetaData()
    found.reflect(engine)
    return [table for table in found.sorted_tables if table.name != "alembic_version"]


def content(engine: Engine, like: Rows | None = None) -> Rows:
    """Return every row of every table; of the tables and columns of `like`, if given."""
    found: Rows = {}
    for table in tables(engine):
        if like is not None and table.name not in like:
            continue
        names = list(like[table.name][0]) if like and like[table.name] else table.columns.keys()
        wanted = table.select().with_only_columns(*(table.c[name] for name in names))
        with engine.connect() as connection:
            rows = [dict(row._mapping) for row in connection.execute(wanted)]
        found[table.name] = sorted(rows, key=lambda row: str(row.get("id") or row.get("sha256")))
    return found


def copied(source: Engine, target: Engine) -> None:
    """Copy a record into the tables of the first edition: what it has no column for stays away."""
    rows, old_tables = content(source), tables(target)
    with target.begin() as connection:
        for table in old_tables:
            names = table.columns.keys()
            old = [{name: row[name] for name in names} for row in rows[table.name]]
            if old:
                connection.execute(table.insert(), old)
                _count_on(connection, table)


def _count_on(connection: Connection, table: Table) -> None:
    """Let PostgreSQL go on counting where the copied rows end; SQLite does so by itself."""
    if connection.dialect.name == "postgresql" and "id" in table.c:
        last = select(func.max(table.c.id)).scalar_subquery()
        sequence = func.pg_get_serial_sequence(f'"{table.name}"', "id")
        if str(table.c.id.type) == "INTEGER":
            connection.execute(select(func.setval(sequence, last)))


@pytest.fixture
def first_edition(
    request: pytest.FixtureRequest, service: Service, tmp_path: Path
) -> Callable[[], str]:
    """Give a function that makes a record of the first edition of what the service holds."""

    def make() -> str:
        source = service.record.engine
        if source.dialect.name == "postgresql":
            url = fresh_database(request.getfixturevalue("postgresql"))
        else:
            url = f"sqlite:///{tmp_path / 'old' / 'section55.sqlite'}"
        old = open_database(url)
        made_at(old, FIRST)
        copied(source, old)
        old.dispose()
        return url

    return make


def test_a_record_of_the_first_edition_opens_and_loses_nothing(
    service: Service, first_edition: Callable[[], str]
) -> None:
    service.report = a_page()
    reference = service.reviewed()
    stale = service.edited(reference, "From before.")
    service.check_in(reference, service.edited(reference, "A later word."))
    edit = service.edited(reference, "After the new edition.")
    url = first_edition()
    engine = open_database(url)
    before = content(engine)
    assert before["document"]
    assert "template" not in before["document"][0]
    assert "remark" not in before
    assert not is_ready(engine)
    record = wiring.open_record(Settings(database_url=url, outputs=service.folder))
    assert is_ready(engine)
    assert newest_edition() > FIRST
    assert content(engine, before) == before
    assert faults(record) == []
    service.record = record
    assert service.check_in(reference, edit)[0] == "version"
    assert service.check_in(reference, stale)[0] == "branch"
    review.check_out(record, by(HEAD, at(11, 16)), reference)
    said = review.HeardElsewhere("Nasreen Holt", Heard.EMAIL, "Thank them.")
    assert review.log_remarks(record, by(OFFICER, at(11, 16)), reference, [said], None) == ["1"]
    assert [row.kind for row in service.file(reference).branches] == [VersionKind.BRANCH]
    assert faults(record) == []
    engine.dispose()
    record.engine.dispose()


def test_a_document_of_the_first_edition_has_no_type_chosen_by_a_person(
    service: Service, first_edition: Callable[[], str]
) -> None:
    service.report = a_page()
    service.open()
    url = first_edition()
    record = wiring.open_record(Settings(database_url=url, outputs=service.folder))
    documents = content(record.engine)["document"]
    assert {(row["template"], row["wording"]) for row in documents} == {("", "{}")}
    record.engine.dispose()
