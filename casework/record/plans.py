"""The plan of a case: its milestones, on the office's own days and route."""

from datetime import date

from casework.registers.bank_holidays import bank_holidays_around
from casework.rules.plan import MEETING, Milestone, milestones, planned_day
from models.shapes.office import OfficeSettings


def plan_of(
    settings: OfficeSettings, published: date, route: str, *, embargoed: bool
) -> tuple[Milestone, ...]:
    """Return the milestones of a case whose report came out on this day, earliest first."""
    holidays = bank_holidays_around(published)
    chosen = settings.routes[route]
    return milestones(published, chosen, settings.lead_times, holidays, embargoed=embargoed)


def meeting_day(settings: OfficeSettings, published: date, route: str) -> date | None:
    """Return by when a meeting should settle the body's own action; None where none need."""
    chosen, lead = settings.routes[route], settings.lead_times
    return planned_day(MEETING, published, chosen, lead, bank_holidays_around(published))
