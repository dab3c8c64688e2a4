"""Every cell of the table, tried by function: role × stage × act."""

import re
from itertools import count
from pathlib import Path

import pytest

from casework.rules.authority import AUTHORITY
from models.words import Role, Stage
from tests.authority.digest import changed, digest
from tests.authority.doing import EVERY_WAY, NOTHING, let_in, tried
from tests.authority.refused_besides import BESIDES
from tests.authority.scenes import Scenes
from tests.authority.stages import Stages

NOT_ON_THE_RECORD = frozenset({"guestdraft"})
"""What a guest typed and has not sent: the way to send it puts it there."""
MOVES_A_CASE = {
    "end_case",
    "reopen_case",
    "hold_report",
    "check_in",
    "take_updates",
    "send_back",
    "void_signatures",
    "schedule",
    "unschedule",
    "correct",
    "sign",
    "submit",
}
"""Acts in which a role is asked for once more, by the table of moves: every role does them."""


@pytest.mark.parametrize("stage", Stage)
def test_what_the_table_does_not_allow_is_refused_and_leaves_no_trace(
    stage: Stage, stages: Stages, tmp_path: Path
) -> None:
    service = Scenes(stages, tmp_path).at(stage).service
    before = digest(service.record, NOT_ON_THE_RECORD)
    for act in EVERY_WAY:
        power = AUTHORITY[act]
        for role in sorted(set(Role) - power.by):
            said = tried(act, service, role, stage)
            assert said.startswith("WrongHandError: "), (act, role, said)
        if stage not in power.stages:
            for role in sorted(power.by)[:2]:
                assert tried(act, service, role, stage), (act, role)
    assert changed(before, digest(service.record, NOT_ON_THE_RECORD)) == []


@pytest.mark.parametrize("stage", Stage)
def test_what_the_table_allows_is_not_refused_for_role_or_stage(
    stage: Stage, stages: Stages, tmp_path: Path
) -> None:
    service = Scenes(stages, tmp_path).at(stage).service
    turn = count(list(Stage).index(stage))
    for act in EVERY_WAY:
        power = AUTHORITY[act]
        if stage not in power.stages:
            continue
        roles = sorted(power.by)
        # Each role has its turn at some act and stage; where it matters twice, all have.
        fully = roles if act in MOVES_A_CASE else [roles[next(turn) % len(roles)]]
        for role in fully:
            said = tried(act, service, role, stage)
            may = BESIDES.get(act, "^$")
            assert said in {"", NOTHING} or re.search(may, said), (act, role, said)
        for role in roles:
            assert let_in(act, service, role, stage), (act, role)
