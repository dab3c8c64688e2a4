"""The inspectors' own number and status of a finding, where they are known.

They are no part of the response, so they may be set at any stage: the
inspectors close a recommendation long after it was answered.
"""

from casework.errors import RefusedInputError
from casework.findings.the_list import finding_with
from casework.reading.clean_text import composed, on_one_line
from casework.record.acts import act
from casework.record.desk import Desk


@act("number_finding")
def number_finding(desk: Desk, reference: str, key: str, number: str = "", status: str = "") -> str:
    """Set the number by which the inspectors track a finding, its status, or both."""
    case = desk.case(reference)
    finding = finding_with(desk, case, key)
    given, said = (on_one_line(composed(words)) for words in (number, status))
    if not given and not said:
        raise RefusedInputError("Give the inspectors' number, or its status with --status.")
    finding.inspectors_number = given or finding.inspectors_number
    finding.inspectors_status = said or finding.inspectors_status
    if desk.is_changed(finding):
        desk.note("finding_numbered", case, finding=finding.key, number=given, status=said)
    return finding.key
