"""Every cell of the table, tried by function: role × stage × act."""

from collections.abc import Iterator

import pytest

from models.words import Stage
from tests.authority.door import faults
from tests.authority.function_cells import FunctionDoor, allowed, not_allowed
from tests.authority.scenes import Scenes
from tests.authority.stages import Stages


@pytest.fixture(scope="module")
def own_scenes(stages: Stages, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Scenes]:
    """Give scenes of one's own: what a guest typed stays on them."""
    made = Scenes(stages, tmp_path_factory.mktemp("functions"))
    yield made
    made.close()


@pytest.mark.parametrize("stage", Stage)
def test_what_the_table_does_not_allow_is_refused_and_leaves_no_trace(
    stage: Stage, own_scenes: Scenes
) -> None:
    wrong = faults(FunctionDoor(), own_scenes.at(stage), not_allowed(stage))
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("stage", Stage)
def test_what_the_table_allows_is_not_refused_for_role_or_stage(
    stage: Stage, own_scenes: Scenes
) -> None:
    wrong = faults(FunctionDoor(), own_scenes.at(stage), allowed(stage))
    assert not wrong, "\n".join(wrong)
