"""Who tries every act: somebody of each role, somebody whose role has ended, and nobody."""

import re
from typing import Final, NamedTuple

from casework.rules.authority import AUTHORITY
from models.words import Role
from tests.authority.stages import GONE, WHO


class Caller(NamedTuple):
    """Somebody who tries an act."""

    name: str
    person: str
    """Their key; empty: nobody."""
    role: Role | None
    """None: none any more, or never one."""

    def may(self, act: str) -> bool:
        """Return whether the table lets them do an act, at some stage."""
        return self.role is not None and self.role in AUTHORITY[act].by


COLLEAGUES: Final = tuple(Caller(role.value, person, role) for role, person in WHO.items())
LEFT: Final = Caller("whoever has left", GONE, None)
"""On the office's list still: with a role that ended the month before."""
NOBODY: Final = Caller("nobody", "", None)
EVERYBODY: Final = (*COLLEAGUES, LEFT, NOBODY)
ALWAYS: Final = re.compile(
    r"sign|approve|certif|send_back|void|submit|schedul|publi|correct|settings"
)
"""Acts that sign, publish or change the settings: whoever may not is tried at every stage."""


def in_turn(number: int, expected: tuple[str, ...]) -> list[Caller]:
    """Return who tries a way: two in three, and over three stages everybody.

    `number` counts the ways and the stages. Where the act signs, publishes or
    changes the settings, everybody whom the table refuses tries it each time.
    """
    weighty = any(map(ALWAYS.search, expected))
    return [
        caller
        for place, caller in enumerate(EVERYBODY)
        if (place + number) % 3 or (weighty and not all(map(caller.may, expected)))
    ]
