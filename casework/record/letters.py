"""Letters in Word: their fields, taken from the record."""

from typing import Protocol

from casework.documents.descriptions import DocumentDescription
from casework.record.desk import Desk
from casework.record.dossier import Dossier
from casework.rules.wording import british_date, voice_named, weekday_date
from models.shapes.office import ChiefOfficer, Force, OfficeSettings
from models.shapes.response import (
    BodyFields,
    LetterFields,
    ReportFields,
    ResponseFields,
)
from models.shapes.word import Stamp
from models.words import AddresseeGroup, FindingClass, Role


class Template(Protocol):
    """A compiled template: fields in, a Word file out, the same bytes each time."""

    @property
    def sha256(self) -> str:
        """Return the SHA-256 of the template file."""
        ...

    @property
    def description(self) -> DocumentDescription:
        """Return what the document type says of its regions."""
        ...

    def render(self, values: ResponseFields | LetterFields, stamp: Stamp) -> bytes:
        """Return the Word file."""
        ...


class Library(Protocol):
    """The shelf of document templates."""

    def template(self, name: str) -> Template:
        """Return the template of a document by its folder's name."""
        ...


def body_fields(settings: OfficeSettings) -> BodyFields:
    """Return the body and its office as a template prints them."""
    office = settings.office
    return BodyFields(
        name=settings.body.name,
        office=office.name,
        area=office.area,
        address=office.address,
        website=office.website,
        email=office.email,
        telephone=office.telephone,
        licence=office.licence,
    )


def report_fields(file: Dossier) -> ReportFields:
    """Return the report as a template prints it, with its findings counted."""
    recommendations = [f for f in file.findings if f.klass is FindingClass.RECOMMENDATION]

    def to(group: AddresseeGroup) -> int:
        return sum(f.concerns is group for f in recommendations)

    return ReportFields(
        title=file.report.title,
        address=file.report.address,
        published=british_date(file.published),
        date_confirmed=not file.provisional,
        recommendations=len(recommendations),
        recommendations_to_us=to(AddresseeGroup.US),
        recommendations_to_force=to(AddresseeGroup.OUR_FORCE),
        recommendations_to_others=to(AddresseeGroup.OTHERS),
        areas_for_improvement=_count(file, FindingClass.AREA_FOR_IMPROVEMENT),
        causes_of_concern=_count(file, FindingClass.CAUSE_OF_CONCERN),
    )


def _count(file: Dossier, klass: FindingClass) -> int:
    return sum(finding.klass is klass for finding in file.findings)


def letter_fields(
    desk: Desk, file: Dossier, force: Force, officer: ChiefOfficer, comments_due: str
) -> LetterFields:
    """Return the fields of a letter to a chief officer."""
    signatory = desk.settings.holder_of(Role.SIGNATORY, desk.hand.today)
    return LetterFields(
        reference=file.case.reference,
        dated=british_date(desk.hand.today),
        recipient=(officer.styled, *officer.address),
        salutation=officer.salutation,
        voice=voice_named(desk.settings.body.voice),
        body=body_fields(desk.settings),
        report=report_fields(file),
        force=force.name,
        officer_title=officer.title,
        comments_due=comments_due,
        last_day=weekday_date(file.last_day),
        signatory_name=signatory.name if signatory else "",
        signatory_title=desk.settings.body.title,
    )
