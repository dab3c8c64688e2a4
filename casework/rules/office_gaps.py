"""What an office's settings leave open on a day: warnings, not faults."""

from collections.abc import Iterator
from datetime import date, timedelta

from casework.rules.wording import british_date
from models.shapes.office import Copy, Delegation, OfficeSettings
from models.words import Role

ENDS_SOON = timedelta(days=56)
"""A case opened today may still need whatever ends within its period."""

COPIES: tuple[Copy, ...] = ("inspectors", "secretary_of_state")


def office_gaps(settings: OfficeSettings, today: date) -> tuple[str, ...]:
    """Return what nobody could do today under these settings, one sentence each."""
    return (
        *_roles_without_holder(settings, today),
        *_posts_without_holder(settings, today),
        *_delegations_that_end(settings, today),
    )


def _roles_without_holder(settings: OfficeSettings, today: date) -> Iterator[str]:
    for name, route in settings.routes.items():
        for step in route.steps:
            if not settings.holders_of(step.role, today) and not _stands_in(
                settings, step.role, today
            ):
                role = step.role.value.replace("_", " ")
                yield (
                    f"Nobody holds the role {role} today, so the step {step.step.value} "
                    f"of the route “{name}” cannot be done."
                )


def _stands_in(settings: OfficeSettings, role: Role, today: date) -> bool:
    return any(settings.acts_for(person, role, today) for person in settings.people)


def _posts_without_holder(settings: OfficeSettings, today: date) -> Iterator[str]:
    for force in settings.forces:
        if settings.chief_officer(force, today) is None:
            yield f"{force.name} has no chief officer today, so nobody there can be invited."
    for copy in COPIES:
        if settings.recipient(copy, today) is None:
            yield f"There is no recipient “{copy}” today, so no copy can be sent there."


def _delegations_that_end(settings: OfficeSettings, today: date) -> Iterator[str]:
    for leave in settings.delegations:
        if leave.until and leave.holds(today) and leave.until - today < ENDS_SOON:
            yield _ends(leave, leave.until)


def _ends(leave: Delegation, until: date) -> str:
    return f"The delegation to “{leave.to}” ({leave.instrument}) ends on {british_date(until)}."
