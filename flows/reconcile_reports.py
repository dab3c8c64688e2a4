"""Compares the whole published list with the record, once a week."""

from datetime import datetime

from prefect import flow, task

from casework.record.hand import the_service
from casework.watching import reconcile
from casework.wiring import doors
from flows.clock import moment


@flow(name="reconcile-reports", flow_run_name="reconcile-reports")
def reconcile_reports(now: datetime | None = None) -> str:
    """Say on the record what was published, and that nothing was missed.

    Starts when: the clock says so, every working day; once it has succeeded it
    does nothing more until the next week.
    Leaves behind: one result for each week; a letter to the policy officers.
    Waits for a person: no.
    """
    return compare_lists(moment(now))


@task
def compare_lists(now: datetime) -> str:
    """Return the result in one sentence."""
    door = doors()
    return reconcile(door.record, the_service(now), door.visitor)
