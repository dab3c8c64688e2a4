"""Stand-ins for the outside, each keeping the promises of the door it stands in for."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from casework.errors import DoorError
from casework.sources.fetching import NO_VALIDATORS
from models.shapes.mail import Letter, MailOutcome, Sent
from models.shapes.sources import Fetched, Validators


@dataclass
class FakeServer:
    """A mail server that keeps what it accepted, or answers as it is told."""

    outcome: MailOutcome = MailOutcome.ACCEPTED
    letters: list[Letter] = field(default_factory=list)

    def send(self, letter: Letter) -> Sent:
        """Return the outcome, and keep the letter if it was taken."""
        if self.outcome is MailOutcome.ACCEPTED:
            self.letters.append(letter)
        return Sent(self.outcome, letter.message_id, f"the server said: {self.outcome.value}")


@dataclass
class FakeWeb:
    """The public web: serves the folder a static site was written to, and pages of its own."""

    folder: Path
    pages: dict[str, bytes] = field(default_factory=dict)
    down: bool = False

    def fetch(self, address: str, validators: Validators = NO_VALIDATORS) -> Fetched:
        """Return what the address answers."""
        del validators
        if self.down:
            message = f"{address} does not answer."
            raise DoorError(message)
        if address in self.pages:
            return Fetched(address, 200, self.pages[address])
        path = self.folder / urlsplit(address).path.strip("/").rpartition("/")[2] / "index.html"
        if path.is_file():
            return Fetched(address, 200, path.read_bytes())
        return Fetched(address, 404, b"not found")


@dataclass
class FakeBell:
    """A bell that only remembers that it was rung."""

    events: list[str] = field(default_factory=list)
    runs: list[tuple[str, Mapping[str, str], str]] = field(default_factory=list)
    broken: bool = False

    def ring_event(self, report_key: str) -> None:
        """Remember an event."""
        self._refuse()
        self.events.append(report_key)

    def ring_run(self, flow: str, parameters: Mapping[str, str], key: str) -> None:
        """Remember a run."""
        self._refuse()
        self.runs.append((flow, dict(parameters), key))

    def _refuse(self) -> None:
        if self.broken:
            message = "The engine does not answer."
            raise DoorError(message)
