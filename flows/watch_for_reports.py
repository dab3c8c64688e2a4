"""Looks in every source for newly published reports."""

from datetime import datetime

from prefect import flow, task

from casework.record.hand import the_service
from casework.watching import watch
from casework.wiring import doors
from flows.clock import moment


@flow(name="watch-for-reports", flow_run_name="watch-for-reports")
def watch_for_reports(now: datetime | None = None) -> list[str]:
    """Look at every source once, and announce what is new.

    Starts when: the clock says so, in office hours.
    Leaves behind: what was seen on the record, an announcement for each new
    report, an alarm for each source whose silence may not be real.
    Waits for a person: no.
    """
    return look_at_sources(moment(now))


@task
def look_at_sources(now: datetime) -> list[str]:
    """Return the keys of the reports that are new."""
    door = doors()
    return watch(door.record, the_service(now), door.visitor, door.mailbox)
