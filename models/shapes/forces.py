"""A police force as the register knows it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Force:
    """One police force: the name it uses, and every other name it goes by."""

    name: str
    """The name the force itself uses, with `Police` or `Constabulary`."""
    area: str
    """The bare area, as titles and menus print it."""
    aliases: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Return every name of the force, the longest first."""
        return tuple(sorted({self.name, *self.aliases}, key=len, reverse=True))
