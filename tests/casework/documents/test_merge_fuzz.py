"""A merge keeps its laws whatever people did to the file: a fixed list of rounds by chance.

The large run, with other numbers and many more of them, is in `make bench`.
"""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime
from functools import cache
from typing import TYPE_CHECKING

import pytest

from casework.documents.merge import SERVICE, merge
from tests.editors import laws
from tests.editors.hands import LOUD, ODD, QUIET, WAYS
from tests.editors.mutants import MUTANTS, Mutant
from tests.editors.rounds import Round, Sort, a_round

if TYPE_CHECKING:
    from models.shapes.merging import Merged
    from tests.editors.laws import Judgement

AT = datetime(2022, 11, 20, 9, 0, tzinfo=UTC)

FOUND_FAULTS = (
    66, 137, 160, 241, 265, 297, 306, 316, 350, 359, 530, 532, 559, 566, 762, 1027,
    1104, 1373, 1410, 1515,
)  # fmt: skip
"""Rounds that once caught this merge in a fault: words lost from view, order, silence, refusal."""
RARE = (83, 127)
"""Rounds of files that went through other programs."""
SEEDS = (*range(60), *RARE, *FOUND_FAULTS)
MUTATED = range(14)


@cache
def played(seed: int) -> Round:
    """Return a round; the same one serves several tests."""
    return a_round(seed)


def merged_of(one: Round) -> Merged:
    return merge(one.base.data, one.theirs, one.mine.data, AT)


def told(found: Judgement) -> str:
    """Return the faults of a merge, one in a line."""
    return "\n".join(f"{fault.law}: {fault.words}" for fault in found.faults)


def test_the_judges_mean_the_service_that_signs() -> None:
    assert SERVICE == laws.SERVICE


@pytest.mark.parametrize("seed", SEEDS)
def test_a_merge_keeps_every_law(seed: int) -> None:
    one = played(seed)
    found = laws.judge(one, merged_of(one))
    assert not found.faults, told(found)
    assert found.kept_claims == found.claims
    assert found.false_conflicts == 0


@pytest.mark.parametrize("number", range(12))
def test_rare_markup_is_no_edit_and_takes_none_away(number: int) -> None:
    one = a_round(f"odd {number}", sort=Sort.EDITED, hands=ODD)
    found = laws.judge(one, merged_of(one))
    assert not found.faults, told(found)


@pytest.mark.parametrize("seed", range(0, 60, 10))
def test_a_source_that_says_the_same_as_before_adds_nothing(seed: int) -> None:
    one = played(seed)
    merged = merge(one.base.data, one.theirs, one.base.data, AT)
    assert merged.data == one.theirs
    assert not merged.proposes


@pytest.mark.parametrize("seed", range(1, 60, 10))
def test_equal_files_give_an_equal_merge(seed: int) -> None:
    one = played(seed)
    assert merged_of(one) == merged_of(one)


def test_the_rounds_hold_every_kind_of_edit() -> None:
    kinds: Counter[str] = Counter()
    ways = set()
    for seed in SEEDS:
        kinds += played(seed).ledger.kinds
        ways.add(played(seed).way)
    assert {hand.__name__ for hand in (*LOUD, *QUIET)} <= set(kinds)
    assert {way.__name__ for way in WAYS} <= ways
    assert {played(seed).sort for seed in SEEDS} == set(Sort)


@cache
def sound_merges() -> list[tuple[Round, Merged]]:
    """Return merges to be broken: of files edited by people, with the service's regions."""
    rounds = [played(seed) for seed in MUTATED]
    return [(one, merged_of(one)) for one in rounds if one.sort is Sort.EDITED and one.ours]


@pytest.mark.parametrize("mutant", MUTANTS, ids=lambda mutant: mutant.breaks.__name__)
def test_a_broken_merge_is_caught(mutant: Mutant) -> None:
    broken = [
        (one, bad) for one, good in sound_merges() if (bad := mutant.breaks(one, good)) is not None
    ]
    caught = [{fault.law for fault in laws.judge(one, bad).faults} for one, bad in broken[:6]]
    assert caught, "No round gave this mutant anything to break."
    assert all(caught), "A broken merge passed every law."
    assert any(mutant.law in names for names in caught)
