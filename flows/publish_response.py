"""Publishes a signed response that is due, and fetches the proof."""

from datetime import datetime

from prefect import flow, task

from casework.dispatch import WITHOUT_ENGINE, carry_out
from casework.publication import close_when_copied, publish
from casework.record.hand import the_service
from casework.wiring import doors
from flows.clock import moment
from flows.retries import the_outside_failed


@flow(name="publish-response", flow_run_name="publish-response {case_reference}")
def publish_response(case_reference: str, now: datetime | None = None) -> list[str]:
    """Publish a scheduled response whose moment has come, prove it, send the copies.

    Starts when: the moment set has come.
    Leaves behind: the signed bytes with each publisher, the public page as it
    was seen, a copy to the inspectors and to the Secretary of State.
    Waits for a person: no.
    """
    done = hand_over_and_look(case_reference, moment(now))
    send_copies(case_reference, moment(now))
    return done


@task(retries=2, retry_delay_seconds=20, retry_condition_fn=the_outside_failed)
def hand_over_and_look(case_reference: str, now: datetime) -> list[str]:
    """Return what happened; nothing if nothing was due."""
    door = doors()
    return publish(door.record, the_service(now), case_reference, door.publication)


@task
def send_copies(case_reference: str, now: datetime) -> bool:
    """Return whether both copies have gone and the case is closed."""
    carry_out(doors(), now, WITHOUT_ENGINE)
    return close_when_copied(doors().record, the_service(now), case_reference)
