"""Every date that may be the publication date, with its source, kept beside the report."""

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from casework.rules.dates_told import BY_HAND
from casework.rules.wording import british_date
from models import Report
from models.shapes.reading import DateCandidate, ReadReport
from models.words import DatePrecision

ON_COPY = "on another copy: "


def date_candidates(given: date | None, read: ReadReport) -> list[DateCandidate]:
    """Return what a report as handed in says of its date: the person's word first."""
    said = []
    if given:
        said.append(DateCandidate(BY_HAND, british_date(given), given, DatePrecision.DAY))
    return [*said, *read.date_candidates]


def remember_dates(
    report: Report, candidates: Sequence[DateCandidate], *, copy: bool = False
) -> None:
    """Keep the candidates beside those that are known; `copy` says they stand on another copy."""
    known = dates_told(report)
    seen = {(one.source.removeprefix(ON_COPY), one.day, one.raw) for one in known}
    for one in candidates:
        if (one.source, one.day, one.raw) not in seen:
            known.append(replace(one, source=f"{ON_COPY}{one.source}") if copy else one)
    report.date_candidates = json.dumps([_as_json(one) for one in known], ensure_ascii=False)


def dates_told(report: Report) -> list[DateCandidate]:
    """Return every candidate for the publication date, the one first proposed at the head."""
    return [
        DateCandidate(
            one["source"],
            one["raw"],
            date.fromisoformat(one["day"]) if one["day"] else None,
            DatePrecision(one["precision"]),
        )
        for one in json.loads(report.date_candidates)
    ]


def _as_json(one: DateCandidate) -> dict[str, str | None]:
    return {
        "source": one.source,
        "raw": one.raw,
        "day": one.day.isoformat() if one.day else None,
        "precision": one.precision.value,
    }
