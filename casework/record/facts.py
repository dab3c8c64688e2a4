"""The facts of a case, in the exchange format of the checks (docs/formats.md)."""

import json
from datetime import date
from typing import Any

from sqlmodel import Session

from casework.record.dossier import Dossier, paragraphs_of
from casework.record.finding_fields import references
from casework.record.hand import LONDON
from casework.rules.wording import joined
from models import CaseForce, Finding, Person, RoundState
from models.shapes.office import ChiefOfficer, Force, OfficeSettings
from models.words import AddresseeGroup, CommentsState, Language, Role, Stage

SPOKEN = frozenset({CommentsState.FINAL, CommentsState.LATE})
"""States in which there are words of the chief officer to be held against the response."""

DRAFTED = frozenset({Stage.OPENED, Stage.CONFIRMED, Stage.IN_REVIEW})
"""Stages in which the text is a draft, though an earlier one may have been signed."""


def facts_of(
    session: Session, settings: OfficeSettings, file: Dossier, checked_on: date
) -> dict[str, Any]:
    """Return what a response to this report must agree with, as it stands on the record.

    A case that concerns several forces is told by its first one: the format
    knows one.
    """
    first = file.forces[0] if file.forces else None
    force = settings.force(first.force_key) if first else None
    return {
        "case_id": file.case.reference,
        "kind": file.report.kind.value,
        "language": Language.ENGLISH.value,
        "office": {"name": settings.office.name, "website": settings.office.website},
        "local_policing_body": _body(settings, file),
        "chief_officer": _chief_officer(settings, force, file, first),
        "force": _force(force, first),
        "report": {"title": file.report.title, "published_on": file.published.isoformat()},
        "last_day": file.last_day.isoformat(),
        "graded_areas": [{"area": a.area, "grade": a.grade or None} for a in file.areas],
        "findings": _findings(file),
        **_comments(file, first),
        "signatory": _signatory(session, settings, file),
        "signed_on": _signed_on(file),
        "planned_publication_on": _planned_on(file),
        "checked_on": checked_on.isoformat(),
        "lateness_reason": file.case.lateness_reason or None,
        "people": _people(settings, file),
    }


def _body(settings: OfficeSettings, file: Dossier) -> dict[str, str]:
    holder = settings.holder_of(Role.SIGNATORY, file.published)
    name = holder.name if holder else settings.body.name
    return {"type": settings.body.type, "title": settings.body.title, "name": name}


def _chief_officer(
    settings: OfficeSettings, force: Force | None, file: Dossier, track: CaseForce | None
) -> dict[str, str]:
    on = (track and track.received_on) or file.published
    officer: ChiefOfficer | None = settings.chief_officer(force, on) if force else None
    return {
        "title": officer.title if officer else "",
        "name": officer.name if officer else "",
    }


def _force(force: Force | None, track: CaseForce | None) -> dict[str, Any]:
    if force is None:
        return {"name": track.force_key if track else "", "aliases": []}
    return {"name": force.name, "aliases": list(force.aliases)}


def _findings(file: Dossier) -> list[dict[str, Any]]:
    cited = references(file.findings)
    grades = {area.area: area.grade for area in file.areas}
    return [_finding(one, cited[one.key], grades.get(one.area, "")) for one in file.findings]


def _finding(one: Finding, reference: str, grade: str) -> dict[str, Any]:
    ours = one.concerns is AddresseeGroup.OUR_FORCE
    due = {"raw": one.deadline_raw, "date": _iso(one.deadline_on)} if one.deadline_raw else None
    return {
        "ref": reference,
        "class": one.klass.value,
        "text": one.text,
        "area": one.area or None,
        "grade": grade or None,
        "addressee": "force" if ours else joined(json.loads(one.addressees)) or None,
        "deadline": due,
    }


def _comments(file: Dossier, track: CaseForce | None) -> dict[str, Any]:
    spoken = track is not None and track.state in SPOKEN
    final = file.final_comments(track.force_key) if track and spoken else None
    return {
        "invited_on": _iso(track.invited_on) if track else None,
        "comments_due_on": _iso(track.comments_due_on) if track else None,
        "comments_received_on": _iso(track.received_on) if track and final else None,
        "chief_officer_comments": list(paragraphs_of(final)) if final else [],
    }


def _signatory(session: Session, settings: OfficeSettings, file: Dossier) -> dict[str, str]:
    round_ = file.round
    row = session.get(Person, round_.signatory_id) if round_ and round_.signatory_id else None
    on = round_.dated if round_ else file.published
    person = settings.person(row.key) if row else settings.holder_of(Role.SIGNATORY, on)
    if person is None:
        return {"name": "", "title": settings.body.title}
    role = next((r for r in (Role.SIGNATORY, Role.DEPUTY_SIGNATORY) if person.held(r, on)), None)
    title = settings.title_of(person, role, on) if role else settings.body.title
    return {"name": person.name, "title": title}


def _signed_on(file: Dossier) -> str | None:
    """Return the date a fully signed response bears; None while it is a draft."""
    round_ = file.round
    if round_ is None or round_.state is not RoundState.COMPLETE or file.case.stage in DRAFTED:
        return None
    return round_.dated.isoformat()


def _planned_on(file: Dossier) -> str | None:
    if file.case.responded_on:
        return file.case.responded_on.isoformat()
    planned = file.case.planned_for
    return planned.astimezone(LONDON).date().isoformat() if planned else None


def _people(settings: OfficeSettings, file: Dossier) -> list[dict[str, str]]:
    """Return everybody a response may name, with what they are."""
    on = file.published
    people = [
        {"name": person.name, "role": role}
        for person in settings.people
        for role in sorted(held.value for held in person.roles_on(on))
    ]
    officers = [
        {"name": officer.name, "role": officer.title}
        for force in settings.forces
        for officer in force.chief_officers
        if officer.holds(on)
    ]
    return people + officers


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
