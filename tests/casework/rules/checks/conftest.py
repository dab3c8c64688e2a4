"""Whatever a check says in any of these tests is said in due form."""

from collections.abc import Iterator
from typing import Any

import pytest

from models.shapes.checking import Observation, Severity


@pytest.fixture(scope="session", autouse=True)
def in_due_form() -> Iterator[None]:
    """Refuse an observation without its check, weight or words, wherever it is made."""
    plain = Observation.__init__

    def watched(self: Observation, *told: Any, **more: Any) -> None:
        plain(self, *told, **more)
        assert isinstance(self.severity, Severity), self
        for words in (self.check, self.where, self.message):
            assert isinstance(words, str), self
        for answer in (self.replaces, self.style):
            assert isinstance(answer, bool), self
        assert self.suggestion or not self.replaces, self

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Observation, "__init__", watched)
        yield
