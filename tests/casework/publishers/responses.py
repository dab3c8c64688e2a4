"""Publications for tests: fictional bodies and people only."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from casework.publishers.feeds import Site
from models.shapes.publication import IndexEntry, Publication, PublicForce

SITE = Site(
    address="https://responses.barsetshire.example/",
    title="Responses to inspection reports",
    body_name="the Commissioner for Barsetshire",
    office_name="Office of the Commissioner for Barsetshire",
    email="office@barsetshire.example",
    home="https://www.barsetshire.example/",
    licence="Quoted reports: © Crown copyright, Open Government Licence v3.0.",
)

RESPONSE = Publication(
    reference="S55-2022-001",
    slug="peel-2021-22",
    title="Response to PEEL 2021/22 & <what> it says",
    language="en-GB",
    body_name=SITE.body_name,
    office_name=SITE.office_name,
    report_title="PEEL 2021/22 – An inspection of Barsetshire Police",
    report_address="https://hmicfrs.justiceinspectorates.gov.uk/publications/peel-barsetshire/",
    report_published=date(2022, 10, 14),
    response_due=date(2022, 12, 8),
    published_on=date(2022, 12, 6),
    days_taken=54,
    lateness_reason=None,
    html=b"<!DOCTYPE html><html lang='en-GB'><title>R</title>\r\n<h1>{{ no_field }}</h1></html>",
    fragment=b"<h1>R</h1><p>Words \xc5\xb5.</p>",
    pdf=b"%PDF-1.7 pretend \x00\xff",
    docx=b"PK\x03\x04 pretend",
    summary="What the body says & does.",
)

AWAITED = IndexEntry(
    reference="S55-2022-002",
    title="",
    language="en-GB",
    report_title="A thematic report",
    report_address="",
    report_published=date(2022, 11, 2),
    response_due=date(2022, 12, 27),
)

LATE = IndexEntry(
    reference="S55-2021-007",
    title="Ymateb i adroddiad",
    language="cy-GB",
    report_title="Custody in Barsetshire",
    report_address="https://hmicfrs.justiceinspectorates.gov.uk/publications/custody/",
    report_published=date(2021, 3, 1),
    response_due=date(2021, 4, 25),
    slug="ymateb-dalfa",
    published_on=date(2021, 5, 3),
    days_taken=64,
    lateness_reason="The translation came late.",
    correction_note="A date was wrong.",
    corrected_on=date(2023, 1, 9),
)


def a_response(**changes: Any) -> Publication:
    return replace(RESPONSE, **changes)


BARSETSHIRE = PublicForce("barsetshire", "Barsetshire Police")
LOAMSHIRE = PublicForce("loamshire", "Loamshire Constabulary")


def a_register(number: int, years: int = 5) -> list[IndexEntry]:
    """Return so many published responses, every eighth late, every third about both forces."""
    return [
        _one_of(n, date(2020, 1, 6) + timedelta(n * 365 * years // number)) for n in range(number)
    ]


def _one_of(number: int, published: date) -> IndexEntry:
    days = 60 + number % 30 if number % 8 == 7 else 35 + number % 22
    return IndexEntry(
        reference=f"S55-{published.year}-{number:03d}",
        title=f"Response to Inspection {number}",
        language="en-GB",
        report_title=f"Inspection {number} of a force, and how it keeps people safe",
        report_address=f"https://inspectors.example/{number}/",
        report_published=published,
        response_due=published + timedelta(55),
        slug=f"inspection-{number}",
        published_on=published + timedelta(days - 1),
        days_taken=days,
        forces=((BARSETSHIRE,), (LOAMSHIRE,), (BARSETSHIRE, LOAMSHIRE))[number % 3],
    )
