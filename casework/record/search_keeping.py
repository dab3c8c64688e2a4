"""The index of words is kept in step: in the very transaction that changes the words.

Whatever session writes the record notes the rows whose words it changed, and
writes their pieces before it commits. Reports and Word files take longer to
read: the same transaction leaves a mark, and `search_waiting` reads them.
"""

from typing import Any, Final

from sqlalchemy import event, inspect
from sqlmodel import Session, SQLModel, col, delete

from casework.record.search_pieces import pieces_of
from models import (
    Answer,
    Case,
    Finding,
    Remark,
    SearchDue,
    SearchKind,
    SearchPiece,
    Submission,
    Version,
)

CHANGED: Final = "words changed"
Key = tuple[SearchKind, int]
AT_ONCE: Final[dict[type[SQLModel], tuple[SearchKind, tuple[str, ...]]]] = {
    Finding: (SearchKind.FINDING, ("text", "area", "number", "klass")),
    Answer: (SearchKind.ANSWER, ("text",)),
    Submission: (SearchKind.COMMENTS, ("paragraphs", "klass", "file_name")),
    Remark: (SearchKind.REMARK, ("words", "who")),
    Case: (SearchKind.CASE, ("reference", "report_id")),
}
"""The kind of each table whose words are written at once, and the columns they come from."""
LATER: Final[dict[type[SQLModel], SearchKind]] = {
    Case: SearchKind.REPORT,
    Version: SearchKind.VERSION,
}
"""Tables a new row of which is a text to be read."""


def keep_in_step(session: Session) -> None:
    """Let a session that writes keep the index in step with what it writes."""
    session.info[CHANGED] = {}
    event.listen(session, "after_flush", _note)
    event.listen(session, "before_commit", _write)


def _note(session: Session, _: object) -> None:
    changed: dict[Key, bool] = session.info[CHANGED]
    for row in session.new:
        if type(row) in AT_ONCE:
            changed[AT_ONCE[type(row)][0], row.id] = True
        if type(row) in LATER:
            changed[LATER[type(row)], row.id] = True
    for row in session.dirty:
        kind, columns = AT_ONCE.get(type(row), (None, ()))
        if kind and any(inspect(row).attrs[name].history.has_changes() for name in columns):
            changed.setdefault((kind, row.id), False)
    for row in session.deleted:
        if type(row) in AT_ONCE:
            changed[AT_ONCE[type(row)][0], row.id] = False


def _write(session: Session) -> None:
    session.flush()
    changed: dict[Key, bool] = session.info[CHANGED]
    session.info[CHANGED] = {}
    for (kind, row_id), is_new in changed.items():
        if kind in LATER.values():
            session.add(_due(session, kind, row_id))
        else:
            write_pieces(session, kind, row_id, is_new=is_new)


def _due(session: Session, kind: SearchKind, row_id: int) -> SearchDue:
    table: Any = Version if kind is SearchKind.VERSION else Case
    office_id: int = session.get_one(table, row_id).office_id
    return SearchDue(office_id=office_id, kind=kind, row_id=row_id)


def write_pieces(session: Session, kind: SearchKind, row_id: int, *, is_new: bool = False) -> None:
    """Write the pieces of a row as its words are now; none if it is gone."""
    if not is_new:
        forget_pieces(session, kind, row_id)
    session.add_all(pieces_of(session, kind, row_id))


def forget_pieces(session: Session, kind: SearchKind, row_id: int) -> None:
    """Take the pieces of a row out of the index."""
    session.exec(
        delete(SearchPiece).where(col(SearchPiece.kind) == kind, col(SearchPiece.row_id) == row_id)
    )
