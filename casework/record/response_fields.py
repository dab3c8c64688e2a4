"""The fields of a response, taken from the record."""

import json
from itertools import groupby

from casework.record.dossier import Dossier, paragraphs_of
from casework.record.letters import body_fields, report_fields
from casework.rules.publishing import page_address
from casework.rules.wording import british_date, joined, voice_named, weekday_date
from models import CaseForce, Finding
from models.shapes.office import OfficeSettings
from models.shapes.response import (
    FindingFields,
    FindingGroup,
    ForceCommentsFields,
    ResponseFields,
    SignatureFields,
)
from models.words import CommentsState, FindingClass

MARKING = "OFFICIAL-SENSITIVE: draft, not for publication"
CLASS_WORDS = {
    FindingClass.RECOMMENDATION: ("recommendation", "Recommendation"),
    FindingClass.AREA_FOR_IMPROVEMENT: ("area for improvement", "AFI"),
    FindingClass.CAUSE_OF_CONCERN: ("cause of concern", "Cause of concern"),
}
"""Class, and the word it is cited by."""

COMMENTS_WORDS = {
    CommentsState.FINAL: "received",
    CommentsState.LATE: "late",
    CommentsState.NIL: "nil",
    CommentsState.DECLINED: "declined",
    CommentsState.NONE_BY_DATE: "none",
}
"""States of the comments track as a template knows them; every other is awaited."""


UNSIGNED = SignatureFields(name="", title="", authority="", dated="")
"""The signature block of a draft: the template says that it is to be signed."""


def response_fields(
    settings: OfficeSettings, file: Dossier, signature: SignatureFields = UNSIGNED
) -> ResponseFields:
    """Return everything the response template may use; with a signature, of a signing copy."""
    day = file.published
    home = settings.recipient("secretary_of_state", day)
    return ResponseFields(
        reference=file.case.reference,
        marking="" if signature.name else MARKING,
        addressee=(home.name, *home.address) if home else (),
        voice=voice_named(settings.body.voice),
        body=body_fields(settings),
        report=report_fields(file),
        overview=file.words_at("overview"),
        grades=tuple((area.area, area.grade) for area in file.areas),
        groups=_groups(file),
        comments=tuple(
            _comments(settings, file, force, n) for n, force in enumerate(file.forces, start=1)
        ),
        monitoring=file.words_at("monitoring") or (settings.wording.monitoring,),
        signature=signature,
        publication_address=page_address(settings, file.case.reference, file.report.title, day),
        last_day=weekday_date(file.last_day),
    )


def references(findings: list[Finding]) -> dict[str, str]:
    """Return the reference of each finding by its key: numbered through the response.

    A recommendation keeps the inspectors' own number where the report prints one.
    """
    counted: dict[FindingClass, int] = {}
    named = {}
    for finding in findings:
        counted[finding.klass] = counted.get(finding.klass, 0) + 1
        word = CLASS_WORDS[finding.klass][1]
        printed = finding.number if finding.klass is FindingClass.RECOMMENDATION else ""
        named[finding.key] = f"{word} {printed or counted[finding.klass]}"
    return named


def _groups(file: Dossier) -> tuple[FindingGroup, ...]:
    cited = references(file.findings)
    grades = {area.area: area.grade for area in file.areas}
    return tuple(
        FindingGroup(
            heading=area,
            grade=grades.get(area, ""),
            findings=tuple(_finding(file, finding, cited[finding.key]) for finding in found),
        )
        for area, found in groupby(file.findings, key=lambda finding: finding.area)
    )


def _finding(file: Dossier, finding: Finding, reference: str) -> FindingFields:
    answer = file.answers.get(f"{finding.key}_answer")
    return FindingFields(
        key=finding.key,
        reference=reference,
        class_name=CLASS_WORDS[finding.klass][0],
        text=tuple(finding.text.split("\n")),
        addressees=joined(json.loads(finding.addressees)),
        deadline=_deadline(finding),
        concerns=finding.concerns.value,
        answer=file.words_at(f"{finding.key}_answer"),
        owner=answer.owner if answer else "",
        due=british_date(answer.due) if answer and answer.due else "",
        force_position=file.words_at(f"{finding.key}_force"),
        confirmed=file.case.findings_confirmed,
    )


def _deadline(finding: Finding) -> str:
    if not finding.deadline_raw:
        return ""
    if finding.deadline_on is None:
        return finding.deadline_raw
    assumed = ", assumed" if finding.deadline_assumed else ""
    return f"{finding.deadline_raw} ({british_date(finding.deadline_on)}{assumed})"


def _comments(
    settings: OfficeSettings, file: Dossier, force: CaseForce, number: int
) -> ForceCommentsFields:
    settled = settings.force(force.force_key)
    officer = settled and settings.chief_officer(settled, force.received_on or file.published)
    final = file.final_comments(force.force_key)
    spoken = final if force.state in {CommentsState.FINAL, CommentsState.LATE} else None
    key = f"c{number}"
    return ForceCommentsFields(
        key=key,
        force=settled.name if settled else force.force_key,
        officer=officer.styled if officer else "",
        officer_title=officer.title if officer else "",
        state=COMMENTS_WORDS.get(force.state, "awaited"),
        invited_on=british_date(force.invited_on) if force.invited_on else "",
        comments_due=british_date(force.comments_due_on) if force.comments_due_on else "",
        received_on=british_date(force.received_on) if force.received_on else "",
        paragraphs=paragraphs_of(spoken) if spoken else (),
        reply=file.words_at(f"{key}_reply"),
    )
