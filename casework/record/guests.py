"""Guests: people of a force who come by a link for one case, and what they said by it.

They are nobody of the office. What they do, the service writes down; who they
say they are stands beside it, and nowhere in the history.
"""

from dataclasses import dataclass
from datetime import date, datetime

from sqlmodel import Session, col, select

from casework.errors import NotAllowedError, NotFoundError, RefusedInputError
from casework.record.desk import Desk, found
from casework.record.dossier import Dossier, dossier
from casework.record.hand import LONDON
from casework.record.tracks import force_name
from casework.record.warnings import Remedy, warn
from casework.rules.tellers import LONGEST_WORDS, Teller
from casework.rules.wording import british_date
from models import Case, CaseForce, GuestLink, GuestStatement
from models.words import FINISHED, CommentsClass, GuestPurpose, SaidByLink


@dataclass(frozen=True, slots=True)
class Guest:
    """What a link opens: one force in one case, and nothing beside."""

    link: GuestLink
    file: Dossier
    force: CaseForce

    @property
    def case(self) -> Case:
        """Return the one case."""
        return self.file.case


@dataclass(frozen=True, slots=True)
class Statement:
    """What a guest said, beside who they say they are."""

    kind: SaidByLink
    teller: Teller
    words: str = ""
    klass: CommentsClass | None = None
    cleared_by: str = ""
    wanted_until: date | None = None
    submission_id: int | None = None
    remark: int = 0


def admitted(session: Session, office_id: int, secret_sha256: str, now: datetime) -> Guest:
    """Return what a link opens; refuse one that is unknown, taken back, too old or too early."""
    link = session.exec(
        select(GuestLink).where(
            GuestLink.office_id == office_id, GuestLink.secret_sha256 == secret_sha256
        )
    ).first()
    if link is None:
        message = (
            "This link is not known here: copy it whole from the e-mail that brought it, "
            "or ask the office for a new one."
        )
        raise NotFoundError(message)
    _refuse_dead(link, now)
    file = dossier(session, found(session.get(Case, link.case_id)))
    force = next((one for one in file.forces if one.force_key == link.force_key), None)
    if force is None or file.case.stage in FINISHED or now < file.release:
        message = "This link cannot be used now: ask the office that gave it to you."
        raise NotAllowedError(message)
    return Guest(link, file, force)


def _refuse_dead(link: GuestLink, now: datetime) -> None:
    if link.revoked_at is not None:
        message = "The office has taken this link back: ask the office for a new one."
        raise NotAllowedError(message)
    if link.expires_at <= now:
        day = british_date(link.expires_at.astimezone(LONDON).date())
        message = f"This link worked until {day}: ask the office for a new one."
        raise NotAllowedError(message)


def guest_at(desk: Desk, secret_sha256: str, purpose: GuestPurpose) -> Guest:
    """Return the guest behind an act, their case put on it; refuse an act of another purpose."""
    guest = admitted(desk.session, desk.office_id, secret_sha256, desk.now)
    if guest.link.purpose is not purpose:
        raise NotAllowedError("This link is for something else: it cannot do this.")
    desk.open_case(guest.case.reference)
    return guest


def state(desk: Desk, guest: Guest, said: Statement, headline: str, text: str) -> int:
    """Write down what a guest said, and tell whoever leads the case. Returns its number."""
    _check(said)
    row = GuestStatement(
        office_id=desk.office_id,
        case_id=found(guest.case.id),
        link_id=found(guest.link.id),
        kind=said.kind,
        name=said.teller.name,
        rank=said.teller.rank,
        email=said.teller.email,
        klass=said.klass,
        cleared_by=said.cleared_by,
        words=said.words,
        wanted_until=said.wanted_until,
        submission_id=said.submission_id,
        remark=said.remark,
        said_at=desk.hand.at,
    )
    desk.session.add(row)
    desk.session.flush()
    desk.note("said_by_link", guest.case, link=row.link_id, statement=row.id, kind=said.kind.value)
    name, reference = force_name(desk, guest.force), guest.case.reference
    told = f"{name}, {said.teller.named}, by the link for {reference}:\n\n{text}"
    remedy = Remedy(f"/cases/{reference}/comments")
    warn(desk, guest.case, f"guest:{row.id}", f"{reference}: {name} {headline}", told, remedy)
    return found(row.id)


def _check(said: Statement) -> None:
    for _, sentence in said.teller.faults():
        raise RefusedInputError(sentence)
    if len(said.words) > LONGEST_WORDS:
        message = f"This is longer than {LONGEST_WORDS:,} characters: send it in parts."
        raise RefusedInputError(message)


def statements_of(
    session: Session, case_id: int, force_key: str = "", purpose: GuestPurpose | None = None
) -> list[GuestStatement]:
    """Return what was said by links in a case, the latest first; of one force and purpose."""
    wanted = (
        select(GuestStatement)
        .join(GuestLink, col(GuestStatement.link_id) == GuestLink.id)
        .where(GuestStatement.case_id == case_id)
    )
    if force_key:
        wanted = wanted.where(GuestLink.force_key == force_key)
    if purpose:
        wanted = wanted.where(GuestLink.purpose == purpose)
    return list(session.exec(wanted.order_by(col(GuestStatement.id).desc())))


def page_open_until(session: Session, case_id: int, force_key: str, now: datetime) -> date | None:
    """Return until when a force can answer on its page by a link; None while it has no link."""
    ends = [
        link.expires_at
        for link in links_of(session, case_id)
        if link.force_key == force_key
        and link.purpose is GuestPurpose.COMMENTS
        and link.revoked_at is None
        and now < link.expires_at
    ]
    return max(ends).astimezone(LONDON).date() if ends else None


def links_of(session: Session, case_id: int) -> list[GuestLink]:
    """Return every link made for a case, the latest first."""
    wanted = select(GuestLink).where(GuestLink.case_id == case_id)
    return list(session.exec(wanted.order_by(col(GuestLink.id).desc())))
