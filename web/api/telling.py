"""From the record to what other systems are told: one case whole, one line of the register."""

from datetime import date

from sqlmodel import Session, col, select

from casework.record.dossier import Dossier, paragraphs_of
from casework.record.editions import is_embargoed
from casework.record.finding_fields import references
from casework.record.overview import CaseLine
from casework.record.sheet import Sheet, sheet_of
from casework.record.since import head_of
from casework.record.whats_next import whats_next
from casework.registers.bank_holidays import bank_holidays_around
from casework.rules.deadlines import day_number, days_left, target_day
from casework.rules.terminal_words import in_page_words
from models import Case, Finding, Signature, SigningRound, Submission
from models.words import Regime
from web.answer_places import answer_places
from web.api import shapes
from web.api.changes import quoted
from web.signing_view import rounds_of
from web.visits import Visit


def line_told(line: CaseLine) -> shapes.Line:
    """Return one case of the register."""
    clock = shapes.Clock(
        published=line.published,
        provisional=line.provisional,
        binds=line.has_clock,
        last_day=line.last_day,
        target=line.target,
        day=line.day_number,
        days_left=line.days_left,
        responded_on=line.responded_on,
        planned_for=line.planned_for,
    )
    return shapes.Line(
        reference=line.reference,
        title=line.title,
        stage=line.stage,
        route=line.route,
        lead=line.lead,
        clock=clock,
        next=shapes.NextAct(words=in_page_words(line.next_words), role=line.role),
        findings=line.findings,
        findings_confirmed=line.findings_confirmed,
        embargoed=line.embargoed,
        troubles=[in_page_words(one) for one in line.troubles],
    )


def case_told(here: Visit, session: Session, case: Case) -> shapes.CaseTold:
    """Return one case whole."""
    settings, sheet = here.visitor.settings, sheet_of(session, case)
    file = sheet.file
    words, role = whats_next(settings, file)
    return shapes.CaseTold(
        reference=case.reference,
        stage=case.stage,
        regime=case.regime,
        route=case.route,
        lead=sheet.people.get(case.lead_id, "") if case.lead_id else "",
        embargoed=is_embargoed(case),
        report=_report(file),
        clock=_clock(file, here.place.today),
        next=shapes.NextAct(words=in_page_words(words), role=role),
        tracks=_tracks(here, file),
        findings_confirmed=case.findings_confirmed,
        findings=_findings(sheet),
        answers=[
            shapes.AnswerTold(place=one.key, text=one.text, owner=one.owner, due=one.due)
            for one in answer_places(settings, file)
        ],
        submissions=[_submission(row) for row in file.submissions],
        current_version=sheet.current,
        versions=_versions(sheet),
        out=[
            shapes.OutTold(
                person=out.person, version=out.version, since=out.since, is_stale=out.is_stale
            )
            for out in sheet.outs
        ],
        rounds=[_round(session, one, sheet) for one in rounds_of(session, case)],
        publications=_publications(session, sheet),
        remarks=_remarks(sheet),
        etag=quoted(head_of(session, case)),
    )


def _report(file: Dossier) -> shapes.ReportTold:
    row = file.report
    return shapes.ReportTold(title=row.title, address=row.address or "", kind=row.kind.value)


def _clock(file: Dossier, today: date) -> shapes.Clock:
    return shapes.Clock(
        published=file.published,
        provisional=file.provisional,
        binds=file.case.regime is Regime.SECTION_55,
        last_day=file.last_day,
        target=target_day(file.published, bank_holidays_around(file.published)),
        day=day_number(file.published, today),
        days_left=days_left(file.published, today),
        responded_on=file.case.responded_on,
        planned_for=file.case.planned_for,
    )


def _tracks(here: Visit, file: Dossier) -> list[shapes.Track]:
    known = {row.force_key: here.visitor.settings.force(row.force_key) for row in file.forces}
    return [
        shapes.Track(
            force=row.force_key,
            name=force.name if (force := known[row.force_key]) else row.force_key,
            state=row.state,
            invited_on=row.invited_on,
            due_on=row.comments_due_on,
            received_on=row.received_on,
        )
        for row in file.forces
    ]


def _findings(sheet: Sheet) -> list[shapes.FindingTold]:
    cited = references(sheet.file.findings)
    every = [*sheet.file.findings, *sheet.dropped]
    return [_finding(row, cited.get(row.key, "")) for row in every]


def _finding(row: Finding, cited: str) -> shapes.FindingTold:
    return shapes.FindingTold(
        key=row.key,
        cited=cited,
        klass=row.klass,
        number=row.number,
        text=row.text,
        area=row.area,
        concerns=row.concerns,
        deadline=row.deadline_on,
        accepted=row.accepted_at is not None,
        dropped_because=row.dropped_because,
    )


def _submission(row: Submission) -> shapes.SubmissionTold:
    return shapes.SubmissionTold(
        number=row.id or 0,
        force=row.force_key,
        file_name=row.file_name,
        sha256=row.sha256,
        klass=row.klass,
        cleared_by=row.cleared_by,
        received_on=row.received_on,
        confirmed=row.confirmed_at is not None,
        superseded=row.superseded,
        paragraphs=list(paragraphs_of(row)),
    )


def _versions(sheet: Sheet) -> list[shapes.VersionTold]:
    return [
        shapes.VersionTold(
            number=row.number,
            kind=row.kind,
            made_from=row.parent,
            made_by=sheet.people.get(row.made_by_id, ""),
            made_at=row.made_at,
            note=row.note,
            sha256=row.sha256,
        )
        for row in sheet.versions
    ]


def _round(session: Session, row: SigningRound, sheet: Sheet) -> shapes.RoundTold:
    wanted = select(Signature).where(Signature.round_id == row.id).order_by(col(Signature.id))
    return shapes.RoundTold(
        number=row.number,
        state=row.state.value,
        dated=row.dated,
        copy_version=row.copy_version,
        manifest_sha256=row.manifest_sha256,
        signatures=[_signature(one, sheet) for one in session.exec(wanted)],
        ended_because=row.ended_because,
    )


def _signature(row: Signature, sheet: Sheet) -> shapes.SignatureTold:
    return shapes.SignatureTold(
        step=row.step,
        role=row.role,
        person=sheet.people.get(row.person_id, ""),
        given_at=row.acted_at,
        given_how=row.given_how,
        instrument=row.instrument,
    )


def _publications(session: Session, sheet: Sheet) -> list[shapes.PublicationTold]:
    numbers = {one.id: one.number for one in rounds_of(session, sheet.file.case)}
    return [
        shapes.PublicationTold(
            publisher=row.publisher,
            round=numbers.get(row.round_id, 0),
            state=row.state,
            address=row.address,
            written_at=row.written_at,
            seen_at=row.seen_at,
            proof=row.proof,
            trouble=row.trouble,
        )
        for row in sheet.file.publications
    ]


def _remarks(sheet: Sheet) -> list[shapes.RemarkTold]:
    return [
        shapes.RemarkTold(
            number=row.number,
            who=row.who,
            how=row.heard,
            on=row.received_on,
            version=row.version,
            place=row.place,
            words=row.words,
            decision=row.decision,
            reason=row.reason,
        )
        for row in sheet.remarks
    ]
