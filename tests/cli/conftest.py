"""Each test stands before a record of its own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from casework.settings import settings
from casework.wiring import forget
from tests.cli.terminal import Terminal


@pytest.fixture
def terminal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Terminal]:
    """Give a terminal before an empty record, with no engine near."""
    monkeypatch.setenv("SECTION55_OUTPUTS", str(tmp_path / "outputs"))
    monkeypatch.setenv("SECTION55_DATABASE_URL", "")
    monkeypatch.setenv("SECTION55_ENGINE_API", "http://127.0.0.1:9/api")
    monkeypatch.chdir(tmp_path)
    settings.cache_clear()
    forget()
    yield Terminal(tmp_path)
    settings.cache_clear()
    forget()
