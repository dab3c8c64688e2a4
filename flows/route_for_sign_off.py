"""Puts a signing copy before the next person on the route."""

from datetime import datetime

from prefect import flow, task

from casework.dispatch import WITHOUT_ENGINE, carry_out
from casework.record.hand import the_service
from casework.reminders import ask_for_signature
from casework.wiring import doors
from flows.clock import moment


@flow(name="route-for-sign-off", flow_run_name="route-for-sign-off {case_reference}")
def route_for_sign_off(case_reference: str, now: datetime | None = None) -> int:
    """Ask whoever is next on the route for their signature.

    Starts when: a response is submitted, or a signature has been given.
    Leaves behind: one letter for each person asked, with the frozen text.
    Waits for a person: no. The case waits in the stage *signing*.
    """
    asked = ask_next_signatory(case_reference, moment(now))
    send_what_is_due(moment(now))
    return asked


@task
def ask_next_signatory(case_reference: str, now: datetime) -> int:
    """Return how many letters are new."""
    return ask_for_signature(doors().record, the_service(now), case_reference)


@task
def send_what_is_due(now: datetime) -> list[str]:
    """Return what became of every letter that was due."""
    return carry_out(doors(), now, WITHOUT_ENGINE)
