"""The findings of a case as plain values: for `show`, `confirm` and `finding list`."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from datetime import date

    from sqlmodel import Session

    from casework.findings.earlier import Repeats
    from casework.record.dossier import Dossier
    from models import Finding


def finding_values(file: "Dossier") -> list[dict[str, Any]]:
    """Return the findings that stand."""
    from casework.record.finding_fields import references

    cited = references(file.findings)
    return [
        {
            "key": one.key,
            "reference": cited[one.key],
            "class": one.klass.value,
            "text": one.text,
            "text_first_read": one.original_text if one.original_text != one.text else None,
            "area": one.area,
            "concerns": one.concerns.value,
            "because": one.concerns_because,
            "deadline": one.deadline_raw or None,
            "deadline_on": one.deadline_on.isoformat() if one.deadline_on else None,
            "answered": bool(file.words_at(f"{one.key}_answer")),
            "accepted": one.accepted_at is not None,
            "inspectors_number": one.inspectors_number or None,
            "inspectors_status": one.inspectors_status or None,
            "force_owner": one.force_owner or None,
            "force_due": one.force_due or None,
        }
        for one in file.findings
    ]


def dropped_values(session: "Session", file: "Dossier") -> list[dict[str, Any]]:
    """Return the findings that were taken off the list, with the reasons."""
    from sqlmodel import col, select

    from models import Finding

    wanted = select(Finding).where(
        Finding.case_id == file.case.id, col(Finding.dropped_because) != ""
    )
    rows = session.exec(wanted.order_by(col(Finding.position)))
    return [_dropped(one) for one in rows]


def _dropped(one: "Finding") -> dict[str, Any]:
    return {"key": one.key, "because": one.dropped_because, "text": one.text}


def date_values(file: "Dossier") -> list[dict[str, Any]]:
    """Return every candidate for the publication date, with its source."""
    from casework.record.date_candidates import dates_told

    return [
        {
            "date": one.day.isoformat() if one.day else None,
            "raw": one.raw,
            "precision": one.precision.value,
            "source": one.source,
        }
        for one in dates_told(file.report)
    ]


def date_oddities(file: "Dossier", day: "date | None" = None) -> list[str]:
    """Return what speaks against a date, or against that on which the clock runs."""
    from casework.record.date_candidates import dates_told
    from casework.rules.dates_told import oddities

    return oddities(day or file.published, file.report.title, dates_told(file.report))


def repeat_values(told: "Repeats") -> list[dict[str, Any]]:
    """Return the earlier findings that those of a case repeat, and what was promised then."""
    return [
        {
            "key": one.key,
            "case": one.earlier.case,
            "reference": one.earlier.reference,
            "earlier_key": one.earlier.key,
            "published": one.earlier.published.isoformat(),
            "alike": round(one.score),
            "text": one.earlier.text,
            "answered": one.earlier.answer or None,
            "promised": [{"raw": p.raw, "date": p.day.isoformat()} for p in one.promises],
        }
        for one in told.found
    ]
