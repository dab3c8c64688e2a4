"""What may keep the service from running, each as one sentence with a way out."""

from collections.abc import Sequence
from pathlib import Path

from casework.errors import DoorError, SettingsError
from cli.children import Command

PATIENCE_SECONDS = 180.0
"""A first start on a slow disk takes 20 s, and the machine may be busy with other things."""


class ChildLostError(DoorError):
    """A program of the service ends as soon as it is started."""

    def __init__(self, command: Command) -> None:
        """Name the program, the last thing it said and where the rest stands."""
        super().__init__(
            f"The {command.name} could not be kept running{last_words(command)}. "
            f"Read {command.log}, put right what it names, and start again."
        )


class StepFailedError(DoorError):
    """One of the steps of starting up ended with a fault."""

    def __init__(self, command: Command) -> None:
        """Name the step and where to read what went wrong."""
        super().__init__(
            f"Starting up failed at the step '{command.name}'{last_words(command)}. "
            f"Read {command.log}, put right what it names, and start again."
        )


class SlowStartError(DoorError):
    """A program of the service did not become ready in time."""

    def __init__(self, command: Command) -> None:
        """Name the program and where to read on."""
        super().__init__(
            f"The {command.name} was not ready after {PATIENCE_SECONDS / 60:.0f} minutes; "
            f"read {command.log}, or try again when the machine is less busy."
        )


class DeploymentSkippedError(SettingsError):
    """The engine passed over a flow of prefect.yaml, which would never run."""

    def __init__(self, said: Sequence[str]) -> None:
        """Quote what the engine says is wrong: a flow's name, and its field."""
        super().__init__(
            f"prefect.yaml holds what the engine does not accept ({'; '.join(said)}); "
            "put that right and start again."
        )


class PortTakenError(SettingsError):
    """Another program already answers at this address."""

    def __init__(self, host: str, port: int, choice: str = "with --port") -> None:
        """Name the address and the two ways out."""
        super().__init__(
            f"Port {port} on {host} is in use, perhaps by another `section55 up`: "
            f"stop that one, or choose another port {choice}."
        )


class AlreadyUpError(SettingsError):
    """Another `up` keeps this record."""

    def __init__(self, record: Path) -> None:
        """Name the record."""
        super().__init__(f"Another `section55 up` is running on {record}: stop that one first.")


def last_words(command: Command) -> str:
    """Return the last line of a program's log as an aside, or nothing."""
    lines = command.log.read_text(errors="replace").split("\n") if command.log.exists() else []
    said = [line.strip() for line in lines if line.strip()]
    return f' (it said: "{said[-1][:200]}")' if said else ""
