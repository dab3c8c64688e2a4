"""Every command that acts, given by everybody at every stage: the same table holds."""

from collections.abc import Iterator

import pytest

from casework.rules.authority import AUTHORITY
from models.words import Stage
from tests.authority.command_cells import NO_ACT, CommandCells, first_of_each
from tests.authority.door import How, faults, place_of, to_answer, to_decide
from tests.authority.learning import Acts, Lessons, learnt
from tests.authority.scenes import Scenes
from tests.authority.straight import at_once


@pytest.fixture(scope="module")
def door(tmp_path_factory: pytest.TempPathFactory) -> Iterator[CommandCells]:
    """Give a terminal."""
    with at_once(), pytest.MonkeyPatch.context() as patched:
        made = CommandCells(tmp_path_factory.mktemp("terminal"), patched)
        patched.chdir(made.folder)
        yield made


@pytest.fixture(scope="module")
def acts(door: CommandCells, scenes: Scenes, lessons: Lessons) -> Acts:
    """Give the acts behind the commands: of several ways to ask for one, the first."""
    lines = door.lines()
    found = lessons.once("commands", lines, lambda: learnt(lines, scenes, door.enter, door.send))
    return first_of_each(lines, found)


def test_every_command_that_takes_somebody_s_name_leads_to_an_act_of_the_table(
    door: CommandCells, acts: Acts
) -> None:
    without = {line.name for line in door.lines()} - {line.name for line in acts}
    assert without == NO_ACT.keys()
    assert {name for found in acts.values() for name in found} <= AUTHORITY.keys()


@pytest.mark.parametrize("stage", Stage)
def test_the_table_decides_for_everybody_at_every_command(
    stage: Stage, door: CommandCells, acts: Acts, scenes: Scenes
) -> None:
    wrong = faults(door, scenes.at(stage), to_decide(acts, acts, stage))
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("stage", Stage)
def test_a_command_the_table_does_not_allow_is_refused_in_one_sentence(
    stage: Stage, door: CommandCells, acts: Acts, scenes: Scenes
) -> None:
    cells = (one for one in to_answer(acts, place_of(stage)) if one.how is How.REFUSED)
    wrong = faults(door, scenes.at(stage), cells)
    assert not wrong, "\n".join(wrong)
