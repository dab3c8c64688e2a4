"""The list of findings is put right against the report: one finding at a time."""

from collections.abc import Sequence
from datetime import date

from casework.errors import RefusedInputError
from casework.findings.the_list import (
    case_to_change,
    changed,
    every_finding,
    finding_with,
    next_key,
    put_in_order,
    standing_finding,
)
from casework.reading.clean_text import composed
from casework.record.acts import act
from casework.record.desk import Desk, found
from casework.record.reason import given_reason
from casework.rules.findings.deadlines import deadline_of
from models import Finding
from models.words import AddresseeGroup, DeadlineKind, FindingClass


@act("accept_findings")
def accept_findings(desk: Desk, reference: str, keys: Sequence[str]) -> int:
    """Say that findings stand as the report prints them. Returns how many are new to this.

    The list as a whole is confirmed by an act of its own: that nothing is missing.
    """
    case = case_to_change(desk, reference)
    fresh = [one for one in (standing_finding(desk, case, k) for k in keys) if not one.accepted_at]
    for finding in fresh:
        _accept(desk, finding)
    named = dict.fromkeys(one.key for one in fresh)
    if named:
        desk.note("findings_accepted", case, findings=", ".join(named))
    return len(named)


@act("drop_finding")
def drop_finding(desk: Desk, reference: str, key: str, reason: str) -> str:
    """Take a finding off the list, with the reason. Its text is kept."""
    case = case_to_change(desk, reference)
    finding = finding_with(desk, case, key)
    finding.dropped_because = given_reason(reason)
    if desk.is_changed(finding):
        changed(desk, case, "finding_dropped", finding.key)
    return finding.key


@act("restore_finding")
def restore_finding(desk: Desk, reference: str, key: str) -> str:
    """Put a dropped finding back on the list."""
    case = case_to_change(desk, reference)
    finding = finding_with(desk, case, key)
    finding.dropped_because = ""
    if desk.is_changed(finding):
        changed(desk, case, "finding_restored", finding.key)
    return finding.key


@act("correct_finding")
def correct_finding(
    desk: Desk,
    reference: str,
    key: str,
    text: str,
    *,
    klass: FindingClass | None = None,
    area: str | None = None,
    number: str | None = None,
) -> str:
    """Correct a finding against the report: its text, class, area or printed number.

    The text first read is kept. What is left out (an empty text, None) stays.
    """
    case = case_to_change(desk, reference)
    finding = finding_with(desk, case, key)
    nothing_else = klass is None and area is None and number is None
    if text or nothing_else:
        finding.text = _words(text, "drop it with a reason instead")
        reckon_deadline(finding, case.published_on or case.candidate_on)
    finding.klass = klass or finding.klass
    finding.area = finding.area if area is None else composed(area).strip()
    finding.number = finding.number if number is None else composed(number).strip()
    if finding.accepted_at is None or desk.is_changed(finding):
        _accept(desk, finding)
        changed(desk, case, "finding_corrected", finding.key, klass=klass.value if klass else None)
    return finding.key


@act("regard_finding")
def regard_finding(desk: Desk, reference: str, key: str, whom: AddresseeGroup, why: str) -> str:
    """Say whom a finding concerns: us, our force or others, and why."""
    case = case_to_change(desk, reference)
    finding = finding_with(desk, case, key)
    finding.concerns, finding.concerns_because = whom, given_reason(why)
    if desk.is_changed(finding):
        changed(desk, case, "finding_regarded", finding.key, whom=whom.value)
    return finding.key


@act("add_finding")
def add_finding(
    desk: Desk,
    reference: str,
    klass: FindingClass,
    text: str,
    area: str = "",
    number: str = "",
    after: str = "",
) -> str:
    """Add a finding the reader missed, at the end or after another one. Returns its key."""
    case = case_to_change(desk, reference)
    words = _words(text, "give its text as the report prints it")
    every = every_finding(desk, case)
    place = every.index(finding_with(desk, case, after)) + 1 if after else len(every)
    row = Finding(
        office_id=desk.office_id,
        case_id=found(case.id),
        key=next_key(every),
        position=place,
        klass=klass,
        number=composed(number).strip(),
        text=words,
        original_text=words,
        area=composed(area).strip(),
        deadline_kind=DeadlineKind.NONE,
        concerns=AddresseeGroup.OUR_FORCE,
        concerns_because="added by hand",
    )
    reckon_deadline(row, case.published_on or case.candidate_on)
    _accept(desk, row)
    put_in_order([*every[:place], row, *every[place:]])
    desk.session.add(row)
    desk.session.flush()
    changed(desk, case, "finding_added", row.key)
    return row.key


def reckon_deadline(finding: Finding, published: date) -> None:
    """Read a finding's deadline anew: it stands in the words."""
    read = deadline_of(finding.text, published)
    finding.deadline_raw, finding.deadline_kind = read.raw or "", read.kind
    finding.deadline_on, finding.deadline_assumed = read.day, read.assumed


def _accept(desk: Desk, finding: Finding) -> None:
    finding.accepted_at, finding.accepted_by_id = desk.hand.at, desk.person_id


def _words(text: str, instead: str) -> str:
    words = composed(text).strip()
    if not words:
        raise RefusedInputError(f"A finding cannot be empty: {instead}.")
    return words
