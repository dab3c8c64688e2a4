"""Report pages in the inspectors' manner, an office of two forces, and a count of every row."""

from sqlalchemy import func
from sqlmodel import SQLModel, select

from casework.record.record import Record
from tests.builders import OFFICE

SECOND_FORCE = """
[[forces]]
key = "westmercia"
name = "West Mercia Police"
aliases = ["West Mercia"]
self_name = "the force"

[[forces.chief_officers]]
title = "Chief Constable"
name = "Hester Quill"
salutation = "Dear Chief Constable"
email = "chief.constable@west-mercia-police.example"
address = ["West Mercia Police", "Sample Lane", "Ardenford", "ZZ1 3CC"]
since = 2021-06-28

[[people]]
key = "whitcombe"
"""
TWO_FORCES = OFFICE.replace('[[people]]\nkey = "whitcombe"\n', SECOND_FORCE.lstrip(), 1)
"""The sample's office, answering for a second force."""

FIELDS = ("The force should write things down.", "The force should answer the telephone.")


def a_page(
    title: str = "PEEL 2021/22: An inspection of Warwickshire Police",
    findings: tuple[str, ...] = FIELDS,
    published: str = "14 October 2022",
    address: str = "",
) -> bytes:
    """Return a report page with one box for each area for improvement."""
    link = f'<link rel="canonical" href="{address}">' if address else ""
    boxes = "".join(
        f"<h3>Areas for improvement</h3><p><strong>{text}</strong></p>"
        "<p>We found this during our inspection of the police force.</p>"
        for text in findings
    )
    dated = f"<p>Published on: {published}</p>" if published else ""
    return (
        f"<!doctype html><html><head><meta charset='utf-8'><title>{title} - HMICFRS</title>{link}"
        f"</head><body><main><h1>{title}</h1>{dated}<h2>Summary</h2>"
        "<p>HMICFRS inspected how the police keep people safe and reduce crime. We spoke to the "
        "people who work there, read what they wrote, listened to their calls and looked at how "
        "they use their time and their money. We thank everybody who helped us with this "
        "inspection, above all the people who told us what had happened to them.</p>"
        f"<h2>Responding to the public</h2>{boxes}</main></body></html>"
    ).encode()


def rows(record: Record) -> dict[str, int]:
    """Return how many rows each table of the record holds."""
    with record.reading() as session:
        return {
            name: session.exec(select(func.count()).select_from(table)).one()
            for name, table in SQLModel.metadata.tables.items()
        }
