"""Prepares the invitation to the chief officer."""

from datetime import datetime

from prefect import flow, task

from casework.comments import invite
from casework.dispatch import WITHOUT_ENGINE, carry_out
from casework.record.hand import the_service
from casework.wiring import doors
from flows.clock import moment


@flow(name="invite-comments", flow_run_name="invite-comments {case_reference}")
def invite_comments(case_reference: str, now: datetime | None = None) -> int:
    """Prepare the invitation of every force of a case that has none yet.

    Starts when: a case is opened.
    Leaves behind: the letter in Word and the e-mail, ready; sent only after
    the report is out. Police Act 1996 s.55(4).
    Waits for a person: no. A person sends it, unless the office lets the service.
    """
    prepared = prepare_invitations(case_reference, moment(now))
    send_what_is_due(moment(now))
    return prepared


@task
def prepare_invitations(case_reference: str, now: datetime) -> int:
    """Return how many invitations are new."""
    door = doors()
    return invite(door.record, the_service(now), case_reference, door.library)


@task
def send_what_is_due(now: datetime) -> list[str]:
    """Return what became of every letter that was due."""
    return carry_out(doors(), now, WITHOUT_ENGINE)
