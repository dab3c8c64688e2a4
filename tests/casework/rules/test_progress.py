"""The table of moves: every stage can be reached and left, and only signatories sign."""

import pytest

from casework.errors import IllegalMoveError
from casework.rules.progress import (
    MOVES,
    OFFICERS,
    SIGNERS,
    Move,
    check_move,
    may_move,
    roles_for,
)
from models.words import WAYS_OUT, Role, Stage
from tests.generated_docs import PAGES, difference


def test_every_stage_can_be_reached() -> None:
    reached = {Stage.OPENED}
    for _ in Stage:
        reached |= {move.end for move in MOVES if move.start in reached}
    assert reached == set(Stage)


def test_every_stage_can_be_left() -> None:
    assert {move.start for move in MOVES} == set(Stage)


def test_from_every_stage_the_case_can_still_be_closed() -> None:
    closing = {Stage.CLOSED}
    for _ in Stage:
        closing |= {move.start for move in MOVES if move.end in closing}
    assert closing == set(Stage)


def test_only_the_signatory_signs_off() -> None:
    signers = {role for move in MOVES if move.end is Stage.SIGNED for role in move.by}
    into = {move.start: move.by for move in MOVES if move.end is Stage.SIGNED}
    assert into[Stage.SIGNING] == SIGNERS
    # The other way into it takes nobody's signature: the moment is taken back.
    assert into.keys() == {Stage.SIGNING, Stage.SCHEDULED}
    assert signers >= SIGNERS


def test_every_move_names_who_and_says_when() -> None:
    for move in MOVES:
        assert move.by, move
        assert move.when.strip(), move
        assert move.start is not move.end


def test_no_move_stands_twice() -> None:
    pairs = [(move.start, move.end) for move in MOVES]
    assert len(pairs) == len(set(pairs))


def test_nothing_is_published_that_was_not_scheduled_and_signed() -> None:
    before = {move.start for move in MOVES if move.end is Stage.PUBLISHED}
    assert before == {Stage.SCHEDULED, Stage.CLOSED}
    assert {m.start for m in MOVES if m.end is Stage.SCHEDULED} == {Stage.SIGNED}


@pytest.mark.parametrize("way", sorted(WAYS_OUT))
def test_a_way_out_is_an_officers_and_leads_back(way: Stage) -> None:
    assert roles_for(Stage.IN_REVIEW, way) == OFFICERS
    assert may_move(way, Stage.OPENED, Role.POLICY_OFFICER)
    assert not may_move(Stage.PUBLISHED, way, Role.CHIEF_EXECUTIVE)


def test_a_refused_move_says_which_and_to_whom() -> None:
    with pytest.raises(IllegalMoveError, match="A case cannot move from opened to published"):
        check_move(Stage.OPENED, Stage.PUBLISHED, Role.CHIEF_EXECUTIVE)
    with pytest.raises(IllegalMoveError, match="policy officer cannot move a case from signing"):
        check_move(Stage.SIGNING, Stage.SIGNED, Role.POLICY_OFFICER)


@pytest.mark.parametrize("name", PAGES)
def test_a_printed_page_is_what_the_code_says(name: str) -> None:
    assert difference(name) == ""


def test_the_page_of_stages_names_every_stage_and_move() -> None:
    page = PAGES["stages.md"]()
    for stage in Stage:
        assert stage.value.replace("_", " ") in page
    for move in MOVES:
        assert move.when in page


def test_a_move_is_refused_to_whoever_may_not_make_it_and_to_nobody_else() -> None:
    check_move(Stage.SIGNING, Stage.SIGNED, Role.SIGNATORY)
    with pytest.raises(IllegalMoveError, match="policy officer"):
        check_move(Stage.SIGNING, Stage.SIGNED, Role.POLICY_OFFICER)


@pytest.mark.parametrize("move", MOVES, ids=lambda move: f"{move.start}-{move.end}")
def test_the_roles_of_a_move_are_those_of_the_table(move: Move) -> None:
    assert roles_for(move.start, move.end) == move.by


def test_a_move_the_table_does_not_hold_is_nobodys() -> None:
    assert roles_for(Stage.OPENED, Stage.SIGNED) == frozenset()
