"""The papers beside the response of a case, and what the file of each is called."""

from sqlmodel import Session, col, select

from casework.record.papers import current_version
from models import Case, Document, Version
from models.words import DocumentType, Language


def papers_of(session: Session, case: Case) -> list[tuple[Document, Version]]:
    """Return every letter, form and page that was made for a case, with its latest version."""
    wanted = select(Document).where(
        Document.case_id == case.id, Document.type != DocumentType.RESPONSE
    )
    rows = session.exec(wanted.order_by(col(Document.id)))
    return [(row, latest) for row in rows if (latest := current_version(session, row))]


def paper_name(case: Case, document: Document) -> str:
    """Return what the file of a paper is called."""
    twin = "-cy" if document.language is Language.WELSH else ""
    about_whom = f"-{document.about}" if document.about else ""
    return f"{document.type.value}{about_whom}{twin}-{case.reference}.docx"
