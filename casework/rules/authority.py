"""Who may do what, and at which stages: the one table that every act is held to.

`record.acts` asks it before anything is done; `docs/authority.md` is printed
from it; `tests/authority` goes through it cell by cell. Whether an act can be
done *now* (comments closed, a version there) is asked by the leg, which also
says so in words of its own.
"""

from collections.abc import Mapping
from typing import Final

from casework.rules.powers import Power
from casework.rules.powers_of_the_office import OF_THE_OFFICE
from casework.rules.powers_on_a_case import ON_A_CASE
from casework.rules.powers_with_others import WITH_OTHERS
from models.words import Role

AUTHORITY: Final[Mapping[str, Power]] = {
    power.act: power for power in (*ON_A_CASE, *WITH_OTHERS, *OF_THE_OFFICE)
}
"""Every power, by the name of its act."""


def power_to(act: str) -> Power:
    """Return the row of an act; one that has none may be done by nobody."""
    return AUTHORITY.get(act) or Power(act, f"do this ({act.replace('_', ' ')})", frozenset())


def who_may(act: str) -> frozenset[Role]:
    """Return the roles in which an act may be done."""
    return power_to(act).by
