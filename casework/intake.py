"""A report comes in: it is read, kept whole, and becomes one case.

Starts when somebody hands in a report, or a source shows a new one. Leaves a
case in the stage *opened*, its forces, findings and graded areas, and errands
that announce it and ask for the first draft and the invitation.
"""

import json
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date

from sqlmodel import col, select

from casework.errors import RefusedInputError
from casework.reading.document import read_document
from casework.record.acts import act
from casework.record.bytes import digest
from casework.record.contents import write_contents
from casework.record.date_candidates import date_candidates, remember_dates
from casework.record.desk import Desk, find_case, found
from casework.record.dossier import release_moment
from casework.record.editions import known_case, remember_keys, report_keys, see_again
from casework.record.hand import Hand
from casework.record.record import Record
from casework.registers.addressees import load_addressees
from casework.registers.forces import load_forces
from casework.rules.deadlines import response_due
from casework.rules.evidence import why_national, why_ours
from casework.rules.findings.concerning import concerning
from casework.rules.findings.report import read_report
from casework.rules.report_key import content_key, findings_key, report_key
from casework.rules.wording import british_date
from models import Case, Errand, Report
from models.shapes.office import Force
from models.shapes.progress import Telling, silent
from models.shapes.reading import ReadReport
from models.words import FindingClass, Regime, ReportKind

NATIONAL_KINDS = frozenset(
    {ReportKind.THEMATIC, ReportKind.JOINT, ReportKind.STATE_OF_POLICING, ReportKind.OTHER}
)
"""Kinds of report that concern every force when they name none."""


class NotOursError(RefusedInputError):
    """A report, read and whole, that concerns no force of this office."""


@dataclass(frozen=True, slots=True)
class HandedIn:
    """A report as somebody hands it in, with what they say of it."""

    data: bytes
    name: str
    address: str = ""
    published: date | None = None
    """The publication date, if the person knows better than the page."""
    force: str = ""
    embargoed: bool = False


def open_report(record: Record, hand: Hand, handed: HandedIn, tell: Telling = silent) -> list[str]:
    """Open a case for a report and return [reference, `opened` or `known`].

    The same report handed in again, or from another of its addresses, is the
    same case. Refused where no force of the office can be told.
    """
    # Read before the transaction begins: a long PDF must not hold up the office.
    document = read_document(handed.data, handed.name, tell)
    read = read_report(document, load_forces(), load_addressees())
    return _open(record, hand, handed, read, [block.text for block in document.blocks])


@act("open_case")
def _open(desk: Desk, handed: HandedIn, read: ReadReport, texts: Sequence[str]) -> list[str]:
    keys = _keys(handed, read)
    known = known_case(desk, keys)
    if known:
        remember_keys(desk, known.report_id, keys)
        # Only the service itself reads from the web; a person's word has its own act.
        fetched = desk.hand.person is None and bool(handed.address)
        see_again(desk, known, _proposed(handed, read), fetched=fetched)
        remember_dates(desk.report(known), date_candidates(handed.published, read), copy=True)
        return [known.reference, "known"]
    forces = _forces_concerned(desk, handed, read)
    candidate = _candidate(desk, handed, read)
    report = _keep_report(desk, handed, read)
    remember_keys(desk, found(report.id), keys)
    case = _new_case(desk, report, read, candidate, handed)
    case.ours_because = _why_ours(desk, handed, read, forces, texts)
    write_contents(desk, case, forces, _seen_from_here(read, forces))
    desk.act.case_id = case.id
    desk.note("opened", case, report=report.id, candidate=candidate.isoformat())
    desk.copy_out(f"cases/{case.reference}/00-report{_ending(handed.name)}", report.sha256)
    if desk.hand.person:
        # What a source showed has been announced already: that is how it came here.
        desk.errand(f"announce:{report.sha256}", Errand.ANNOUNCE_REPORT, case.reference)
    desk.wake("draft-response", case)
    desk.wake("invite-comments", case)
    return [case.reference, "opened"]


def _keys(handed: HandedIn, read: ReadReport) -> list[str]:
    named = [report_key(handed.address)] if handed.address else []
    if read.address:
        # A page may name its list, or the inspectors' home, as its own address.
        with suppress(RefusedInputError):
            named.append(report_key(read.address))
    published = handed.published or read.published
    kept = content_key(read.title, published, "") if published else ""
    # The words of the findings last: they tell another edition with another date.
    told = [f.text for f in read.findings]
    same = findings_key(read.title, told) if told else ""
    return [*dict.fromkeys(filter(None, [*named, kept, same]))] or [
        content_key(read.title, None, digest(handed.data))
    ]


def _forces_concerned(desk: Desk, handed: HandedIn, read: ReadReport) -> list[Force]:
    if handed.force:
        said = desk.settings.force_named(handed.force)
        if said is None:
            message = f"{handed.force} is not a force of this office: {_ours(desk)}."
            raise RefusedInputError(message)
        return [said]
    named = [desk.settings.force_named(name) for name in read.forces]
    ours = list(dict.fromkeys(force.key for force in named if force))
    if ours:
        return [force for force in desk.settings.forces if force.key in ours]
    if not read.forces and read.kind in NATIONAL_KINDS:
        return list(desk.settings.forces)
    raise NotOursError(_not_ours(desk, read))


def _not_ours(desk: Desk, read: ReadReport) -> str:
    about = f"names {', '.join(read.forces)}" if read.forces else "names no force"
    return (
        f"“{read.title}” {about}; this office answers for {_ours(desk)}. "
        "If it does concern you, open it again with --force NAME."
    )


def _ours(desk: Desk) -> str:
    return " and ".join(force.name for force in desk.settings.forces)


def _proposed(handed: HandedIn, read: ReadReport) -> list[date]:
    return [day for day in (handed.published, read.published) if day]


def _candidate(desk: Desk, handed: HandedIn, read: ReadReport) -> date:
    """Return the earliest date anything proposes: the clock must not start too late."""
    candidate = min(_proposed(handed, read), default=desk.hand.today)
    if handed.embargoed:
        candidate = _release_day(desk, handed, read)
    response_due(candidate)
    if candidate > desk.hand.today and not handed.embargoed:
        message = (
            f"The report is dated {british_date(candidate)}, which has not come yet: correct "
            "the date, or add --embargoed if you hold a copy before its release."
        )
        raise RefusedInputError(message)
    return candidate


def _release_day(desk: Desk, handed: HandedIn, read: ReadReport) -> date:
    day = handed.published or read.published
    if day is None or day <= desk.hand.today:
        has = f"dated {british_date(day)}" if day else "without a date"
        message = (
            f"The embargoed copy is {has}: say with --published on which day to come it will be "
            "released, or leave --embargoed out if it is out already."
        )
        raise RefusedInputError(message)
    return day


def _keep_report(desk: Desk, handed: HandedIn, read: ReadReport) -> Report:
    report = Report(
        office_id=desk.office_id,
        title=read.title,
        kind=read.kind,
        address=handed.address or read.address or "",
        file_name=handed.name,
        sha256=desk.keep(handed.data),
        published=read.published,
        published_precision=read.published_precision,
        published_raw=read.published_raw or "",
        published_from=read.published_from or "",
        warnings=json.dumps(list(read.warnings), ensure_ascii=False),
        received_at=desk.hand.at,
    )
    remember_dates(report, date_candidates(handed.published, read))
    desk.session.add(report)
    desk.session.flush()
    return report


def _why_ours(
    desk: Desk, handed: HandedIn, read: ReadReport, forces: list[Force], texts: Sequence[str]
) -> str:
    names = [name for force in forces for name in force.names]
    said = forces[0].name if handed.force else ""
    if said or read.forces:
        return why_ours(read.title, texts, names, said)
    addressed = [(finding.text, finding.addressees) for finding in read.findings]
    return why_national(read.title, addressed, _ours(desk))


def _new_case(
    desk: Desk, report: Report, read: ReadReport, candidate: date, handed: HandedIn
) -> Case:
    grave = any(f.klass is FindingClass.CAUSE_OF_CONCERN for f in read.findings)
    discretionary = read.kind is ReportKind.STATE_OF_POLICING
    future = candidate > desk.hand.today
    case = Case(
        office_id=desk.office_id,
        report_id=found(report.id),
        reference=_next_reference(desk, candidate.year),
        regime=Regime.DISCRETIONARY if discretionary else Regime.SECTION_55,
        route=desk.settings.route_name(read.kind, cause_of_concern=grave),
        opened_at=desk.hand.at,
        candidate_on=candidate,
        date_source=_source(handed, read, candidate),
        embargoed_until=release_moment(candidate) if future else None,
        lead_id=desk.person_id,
    )
    desk.session.add(case)
    desk.session.flush()
    return case


def _source(handed: HandedIn, read: ReadReport, candidate: date) -> str:
    if candidate == handed.published != read.published:
        return "said by the person who opened the case"
    return read.published_from or "no date on the page: the day it was handed in"


def _next_reference(desk: Desk, year: int) -> str:
    start = f"S55-{year}-"
    rows = desk.session.exec(
        select(Case.reference).where(
            Case.office_id == desk.office_id, col(Case.reference).startswith(start)
        )
    )
    last = max((int(reference.removeprefix(start)) for reference in rows), default=0)
    return f"{start}{last + 1:03d}"


def _seen_from_here(read: ReadReport, forces: list[Force]) -> ReadReport:
    names = [name for force in forces for name in force.names]
    return concerning(read, names, load_addressees())


def _ending(name: str) -> str:
    _, dot, ending = name.rpartition(".")
    return f".{ending.lower()}" if dot and ending.isalnum() else ""


def announced_key(record: Record, reference: str) -> str:
    """Return the key under which a case's report is announced to the engine."""
    with record.reading() as session:
        case = find_case(session, found(record.office(session).id), reference)
        return report_keys(session, case)[0]
