"""Finding words in the record: hits by case, the newest report first.

Two queries, however much is found: the cases in which something stands, and
what stands in those of one page. Whether somebody may see a case is asked of
each before anything is counted.
"""

from collections.abc import Sequence
from datetime import date, datetime
from itertools import groupby
from typing import Any, Final, Protocol

from sqlalchemy import ColumnElement, func
from sqlalchemy.orm import aliased
from sqlmodel import Session, and_, case, col, exists, or_, select

from casework.record.desk import found
from casework.record.finding_fields import references
from casework.record.record import Record
from casework.record.search_dialects import standing_in
from casework.record.search_results import CaseHits, Hit, Reader, Results, Wanted
from casework.rules.asked_words import Asked
from casework.rules.snippets import snippet
from models import Case, CaseForce, Document, Finding, Report, SearchKind, SearchPiece

CASES_ON_A_PAGE: Final = 20
HITS_OF_A_CASE: Final = 5
"""Shown of each case, unless only one is looked into."""
HITS_OF_ONE_CASE: Final = 100
PUBLISHED: Final = func.coalesce(Case.published_on, Case.candidate_on)
ORDER: Final = tuple(SearchKind)
"""In which order the hits of a case are shown: what people decided before what they read."""


class _Line(Protocol):
    """A case in which something stands, as far as it is asked about before it is shown."""

    id: int
    found: int
    embargoed_until: datetime | None
    released_at: datetime | None


def search(record: Record, what: Asked, wanted: Wanted, reader: Reader) -> Results:
    """Return a page of the places in which what is asked for stands, within a reader's reach."""
    if what.is_empty:
        return Results()
    with record.reading() as session:
        pieces = _pieces(session, what, wanted, reader)
        cases = _cases_wanted(wanted, found(record.office(session).id))
        lines = [line for line in _lines(session, pieces, cases) if reader.may_see(line)]
        pages = max(1, -(-len(lines) // CASES_ON_A_PAGE))
        number = min(max(wanted.number, 1), pages)
        shown = lines[(number - 1) * CASES_ON_A_PAGE : number * CASES_ON_A_PAGE]
        most = HITS_OF_ONE_CASE if wanted.reference else HITS_OF_A_CASE
        return Results(
            _cases(session, pieces, shown, most, what),
            len(lines),
            sum(line.found for line in lines),
            number,
            pages,
        )


def _pieces(session: Session, what: Asked, wanted: Wanted, reader: Reader) -> ColumnElement[bool]:
    """Return the condition on pieces: only columns that their index holds are asked for."""
    chosen: list[Any] = [standing_in(session, what), _is_not_repeated()]
    if not reader.background:
        chosen.append(col(SearchPiece.background).is_(False))
    if wanted.kind:
        chosen.append(SearchPiece.kind == wanted.kind)
    return and_(*chosen)


def _cases_wanted(wanted: Wanted, office_id: int) -> ColumnElement[bool]:
    chosen: list[Any] = [Case.office_id == office_id]
    if wanted.stage:
        chosen.append(Case.stage == wanted.stage)
    if wanted.reference:
        chosen.append(Case.reference == wanted.reference)
    if wanted.year:
        chosen.append(PUBLISHED.between(date(wanted.year, 1, 1), date(wanted.year, 12, 31)))
    if wanted.force:
        ours = select(CaseForce.case_id).where(CaseForce.force_key == wanted.force)
        chosen.append(col(Case.id).in_(ours))
    return and_(*chosen)


def _is_not_repeated() -> ColumnElement[bool]:
    """Return the condition that leaves out what a version only repeats from the record."""
    other = aliased(SearchPiece)
    repeated = exists().where(
        col(other.case_id) == SearchPiece.case_id,
        col(other.sha256) == SearchPiece.sha256,
        col(other.kind) != SearchKind.VERSION,
    )
    return or_(SearchPiece.kind != SearchKind.VERSION, ~repeated)


def _lines(
    session: Session, pieces: ColumnElement[bool], cases: ColumnElement[bool]
) -> Sequence[_Line]:
    """Return the cases in which something stands, the newest report first."""
    counted = (
        select(SearchPiece.case_id, func.count().label("found"))
        .where(pieces)
        .group_by(col(SearchPiece.case_id))
        .subquery()
    )
    wanted: Any = (
        select(Case.id, counted.c.found, Case.embargoed_until, Case.released_at)
        .join(counted, counted.c.case_id == Case.id)
        .where(cases)
        .order_by(PUBLISHED.desc(), col(Case.reference).desc())
    )
    return list(session.exec(wanted))


def _cases(
    session: Session,
    pieces: ColumnElement[bool],
    shown: Sequence[_Line],
    most: int,
    what: Asked,
) -> tuple[CaseHits, ...]:
    ids = [line.id for line in shown]
    if not ids:
        return ()
    hits = _hits(session, pieces, ids, most, what)
    cited, forces = _cited(session, ids), _forces(session, ids)
    wanted = select(Case, Report).join(Report, col(Report.id) == Case.report_id)
    rows = {
        row.id: (row, report) for row, report in session.exec(wanted.where(col(Case.id).in_(ids)))
    }
    return tuple(
        CaseHits(
            reference=rows[line.id][0].reference,
            title=rows[line.id][1].title,
            stage=rows[line.id][0].stage,
            published=rows[line.id][0].published_on or rows[line.id][0].candidate_on,
            found=line.found,
            hits=tuple(hits.get(line.id, ())),
            cited=cited.get(line.id, {}),
            forces=forces.get(line.id, 0),
        )
        for line in shown
    )


def _hits(
    session: Session, pieces: ColumnElement[bool], cases: list[int], most: int, what: Asked
) -> dict[int, list[Hit]]:
    """Return the first hits of each case."""
    order = case({kind: n for n, kind in enumerate(ORDER)}, value=col(SearchPiece.kind))
    number = func.row_number().over(
        partition_by=col(SearchPiece.case_id),
        order_by=(
            order,
            col(SearchPiece.version).desc(),
            col(SearchPiece.row_id),
            col(SearchPiece.position),
            col(SearchPiece.id),
        ),
    )
    ranked = (
        select(SearchPiece.id, number.label("number"))
        .where(pieces, col(SearchPiece.case_id).in_(cases))
        .subquery()
    )
    of_version = and_(SearchPiece.kind == SearchKind.VERSION, Document.id == SearchPiece.row_id)
    rows = session.exec(
        select(SearchPiece, Document)
        .join(ranked, ranked.c.id == SearchPiece.id)
        .outerjoin(Document, of_version)
        .where(ranked.c.number <= most)
        .order_by(ranked.c.number)
    )
    hits: dict[int, list[Hit]] = {}
    for piece, document in rows:
        hits.setdefault(piece.case_id, []).append(_hit(piece, document, what))
    return hits


def _hit(piece: SearchPiece, document: Document | None, what: Asked) -> Hit:
    return Hit(
        kind=piece.kind,
        place=piece.place,
        title=piece.title,
        version=piece.version,
        document=document.type if document else None,
        language=document.language if document else None,
        snippet=snippet(piece.text, what),
    )


def _cited(session: Session, cases: list[int]) -> dict[int, dict[str, str]]:
    wanted = (
        select(Finding)
        .where(col(Finding.case_id).in_(cases), Finding.dropped_because == "")
        .order_by(col(Finding.case_id), col(Finding.position))
    )
    grouped = groupby(session.exec(wanted), key=lambda finding: finding.case_id)
    return {case_id: references(list(findings)) for case_id, findings in grouped}


def _forces(session: Session, cases: list[int]) -> dict[int, int]:
    wanted = select(CaseForce.case_id, func.count()).where(col(CaseForce.case_id).in_(cases))
    return dict(session.exec(wanted.group_by(col(CaseForce.case_id))).all())
