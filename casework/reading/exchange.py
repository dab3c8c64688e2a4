"""A read report in the exchange format of the command line (docs/formats.md)."""

from typing import Any

from models.shapes.reading import FindingDeadline, ReadFinding, ReadReport


def as_json(report: ReadReport) -> dict[str, Any]:
    """Return the report as plain values, in the exchange format's shape and order."""
    return {
        "title": report.title,
        "kind": report.kind.value,
        "forces": list(report.forces),
        "published": report.published.isoformat() if report.published else None,
        "published_precision": report.published_precision.value,
        "published_raw": report.published_raw,
        "published_from": report.published_from,
        "graded_areas": [{"area": one.area, "grade": one.grade} for one in report.graded_areas],
        "findings": [_finding(one) for one in report.findings],
        "warnings": list(report.warnings),
    }


def _finding(finding: ReadFinding) -> dict[str, Any]:
    shown: dict[str, Any] = {
        "id": finding.id,
        "class": finding.klass.value,
        "number": finding.number,
        "text": finding.text,
        "narrative": finding.narrative,
        "area": finding.area,
        "addressees": list(finding.addressees),
        "parent": finding.parent,
        "deadline": _deadline(finding.deadline),
    }
    if finding.concerns is not None:
        shown["for"] = finding.concerns.value
        shown["for_because"] = finding.concerns_because
    return shown


def _deadline(deadline: FindingDeadline) -> dict[str, Any]:
    return {
        "raw": deadline.raw,
        "kind": deadline.kind.value,
        "date": deadline.day.isoformat() if deadline.day else None,
        "assumed": deadline.assumed,
    }
