"""What a page says of a response that was signed: taken from the signed file itself."""

from dataclasses import replace

from sqlmodel import Session

from casework.documents.regions import read_regions
from casework.record.bytes import fetch
from casework.record.desk import found
from casework.record.dossier import Dossier
from casework.record.papers import find_document, version
from casework.record.response_fields import response_fields
from models.shapes.office import OfficeSettings
from models.shapes.response import FindingFields

Regions = dict[str, tuple[str, ...]]


def signed_regions(session: Session, file: Dossier) -> Regions:
    """Return the words of the file that was frozen for signing, by region."""
    document = found(find_document(session, file.case))
    copy = version(session, document, found(file.round).copy_version)
    return read_regions(fetch(session, copy.sha256))


def answered_findings(
    settings: OfficeSettings, file: Dossier, signed: Regions
) -> tuple[FindingFields, ...]:
    """Return the findings with the answers as they were signed, not as they stand today."""
    return tuple(
        replace(finding, answer=signed.get(f"{finding.key}_answer", ()))
        for group in response_fields(settings, file).groups
        for finding in group.findings
    )
