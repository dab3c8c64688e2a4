"""Every operation of the API, asked by everybody's token at every stage: the same table holds."""

from collections.abc import Iterator

import pytest

from casework.rules.authority import AUTHORITY
from models.words import Role, Stage
from tests.authority.api_cells import NO_ACT, OF_THE_SYSTEM, ApiCells
from tests.authority.api_door import OPERATIONS
from tests.authority.door import faults, place_of, to_answer, to_decide
from tests.authority.learning import Acts, Lessons, learnt
from tests.authority.scenes import Scenes
from tests.authority.stages import CASE, WHO
from tests.authority.straight import at_once
from tests.web.api_client import Other


@pytest.fixture(scope="module")
def door(scenes: Scenes) -> Iterator[ApiCells]:
    """Give the API."""
    with at_once():
        made = ApiCells(scenes.at(Stage.OPENED))
        yield made
        made.close()


@pytest.fixture(scope="module")
def acts(door: ApiCells, scenes: Scenes, lessons: Lessons) -> Acts:
    """Give the acts behind every operation."""
    return lessons.once(
        "api", OPERATIONS, lambda: learnt(OPERATIONS, scenes, door.enter, door.send)
    )


def test_every_operation_leads_to_the_act_that_its_page_tells(acts: Acts) -> None:
    found = {str(one): acts[one][0] for one in OPERATIONS if one in acts}
    assert {str(one) for one in OPERATIONS} - set(found) == set(NO_ACT)
    assert found == {str(one): one.act for one in OPERATIONS if one in acts}
    assert set(found.values()) <= set(AUTHORITY)


@pytest.mark.parametrize("stage", Stage)
def test_the_table_decides_for_everybody_at_every_operation(
    stage: Stage, door: ApiCells, acts: Acts, scenes: Scenes
) -> None:
    wrong = faults(door, scenes.at(stage), to_decide(OPERATIONS, acts, stage))
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("stage", Stage)
def test_a_whole_answer_refuses_in_words_or_does_what_fits_the_stage(
    stage: Stage, door: ApiCells, acts: Acts, scenes: Scenes
) -> None:
    wrong = faults(door, scenes.at(stage), to_answer(acts, place_of(stage)))
    assert not wrong, "\n".join(wrong)


def test_a_token_that_only_reads_does_nothing_at_all(scenes: Scenes) -> None:
    scene = scenes.at(Stage.OPENED)
    other = Other(scene.service, WHO[Role.CHIEF_EXECUTIVE], scene.now, may_write=False)
    scene.written.taken()
    for asked in OPERATIONS:
        path = asked.path.format(reference=CASE, key="f001", place="overview", number=1, block="b")
        answer = other.ask(asked.verb.upper(), path, headers=other.carried(f"/cases/{CASE}/"))
        assert answer.status_code == 403, (asked, answer.text)
    assert scene.written.taken() <= OF_THE_SYSTEM
