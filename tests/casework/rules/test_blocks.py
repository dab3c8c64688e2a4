"""What stands in the way has a key of its own, and passes only by a right strong enough."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.rules.blocks import Block, block_with, still_standing
from casework.rules.check_blocks import (
    NEVER_WAIVED,
    SETTLED_OTHERWISE,
    SHOWN,
    block_of,
    error_blocks,
    key_to_waive,
)
from models.excuses import ExcuseKind
from models.shapes.checking import Observation, Severity

WAIVER, REASON, OVERRIDE = ExcuseKind.WAIVER, ExcuseKind.REASON, ExcuseKind.OVERRIDE


def error(check: str, where: str = "", message: str = "This is wrong.") -> Observation:
    return Observation(check, Severity.ERROR, where, message)


@given(st.text(), st.text())
def test_a_key_is_the_same_for_the_same_thing_however_it_is_spaced(kind: str, about: str) -> None:
    one = Block(kind, "Some words.", f" {about}\n")
    other = Block(kind, "Other words.", about)
    assert (one.key == other.key) == bool(about.split())
    assert len(one.key) == 8
    assert set(one.key) <= set("0123456789abcdef")


def test_things_of_another_kind_or_about_other_words_have_another_key() -> None:
    keys = {Block(kind, words).key for kind in ("region", "remark") for words in ("This.", "That.")}
    assert len(keys) == 4


@pytest.mark.parametrize(
    ("asks", "by", "passes"),
    [
        (WAIVER, WAIVER, True),
        (WAIVER, REASON, False),
        (WAIVER, OVERRIDE, True),
        (REASON, WAIVER, False),
        (REASON, REASON, True),
        (REASON, OVERRIDE, True),
        (OVERRIDE, WAIVER, False),
        (OVERRIDE, REASON, False),
        (OVERRIDE, OVERRIDE, True),
        (None, WAIVER, False),
        (None, OVERRIDE, False),
    ],
)
def test_a_block_passes_by_its_own_right_or_an_override(
    asks: ExcuseKind | None,
    by: ExcuseKind,
    passes: bool,  # noqa: FBT001
) -> None:
    block = Block("check date_order", "The dates cannot be.", let_pass=asks)
    assert block.passes_by(by) is passes
    assert still_standing([block], {(block.key, by)}) == ([] if passes else [block])


def test_what_lets_one_block_pass_leaves_the_others_standing() -> None:
    one, other = Block("date", "One."), Block("date", "Other.")
    assert still_standing([one, other], {(one.key, OVERRIDE)}) == [other]
    assert still_standing([one, other], set()) == [one, other]


def test_a_block_is_found_by_its_key_as_people_type_it() -> None:
    block = Block("date", "One.")
    assert block_with([block], f" {block.key.upper()} ") == block
    assert block_with([block], "00000000") is None


def test_an_error_blocks_once_for_the_same_words_and_a_warning_never() -> None:
    twice = error("misspelt_person", "Philp"), error("misspelt_person", "Philp")
    warning = Observation("misspelt_word", Severity.WARNING, "teh", "Misspelt.")
    note = Observation("misspelt_word", Severity.NOTE, "teh", "Misspelt.")
    (only,) = error_blocks([*twice, warning, note])
    assert only.words == "This is wrong. It says: “Philp”"
    assert only.let_pass is WAIVER


@pytest.mark.parametrize("check", sorted(SETTLED_OTHERWISE))
def test_what_is_settled_otherwise_blocks_nothing(check: str) -> None:
    assert list(error_blocks([error(check)])) == []


@pytest.mark.parametrize("check", sorted(NEVER_WAIVED))
def test_what_nobody_waives_takes_the_monitoring_officer(check: str) -> None:
    (block,) = error_blocks([error(check, "[TBC]")])
    assert block.let_pass is OVERRIDE


def test_what_was_told_already_is_not_told_again() -> None:
    assert list(error_blocks([error("missing_finding")], frozenset({"missing_finding"}))) == []


def test_long_words_are_shown_in_part_and_words_in_the_sentence_not_twice() -> None:
    (long,) = error_blocks([error("date_order", "word " * 60)])
    assert long.words.endswith("word …”")
    assert len(long.words) < len("This is wrong. It says: “”") + SHOWN + 3
    (short,) = error_blocks([error("date_order", "wrong", "This is wrong.")])
    assert short.words == "This is wrong."
    edge = "x" * SHOWN
    (exact,) = error_blocks([error("date_order", edge)])
    assert exact.words.endswith(f"“{edge}”")


def test_an_error_has_a_key_to_waive_it_by_and_what_blocks_nothing_has_none() -> None:
    one = error("date_order", "31 November 2022")
    assert key_to_waive(one) == block_of(one).key
    assert key_to_waive(error("late_publication")) == ""
