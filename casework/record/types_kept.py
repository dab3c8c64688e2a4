"""A type of document is switched off: whatever is written as it already stays as it is."""

from collections.abc import Iterable, Iterator

from sqlmodel import Session, col, select

from casework.record.desk import Desk, found
from casework.record.document_types import type_of
from casework.record.dossier import dossier
from casework.record.papers import current_version
from models import Case, Document
from models.shapes.office import OfficeSettings
from models.words import FINISHED, DocumentType


def keep_types(desk: Desk, after: OfficeSettings) -> None:
    """Hold every open case to the type its response has, where settings would take it away."""
    wanted = select(Case).where(Case.office_id == desk.office_id, col(Case.stage).not_in(FINISHED))
    cases = desk.session.exec(wanted.order_by(Case.reference)).all()
    for case, document, name in written_as(desk.session, desk.settings, after, cases):
        if not document.template:
            document.template = name
            desk.note("document_chosen", case, document=found(document.id), template=name)


def written_as(
    session: Session, before: OfficeSettings, after: OfficeSettings, cases: Iterable[Case]
) -> Iterator[tuple[Case, Document, str]]:
    """Yield every case whose response is written as a type that is about to be switched off."""
    fresh = set(after.documents.switched_off) - set(before.documents.switched_off)
    if not fresh:
        return
    known = {case.id: case for case in cases}
    rows = session.exec(
        select(Document).where(
            col(Document.case_id).in_(list(known)), Document.type == DocumentType.RESPONSE
        )
    )
    for document in rows:
        case = known[document.case_id]
        if current_version(session, document) is None:
            continue
        name = type_of(before, dossier(session, case), document)
        if name in fresh:
            yield case, document, name
