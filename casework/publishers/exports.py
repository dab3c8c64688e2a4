"""The public register for other programs and for spreadsheets: JSON, CSV, ODS."""

import json
from collections.abc import Sequence
from typing import Any, Final

from casework.publishers.feeds import Site
from casework.publishers.open_document import ods_file
from casework.publishers.tables import Value, csv_file
from models.shapes.publication import IndexEntry

FORMAT: Final = "section55-responses"
EDITION: Final = 1
"""Keys may be added to the JSON in an edition, never taken away or given another meaning."""
FILES: Final = {"page": "", "pdf": "response.pdf", "docx": "response.docx"}
"""The forms of a response, below its address."""

COLUMNS: Final = {
    "reference": "reference",
    "report": "report_title",
    "report address": "report_address",
    "forces": "forces",
    "report published": "report_published",
    "response due": "response_due",
    "response published": "response_published",
    "days taken": "days_taken",
    "on time": "on_time",
    "days late": "days_late",
    "why late": "lateness_reason",
    "corrected on": "corrected_on",
    "correction": "correction",
    "no response because": "no_response",
    "answered in": "answered_in",
    "language": "language",
    "page": "page",
    "PDF": "pdf",
    "Word": "docx",
}
"""What a table's columns are called, and the key of each in the JSON."""


def json_export(site: Site, register: Sequence[IndexEntry]) -> bytes:
    """Return the register as JSON, as `docs/formats.md` describes it."""
    told = {
        "format": FORMAT,
        "edition": EDITION,
        "title": site.title,
        "office": site.office_name,
        "body": site.body_name,
        "address": site.address,
        "licence": site.licence or None,
        "reports": [_told(site, entry) for entry in register],
    }
    return (json.dumps(told, ensure_ascii=False, indent=2, default=str) + "\n").encode()


def csv_export(site: Site, register: Sequence[IndexEntry]) -> bytes:
    """Return the register as CSV."""
    return csv_file(tuple(COLUMNS), rows_of(site, register))


def ods_export(site: Site, register: Sequence[IndexEntry]) -> bytes:
    """Return the register as an OpenDocument spreadsheet."""
    return ods_file("Responses", tuple(COLUMNS), rows_of(site, register))


def rows_of(site: Site, register: Sequence[IndexEntry]) -> list[tuple[Value, ...]]:
    """Return the register as rows of a table."""
    told = [_told(site, entry) for entry in register]
    for one in told:
        one["forces"] = "; ".join(force["name"] for force in one["forces"])
    return [tuple(one[key] for key in COLUMNS.values()) for one in told]


def _told(site: Site, entry: IndexEntry) -> dict[str, Any]:
    done = entry.published_on
    clock = entry.has_clock and entry.no_response is None
    at = site.address_of(entry) if done else ""
    answered_in = f"{site.address}{entry.answered_in}/" if entry.answered_in else None
    return {
        "reference": entry.reference,
        "report_title": entry.report_title,
        "report_address": entry.report_address or None,
        "forces": [force._asdict() for force in entry.forces],
        "report_published": entry.report_published,
        "response_due": entry.response_due if clock else None,
        "response_title": entry.title if done else None,
        "response_published": done,
        "days_taken": entry.days_taken,
        "on_time": entry.days_late == 0 if done and clock else None,
        "days_late": entry.days_late if done and clock else None,
        "lateness_reason": entry.lateness_reason,
        "corrected_on": entry.corrected_on,
        "correction": entry.correction_note,
        "no_response": entry.no_response.value if entry.no_response else None,
        "answered_in": answered_in,
        "language": entry.language if done else None,
        **{form: f"{at}{name}" if at else None for form, name in FILES.items()},
    }
