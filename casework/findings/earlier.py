"""Earlier cases of the office in which the inspectors found nearly the same."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from sqlmodel import Session, col, select

from casework.record.desk import find_case, found
from casework.record.dossier import Dossier, dossier
from casework.record.finding_fields import references
from casework.record.record import Record
from casework.rules.repeats import (
    EarlierFinding,
    NewFinding,
    Repeat,
    repeats,
    years_looked_back_to,
)
from casework.rules.wording import joined
from models import Answer, Case, Finding, Report
from models.shapes.response import TO_BE_WRITTEN
from models.words import Stage

NEVER_OURS = frozenset({Stage.NOT_OUR_SUBJECT, Stage.OPENED_BY_MISTAKE, Stage.REPORT_WITHDRAWN})
"""Cases whose findings were never answered for, and prove nothing."""


@dataclass(frozen=True, slots=True)
class _Earlier:
    case: Case
    report: Report
    published: date


@dataclass(frozen=True, slots=True)
class LookBack:
    """A finding that speaks of an earlier report."""

    key: str
    year: int
    cases: tuple[str, ...]
    """References of the office's cases about reports of that year."""


@dataclass(frozen=True, slots=True)
class Repeats:
    """What of a case was found before."""

    found: list[Repeat]
    look_back: list[LookBack]

    def sentences(self) -> list[str]:
        """Return it for a person, one sentence each."""
        return [*(_repeat_words(one) for one in self.found), *map(_back_words, self.look_back)]


def repeats_of(record: Record, reference: str) -> Repeats:
    """Return the findings of a case that were made before, with what was answered then."""
    with record.reading() as session:
        case = find_case(session, found(record.office(session).id), reference)
        file = dossier(session, case)
        earlier = _earlier(session, file)
        told = list(_findings(session, earlier))
    new = [NewFinding(one.key, one.text, one.narrative) for one in file.findings]
    return Repeats(repeats(new, told), _look_back(new, earlier))


def _earlier(session: Session, file: Dossier) -> list[_Earlier]:
    """Return the office's cases about reports published before this one, the newest first."""
    wanted = select(Case, Report).where(
        Case.office_id == file.case.office_id,
        Case.report_id == Report.id,
        Case.id != file.case.id,
        col(Case.stage).not_in(NEVER_OURS),
    )
    known = [
        _Earlier(case, report, case.published_on or case.candidate_on)
        for case, report in session.exec(wanted)
    ]
    before = [one for one in known if one.published < file.published]
    return sorted(before, key=lambda one: one.published, reverse=True)


def _findings(session: Session, earlier: Sequence[_Earlier]) -> Iterator[EarlierFinding]:
    # Three questions to the database for all cases: an office has some hundreds in ten years.
    ids = [one.case.id for one in earlier]
    standing = select(Finding).where(col(Finding.case_id).in_(ids), Finding.dropped_because == "")
    rows: dict[int, list[Finding]] = {}
    for row in session.exec(standing.order_by(col(Finding.position))):
        rows.setdefault(row.case_id, []).append(row)
    written = session.exec(select(Answer).where(col(Answer.case_id).in_(ids)))
    answers = {(one.case_id, one.place): one for one in written}
    for one in earlier:
        number = found(one.case.id)
        cited = references(rows.get(number, []))
        for row in rows.get(number, []):
            answer = answers.get((number, f"{row.key}_answer"))
            yield _finding(one, row, cited[row.key], answer)


def _finding(of: _Earlier, row: Finding, reference: str, answer: Answer | None) -> EarlierFinding:
    words = answer.text if answer else ""
    return EarlierFinding(
        case=of.case.reference,
        title=of.report.title,
        published=of.published,
        key=row.key,
        reference=reference,
        text=row.text,
        answer="" if words == TO_BE_WRITTEN else words,
        due=answer.due if answer else None,
    )


def _look_back(new: Sequence[NewFinding], earlier: Sequence[_Earlier]) -> list[LookBack]:
    return [
        LookBack(one.key, year, tuple(f.case.reference for f in earlier if _is_of(f, year)))
        for one in new
        for year in years_looked_back_to(one)
    ]


def _is_of(file: _Earlier, year: int) -> bool:
    return file.published.year == year or str(year) in file.report.title


def _repeat_words(one: Repeat) -> str:
    was = one.earlier
    answered = "answered" if was.answer else "not answered on this record"
    promised = joined([f"{p.raw} ({p.day.isoformat()})" for p in one.promises])
    return (
        f"{one.key} was found before: {was.reference} of {was.case}, published "
        f"{was.published.isoformat()} ({one.score:.0f} % alike; {answered}"
        f"{f'; promised: {promised}' if promised else ''})."
    )


def _back_words(one: LookBack) -> str:
    where = f"look at {joined(one.cases)}" if one.cases else "no case about it is on this record"
    return f"{one.key} speaks of a report of {one.year}: {where}."
