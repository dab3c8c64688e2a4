"""Opens a case when a report has been published."""

from datetime import datetime

from prefect import flow, task

from casework.record.hand import the_service
from casework.reminders import tell_day_one
from casework.watching import open_sighting
from casework.wiring import doors
from flows.clock import moment
from flows.retries import the_outside_failed


@flow(name="open-case", flow_run_name="open-case {report_key}")
def open_case(report_key: str, now: datetime | None = None) -> str:
    """Open the case of one report, and tell whoever leads it.

    Starts when: a new report has been announced (event `hmicfrs.report.published`).
    Leaves behind: one case however often it is announced; the letter of day one.
    Waits for a person: no.
    """
    reference = open_report(report_key, moment(now))
    if reference:
        write_day_one(reference, moment(now))
    return reference


@task(retries=2, retry_delay_seconds=30, retry_condition_fn=the_outside_failed)
def open_report(report_key: str, now: datetime) -> str:
    """Return the reference of the report's case; empty if it is not for this office."""
    door = doors()
    return open_sighting(door.record, the_service(now), report_key, door.visitor)


@task
def write_day_one(reference: str, now: datetime) -> int:
    """Return how many letters of day one are new."""
    return tell_day_one(doors().record, the_service(now), reference)
