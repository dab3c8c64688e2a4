"""The letters to a chief officer: in Word on the record, and the e-mail that brings them."""

from casework.record.desk import Desk, found
from casework.record.dossier import Dossier
from casework.record.guests import page_open_until
from casework.record.hand import LONDON
from casework.record.letter_files import WELSH_TWINS, LetterName, keep_letter
from casework.record.letters import Library, chief_officer, leader_of, letter_fields
from casework.record.post import LetterPlan, find_mail, prepare_mail
from casework.rules.wording import voice_named, weekday_date
from models import Case, CaseForce, Mail
from models.shapes.office import ChiefOfficer
from models.words import DocumentType, Language, MailKind

WORD_FILE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
TYPES = {
    MailKind.INVITATION: DocumentType.INVITATION,
    MailKind.EXTENSION: DocumentType.EXTENSION,
    MailKind.CHASER: DocumentType.CHASER,
}

Attached = tuple[str, str, str]
"""(file name, media type, SHA-256 of kept bytes)"""


def letter_key(case: Case, force: CaseForce, what: str) -> str:
    """Return the key that makes a letter one letter, however often it is asked for."""
    return f"{case.reference}:{force.force_key}:{what}"


def prepare_letter(
    desk: Desk, file: Dossier, force: CaseForce, library: Library, kind: MailKind, what: str
) -> bool:
    """Prepare a letter, unless it is there already. Returns whether it is new."""
    key = letter_key(file.case, force, what)
    if find_mail(desk, key):
        return False
    _, officer = leader_of(desk, force)
    type_ = TYPES[kind]
    attached = [
        _word_letter(desk, file, force, library, type_, language)
        for language in desk.settings.languages
        if language is Language.ENGLISH or type_ in WELSH_TWINS
    ]
    _prepare_email(desk, file, force, officer, kind, key, attached)
    return True


def _word_letter(
    desk: Desk,
    file: Dossier,
    force: CaseForce,
    library: Library,
    type_: DocumentType,
    language: Language,
) -> Attached:
    reader = chief_officer(desk, force, language)
    fields = letter_fields(desk, file, reader, force.comments_due_on, language)
    name = LetterName(type_, force.force_key, language)
    kept = keep_letter(desk, file, library, name, fields)
    return (f"{name.template}-{file.case.reference}.docx", WORD_FILE, kept.version.sha256)


def _prepare_email(
    desk: Desk,
    file: Dossier,
    force: CaseForce,
    officer: ChiefOfficer,
    kind: MailKind,
    key: str,
    attached: list[Attached],
) -> Mail:
    to = [(officer.name, officer.email)]
    if officer.staff_officer_email:
        to.append((f"Staff officer to {officer.styled}", officer.staff_officer_email))
    fields = _email_fields(desk, file, force, officer)
    return prepare_mail(
        desk,
        LetterPlan(
            kind=kind,
            key=key,
            to=to,
            template=kind.value,
            fields=fields,
            attachments=attached,
            force_key=force.force_key,
            by_hand=not desk.settings.mail.send_to_chief_officer,
            not_before=file.release.astimezone(LONDON),
            case=file.case,
        ),
    )


def _email_fields(
    desk: Desk, file: Dossier, force: CaseForce, officer: ChiefOfficer
) -> dict[str, object]:
    page = page_open_until(desk.session, found(file.case.id), force.force_key, desk.now)
    return {
        "page_until": weekday_date(page) if page else "",
        "officer": officer,
        "report": file.report.title,
        "address": file.report.address,
        "published": weekday_date(file.published),
        "due": weekday_date(force.comments_due_on) if force.comments_due_on else "",
        "last_day": weekday_date(file.last_day),
        "reference": file.case.reference,
        "voice": voice_named(desk.settings.body.voice),
        "body": desk.settings.body,
        "office": desk.settings.office,
    }
