"""What a change of an office's settings does to its open cases, in words, before it is made."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from sqlmodel import Session, col, select

from casework.record.adoption import lapsed
from casework.record.desk import found
from casework.record.dossier import Dossier, dossier
from casework.record.types_kept import written_as
from casework.rules.administration import administrators
from casework.rules.powers import WITH_SIGNERS
from casework.rules.signing import still_holds
from casework.rules.wording import british_date, joined
from models import Case, CaseForce, Office
from models import Person as PersonRow
from models.shapes.office import Copy, OfficeSettings
from models.words import COMMENTS_CLOSED, FINISHED, Role, Stage

NOT_PUBLIC = frozenset(
    {Stage.OPENED, Stage.CONFIRMED, Stage.IN_REVIEW, Stage.SIGNING, Stage.SIGNED, Stage.SCHEDULED}
)
MOST_NAMED = 12
"""Cases that a sentence names before it only counts them."""
COPIES: tuple[Copy, ...] = ("inspectors", "secretary_of_state")


@dataclass(frozen=True, slots=True)
class Turn:
    """Two editions of the settings, the day, and the open cases whoever asks may know of."""

    session: Session
    before: OfficeSettings
    after: OfficeSettings
    today: date
    cases: Sequence[Case]

    def at(self, stages: Iterable[Stage]) -> list[Case]:
        """Return the cases that are at one of these stages."""
        return [case for case in self.cases if case.stage in stages]


def effects(turn: Turn) -> list[str]:
    """Return what the change does to open cases and to people, one sentence each."""
    looks = (
        _signatory,
        _void,
        _chief_officers,
        _routes,
        _plans,
        _copies,
        _publishing,
        _wording,
        _documents,
    )
    return [said for look in (*looks, _leads, _shut_out, _keepers) for said in look(turn)]


def open_cases(
    session: Session, office: Office, may_see: Callable[[Case], bool]
) -> tuple[Case, ...]:
    """Return the cases that have not ended, as far as whoever asks may know of them."""
    wanted = select(Case).where(
        Case.office_id == found(office.id), col(Case.stage).not_in(FINISHED)
    )
    rows = session.exec(wanted.order_by(Case.reference))
    return tuple(case for case in rows if may_see(case))


def _signatory(turn: Turn) -> Iterator[str]:
    old, new = (_holders(settings, turn.today) for settings in (turn.before, turn.after))
    cases = turn.at(NOT_PUBLIC)
    if old != new and cases:
        yield f"The signatory of {_these(cases)} changes: {old} → {new}."


def _holders(settings: OfficeSettings, on: date) -> str:
    names = [person.name for person in settings.holders_of(Role.SIGNATORY, on)]
    return ", ".join(names) or "nobody"


def _void(turn: Turn) -> Iterator[str]:
    void = [case for case in turn.at(WITH_SIGNERS) if _loses(turn, dossier(turn.session, case))]
    if void:
        yield (
            f"Open signatures of the former holder become void: {_these(void)} must be "
            "sent back and signed by the new one."
        )


def _loses(turn: Turn, file: Dossier) -> bool:
    """Return whether the signature of a case, given or asked for, is carried no more."""
    if lapsed(turn.session, turn.before, file, turn.today):
        return False
    if lapsed(turn.session, turn.after, file, turn.today):
        return True
    row = turn.session.get(PersonRow, (file.round and file.round.signatory_id) or 0)
    role = turn.before.routes[file.case.route].steps[-1].role
    held, holds = (
        row is not None
        and (known := settings.person(row.key)) is not None
        and still_holds(settings, known, role, turn.today, file.report.kind)
        for settings in (turn.before, turn.after)
    )
    return held and not holds


def _chief_officers(turn: Turn) -> Iterator[str]:
    for force in turn.after.forces:
        known = turn.before.force(force.key)
        old = turn.before.chief_officer(known, turn.today) if known else None
        new = turn.after.chief_officer(force, turn.today)
        cases = _still_to_comment(turn, force.key)
        if old != new and cases:
            names = [one.styled if one else "nobody" for one in (old, new)]
            yield (
                f"Letters to {force.name} in {_these(cases)} are addressed anew from now on: "
                f"{names[0]} → {names[1]}."
            )


def _still_to_comment(turn: Turn, force_key: str) -> list[Case]:
    ids = {case.id: case for case in turn.cases}
    rows = turn.session.exec(
        select(CaseForce).where(
            CaseForce.force_key == force_key,
            col(CaseForce.case_id).in_(list(ids)),
            col(CaseForce.state).not_in(COMMENTS_CLOSED),
        )
    )
    return [ids[row.case_id] for row in rows]


def _routes(turn: Turn) -> Iterator[str]:
    for name, route in turn.after.routes.items():
        old = turn.before.routes.get(name)
        cases = [case for case in turn.at(NOT_PUBLIC) if case.route == name]
        if old and cases and _path(old) != _path(route):
            yield f"The route of {_these(cases)} changes: {_path(old)} → {_path(route)}."


def _path(route: object) -> str:
    steps = getattr(route, "steps", ())
    return ", ".join(f"{one.step.value} by {one.role.value.replace('_', ' ')}" for one in steps)


def _plans(turn: Turn) -> Iterator[str]:
    def days(settings: OfficeSettings, name: str) -> object:
        route = settings.routes.get(name)
        return settings.lead_times, route and (route.leave_out, [s.lead_day for s in route.steps])

    cases = [
        case
        for case in turn.at(NOT_PUBLIC)
        if days(turn.before, case.route) != days(turn.after, case.route)
    ]
    if cases:
        yield (
            f"The plan of {_these(cases)} is reckoned anew. A date that a force was "
            "already told stays as it was told."
        )


def _copies(turn: Turn) -> Iterator[str]:
    for copy in COPIES:
        old, new = (one.recipient(copy, turn.today) for one in (turn.before, turn.after))
        if old != new and turn.cases:
            names = [one.name + f" ({one.email})" if one else "nobody" for one in (old, new)]
            yield (
                f"Copies not yet sent in {_these(turn.cases)} go to another address: "
                f"{names[0]} → {names[1]}."
            )


def _publishing(turn: Turn) -> Iterator[str]:
    cases = turn.at(NOT_PUBLIC)
    if turn.before.publication != turn.after.publication and cases:
        yield (
            f"{_these(cases)}: published by the new settings. A text that is frozen already "
            "keeps the address it names."
        )


def _wording(turn: Turn) -> Iterator[str]:
    words = ("office", "body", "wording", "welsh", "partners")
    cases = turn.at(NOT_PUBLIC - WITH_SIGNERS)
    if cases and any(getattr(turn.before, w) != getattr(turn.after, w) for w in words):
        yield f"The drafts of {_these(cases)} are offered the new words as a proposal."


def _documents(turn: Turn) -> Iterator[str]:
    was, will = (set(one.documents.switched_off) for one in (turn.before, turn.after))
    if will - was:
        yield f"Nobody is offered {joined(sorted(will - was))} any more."
    if was - will:
        yield f"Officers are offered {joined(sorted(was - will))} again."
    written = written_as(turn.session, turn.before, turn.after, turn.at(NOT_PUBLIC))
    kept = [case for case, _, _ in written]
    if kept:
        yield f"What is written as such stays so: {_these(kept)}."


def _leads(turn: Turn) -> Iterator[str]:
    for person in turn.before.people:
        last = _last_day(turn.after, person.key, turn.today)
        if last is None or _last_day(turn.before, person.key, turn.today) == last:
            continue
        led = [case for case in turn.cases if _lead_of(turn, case) == person.key]
        if led:
            yield f"{person.name} leads {_these(led)} and leaves: say who leads instead."


def _lead_of(turn: Turn, case: Case) -> str:
    row = turn.session.get(PersonRow, case.lead_id) if case.lead_id else None
    return row.key if row else ""


def _shut_out(turn: Turn) -> Iterator[str]:
    for person in turn.before.people:
        last = _last_day(turn.after, person.key, turn.today)
        if last is not None and _last_day(turn.before, person.key, turn.today) != last:
            when = "at once" if last < turn.today else f"after {british_date(last)}"
            yield f"{person.name} holds no role any more, and cannot sign in, {when}."


def _keepers(turn: Turn) -> Iterator[str]:
    old, new = (
        ", ".join(person.name for person in administrators(settings, turn.today))
        for settings in (turn.before, turn.after)
    )
    if old != new:
        yield f"Whoever may change the settings changes: {old} → {new or 'nobody'}."


def _last_day(settings: OfficeSettings, key: str, today: date) -> date | None:
    """Return the day after which somebody holds no role; None while none is in sight."""
    person = next((one for one in settings.people if one.key == key), None)
    ends = [held.until for held in person.roles] if person else [date.min]
    known = [end for end in ends if end is not None]
    if len(known) < len(ends):
        return None
    return max(known) if max(known) >= today else date.min


def _these(cases: Sequence[Case]) -> str:
    named = [case.reference for case in cases[:MOST_NAMED]]
    more = f" and {len(cases) - MOST_NAMED} more" if len(cases) > MOST_NAMED else ""
    word = "case" if len(cases) == 1 else "cases"
    return f"{len(cases)} {word} ({', '.join(named)}{more})"
