"""The text of a case's report, read again from the bytes that were kept."""

from functools import lru_cache

from sqlmodel import Session

from casework.reading.document import read_document
from casework.record.bytes import fetch
from models import Report
from models.shapes.reading import ReadDocument

KEPT_READ = 8
"""Reports kept as they were read: a long PDF takes seconds, and a page is looked at again."""


def report_file(session: Session, report: Report) -> bytes:
    """Return a report as it was handed in."""
    return fetch(session, report.sha256)


def report_text(session: Session, report: Report) -> ReadDocument:
    """Return the blocks of a report, as they were read when its case was opened."""
    return _read(report_file(session, report), report.file_name)


@lru_cache(maxsize=KEPT_READ)
def _read(data: bytes, name: str) -> ReadDocument:
    return read_document(data, name)
