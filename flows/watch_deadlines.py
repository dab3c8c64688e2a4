"""Recomputes every deadline from the record and prepares what is due."""

from datetime import datetime

from prefect import flow, task

from casework.access import forget_old_requests
from casework.colleagues import tell_colleagues
from casework.comments import close_silent, prepare_chasers
from casework.dispatch import WITHOUT_ENGINE, carry_out
from casework.errors import CaseworkError
from casework.record.hand import the_service
from casework.record.page_work import forget_old_work
from casework.record.register import open_references
from casework.reminders import sweep, write_calendar
from casework.wiring import doors
from flows.clock import moment


@flow(name="watch-deadlines", flow_run_name="watch-deadlines")
def watch_deadlines(now: datetime | None = None) -> int:
    """Tell everybody what is due, each thing once; record silence; write the calendar.

    Starts when: the clock says so, every morning.
    Leaves behind: chasers and reminders, one letter to each person however
    long the service was down; letters to colleagues of whom something is
    wanted; the day's anchor of all histories; an .ics file.
    Waits for a person: no.
    """
    watch_comments(moment(now))
    told = tell_everybody(moment(now))
    say_what_is_wanted(moment(now))
    send_and_write_calendar(moment(now))
    forget_what_is_old(moment(now))
    return told


@task
def watch_comments(now: datetime) -> list[str]:
    """Prepare due chasers and record silence. Returns what stood in the way."""
    door = doors()
    troubles = []
    for reference in open_references(door.record):
        try:
            close_silent(door.record, the_service(now), reference)
            prepare_chasers(door.record, the_service(now), reference, door.library)
        except CaseworkError as fault:
            # One case must not keep the others from their chasers.
            troubles.append(f"{reference}: {fault}")
    return troubles


@task
def tell_everybody(now: datetime) -> int:
    """Return how many letters of reminder are new."""
    return sweep(doors().record, the_service(now))


@task
def say_what_is_wanted(now: datetime) -> int:
    """Return how many letters to colleagues are new: each thing wanted is told once."""
    return tell_colleagues(doors().record, the_service(now))


@task
def send_and_write_calendar(now: datetime) -> None:
    """Send what is due, and lay out the calendar."""
    carry_out(doors(), now, WITHOUT_ENGINE)
    write_calendar(doors().record)


@task
def forget_what_is_old(now: datetime) -> int:
    """Return how much is forgotten that is no part of the history, and is kept for a month.

    Requests of other systems, and long work of the front desk that is over.
    """
    record = doors().record
    return forget_old_requests(record, now) + forget_old_work(record, now)
