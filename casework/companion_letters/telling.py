"""What each kind of letter tells beside the usual: a version, points, answers, an embargo."""

from dataclasses import replace

from casework.companion_letters.asking import Wish
from casework.companion_letters.kinds import LetterKind
from casework.companion_letters.points import points_of
from casework.companion_letters.published_words import answered_findings, signed_regions
from casework.record.desk import Desk, found
from casework.record.dossier import Dossier
from casework.record.editions import is_embargoed
from casework.record.hand import LONDON
from casework.record.letters import leader_of
from casework.record.papers import find_document, version
from casework.rules.deadlines import day_number
from casework.rules.wording import british_date, weekday_date
from models import Case, CaseForce
from models.shapes.response import LetterFields
from models.words import DocumentType


def told(
    desk: Desk,
    file: Dossier,
    kind: LetterKind,
    wish: Wish,
    track: CaseForce | None,
    fields: LetterFields,
) -> LetterFields:
    """Return the fields of a letter with what this kind tells beside."""
    fields = _published(file, fields)
    match kind.type:
        case DocumentType.FACT_CHECK:
            return _of_version(desk, file.case, wish.version, fields)
        case DocumentType.FACT_CHECK_ANSWER:
            fields = _of_version(desk, file.case, wish.version, fields)
            return _with_points(desk, file.case, found(track), fields)
        case DocumentType.PRESS_LINE:
            return replace(fields, embargo=_embargo(file.case))
        case DocumentType.PANEL_PAGE | DocumentType.DECISION_NOTICE:
            return _as_signed(desk, file, fields)
    return fields


def _published(file: Dossier, fields: LetterFields) -> LetterFields:
    """Return the fields with where the response stands, and since when once it was seen."""
    done = file.case.responded_on
    return replace(
        fields,
        publication_address=file.round.address if file.round else "",
        published_response=british_date(done) if done else "",
        days_taken=day_number(file.published, done) if done else 0,
    )


def _of_version(desk: Desk, case: Case, number: int, fields: LetterFields) -> LetterFields:
    document = found(find_document(desk.session, case))
    made = version(desk.session, document, number).made_at.astimezone(LONDON)
    return replace(fields, version=number, version_made=british_date(made.date()))


def _with_points(desk: Desk, case: Case, track: CaseForce, fields: LetterFields) -> LetterFields:
    force, _ = leader_of(desk, track)
    points = points_of(desk.session, desk.settings, case, force, fields.version)
    return replace(fields, points=points)


def _as_signed(desk: Desk, file: Dossier, fields: LetterFields) -> LetterFields:
    signed = signed_regions(desk.session, file)
    findings = answered_findings(desk.settings, file, signed)
    return replace(fields, findings=findings, signed=signed.get("signature", ()))


def _embargo(case: Case) -> str:
    """Return the moment before which nothing may be told, until somebody has seen the release."""
    if case.embargoed_until is None or not is_embargoed(case):
        return ""
    moment = case.embargoed_until.astimezone(LONDON)
    return f"{moment:%H:%M} on {weekday_date(moment.date())}"
