"""What a report contains becomes rows of its case: forces, graded areas, findings."""

import json

from casework.record.desk import Desk, found
from casework.rules.evidence import with_quotation
from models import Case, CaseForce, Finding, GradedArea
from models.shapes.office import Force
from models.shapes.reading import ReadFinding, ReadReport
from models.words import AddresseeGroup


def write_contents(desk: Desk, case: Case, forces: list[Force], read: ReadReport) -> None:
    """Write the forces, graded areas and findings of a report onto its case."""
    number = found(case.id)
    for force in forces:
        row = CaseForce(office_id=desk.office_id, case_id=number, force_key=force.key)
        desk.session.add(row)
    for position, area in enumerate(read.graded_areas, start=1):
        desk.session.add(
            GradedArea(
                office_id=desk.office_id,
                case_id=number,
                position=position,
                area=area.area,
                grade=area.grade or "",
            )
        )
    keys = {finding.id: f"f{n:03d}" for n, finding in enumerate(read.findings, start=1)}
    for position, finding in enumerate(read.findings, start=1):
        desk.session.add(_finding(desk, case, position, finding, keys))
    desk.session.flush()


def _finding(
    desk: Desk, case: Case, position: int, finding: ReadFinding, keys: dict[str, str]
) -> Finding:
    return Finding(
        office_id=desk.office_id,
        case_id=found(case.id),
        position=position,
        key=keys[finding.id],
        klass=finding.klass,
        number=finding.number or "",
        text=finding.text,
        original_text=finding.text,
        narrative=finding.narrative or "",
        area=finding.area or "",
        addressees=json.dumps(list(finding.addressees), ensure_ascii=False),
        concerns=finding.concerns or AddresseeGroup.OTHERS,
        concerns_because=with_quotation(finding.concerns_because or "", finding.text),
        parent=keys.get(finding.parent or "", ""),
        deadline_raw=finding.deadline.raw or "",
        deadline_kind=finding.deadline.kind,
        deadline_on=finding.deadline.day,
        deadline_assumed=finding.deadline.assumed,
    )
