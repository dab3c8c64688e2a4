"""The stages of one life, made once in a run."""

import pytest

from tests.authority.stages import Stages


@pytest.fixture(scope="session")
def stages(tmp_path_factory: pytest.TempPathFactory) -> Stages:
    """Give a record for each stage of a case."""
    made = Stages(tmp_path_factory.mktemp("stages"))
    made.live()
    return made
