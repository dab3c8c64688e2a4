"""Letters in Word: their fields, taken from the record."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol

from casework.documents.descriptions import DocumentDescription
from casework.errors import NotAllowedError
from casework.record.desk import Desk
from casework.record.dossier import Dossier
from casework.record.tracks import force_name
from casework.rules.welsh_dates import welsh_date, welsh_weekday_date
from casework.rules.wording import british_date, voice_named, weekday_date
from models import CaseForce
from models.shapes.office import ChiefOfficer, Force, OfficeSettings
from models.shapes.response import (
    BodyFields,
    LetterFields,
    ReportFields,
    ResponseFields,
)
from models.shapes.word import Stamp
from models.words import AddresseeGroup, FindingClass, Language, Role

Told = Callable[[date], str]

DAY_WORDS: dict[Language, Told] = {Language.ENGLISH: british_date, Language.WELSH: welsh_date}
WEEKDAY_WORDS: dict[Language, Told] = {
    Language.ENGLISH: weekday_date,
    Language.WELSH: welsh_weekday_date,
}


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

    def types(self) -> Sequence[DocumentDescription]:
        """Return what every type of document says of itself."""
        ...


@dataclass(frozen=True, slots=True)
class Reader:
    """Whom a letter is written to, and the force it speaks of."""

    lines: tuple[str, ...] = ()
    """Name and address; empty for a page that is sent to nobody."""
    salutation: str = ""
    force: str = ""
    officer_title: str = ""
    invited_on: date | None = None
    """When the chief officer was invited to comment."""


def leader_of(desk: Desk, track: CaseForce) -> tuple[Force, ChiefOfficer]:
    """Return a force of a case and who leads it today; refuse while nobody does."""
    force = desk.settings.force(track.force_key)
    officer = desk.settings.chief_officer(force, desk.hand.today) if force else None
    if force is None or officer is None:
        message = (
            f"The settings name no chief officer of {force_name(desk, track)} on "
            f"{british_date(desk.hand.today)}: add one and load them again."
        )
        raise NotAllowedError(message)
    return force, officer


def chief_officer(desk: Desk, track: CaseForce, language: Language = Language.ENGLISH) -> Reader:
    """Return the chief officer of a force as the reader of a letter in this language."""
    force, officer = leader_of(desk, track)
    invited = track.invited_on
    if language is Language.ENGLISH:
        lines = (officer.styled, *officer.address)
        return Reader(lines, officer.salutation, force.name, officer.title, invited)
    title = officer.welsh_title or officer.title
    return Reader(
        (f"{title} {officer.name}", *officer.address),
        officer.welsh_salutation or officer.salutation,
        force.welsh_name or force.name,
        title,
        invited,
    )


def body_fields(settings: OfficeSettings, language: Language = Language.ENGLISH) -> BodyFields:
    """Return the body and its office as a template prints them."""
    office = settings.office
    english = BodyFields(
        name=settings.body.name,
        office=office.name,
        area=office.area,
        address=office.address,
        website=office.website,
        email=office.email,
        telephone=office.telephone,
        licence=office.licence,
    )
    welsh = settings.welsh
    if language is Language.ENGLISH or welsh is None:
        return english
    address = welsh.address or office.address
    return replace(english, name=welsh.body, office=welsh.office, address=address)


def report_fields(file: Dossier, language: Language = Language.ENGLISH) -> ReportFields:
    """Return the report as a template prints it, with its findings counted."""
    recommendations = [f for f in file.findings if f.klass is FindingClass.RECOMMENDATION]

    def to(group: AddresseeGroup) -> int:
        return sum(f.concerns is group for f in recommendations)

    return ReportFields(
        title=file.report.title,
        address=file.report.address,
        published=DAY_WORDS[language](file.published),
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
    desk: Desk,
    file: Dossier,
    reader: Reader,
    due: date | None = None,
    language: Language = Language.ENGLISH,
) -> LetterFields:
    """Return the fields of a letter of today; `due` is the day by which it asks for something."""
    settings, today = desk.settings, desk.hand.today
    day, weekday = DAY_WORDS[language], WEEKDAY_WORDS[language]
    signatory = settings.holder_of(Role.SIGNATORY, today)
    welsh = settings.welsh if language is Language.WELSH else None
    return LetterFields(
        reference=file.case.reference,
        dated=day(today),
        recipient=reader.lines,
        salutation=reader.salutation,
        voice=voice_named(settings.body.voice),
        body=body_fields(settings, language),
        report=report_fields(file, language),
        force=reader.force,
        officer_title=reader.officer_title,
        comments_due=weekday(due) if due else "",
        last_day=weekday(file.last_day),
        signatory_name=signatory.name if signatory else "",
        signatory_title=welsh.title if welsh else settings.body.title,
        invited_on=day(reader.invited_on) if reader.invited_on else "",
        panel=settings.wording.panel or "",
    )
