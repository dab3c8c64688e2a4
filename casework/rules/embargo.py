"""A report under embargo: whether it is held still, and who may know of its case."""

from collections.abc import Set as AbstractSet
from datetime import datetime
from typing import Final, Protocol

from casework.rules.progress import OFFICERS, SIGNERS
from models.words import Role

KEEPERS: Final = OFFICERS | SIGNERS
"""Whoever carries a case forward or signs it: the only roles that see it before its release."""


class Embargoed(Protocol):
    """A case, or a line of the register, as an embargo looks at it."""

    @property
    def embargoed_until(self) -> datetime | None:
        """Return the moment of release; None if there was never an embargo."""

    @property
    def released_at(self) -> datetime | None:
        """Return when it was lifted; None while nobody has."""


def is_embargoed(case: Embargoed) -> bool:
    """Return whether a case was opened on an embargoed copy that nobody has released."""
    return case.embargoed_until is not None and case.released_at is None


def is_held(case: Embargoed, now: datetime) -> bool:
    """Return whether an embargo still forbids that anything leaves: asked on every read."""
    until = case.embargoed_until
    return until is not None and is_embargoed(case) and now < until


def may_know(case: Embargoed, roles: AbstractSet[Role], now: datetime) -> bool:
    """Return whether somebody with these roles may know that there is a case.

    A report under embargo is known to few: for everybody else its case is not there.
    """
    return not is_held(case, now) or bool(KEEPERS & roles)
