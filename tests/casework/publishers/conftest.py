from collections.abc import Iterator

import pytest

from tests.casework.sources.loopback import Website, a_website


@pytest.fixture
def website() -> Iterator[Website]:
    with a_website() as running:
        yield running
