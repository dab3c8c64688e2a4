"""The stages of one life, made once in a run, and what is learnt of the doors."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.authority.learning import Lessons
from tests.authority.once import once, shared_folder
from tests.authority.scenes import Scenes
from tests.authority.stages import Stages


@pytest.fixture(scope="session")
def stages(tmp_path_factory: pytest.TempPathFactory) -> Stages:
    """Give a record for each stage of a case."""

    def live(place: Path) -> None:
        Stages(place).live()

    made = Stages(once(shared_folder(tmp_path_factory), "stages", live))
    made.find()
    return made


@pytest.fixture(scope="session")
def lessons(tmp_path_factory: pytest.TempPathFactory) -> Lessons:
    """Give what is learnt of the doors, by this process or another."""
    return Lessons(shared_folder(tmp_path_factory))


@pytest.fixture(scope="session")
def scenes(stages: Stages, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Scenes]:
    """Give the scenes before which the cells are tried."""
    made = Scenes(stages, tmp_path_factory.mktemp("scenes"))
    yield made
    made.close()
