"""A report whose publication date is known better than the page tells it."""

from dataclasses import replace
from datetime import date

from casework.rules.findings.deadlines import deadline_of
from models.shapes.reading import ReadReport
from models.words import DatePrecision

BY_HAND = "given by hand"


def published_on(report: ReadReport, day: date) -> ReadReport:
    """Return the report as published on this day, every deadline reckoned from it."""
    return replace(
        report,
        published=day,
        published_precision=DatePrecision.DAY,
        published_raw=day.isoformat(),
        published_from=BY_HAND,
        findings=tuple(
            replace(one, deadline=deadline_of(one.text, day)) for one in report.findings
        ),
    )
