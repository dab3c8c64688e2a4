"""Whose hand an act is: who, in which role, when, and by which act number."""

from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import uuid4
from zoneinfo import ZoneInfo

from models.shapes.progress import Telling, silent
from models.words import Role

LONDON = ZoneInfo("Europe/London")


@dataclass(frozen=True, slots=True)
class Minding:
    """What an act may go over: only a change of this, by another person, is in its way."""

    what: frozenset[str]
    """As the history calls it."""
    about: tuple[tuple[str, str | int], ...] = ()
    """Facts that such an entry must have: the finding, the force."""


@dataclass(frozen=True, slots=True)
class Hand:
    """A person, or the service itself, about to act."""

    now: datetime
    """The moment of recording, aware."""
    person: str | None = None
    """Key of the person in the office's settings; None for the service."""
    role: Role | None = None
    """The role acted in; None lets the record choose one the person holds."""
    acted_at: datetime | None = None
    """When it was done, if that was not now."""
    roles: frozenset[Role] | None = None
    """The roles the office's own sign-in gives this person; None: those of the record hold."""
    act_id: str = field(default_factory=lambda: uuid4().hex)
    """The same number twice is the same act."""
    system_user: str = ""
    seen: str = ""
    """Head of the case's history as this person last read it; empty: they do not say."""
    minding: Minding | None = None
    """What they mind having changed since; None: everything."""
    tell: Telling = field(default=silent, compare=False, repr=False)
    """Takes how far the work has come, for somebody who waits for it."""

    @property
    def at(self) -> datetime:
        """Return the moment of the act."""
        return self.acted_at or self.now

    @property
    def today(self) -> date:
        """Return the day of the act in London."""
        return self.at.astimezone(LONDON).date()

    def step(self, number: int, of: int, what: str) -> None:
        """Tell whoever waits which step of the work begins now."""
        self.tell(f"Step {number} of {of}: {what}", 0, 0)


def the_service(now: datetime, act_id: str | None = None) -> Hand:
    """Return the service's own hand."""
    return Hand(now=now, role=Role.SERVICE, act_id=act_id or uuid4().hex)
