"""The order of the findings is put right."""

from collections import Counter
from collections.abc import Sequence

from casework.errors import RefusedInputError
from casework.findings.the_list import (
    case_to_change,
    changed,
    every_finding,
    put_in_order,
    standing_finding,
    standing_findings,
)
from casework.record.acts import act
from casework.record.desk import Desk
from casework.rules.wording import joined
from models import Case, Finding


@act("reorder_findings")
def reorder_findings(desk: Desk, reference: str, keys: Sequence[str]) -> int:
    """Put the findings into this order; every one that stands is named once."""
    case = case_to_change(desk, reference)
    named = [standing_finding(desk, case, key) for key in keys]
    _check_whole(case, named, standing_findings(desk, case))
    _put(desk, case, named, named[0].key)
    return len(named)


@act("move_finding")
def move_finding(desk: Desk, reference: str, key: str, before: str = "") -> str:
    """Move a finding before another one, or to the end. Returns its key."""
    case = case_to_change(desk, reference)
    moved = standing_finding(desk, case, key)
    rest = [one for one in standing_findings(desk, case) if one is not moved]
    if before and standing_finding(desk, case, before) is moved:
        raise RefusedInputError(f"{moved.key} cannot stand before itself: name another finding.")
    place = rest.index(standing_finding(desk, case, before)) if before else len(rest)
    _put(desk, case, [*rest[:place], moved, *rest[place:]], moved.key)
    return moved.key


def _put(desk: Desk, case: Case, wanted: Sequence[Finding], key: str) -> None:
    # A dropped finding keeps its place among the others, for the day it is restored.
    coming = iter(wanted)
    every = every_finding(desk, case)
    put_in_order(one if one.dropped_because else next(coming) for one in every)
    if any(desk.is_changed(one) for one in every):
        changed(desk, case, "findings_reordered", key, order=" ".join(one.key for one in wanted))


def _check_whole(case: Case, named: Sequence[Finding], standing: Sequence[Finding]) -> None:
    keys = [one.key for one in named]
    twice = [key for key, times in Counter(keys).items() if times > 1]
    missing = [one.key for one in standing if one.key not in keys]
    if twice:
        raise RefusedInputError(f"{joined(twice)} is named twice: name every finding once.")
    if missing or not keys:
        message = (
            f"Name every finding of {case.reference} once, in the new order: "
            f"{joined(missing) or 'all'} is missing."
        )
        raise RefusedInputError(message)
