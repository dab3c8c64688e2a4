"""The net under everything that an event or a run should have done."""

from datetime import datetime

from prefect import flow, task

from casework.comments import invite
from casework.dispatch import WITHOUT_ENGINE, carry_out
from casework.drafting import write_draft
from casework.errors import CaseworkError
from casework.publication import close_when_copied, publish
from casework.record.hand import the_service
from casework.record.papers import lay_out_missing_copies
from casework.record.register import open_references
from casework.reminders import ask_for_signature, tell_day_one
from casework.watching import open_sighting, unopened
from casework.wiring import doors
from flows.clock import moment


@flow(name="catch-up", flow_run_name="catch-up")
def catch_up(now: datetime | None = None) -> list[str]:
    """Do for every open case whatever an event, a run or a process failed to do.

    Starts when: the clock says so, every fifteen minutes.
    Leaves behind: nothing where all is well; else what was missing.
    Waits for a person: no.
    """
    opened = open_what_was_seen(moment(now))
    troubles = push_every_case(moment(now))
    finish_errands(moment(now))
    return opened + troubles


@task
def open_what_was_seen(now: datetime) -> list[str]:
    """Open the case of every report seen that has none. Returns what could not be opened."""
    door = doors()
    troubles = []
    for key in unopened(door.record):
        try:
            open_sighting(door.record, the_service(now), key, door.visitor)
        except CaseworkError as fault:
            troubles.append(str(fault))
    return troubles


@task
def push_every_case(now: datetime) -> list[str]:
    """Push every open case to where it should be. Returns what stood in the way."""
    troubles = []
    for reference in open_references(doors().record):
        try:
            push(reference, now)
        except CaseworkError as fault:
            # One case must not hold up the others.
            troubles.append(f"{reference}: {fault}")
    return troubles


def push(reference: str, now: datetime) -> None:
    """Run every leg that needs no person for one case."""
    door, hand = doors(), the_service(now)
    tell_day_one(door.record, hand, reference)
    invite(door.record, the_service(now), reference, door.library)
    write_draft(door.record, the_service(now), reference, door.library)
    ask_for_signature(door.record, the_service(now), reference)
    publish(door.record, the_service(now), reference, door.publication)
    close_when_copied(door.record, the_service(now), reference)


@task
def finish_errands(now: datetime) -> list[str]:
    """Carry out what is left on the outbox, and lay out copies that were lost."""
    carry_out(doors(), now, WITHOUT_ENGINE)
    return lay_out_missing_copies(doors().record)
