"""One real engine for the tests of this folder: only they pay its 15 seconds.

The environment must be told before Prefect is first imported; the engine's
own sweeps are off, so that nothing but the test starts a run.
"""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

FOLDER = Path(__file__).parent

os.environ.update(
    DO_NOT_TRACK="1",
    PREFECT_SERVER_ANALYTICS_ENABLED="false",
    PREFECT_LOGGING_TO_API_ENABLED="false",
    PREFECT_LOGGING_LEVEL="ERROR",
    PREFECT_SERVER_REGISTER_BLOCKS_ON_START="false",
    PREFECT_SERVER_SERVICES_SCHEDULER_ENABLED="false",
    # The default, one transaction per event, makes SQLite stall.
    PREFECT_SERVER_SERVICES_TASK_RUN_RECORDER_BATCH_SIZE="100",
    PREFECT_SERVER_SERVICES_TASK_RUN_RECORDER_READ_BATCH_SIZE="100",
    PREFECT_SERVER_SERVICES_EVENT_PERSISTER_BATCH_SIZE="200",
    PREFECT_SERVER_SERVICES_EVENT_PERSISTER_READ_BATCH_SIZE="200",
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark everything here, so that `make test` keeps it to one process."""
    for item in items:
        if FOLDER in item.path.parents:
            item.add_marker(pytest.mark.engine)


@pytest.fixture(scope="session")
def engine() -> Iterator[None]:
    """Give a real server to every flow that the tests call."""
    from prefect.settings import PREFECT_FLOWS_HEARTBEAT_FREQUENCY, temporary_settings
    from prefect.testing.utilities import prefect_test_harness

    # The heartbeat costs each run a second at its end.
    no_heartbeat = temporary_settings({PREFECT_FLOWS_HEARTBEAT_FREQUENCY: None})
    with prefect_test_harness(server_startup_timeout=120), no_heartbeat:
        yield


@pytest.fixture(autouse=True)
def _engine_for_flows(request: pytest.FixtureRequest) -> None:
    """Start the engine for every test here but those that start the whole service."""
    if not request.node.get_closest_marker("slow"):
        request.getfixturevalue("engine")
