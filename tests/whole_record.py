"""All that a record holds: to look for what must not be in it, on any database."""

from sqlmodel import SQLModel

from tests.builders import Service


def every_row(service: Service) -> list[tuple[object, ...]]:
    """Return whatever the record holds, table by table."""
    with service.record.reading() as session:
        tables = SQLModel.metadata.sorted_tables
        return [tuple(row) for one in tables for row in session.connection().execute(one.select())]
