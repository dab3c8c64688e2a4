"""The fields of a response, taken from the record."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from casework.record.document_types import Manner
from casework.record.dossier import Dossier, paragraphs_of
from casework.record.finding_fields import finding_fields, groups_of
from casework.record.letters import DAY_WORDS, WEEKDAY_WORDS, body_fields, report_fields
from casework.rules.citing import cited_together
from casework.rules.publishing import page_address
from casework.rules.welsh_words import welsh_dated, welsh_grade
from casework.rules.wording import voice_named
from models import CaseForce
from models.shapes.office import OfficeSettings
from models.shapes.response import (
    FindingFields,
    ForceCommentsFields,
    PartnerFields,
    ResponseFields,
    SignatureFields,
)
from models.words import AddresseeGroup, CommentsState, Language

MARKINGS = {
    Language.ENGLISH: "OFFICIAL-SENSITIVE: draft, not for publication",
    Language.WELSH: "OFFICIAL-SENSITIVE: drafft, nid i’w gyhoeddi",
}

COMMENTS_WORDS = {
    CommentsState.FINAL: "received",
    CommentsState.LATE: "late",
    CommentsState.NIL: "nil",
    CommentsState.DECLINED: "declined",
    CommentsState.NONE_BY_DATE: "none",
}
"""States of the comments track as a template knows them; every other is awaited."""


VACANT = {
    Language.ENGLISH: ("The chief officer", "chief officer"),
    Language.WELSH: ("y prif swyddog", "prif swyddog"),
}
"""Who is spoken of while nobody holds the post: with an article (in English at the head of a
sentence), and as a title."""

GROUPS = (AddresseeGroup.US, AddresseeGroup.OUR_FORCE, AddresseeGroup.OTHERS)

UNSIGNED = SignatureFields(name="", title="", authority="", dated="")
"""The signature block of a draft: the template says that it is to be signed."""


def response_fields(
    settings: OfficeSettings,
    file: Dossier,
    signature: SignatureFields = UNSIGNED,
    manner: Manner | None = None,
) -> ResponseFields:
    """Return everything the response template may use; with a signature, of a signing copy."""
    known = _Known(settings, file, manner or Manner(settings.body.voice))
    language, day = known.manner.language, file.published
    home = settings.recipient("secretary_of_state", day)
    findings = finding_fields(file, language)
    ours, forces, others = (addressed(findings, group) for group in GROUPS)
    return ResponseFields(
        reference=file.case.reference,
        marking="" if signature.name else MARKINGS[language],
        addressee=(home.name, *home.address) if home else (),
        voice=voice_named(known.manner.voice),
        body=body_fields(settings, language),
        report=report_fields(file, language),
        overview=file.words_at("overview"),
        grades=tuple((area.area, known.grade(area.grade)) for area in file.areas),
        groups=groups_of(file, findings, known.grade),
        comments=tuple(known.comments(force, n) for n, force in enumerate(file.forces, start=1)),
        monitoring=file.words_at("monitoring") or (settings.wording.monitoring,),
        signature=known.signed(signature),
        publication_address=page_address(settings, file.case.reference, file.report.title, day),
        last_day=WEEKDAY_WORDS[language](file.last_day),
        blocks=known.manner.blocks,
        salutation=home.salutation if home else "",
        to_us=ours,
        to_force=forces,
        to_others=others,
        others_cited=cited_together(finding.reference for finding in others),
        partners=known.partners,
        board=settings.wording.board,
        panel=settings.wording.panel or "",
        lateness_reason=file.case.lateness_reason,
        correction_note=file.case.correction_note,
        first_published=known.first_published,
    )


def addressed(
    findings: tuple[FindingFields, ...], group: AddresseeGroup
) -> tuple[FindingFields, ...]:
    """Return the findings of one group of addressees, in the report's order."""
    return tuple(finding for finding in findings if finding.concerns == group.value)


@dataclass(frozen=True, slots=True)
class _Known:
    """The record of one case, told in one manner."""

    settings: OfficeSettings
    file: Dossier
    manner: Manner

    @property
    def day(self) -> Callable[[date], str]:
        """Return how a day is written."""
        return DAY_WORDS[self.manner.language]

    @property
    def welsh(self) -> bool:
        """Return whether it is told in Welsh."""
        return self.manner.language is Language.WELSH

    @property
    def first_published(self) -> str:
        """Return the day a response was first published, if it is being corrected."""
        responded = self.file.case.responded_on
        return self.day(responded) if responded and self.file.case.correction_note else ""

    @property
    def partners(self) -> tuple[PartnerFields, ...]:
        """Return the bodies that join in a joint response on the day of the report."""
        named = self.settings.partners if self.manner.joint else ()
        joining = (one for one in named if one.holds(self.file.published))
        return tuple(
            PartnerFields(
                key=(key := f"p{n}"),
                name=one.name,
                title=one.title,
                signatory=one.signatory,
                force=one.force,
                officer_title=one.officer_title,
                reply=self.file.words_at(f"{key}_reply"),
            )
            for n, one in enumerate(joining, start=1)
        )

    def grade(self, grade: str) -> str:
        """Return a grade as it is printed."""
        return welsh_grade(grade) if self.welsh else grade

    def signed(self, signature: SignatureFields) -> SignatureFields:
        """Return the signature block; the body's title in Welsh is the office's own."""
        words = self.settings.welsh
        if not self.welsh or words is None:
            return signature
        own = signature.title == self.settings.body.title
        title = words.title if own else signature.title
        return replace(signature, title=title, dated=welsh_dated(signature.dated))

    def comments(self, force: CaseForce, number: int) -> ForceCommentsFields:
        """Return what a chief officer said, or how the invitation stands."""
        settled = self.settings.force(force.force_key)
        on = force.received_on or self.file.published
        officer = self.settings.chief_officer(settled, on) if settled else None
        final = self.file.final_comments(force.force_key)
        spoken = final if force.state in {CommentsState.FINAL, CommentsState.LATE} else None
        key = f"c{number}"
        name = settled.name if settled else force.force_key
        who, title = VACANT[self.manner.language]
        if officer:
            title = (officer.welsh_title if self.welsh else None) or officer.title
            who = f"{title} {officer.name}"
        if self.welsh and settled:
            name = settled.welsh_name or name
        return ForceCommentsFields(
            key=key,
            force=name,
            officer=who,
            officer_title=title,
            state=COMMENTS_WORDS.get(force.state, "awaited"),
            invited_on=self.day(force.invited_on) if force.invited_on else "",
            comments_due=self.day(force.comments_due_on) if force.comments_due_on else "",
            received_on=self.day(force.received_on) if force.received_on else "",
            paragraphs=paragraphs_of(spoken) if spoken else (),
            reply=self.file.words_at(f"{key}_reply"),
        )
