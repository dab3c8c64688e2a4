"""Who may give which signature of a route.

Two rules stand above every office's own: nobody approves what they wrote, and
at least two people have had the response in their hands.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from casework.errors import NotAllowedError
from casework.rules.wording import british_date
from models.shapes.office import Delegation, OfficeSettings, Person
from models.shapes.route import Route, RouteStep
from models.words import ReportKind, Role, SignatureStep


@dataclass(frozen=True, slots=True)
class Given:
    """A signature already given in this round."""

    step: SignatureStep
    role: Role
    """The role it was given in: a route may hold two approvals."""
    person: str
    """Key of the person who gave it."""


@dataclass(frozen=True, slots=True)
class Authority:
    """In which role, and by which delegation, somebody may give a signature."""

    role: Role
    delegation: Delegation | None = None

    @property
    def cited(self) -> str:
        """Return the instrument, its day and scope, as a signature cites it."""
        if self.delegation is None:
            return ""
        return (
            f"{self.delegation.instrument}, in force since {british_date(self.delegation.since)} "
            f"({self.delegation.scope})"
        )


def next_step(route: Route, given: Sequence[Given]) -> RouteStep | None:
    """Return the step of the route that is to be given next; None when all are."""
    done = {(one.step, one.role) for one in given}
    return next((step for step in route.steps if (step.step, step.role) not in done), None)


def authority(
    settings: OfficeSettings, person: Person, step: RouteStep, on: date, kind: ReportKind
) -> Authority:
    """Return by what right a person may give a step on a day; refuse if by none."""
    if person.held(step.role, on):
        return Authority(step.role)
    leave = settings.acts_for(person, step.role, on, kind)
    if leave:
        return Authority(step.role, leave)
    needed = step.role.value.replace("_", " ")
    message = (
        f"{person.name} may not give the step “{step.step.value}”: it takes the {needed}, "
        "or somebody with a live delegation from them."
    )
    raise NotAllowedError(message)


def still_holds(
    settings: OfficeSettings, person: Person, role: Role, on: date, kind: ReportKind
) -> bool:
    """Return whether whoever signed may still sign on this day.

    A change of holder between signature and publication wants the response
    adopted anew.
    """
    return (
        person.held(role, on) is not None or settings.acts_for(person, role, on, kind) is not None
    )


def check_hands(
    step: RouteStep, person: Person, given: Sequence[Given], drafter: str | None
) -> None:
    """Refuse an approval by the drafter, and a signature that leaves only one pair of hands."""
    if step.step is SignatureStep.APPROVED and person.key == drafter:
        message = (
            f"{person.name} handed in the last version and may not approve it: "
            "another approver, or a deputy, must."
        )
        raise NotAllowedError(message)
    if step.step is SignatureStep.APPROVED and any(
        one.person == person.key and one.step is SignatureStep.SUBMITTED for one in given
    ):
        message = f"{person.name} submitted it and may not approve it: somebody else must."
        raise NotAllowedError(message)
    hands = {one.person for one in given} | {person.key} | ({drafter} if drafter else set())
    if step.step is SignatureStep.SIGNED and len(hands) < 2:  # noqa: PLR2004  two people
        message = (
            f"Only {person.name} has had this response in hand: a second person must "
            "submit or approve it before it is signed."
        )
        raise NotAllowedError(message)
