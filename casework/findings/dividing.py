"""One finding becomes several, or several become one; no word and no answer is lost."""

from collections.abc import Sequence

from sqlmodel import select

from casework.errors import RefusedInputError
from casework.findings.right import reckon_deadline
from casework.findings.the_list import (
    case_to_change,
    changed,
    every_finding,
    next_key,
    put_in_order,
    standing_finding,
)
from casework.reading.clean_text import composed
from casework.record.acts import act
from casework.record.desk import Desk, found
from casework.record.drafts import was_handed_in
from casework.record.papers import find_document
from casework.rules.finding_lines import parts_at, put_together
from models import Answer, Case, Finding

ANSWER_PLACES = ("answer", "force")
"""What stands beside a finding in the response: the body's words, the force's position."""


@act("split_finding")
def split_finding(desk: Desk, reference: str, key: str, lines: Sequence[int]) -> list[str]:
    """Split a finding before these lines of its text. Returns the keys of its parts.

    The first part keeps the key and the text first read; each bullet goes
    with its line, and takes its stem along.
    """
    case = case_to_change(desk, reference)
    whole = standing_finding(desk, case, key)
    first, *others = parts_at(whole.text, lines)
    every = every_finding(desk, case)
    place = every.index(whole) + 1
    fresh: list[Finding] = []
    for words in others:
        fresh.append(_part(desk, whole, next_key([*every, *fresh]), words))
    whole.text = first
    for row in (whole, *fresh):
        reckon_deadline(row, case.published_on or case.candidate_on)
        row.accepted_at, row.accepted_by_id = desk.hand.at, desk.person_id
    put_in_order([*every[:place], *fresh, *every[place:]])
    desk.session.add_all(fresh)
    desk.session.flush()
    keys = [row.key for row in fresh]
    changed(desk, case, "finding_split", whole.key, into=" ".join(keys))
    return [whole.key, *keys]


@act("merge_findings")
def merge_findings(desk: Desk, reference: str, keys: Sequence[str]) -> str:
    """Make several findings one, under the key of the first named. Returns that key.

    The others leave the list with the reason "merged into f003"; their text
    stays on the record, and their answers join those of the first.
    """
    case = case_to_change(desk, reference)
    rows = [standing_finding(desk, case, key) for key in keys]
    _check_mergeable(rows)
    kept, *others = rows
    in_order = sorted(rows, key=lambda row: row.position)
    kept.text = put_together([row.text for row in in_order])
    kept.narrative = put_together([row.narrative for row in in_order if row.narrative])
    reckon_deadline(kept, case.published_on or case.candidate_on)
    kept.accepted_at, kept.accepted_by_id = desk.hand.at, desk.person_id
    _children_follow(desk, case, kept, others)
    for row in others:
        _answers_follow(desk, case, kept, row)
        row.dropped_because = f"merged into {kept.key}"
    merged = " ".join(row.key for row in others)
    changed(desk, case, "findings_merged", kept.key, merged=merged)
    return kept.key


def _part(desk: Desk, whole: Finding, key: str, words: str) -> Finding:
    return Finding(
        office_id=desk.office_id,
        case_id=whole.case_id,
        key=key,
        position=whole.position,
        klass=whole.klass,
        text=composed(words),
        original_text=composed(words),
        area=whole.area,
        addressees=whole.addressees,
        concerns=whole.concerns,
        concerns_because=whole.concerns_because,
        parent=whole.parent,
    )


def _check_mergeable(rows: Sequence[Finding]) -> None:
    if len({row.key for row in rows}) < max(2, len(rows)):
        raise RefusedInputError("Name two findings or more to merge, each of them once.")
    if len({row.klass for row in rows}) > 1:
        message = (
            "Findings of different classes are not merged: correct the class first, "
            "with `section55 finding correct --class`."
        )
        raise RefusedInputError(message)


def _children_follow(desk: Desk, case: Case, kept: Finding, others: Sequence[Finding]) -> None:
    gone = {row.key for row in others}
    for row in every_finding(desk, case):
        if row.parent in gone:
            row.parent = kept.key if row is not kept else ""


def _answers_follow(desk: Desk, case: Case, kept: Finding, gone: Finding) -> None:
    document = find_document(desk.session, case)
    if document and was_handed_in(desk, document):
        return  # the Word file owns the answers now, and holds them where they stood
    for place in ANSWER_PLACES:
        source = _answer(desk, case, f"{gone.key}_{place}")
        if source is None or not source.text:
            continue
        target = _answer(desk, case, f"{kept.key}_{place}") or Answer(
            office_id=desk.office_id, case_id=found(case.id), place=f"{kept.key}_{place}"
        )
        target.text = put_together([text for text in (target.text, source.text) if text])
        target.owner, target.due = target.owner or source.owner, target.due or source.due
        desk.session.add(target)
        desk.session.flush()


def _answer(desk: Desk, case: Case, place: str) -> Answer | None:
    wanted = select(Answer).where(Answer.case_id == case.id, Answer.place == place)
    return desk.session.exec(wanted).first()
