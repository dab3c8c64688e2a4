"""Who may give which signature of a route.

Two rules stand above every office's own: nobody approves what they wrote, and
at least two people have had the response in their hands.
"""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date

from casework.errors import NotAllowedError, RefusedInputError, WrongHandError
from casework.rules.wording import british_date
from models.shapes.office import Delegation, OfficeSettings, Person
from models.shapes.route import Route, RouteStep
from models.words import ReportKind, Role, SignatureStep

MOST_AMENDMENTS = 20
"""Of one approval. Whoever wants more wants another text: that is sent back."""
LONGEST_AMENDMENT = 500
"""Characters: the words of one change."""


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
    raise WrongHandError(message)


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


@dataclass(frozen=True, slots=True)
class Amendment:
    """One change to which an approval is subject."""

    words: str
    place: str = ""
    """Key of the marked place it is about; empty for the document as a whole."""


@dataclass(frozen=True, slots=True)
class Conditional:
    """An approval subject to amendments, as a later round of signing meets it."""

    step: SignatureStep
    role: Role
    person: str
    """Key of whoever gave it."""
    is_taken: bool
    """Whether every amendment was taken, in full."""


def listed(amendments: Sequence[Amendment]) -> tuple[Amendment, ...]:
    """Return the amendments of an approval, bare of what says nothing; refuse what is no list."""
    bare = (Amendment(" ".join(one.words.split()), one.place.strip()) for one in amendments)
    kept = tuple(dict.fromkeys(one for one in bare if one.words))
    if not kept:
        raise RefusedInputError("List the amendments, one on each line.")
    if len(kept) > MOST_AMENDMENTS:
        message = (
            f"These are {len(kept)} amendments, and an approval is subject to at most "
            f"{MOST_AMENDMENTS}: send it back instead, and say why."
        )
        raise RefusedInputError(message)
    long = next((one for one in kept if len(one.words) > LONGEST_AMENDMENT), None)
    if long:
        message = (
            f"The amendment “{long.words[:40]}…” is longer than {LONGEST_AMENDMENT} characters: "
            "say it in fewer words, or hand in an edit."
        )
        raise RefusedInputError(message)
    return kept


def answers(conditional: Conditional, step: RouteStep | None) -> bool:
    """Return whether an approval subject to amendments may stand at this step, once certified."""
    wanted = (step.step, step.role) if step else None
    return conditional.is_taken and (conditional.step, conditional.role) == wanted


def check_certifier(officer: str, conditional: Conditional, editors: AbstractSet[str]) -> None:
    """Refuse a certificate by whoever gave the approval, or had a hand in the text since.

    `editors` are the keys of everybody who made a version between the two texts.
    """
    if officer == conditional.person:
        message = (
            "Nobody certifies their own amendments: approve the new text, or ask a colleague "
            "to certify."
        )
        raise NotAllowedError(message)
    if officer in editors:
        message = (
            "You made an edit of this text since then, so you cannot certify that only the "
            "amendments were made: a second officer must."
        )
        raise NotAllowedError(message)
