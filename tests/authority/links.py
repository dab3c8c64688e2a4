"""Links as a door: of each kind one that works, and one for each reason why it may not."""

from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any, Final

from sqlmodel import Session, select

from casework.access import hash_of
from casework.record.desk import find_case, found
from models import (
    CalendarLink,
    Case,
    CaseForce,
    GuestDraft,
    GuestLink,
    GuestStatement,
    Person,
    Report,
    SignInLink,
)
from models.words import CommentsClass, GuestPurpose, SaidByLink, Stage
from tests.authority.scenes import Scene
from tests.authority.stages import CASE, GONE
from tests.builders import OFFICER

OTHER_CASE: Final = "S55-2022-777"
OTHER_TITLE: Final = "An inspection of quite another thing"
FORCE: Final = "warwickshire"


class Kind(StrEnum):
    """What a link is for."""

    COMMENTS = "comments"
    CHECK = "check"
    CALENDAR = "calendar"
    SIGN_IN = "sign-in"


class State(StrEnum):
    """What became of a link."""

    LIVE = "live"
    TOO_OLD = "too old"
    TAKEN_BACK = "taken back, or used"
    ANOTHER_S = "of another case, or of somebody who has left"
    OTHER_OFFICE = "of another office"
    UNKNOWN = "of nobody"


GUEST_KINDS: Final = (Kind.COMMENTS, Kind.CHECK)
NEVER_MADE: Final = {(Kind.CALENDAR, State.TOO_OLD)}
"""The address of a calendar does not grow old."""
EVERY_LINK: Final = [(k, s) for k in Kind for s in State if (k, s) not in NEVER_MADE]


def secret_of(kind: Kind, state: State) -> str:
    """Return the secret of a link."""
    return f"secret-{kind.name}-{state.name}".lower()


def lay_links(scene: Scene) -> dict[Kind, int]:
    """Put every link on the record of a scene. Returns the number of what came by the live ones.

    By the link for comments: a draft that waits to be sent has the same number as the receipt.
    """
    record = scene.service.record
    with record.writing() as session:
        office = record.office(session)
        case = find_case(session, found(office.id), CASE)
        other_case = _another_case(session, case)
        other_office = _copied(session, office, key="elsewhere")
        arrived: dict[Kind, int] = {}
        for kind, state in EVERY_LINK:
            if state is State.UNKNOWN:
                continue
            of_office = other_office if state is State.OTHER_OFFICE else office
            on_case = other_case if state is State.ANOTHER_S else case
            row = _row(session, kind, state, on_case, scene.now)
            row.office_id = of_office.id
            session.add(row)
            session.flush()
            if kind in GUEST_KINDS and state is State.LIVE:
                arrived[kind] = _arrived(session, row, scene.now)
        session.commit()
    return arrived


def _row(session: Session, kind: Kind, state: State, case: Case, now: datetime) -> Any:
    secret = hash_of(secret_of(kind, state))
    ended = now - timedelta(hours=1) if state is State.TAKEN_BACK else None
    # To the very moment: a link is too old when its time is up.
    expires = now if state is State.TOO_OLD else now + timedelta(minutes=10)
    whose = GONE if state is State.ANOTHER_S else OFFICER
    person = session.exec(select(Person).where(Person.key == whose)).one().id or 0
    made: dict[str, Any] = {"office_id": 0, "secret_sha256": secret}
    made["made_at"] = now - timedelta(days=1)
    if kind is Kind.CALENDAR:
        return CalendarLink(person_id=person, revoked_at=ended, **made)
    if kind is Kind.SIGN_IN:
        return SignInLink(person_id=person, used_at=ended, expires_at=expires, **made)
    known = session.exec(select(GuestLink).where(GuestLink.version == 1)).first()
    is_check = kind is Kind.CHECK
    return GuestLink(
        case_id=found(case.id),
        force_key=FORCE,
        purpose=GuestPurpose.FACT_CHECK if is_check else GuestPurpose.COMMENTS,
        version=int(is_check),
        copy_sha256=known.copy_sha256 if known and is_check else None,
        made_by_id=person,
        expires_at=expires,
        revoked_at=ended,
        **made,
    )


def _arrived(session: Session, link: Any, now: datetime) -> int:
    is_check = link.purpose is GuestPurpose.FACT_CHECK
    who: dict[str, Any] = {
        "name": "Alex Marsh",
        "rank": "Staff officer",
        "email": "alex.marsh@warwickshire-police.example",
    }
    said = GuestStatement(
        id=7000 + is_check,
        office_id=link.office_id,
        case_id=link.case_id,
        link_id=link.id,
        kind=SaidByLink.POINT if is_check else SaidByLink.NO_COMMENTS,
        said_at=now,
        **who,
    )
    draft = GuestDraft(
        id=7000 + is_check,
        office_id=link.office_id,
        link_id=link.id,
        klass=CommentsClass.DRAFT,
        cleared_by="",
        file_name="c.txt",
        data=b"We welcome it.",
        paragraphs='["We welcome it."]',
        warnings="[]",
        made_at=now,
        **who,
    )
    session.add_all([said, draft])
    return 7000 + is_check


def _another_case(session: Session, case: Case) -> Case:
    report = _copied(session, session.get(Report, case.report_id), title=OTHER_TITLE)
    other = _copied(
        session,
        case,
        reference=OTHER_CASE,
        report_id=report.id,
        stage=Stage.OPENED,
        planned_for=None,
    )
    force = select(CaseForce).where(CaseForce.case_id == case.id)
    _copied(session, session.exec(force).first(), case_id=other.id)
    return other  # type: ignore[no-any-return]


def _copied(session: Session, row: Any, **other: Any) -> Any:
    new = type(row)(**{**row.model_dump(exclude={"id"}), **other})
    session.add(new)
    session.flush()
    return new
