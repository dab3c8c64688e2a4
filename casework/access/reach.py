"""Which cases somebody may look at: all of the office's, but for one under embargo."""

from collections.abc import Set as AbstractSet
from datetime import datetime

from casework.rules.embargo import Embargoed, may_know
from models.words import Role


def within_reach(case: Embargoed, roles: AbstractSet[Role], now: datetime) -> bool:
    """Return whether somebody with these roles may see a case now.

    A report under embargo is known to few: for everybody else its case is not there.
    """
    return may_know(case, roles, now)


def may_read_background(roles: AbstractSet[Role]) -> bool:
    """Return whether somebody may read what a force sent as background.

    Whoever works for the office: the page of comments shows it to them. It
    goes to nobody else; people of a force, who come by a link, hold no role.
    """
    return bool(roles - {Role.SERVICE})
