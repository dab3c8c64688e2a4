"""The list of findings of one case, and what every change of it has in common."""

from collections.abc import Iterable

from sqlmodel import col, select

from casework.errors import NotAllowedError, NotFoundError
from casework.record.desk import Desk, spoken
from casework.rules.powers import WITH_SIGNERS
from models import Case, Finding
from models.words import Stage

"""Characters below which a reason says nothing ("n/a", "ok")."""


def case_to_change(desk: Desk, reference: str) -> Case:
    """Return the case whose findings are about to change; refuse where they may not."""
    case = desk.open_case(reference)
    if case.stage is Stage.PUBLISHED:
        message = f"{case.reference} is published: correct the published response instead."
        raise NotAllowedError(message)
    check_unsigned(case, "the findings change")
    return case


def changed(desk: Desk, case: Case, what: str, key: str, **facts: str | None) -> None:
    """Write a change of the list down, and have the draft follow."""
    desk.note(what, case, finding=key, **facts)
    desk.wake("draft-response", case)


def check_unsigned(case: Case, change: str) -> None:
    """Refuse a change once signing has opened."""
    if case.stage in WITH_SIGNERS:
        message = (
            f"{case.reference} is {spoken(case.stage)}: send it back before {change}, "
            "because signatures bind the text."
        )
        raise NotAllowedError(message)


def every_finding(desk: Desk, case: Case) -> list[Finding]:
    """Return the findings of a case in their order, those taken off the list too."""
    wanted = select(Finding).where(Finding.case_id == case.id)
    return list(desk.session.exec(wanted.order_by(col(Finding.position), col(Finding.id))))


def standing_findings(desk: Desk, case: Case) -> list[Finding]:
    """Return the findings that stand on the list."""
    return [one for one in every_finding(desk, case) if not one.dropped_because]


def finding_with(desk: Desk, case: Case, key: str) -> Finding:
    """Return the finding with this key, on the list or off it."""
    for finding in every_finding(desk, case):
        if finding.key == key.strip().lower():
            return finding
    message = (
        f"{case.reference} has no finding {key}: `section55 show {case.reference}` lists them."
    )
    raise NotFoundError(message)


def standing_finding(desk: Desk, case: Case, key: str) -> Finding:
    """Return the finding with this key; refuse one that was taken off the list."""
    finding = finding_with(desk, case, key)
    if finding.dropped_because:
        message = f"{finding.key} is off the list ({finding.dropped_because}): restore it first."
        raise NotAllowedError(message)
    return finding


def next_key(every: Iterable[Finding]) -> str:
    """Return the key of the next finding: keys are never used twice."""
    last = max((int(one.key.removeprefix("f")) for one in every), default=0)
    return f"f{last + 1:03d}"


def put_in_order(rows: Iterable[Finding]) -> None:
    """Give the findings the positions in which they stand here."""
    for position, row in enumerate(rows, start=1):
        row.position = position
