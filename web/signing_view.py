"""What the pages of signing show: the rounds, who has signed, what changed since."""

from dataclasses import dataclass

from sqlmodel import Session, col, select

from casework.errors import NotAllowedError
from casework.record.conditions import waiting_condition
from casework.record.dossier import Dossier
from casework.record.hand import Hand
from casework.rules.signing import Given, next_step
from casework.sign_off import Turn, turn_of
from models import Case, Condition, Person, Signature, SigningRound
from models.shapes.office import OfficeSettings
from models.shapes.route import RouteStep
from models.words import Stage
from web.visits import Visit


@dataclass(frozen=True, slots=True)
class StepLine:
    """One step of the route, and the signature given at it, if one is."""

    step: RouteStep
    signature: Signature | None
    is_next: bool


@dataclass(frozen=True, slots=True)
class Since:
    """An earlier text this one can be compared with."""

    version: int
    words: str


def step_lines(settings: OfficeSettings, file: Dossier) -> list[StepLine]:
    """Return every step of the route of a case."""
    route = settings.routes[file.case.route]
    given = [Given(row.step, row.role, "") for row in file.signatures]
    following = next_step(route, given) if file.round else None
    by_step = {(row.step, row.role): row for row in file.signatures}
    return [
        StepLine(step, by_step.get((step.step, step.role)), step is following)
        for step in route.steps
    ]


def turn_for(here: Visit, reference: str) -> Turn:
    """Return whether the next signature is for the visitor to give, and as what."""
    told = here.visitor.told_roles
    look = Hand(now=here.place.now, person=here.visitor.person.key, roles=told)
    return turn_of(here.record, look, reference)


def check_turn(here: Visit, reference: str) -> None:
    """Refuse a visitor who may not give the next signature: they are asked for no code."""
    turn = turn_for(here, reference)
    if turn.step is None:
        raise NotAllowedError(turn.why_not)


def to_certify(session: Session, settings: OfficeSettings, file: Dossier) -> Condition | None:
    """Return the approval subject to amendments that a second officer may certify now."""
    if file.round is None or file.case.stage is not Stage.SIGNING:
        return None
    given = [Given(row.step, row.role, "") for row in file.signatures]
    step = next_step(settings.routes[file.case.route], given)
    return waiting_condition(session, file.case, step)


def rounds_of(session: Session, case: Case) -> list[SigningRound]:
    """Return every round of signing of a case, the void ones too, oldest first."""
    wanted = select(SigningRound).where(SigningRound.case_id == case.id)
    return list(session.exec(wanted.order_by(col(SigningRound.number))))


def seen_before(session: Session, file: Dossier, person_key: str) -> Since | None:
    """Return the text a person signed last, or else that of the round before; None if none was."""
    if file.round is None:
        return None
    earlier = [r for r in rounds_of(session, file.case) if r.number < file.round.number]
    if not earlier:
        return None
    signed = select(Signature.round_id).join(Person, col(Person.id) == Signature.person_id)
    mine = set(session.exec(signed.where(Person.key == person_key)))
    own = [one for one in earlier if one.id in mine]
    if own:
        return Since(own[-1].copy_version, "since you signed it last")
    return Since(earlier[-1].copy_version, "since it was last submitted")
