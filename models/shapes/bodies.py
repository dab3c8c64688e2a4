"""A body that reports address, as the register knows it."""

from dataclasses import dataclass

from models.words import AddresseeGroup


@dataclass(frozen=True, slots=True)
class AddressedBody:
    """One body or group of bodies, and the names by which reports address it."""

    name: str
    """The usual short name, as findings list it."""
    names: tuple[str, ...]
    """Every wording, without "the" and "all" before it and initials in brackets after it."""
    group: AddresseeGroup = AddresseeGroup.OTHERS
    """Whom a finding for this body concerns, seen from a local policing body's office."""
