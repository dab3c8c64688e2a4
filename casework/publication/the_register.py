"""The public register: every response the public has, and nothing that is not public."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, datetime

from sqlmodel import Session

from casework.publishers.feeds import Site
from casework.record.desk import found
from casework.record.hand import LONDON
from casework.record.public_rows import PublicRow, responded, without_response
from casework.rules.deadlines import day_number, response_due
from casework.rules.publishing import slug
from casework.rules.wording import british_date, counted_findings
from models import Case, Publication, Report
from models.shapes.office import OfficeSettings
from models.shapes.publication import IndexEntry, PublicForce
from models.words import FindingClass, Language

TITLE = "Responses to inspection reports"


def site_of(settings: OfficeSettings, address: str) -> Site:
    """Return what the public pages of an office say of themselves, at this address."""
    return Site(
        address=f"{address.rstrip('/')}/",
        title=TITLE,
        body_name=settings.body.name,
        office_name=settings.office.name,
        email=settings.office.email,
        home=settings.office.website,
        licence=settings.office.licence,
    )


def register_of(
    session: Session, settings: OfficeSettings, office_id: int, now: datetime
) -> list[IndexEntry]:
    """Return the rows of every response this office has published.

    Reports without a response of their own stand among them if the office wants them to.
    """
    rows = responded(session, office_id, now)
    entries = [_entry(settings, row) for row in rows]
    if settings.publication.list_reports_without_response:
        named = dict(zip((row.case.id for row in rows), entries, strict=True))
        today = now.astimezone(LONDON).date()
        others = without_response(session, office_id, now, today)
        entries += [_unanswered(settings, row, named) for row in others]
    return entries


def _entry(settings: OfficeSettings, row: PublicRow) -> IndexEntry:
    case, report = row.case, row.report
    done, published = found(case.responded_on), case.published_on or case.candidate_on
    # What is public: a correction that is only on its way is none yet.
    corrected = [one for one in row.publications if one.correction_note and one.seen_at]
    noted = [one for one in corrected if one.round_id == corrected[-1].round_id]
    return IndexEntry(
        reference=case.reference,
        title=f"Response to {report.title}",
        language=Language.ENGLISH.value,
        report_title=report.title,
        report_address=report.address,
        report_published=published,
        response_due=response_due(published),
        summary=summary(settings, report, published, row.findings),
        slug=slug_of(settings, row),
        published_on=done,
        days_taken=day_number(published, done),
        lateness_reason=told_lateness(settings, case),
        correction_note=noted[-1].correction_note if noted else None,
        corrected_on=seen_on(noted),
        forces=forces_of(settings, row.forces),
        has_clock=row.has_clock,
    )


def _unanswered(
    settings: OfficeSettings, row: PublicRow, named: dict[int | None, IndexEntry]
) -> IndexEntry:
    # Only the way out is told: the reason given inside the office is not for the public.
    case, report, published = row.case, row.report, found(row.case.published_on)
    other = named.get(case.answered_by_id) if case.answered_by_id else None
    return IndexEntry(
        reference=case.reference,
        title="",
        language=Language.ENGLISH.value,
        report_title=report.title,
        report_address=report.address,
        report_published=published,
        response_due=response_due(published),
        forces=forces_of(settings, row.forces),
        no_response=case.stage,
        answered_in=other.slug if other else "",
        answered_in_title=other.title if other else "",
    )


def slug_of(settings: OfficeSettings, row: PublicRow) -> str:
    """Return the last part of the address of a published response."""
    published = row.case.published_on or row.case.candidate_on
    return slug(settings, row.case.reference, row.report.title, published)


def told_lateness(settings: OfficeSettings, case: Case) -> str | None:
    """Return why a response was late, if the office publishes that."""
    told = settings.publication.publish_lateness_reasons
    return (case.lateness_reason or None) if told else None


def forces_of(settings: OfficeSettings, keys: Iterable[str]) -> tuple[PublicForce, ...]:
    """Return forces as the register names them."""
    known = ((key, settings.force(key)) for key in keys)
    return tuple(PublicForce(key, force.name if force else key) for key, force in known)


def summary(
    settings: OfficeSettings, report: Report, published: date, findings: Counter[FindingClass]
) -> str:
    """Return a response in a sentence or two."""
    counts = [counted_findings(findings[one], one) for one in FindingClass if findings[one]]
    about = f" It answers {' and '.join(counts)}." if counts else ""
    return (
        f"The response of {settings.body.name} under section 55 of the Police Act 1996 to "
        f"“{report.title}”, published on {british_date(published)}.{about}"
    )


def seen_on(rows: Sequence[Publication]) -> date | None:
    """Return the day on which the latest of these was first seen by the public."""
    seen = [row.seen_at for row in rows if row.seen_at]
    return min(seen).astimezone(LONDON).date() if seen else None
