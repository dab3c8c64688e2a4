"""Which type of document a response is, and how it is to be worded."""

import json
from collections.abc import Iterable
from dataclasses import dataclass

from casework.documents.descriptions import DocumentDescription
from casework.record.desk import find_case, found
from casework.record.dossier import Dossier, dossier
from casework.record.letters import Library
from casework.record.papers import find_document
from casework.record.record import Record
from casework.rules.document_choice import ReportSeen, usual_type
from models import Document, Finding
from models.shapes.blocks import USUAL_BLOCKS, Blocks, switched
from models.shapes.office import OfficeSettings
from models.words import AddresseeGroup, DocumentType, FindingClass, Language


@dataclass(frozen=True, slots=True)
class Manner:
    """How a response speaks: its blocks of wording, its voice, its language."""

    voice: str
    blocks: Blocks = USUAL_BLOCKS
    language: Language = Language.ENGLISH
    joint: bool = True
    """Whether the office's partners answer in it too."""


def manner_of(
    settings: OfficeSettings, document: Document, description: DocumentDescription
) -> Manner:
    """Return how a document is worded: by its type, then by its office, then by its own choices."""
    blocks = switched(USUAL_BLOCKS, dict(description.blocks))
    blocks = switched(blocks, settings.wording.blocks)
    return Manner(
        voice=description.voice or settings.body.voice,
        blocks=switched(blocks, json.loads(document.wording)),
        language=document.language,
        joint=description.joint,
    )


def type_of(settings: OfficeSettings, file: Dossier, document: Document) -> str:
    """Return the folder of the document type: the one somebody chose, else the usual one."""
    off = settings.documents.switched_off
    return document.template or usual_type(seen_in(file), document.language, off)


def types_offered(
    settings: OfficeSettings, library: Library, document: Document, present: str
) -> list[DocumentDescription]:
    """Return the types a document may have: none that is switched off, but the one it has."""
    off = set(settings.documents.switched_off) - {present}
    return [
        one
        for one in library.types()
        if (one.type, one.language) == (document.type.value, document.language.value)
        and one.name not in off
    ]


def blocks_of(record: Record, reference: str, library: Library, language: Language) -> Blocks:
    """Return which blocks of wording stand in a response."""
    with record.reading() as session:
        office = record.office(session)
        case = find_case(session, found(office.id), reference)
        document = find_document(session, case, language=language) or Document(
            office_id=case.office_id,
            case_id=found(case.id),
            type=DocumentType.RESPONSE,
            language=language,
        )
        settings = record.settings_of(session, office)
        name = type_of(settings, dossier(session, case), document)
        return manner_of(settings, document, library.template(name).description).blocks


def seen_in(file: Dossier) -> ReportSeen:
    """Return what the choice of a type rests on, as the record has it."""
    return ReportSeen(
        kind=file.report.kind,
        regime=file.case.regime,
        recommendations=_of(file.findings, FindingClass.RECOMMENDATION),
        areas_for_improvement=_of(file.findings, FindingClass.AREA_FOR_IMPROVEMENT),
        causes_of_concern=_of(file.findings, FindingClass.CAUSE_OF_CONCERN),
        to_us=_to(file.findings, AddresseeGroup.US),
        to_force=_to(file.findings, AddresseeGroup.OUR_FORCE),
        to_others=_to(file.findings, AddresseeGroup.OTHERS),
    )


def _of(findings: Iterable[Finding], klass: FindingClass) -> int:
    return sum(finding.klass is klass for finding in findings)


def _to(findings: Iterable[Finding], group: AddresseeGroup) -> int:
    return sum(finding.concerns is group for finding in findings)
