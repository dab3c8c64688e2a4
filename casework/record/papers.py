"""The documents of a case: their versions, which are never changed."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlmodel import Session, col, select

from casework.errors import NotFoundError
from casework.record.copies import lay_out
from casework.record.desk import Desk, found
from casework.record.record import Record
from models import Case, Document, Report, SigningRound, Submission, Version
from models.words import DocumentType, Language, VersionKind

FILE_WORDS = {
    VersionKind.DRAFT: "draft",
    VersionKind.CHECK_IN: "edited",
    VersionKind.BRANCH: "other-edit",
    VersionKind.SIGNING_COPY: "signing-copy",
    VersionKind.PUBLISHED: "published",
    VersionKind.CORRECTION: "correction",
    VersionKind.PROPOSAL: "with-updates",
}

BESIDE = frozenset({VersionKind.BRANCH, VersionKind.SIGNING_COPY, VersionKind.PROPOSAL})
"""Kinds kept beside the working version: work goes on from that one."""


@dataclass(frozen=True, slots=True)
class NewVersion:
    """What is known about a version that is about to be kept."""

    kind: VersionKind
    data: bytes
    content_sha256: str
    parent: int = 0
    note: str = ""
    copied: bool = True


def document_of(
    desk: Desk,
    case: Case,
    kind: DocumentType = DocumentType.RESPONSE,
    about: str = "",
    language: Language = Language.ENGLISH,
) -> Document:
    """Return a document of a case, made empty if it is not there yet."""
    known = find_document(desk.session, case, kind, about, language)
    if known:
        return known
    fresh = Document(
        office_id=desk.office_id,
        case_id=found(case.id),
        type=kind,
        language=language,
        about=about,
    )
    desk.session.add(fresh)
    desk.session.flush()
    return fresh


def find_document(
    session: Session,
    case: Case,
    kind: DocumentType = DocumentType.RESPONSE,
    about: str = "",
    language: Language = Language.ENGLISH,
) -> Document | None:
    """Return a document of a case, if there is one."""
    return session.exec(
        select(Document).where(
            Document.case_id == case.id,
            Document.type == kind,
            Document.about == about,
            Document.language == language,
        )
    ).first()


def versions_of(session: Session, document: Document) -> list[Version]:
    """Return all versions of a document, oldest first."""
    wanted = select(Version).where(Version.document_id == document.id)
    return list(session.exec(wanted.order_by(col(Version.number))))


def version(session: Session, document: Document, number: int) -> Version:
    """Return one version of a document by its number."""
    row = session.exec(
        select(Version).where(Version.document_id == document.id, Version.number == number)
    ).first()
    if row is None:
        message = f"There is no version {number} of the {document.type.value}."
        raise NotFoundError(message)
    return row


def current_version(session: Session, document: Document) -> Version | None:
    """Return the current version, if there is one."""
    return version(session, document, document.current) if document.current else None


def next_number(session: Session, document: Document) -> int:
    """Return the number the next version will bear."""
    every = versions_of(session, document)
    return every[-1].number + 1 if every else 1


def add_version(desk: Desk, case: Case, document: Document, new: NewVersion) -> Version:
    """Keep a version. A branch, or a copy frozen for signing, does not become current."""
    number = next_number(desk.session, document)
    row = Version(
        office_id=desk.office_id,
        document_id=found(document.id),
        number=number,
        kind=new.kind,
        parent=new.parent,
        sha256=desk.keep(new.data),
        content_sha256=new.content_sha256,
        made_by_id=desk.person_id,
        made_at=desk.hand.at,
        note=new.note,
    )
    desk.session.add(row)
    if new.kind not in BESIDE:
        document.current = number
    desk.session.flush()
    if new.copied:
        desk.copy_out(copy_path(case, document, row), row.sha256)
    desk.note(
        "version_kept",
        case,
        document=document.type.value,
        language=document.language.value,
        about=document.about,
        number=number,
        kind=new.kind.value,
        parent=new.parent,
        sha256=row.sha256,
    )
    return row


def copy_path(case: Case, document: Document, row: Version) -> str:
    """Return where a version's copy lies below outputs/."""
    about = f"-{document.about}" if document.about else ""
    twin = "-cy" if document.language is Language.WELSH else ""
    what = f"{document.type.value.replace('_', '-')}{twin}{about}-{FILE_WORDS[row.kind]}"
    return f"cases/{case.reference}/{row.number:02d}-{what}.docx"


def report_path(case: Case, file_name: str) -> str:
    """Return where the copy of a case's report lies below outputs/."""
    _, dot, ending = file_name.rpartition(".")
    suffix = f".{ending.lower()}" if dot and ending.isalnum() else ""
    return f"cases/{case.reference}/00-report{suffix}"


def submission_path(case: Case, row: Submission) -> str:
    """Return where the copy of what a force sent lies below outputs/."""
    kept = "".join(c if c.isalnum() or c in "._- " else "_" for c in row.file_name)
    name = kept.strip(". ")[-80:] or "comments"
    return f"cases/{case.reference}/received/{row.id:02d}-{name}"


def frozen_copies(case: Case, row: SigningRound) -> list[tuple[str, str]]:
    """Return (path, SHA-256) of the forms of a signing copy that people read."""
    start = f"cases/{case.reference}/{row.copy_version:02d}-signing-copy"
    return [(f"{start}.html", row.html_sha256), (f"{start}.pdf", row.pdf_sha256)]


def lay_out_missing_copies(record: Record) -> list[str]:
    """Lay out the copies that are not in outputs/; those that are stay as they are."""
    with record.reading() as session:
        office_id = found(record.office(session).id)
        every = [(record.outputs / path, key) for path, key in _copies(session, office_id)]
        missing = [(path, key) for path, key in every if not path.exists()]
        lay_out(session, missing)
    return [path.name for path, _ in missing]


def _copies(session: Session, office_id: int) -> Iterator[tuple[str, str]]:
    """Yield (path below outputs/, SHA-256) of every copy people may look for."""
    ours = Case.office_id == office_id
    reports = select(Case, Report).where(Case.report_id == Report.id, ours)
    for case, report in session.exec(reports):
        yield report_path(case, report.file_name), report.sha256
    sent = select(Case, Submission).where(Submission.case_id == Case.id, ours)
    for case, submission in session.exec(sent):
        yield submission_path(case, submission), submission.sha256
    versions = select(Case, Document, Version).where(
        Version.document_id == Document.id, Document.case_id == Case.id, ours
    )
    for case, document, row in session.exec(versions):
        yield copy_path(case, document, row), row.sha256
    rounds = select(Case, SigningRound).where(SigningRound.case_id == Case.id, ours)
    for case, frozen in session.exec(rounds):
        yield from frozen_copies(case, frozen)
