"""The stages of one life, made once in a run."""

from collections.abc import Iterator

import pytest

from tests.authority.scenes import Scenes
from tests.authority.stages import Stages


@pytest.fixture(scope="session")
def stages(tmp_path_factory: pytest.TempPathFactory) -> Stages:
    """Give a record for each stage of a case."""
    made = Stages(tmp_path_factory.mktemp("stages"))
    made.live()
    return made


@pytest.fixture(scope="session")
def scenes(stages: Stages, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Scenes]:
    """Give the scenes before which the cells are tried."""
    made = Scenes(stages, tmp_path_factory.mktemp("scenes"))
    yield made
    made.close()
