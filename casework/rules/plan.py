"""The office's fifty-six days: milestones, the date for comments, reminders, escalation.

The law knows one day, the last. The others are the office's own, and move
with the publication date whenever it moves: they are never stored.
"""

from collections.abc import Collection, Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date, timedelta

from casework.rules.deadlines import day_of_period, response_due, target_day
from casework.rules.working_days import working_day_on_or_after, working_day_on_or_before
from models.shapes.route import Escalation, LeadTimes, Route
from models.words import FINISHED, SignatureStep, Stage

USUAL_PLAN = (
    ("press_lines", "Embargoed copy read and press lines ready", -5),
    ("triage", "Report out: is it ours, who leads, which route", 1),
    ("invitation", "Chief officer invited to comment", 2),
    ("findings_agreed", "Findings agreed with the force, questions sent to colleagues", 5),
    ("steer", "Steer given for the body’s own comments", 10),
    ("accountability_meeting", "Meeting that settles the body’s own action", 30),
    ("fact_check", "Force has checked a named version for facts", 35),
    ("internal_review", "Finance and communications have read it", 43),
    ("web", "On the website", 53),
)
"""Key, name and day of the usual plan; day 1 is the day of publication."""

STEP_NAMES = {
    SignatureStep.SUBMITTED: "Submitted for signature",
    SignatureStep.APPROVED: "Approved",
    SignatureStep.SIGNED: "Signed",
}

COMMENTS, TARGET, LAST = "comments_due", "target", "last_day"
"""Milestones that follow from a rule, not from a day of the plan."""

STEER = "steer"
"""The milestone of the steer for the body's own comments."""

MEETING = "accountability_meeting"
"""The milestone of the meeting that settles the body's own action."""

EMBARGOED_ONLY = "press_lines"
"""The milestone of a case that is opened on an embargoed copy."""

PLAN_KEYS = frozenset(key for key, _, _ in USUAL_PLAN)
"""Milestones whose day an office may change, or leave out on a route."""

FORWARD_STAGES = (
    Stage.OPENED,
    Stage.CONFIRMED,
    Stage.IN_REVIEW,
    Stage.SIGNING,
    Stage.SIGNED,
    Stage.SCHEDULED,
    Stage.PUBLISHED,
    Stage.CLOSED,
)


@dataclass(frozen=True, slots=True)
class Milestone:
    """Something that should be done by a day of the plan."""

    key: str
    name: str
    day: int
    """Day of the period on which it falls, after the move to a working day."""
    on: date


def _milestone(published: date, key: str, name: str, on: date) -> Milestone:
    return Milestone(key, name, (on - published).days + 1, on)


def _worked(published: date, number: int, holidays: AbstractSet[date]) -> date:
    """Return a day of the plan moved to a working day.

    It moves to the front, because early is safe; but what follows publication
    never moves to before it, since nobody may be invited to comment till then.
    """
    day = day_of_period(published, number)
    moved = working_day_on_or_before(day, holidays)
    if day >= published > moved:
        return working_day_on_or_after(day, holidays)
    return moved


def _planned(route: Route, lead: LeadTimes, *, embargoed: bool) -> Iterable[tuple[str, str, int]]:
    """Yield key, name and day: the plan as this office, route and case have it."""
    for key, name, day in USUAL_PLAN:
        if key not in route.leave_out and (embargoed or key != EMBARGOED_ONLY):
            yield key, name, lead.milestone_days.get(key, day)
    for number, step in enumerate(route.steps, start=1):
        seen = any(earlier.step is step.step for earlier in route.steps[: number - 1])
        key = f"{step.step.value}_{number}" if seen else step.step.value
        yield key, STEP_NAMES[step.step], step.lead_day


def milestones(
    published: date,
    route: Route,
    lead: LeadTimes,
    holidays: AbstractSet[date],
    *,
    embargoed: bool = False,
) -> tuple[Milestone, ...]:
    """Return the plan of a case, earliest first; all but the last day are working days."""
    days = {
        (key, name): _worked(published, number, holidays)
        for key, name, number in _planned(route, lead, embargoed=embargoed)
    }
    days[COMMENTS, "Chief officer’s comments due"] = comments_due_day(published, lead, holidays)
    days[TARGET, "Office’s target for publication"] = target_day(published, holidays)
    days[LAST, "Last day to publish the response"] = response_due(published)
    plan = [_milestone(published, key, name, on) for (key, name), on in days.items()]
    return tuple(sorted(plan, key=lambda milestone: milestone.on))


def planned_day(
    key: str, published: date, route: Route, lead: LeadTimes, holidays: AbstractSet[date]
) -> date | None:
    """Return the day of one milestone of the plan, or None where this route does without it."""
    for known, _, day in _planned(route, lead, embargoed=True):
        if known == key:
            return _worked(published, day, holidays)
    return None


def comments_due_day(
    published: date,
    lead: LeadTimes,
    holidays: AbstractSet[date],
    invited_on: date | None = None,
) -> date:
    """Return the date by which the chief officer is asked to comment, a working day.

    It moves on, not back, so that the time given is never shortened. An
    invitation that goes out late still gives the office's least number of
    days, if need be past the last day: the duty to invite does not lapse.
    """
    planned = day_of_period(published, lead.comments_due_day)
    if invited_on is not None:
        planned = max(planned, invited_on + timedelta(days=lead.comments_least_days))
    return working_day_on_or_after(planned, holidays)


def marks_reached(
    last: date, marks: Collection[int], today: date, sent: Collection[int] = ()
) -> tuple[int, ...]:
    """Return the marks (days left before `last`) that have come and were not yet sent.

    After an outage several come at once, the most pressing last: one digest
    says them all, and each counts as sent.
    """
    left = (last - today).days
    return tuple(sorted({m for m in marks if m >= left and m not in sent}, reverse=True))


def reminders_due(
    published: date, lead: LeadTimes, today: date, sent: Collection[int] = ()
) -> tuple[int, ...]:
    """Return the reminders (by days left) that are due today and were not yet sent."""
    if today < published:
        return ()
    return marks_reached(response_due(published), lead.reminders_days_left, today, sent)


def chasers_due(
    invited_on: date,
    comments_due: date,
    lead: LeadTimes,
    today: date,
    sent: Collection[int] = (),
) -> tuple[int, ...]:
    """Return the chasers (by days before the date) that are due today and not yet sent.

    A mark that had passed when the invitation went out is no reason to chase,
    and once the date has passed what follows is silence on the record.
    """
    if today > comments_due:
        return ()
    given = (comments_due - invited_on).days
    marks = [mark for mark in lead.chasers_days_before if mark < given]
    return marks_reached(comments_due, marks, today, sent)


def milestones_passed(
    plan: Iterable[Milestone], today: date, sent: Collection[str] = ()
) -> tuple[Milestone, ...]:
    """Return the milestones whose day has come and that nobody has been told of."""
    return tuple(m for m in plan if m.on <= today and m.key not in sent)


def has_reached(stage: Stage, goal: Stage) -> bool:
    """Return whether a case at this stage has come as far as the goal, or has ended."""
    if stage in FINISHED:
        return True
    return FORWARD_STAGES.index(stage) >= FORWARD_STAGES.index(goal)


def escalations_due(
    published: date, lead: LeadTimes, stage: Stage, today: date, sent: Collection[int] = ()
) -> tuple[Escalation, ...]:
    """Return the escalations due today: the mark has come, the stage has not.

    `sent` holds the marks (days left) already sent for this case.
    """
    left = (response_due(published) - today).days
    return tuple(
        rule
        for rule in sorted(lead.escalations, key=lambda rule: -rule.days_left)
        if left <= rule.days_left and rule.days_left not in sent
        if not has_reached(stage, rule.unless)
    )


def day_to_sign(published: date, route: Route, holidays: AbstractSet[date]) -> date:
    """Return the day by which the last signature of the route is planned."""
    return _worked(published, route.steps[-1].lead_day, holidays)
