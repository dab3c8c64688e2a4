"""Writes the next draft of a response."""

from datetime import datetime

from prefect import flow, get_run_logger, task

from casework.drafting import said_of_draft, write_draft
from casework.record.hand import the_service
from casework.wiring import doors
from flows.clock import moment


@flow(name="draft-response", flow_run_name="draft-response {case_reference}")
def draft_response(case_reference: str, now: datetime | None = None) -> int:
    """Write the next draft of a response, if what the record says has changed.

    Starts when: a case is opened, or what it says has changed.
    Leaves behind: a new version on the record, a copy in outputs/.
    Waits for a person: no.
    """
    return write_next_draft(case_reference, moment(now))


@task
def write_next_draft(case_reference: str, now: datetime) -> int:
    """Return the number of the new version; 0 if nothing has changed."""
    door = doors()
    number = write_draft(door.record, the_service(now), case_reference, door.library)
    get_run_logger().info(
        "%s: %s", case_reference, said_of_draft(door.record, case_reference, number)
    )
    return number
