"""The Welsh twin of a response, for the office's translator."""

from casework.errors import NotAllowedError
from casework.record.desk import find_case, found
from casework.record.document_types import manner_of, type_of
from casework.record.dossier import dossier
from casework.record.letters import Library
from casework.record.papers import current_version, find_document
from casework.record.record import Record
from casework.record.response_fields import response_fields
from models import Document
from models.shapes.word import Stamp
from models.words import DocumentType, Language


def welsh_twin(record: Record, reference: str, library: Library) -> bytes:
    """Return the response in Welsh as the record has it now; nothing is changed or kept.

    Its wording is a draft. What is quoted stands in it as it was written, with
    a place for the translation; so do the body's own words.
    """
    with record.reading() as session:
        office = record.office(session)
        settings = record.settings_of(session, office)
        if settings.welsh is None:
            message = (
                "This office has no names in Welsh: add the section “welsh” to its settings file "
                "and load it with `section55 office load FILE`."
            )
            raise NotAllowedError(message)
        case = find_case(session, found(office.id), reference)
        file = dossier(session, case)
        english = find_document(session, case)
        version = current_version(session, english) if english else None
        twin = find_document(session, case, language=Language.WELSH) or Document(
            office_id=case.office_id,
            case_id=found(case.id),
            type=DocumentType.RESPONSE,
            language=Language.WELSH,
            wording=english.wording if english else "{}",
        )
        template = library.template(type_of(settings, file, twin))
        manner = manner_of(settings, twin, template.description)
        stamp = Stamp(
            case=case.reference,
            office=office.key,
            document=DocumentType.RESPONSE.value,
            language=Language.WELSH.value,
            version=version.number if version else 0,
            parent=version.sha256 if version else "",
            template=template.sha256,
        )
        return template.render(response_fields(settings, file, manner=manner), stamp)
