"""An office's routes to a signature and the days of its plan."""

from typing import Annotated, Self

from pydantic import AfterValidator, Field, field_validator, model_validator

from models.shapes.setting import Number, Setting, YesNo
from models.words import ReportKind, Role, SignatureStep, Stage

FIRST_DAY, LAST_DAY = 1, 56
"""Days of the period of the Police Act 1996 s.55(5A)."""


def _in_the_period(day: int) -> int:
    if not FIRST_DAY <= day <= LAST_DAY:
        message = f"must be a day of the period, {FIRST_DAY} to {LAST_DAY}, not {day}"
        raise ValueError(message)
    return day


def _not_negative(days: int) -> int:
    if days < 0:
        message = f"must be a number of days, 0 or more, not {days}"
        raise ValueError(message)
    return days


PlanDay = Annotated[Number, AfterValidator(_in_the_period)]
DaysBefore = Annotated[Number, AfterValidator(_not_negative)]


class RouteStep(Setting):
    """One signature of a route: what it says, whose it is, and by which day."""

    step: SignatureStep
    role: Role
    lead_day: PlanDay


class Route(Setting):
    """The signatures a response needs, in order."""

    kinds: tuple[ReportKind, ...] = ()
    """Kinds of report that take this route; empty: every kind no other route takes."""
    causes_of_concern: YesNo = False
    """Whether a report with a cause of concern takes this route, whatever its kind."""
    steps: tuple[RouteStep, ...] = Field(min_length=1)
    leave_out: tuple[str, ...] = ()
    """Keys of milestones that a case on this route does without."""

    @field_validator("steps")
    @classmethod
    def _from_submission_to_signature(cls, steps: tuple[RouteStep, ...]) -> tuple[RouteStep, ...]:
        message = _fault_of_steps(steps)
        if message:
            raise ValueError(message)
        return steps


def _fault_of_steps(steps: tuple[RouteStep, ...]) -> str | None:
    """Return what is wrong with the steps of a route, or None."""
    kinds = [step.step for step in steps]
    days = [step.lead_day for step in steps]
    pairs = {(step.step, step.role) for step in steps}
    faults = {
        "must name at least two different roles: nobody approves their own draft": (
            len({step.role for step in steps}) == 1
        ),
        "must begin with the one step “submitted”": (
            kinds[0] != SignatureStep.SUBMITTED or kinds.count(SignatureStep.SUBMITTED) > 1
        ),
        "must end with the one step “signed”": (
            kinds[-1] != SignatureStep.SIGNED or kinds.count(SignatureStep.SIGNED) > 1
        ),
        "must be signed by the role “signatory”; a deputy signs by a delegation": (
            steps[-1].role is not Role.SIGNATORY
        ),
        "must not ask the same role for the same step twice": len(pairs) < len(steps),
        "must have lead days that do not go backwards": days != sorted(days),
    }
    return next((fault for fault, found in faults.items() if found), None)


class Escalation(Setting):
    """Whom to tell when a case has not come far enough by a number of days left."""

    days_left: Number
    """Days between that day and the last day; negative: days past it."""
    unless: Stage
    """Nobody is told once the case has reached this stage."""
    to: tuple[Role, ...] = Field(min_length=1)


class LeadTimes(Setting):
    """The days of the office's own plan. The last day itself is the law's."""

    comments_due_day: PlanDay = 21
    """Day by which the chief officer is asked to comment, moved on to a working day."""
    comments_least_days: DaysBefore = 7
    """Days a chief officer is given at least when the invitation goes out late."""
    chasers_days_before: tuple[DaysBefore, ...] = (7, 2)
    """Days before the date for comments on which a chaser is prepared."""
    reminders_days_left: tuple[DaysBefore, ...] = (28, 14, 7, 3, 1, 0)
    milestone_days: dict[str, Number] = Field(default_factory=dict)
    """Other days than the plan's own, by the key of the milestone."""
    escalations: tuple[Escalation, ...] = (
        Escalation(days_left=10, unless=Stage.SIGNING, to=(Role.CHIEF_EXECUTIVE,)),
        Escalation(
            days_left=5,
            unless=Stage.SIGNED,
            to=(Role.CHIEF_EXECUTIVE, Role.MONITORING_OFFICER),
        ),
        Escalation(
            days_left=-1,
            unless=Stage.PUBLISHED,
            to=(Role.CHIEF_EXECUTIVE, Role.MONITORING_OFFICER, Role.SIGNATORY),
        ),
    )

    @model_validator(mode="after")
    def _marks_are_told_apart(self) -> Self:
        marks = [step.days_left for step in self.escalations]
        if len(marks) != len(set(marks)):
            message = "has two escalations for the same number of days left"
            raise ValueError(message)
        return self


def step_of(step: SignatureStep, role: Role, lead_day: int) -> RouteStep:
    """Return a step of a route."""
    return RouteStep(step=step, role=role, lead_day=lead_day)


FULL_ROUTE = Route(
    causes_of_concern=True,
    steps=(
        step_of(SignatureStep.SUBMITTED, Role.POLICY_OFFICER, 38),
        step_of(SignatureStep.APPROVED, Role.CHIEF_EXECUTIVE, 45),
        step_of(SignatureStep.SIGNED, Role.SIGNATORY, 49),
    ),
)
SHORT_ROUTE = Route(
    kinds=(ReportKind.THEMATIC,),
    steps=(
        step_of(SignatureStep.SUBMITTED, Role.POLICY_OFFICER, 35),
        step_of(SignatureStep.SIGNED, Role.SIGNATORY, 45),
    ),
    leave_out=("fact_check", "internal_review"),
)
"""The signature of a short route is usually a deputy's, under a dated delegation."""


def usual_routes() -> dict[str, Route]:
    """Return the routes of an office that names none."""
    return {"full": FULL_ROUTE, "short": SHORT_ROUTE}
