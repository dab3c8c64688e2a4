"""Every form of the front desk, sent by everybody at every stage: the same table holds."""

from collections.abc import Iterator

import pytest

from casework.rules.authority import AUTHORITY
from models.words import Stage
from tests.authority.door import faults, place_of, to_answer, to_decide
from tests.authority.learning import Acts, Lessons, learnt
from tests.authority.page_cells import NO_ACT, PageCells
from tests.authority.scenes import Scenes
from tests.authority.straight import at_once


@pytest.fixture(scope="module")
def door(scenes: Scenes) -> Iterator[PageCells]:
    """Give the front desk."""
    with at_once():
        made = PageCells(scenes.at(Stage.OPENED))
        yield made
        made.close()


@pytest.fixture(scope="module")
def acts(door: PageCells, scenes: Scenes, lessons: Lessons) -> Acts:
    """Give the acts behind every form of somebody who is signed in."""
    forms = door.of_colleagues()
    return lessons.once("pages", forms, lambda: learnt(forms, scenes, door.enter, door.send))


def test_every_form_leads_to_an_act_of_the_table_or_says_why_not(
    door: PageCells, acts: Acts
) -> None:
    assert set(door.of_colleagues()) - set(acts) == set(NO_ACT)
    assert {name for found in acts.values() for name in found} <= set(AUTHORITY)


@pytest.mark.parametrize("stage", Stage)
def test_the_table_decides_for_everybody_at_every_form(
    stage: Stage, door: PageCells, acts: Acts, scenes: Scenes
) -> None:
    cells = to_decide(door.of_colleagues(), acts, stage)
    wrong = faults(door, scenes.at(stage), cells)
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("stage", Stage)
def test_a_whole_answer_refuses_in_words_or_does_what_fits_the_stage(
    stage: Stage, door: PageCells, acts: Acts, scenes: Scenes
) -> None:
    wrong = faults(door, scenes.at(stage), to_answer(acts, place_of(stage)))
    assert not wrong, "\n".join(wrong)
