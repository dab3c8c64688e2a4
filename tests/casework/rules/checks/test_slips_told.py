"""What the checks say of slips in whole responses: nothing of it changes unseen."""

import pytest

from tests.slips_told import PRINTED, cases, in_short, observed

KNOWN = PRINTED.read_text(encoding="utf-8")
"""After a change that is meant: `python -m tests.slips_told`, and look at what differs."""


@pytest.mark.parametrize("case", cases(), ids=lambda case: "-".join(map(str, case)))
def test_every_slip_is_told_where_it_was_told_before(case: tuple[str, str, int]) -> None:
    known = KNOWN[KNOWN.index(next(in_short(case, []))) :].split("\n")
    told = list(in_short(case, observed(case)))
    after = next(n for n, line in enumerate([*known[1:], ""], 1) if not line.startswith("  "))
    assert told == known[:after]
