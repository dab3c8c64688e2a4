"""Reports and Word files that wait to be read for the index: none is forgotten, none blocks.

A mark stands until its words are in the index; a text that cannot be read is
tried once by each process, so that a better edition finds it. Reading happens before the
transaction that writes them, so that a long PDF holds up nobody.
"""

import logging
from collections.abc import Collection
from typing import Final

from sqlalchemy import func, text
from sqlmodel import Session, col, delete, select

from casework.record.desk import found
from casework.record.record import Record
from casework.record.search_keeping import LATER, forget_pieces, write_pieces
from casework.record.search_pieces import READERS, pieces_of
from models import SearchDue, SearchKind, SearchPiece

log = logging.getLogger(__name__)
AT_A_STROKE: Final = 200
"""Short rows written in one transaction: only a record of an earlier edition has any waiting."""
TO_BE_READ: Final = tuple(LATER.values())


def waiting(session: Session, office_id: int, but: Collection[int] = ()) -> int:
    """Return how many rows wait to be read, `but` those with these marks."""
    wanted = select(func.count()).where(SearchDue.office_id == office_id)
    return session.exec(wanted.where(col(SearchDue.id).not_in(but))).one()


def read_waiting(record: Record, most: int | None = None) -> int:
    """Read what waits, `most` texts of it if given. Returns how many still wait to be tried."""
    with record.reading() as session:
        office_id = found(record.office(session).id)
        if not waiting(session, office_id, record.unreadable):
            return 0
    while _write_short(record, office_id):
        pass
    for due in _next(record, office_id, most):
        _read_one(record, due)
    with record.reading() as session:
        return waiting(session, office_id, record.unreadable)


def rebuild(record: Record) -> int:
    """Make the index anew from the record. Returns how many rows were read."""
    with record.writing() as session:
        office_id = found(record.office(session).id)
        for table in (SearchDue, SearchPiece):
            session.exec(delete(table).where(col(table.office_id) == office_id))
        if session.get_bind().dialect.name == "sqlite":
            # Whatever state the index itself is in: it is read from its table again.
            session.connection().execute(
                text("INSERT INTO searchwords(searchwords) VALUES ('rebuild')")
            )
        for kind, (kept, _) in READERS.items():
            ids = session.exec(select(kept.id).where(kept.office_id == office_id))  # type: ignore[attr-defined]
            session.add_all(SearchDue(office_id=office_id, kind=kind, row_id=one) for one in ids)
        session.flush()
        rows = waiting(session, office_id)
        session.commit()
    record.unreadable.clear()
    read_waiting(record)
    return rows


def _write_short(record: Record, office_id: int) -> int:
    with record.writing() as session:
        wanted = (
            select(SearchDue)
            .where(SearchDue.office_id == office_id, col(SearchDue.kind).not_in(TO_BE_READ))
            .limit(AT_A_STROKE)
            .with_for_update(skip_locked=True)
        )
        rows = session.exec(wanted).all()
        for due in rows:
            write_pieces(session, due.kind, due.row_id)
            session.delete(due)
        session.commit()
    return len(rows)


def _next(record: Record, office_id: int, most: int | None) -> list[SearchDue]:
    with record.reading() as session:
        wanted = select(SearchDue).where(
            SearchDue.office_id == office_id,
            col(SearchDue.kind).in_(TO_BE_READ),
            col(SearchDue.id).not_in(record.unreadable),
        )
        return list(session.exec(wanted.order_by(col(SearchDue.id).desc()).limit(most)))


def _read_one(record: Record, due: SearchDue) -> None:
    try:
        with record.reading() as session:
            read = pieces_of(session, due.kind, due.row_id)
    except Exception:
        # One file that cannot be read must not keep the others from being found.
        log.exception("the words of a text could not be read: %s %s", due.kind, due.row_id)
        record.unreadable.add(found(due.id))
        return
    with record.writing() as session:
        mine = session.exec(delete(SearchDue).where(col(SearchDue.id) == due.id)).rowcount
        if mine and read:
            _put(session, due.kind, read)
        session.commit()


def _put(session: Session, kind: SearchKind, pieces: list[SearchPiece]) -> None:
    if kind is SearchKind.REPORT and pieces:
        forget_pieces(session, kind, pieces[0].row_id)
    if kind is SearchKind.VERSION and pieces:
        pieces = _unsaid(session, pieces)
    session.add_all(pieces)


def _unsaid(session: Session, pieces: list[SearchPiece]) -> list[SearchPiece]:
    """Return what no other version says at the same place; what one says is this version's too."""
    wanted = select(SearchPiece).where(
        SearchPiece.kind == SearchKind.VERSION, SearchPiece.row_id == pieces[0].row_id
    )
    said = {(row.place, row.sha256): row for row in session.exec(wanted)}
    fresh = []
    for piece in pieces:
        known = said.get((piece.place, piece.sha256))
        if known is None:
            fresh.append(piece)
        else:
            known.version = max(known.version, piece.version)
    return fresh
