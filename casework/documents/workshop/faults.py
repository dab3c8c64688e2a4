"""What the workshop says of a template: faults, advice, previews."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a template cannot be used as it stands, where, and what was probably meant."""

    fault: str
    """What kind of fault it is, for programs: `unknown_field`."""
    where: str
    """The place as somebody finds it in Word; empty for what concerns the whole file."""
    message: str
    suggestion: str | None = None


@dataclass(frozen=True, slots=True)
class Advice:
    """What the template could do with, though it can be used without."""

    advice: str
    where: str
    message: str


@dataclass(frozen=True, slots=True)
class Preview:
    """A document the template makes of invented data, to be looked at."""

    name: str
    shows: str
    document: bytes | None
    """The Word file, or None if it could not be made."""
    words: int = 0


@dataclass(frozen=True, slots=True)
class Verdict:
    """The workshop's answer to one template."""

    faults: tuple[Fault, ...]
    advice: tuple[Advice, ...]
    previews: tuple[Preview, ...] = ()

    @property
    def usable(self) -> bool:
        """Return whether responses and letters may be made with the template."""
        return not self.faults


MOST_TOLD: Final = 200
"""A list longer than this helps nobody: the file is the wrong one."""
