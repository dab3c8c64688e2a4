"""A power: what may be done, by whom, and at which stages of a case."""

from typing import Final, NamedTuple

from casework.rules.progress import EDITORS, OFFICERS, SERVICE, SIGNERS, STILL_OPEN
from models.words import FINISHED, Role, Stage

ANY_STAGE: Final = frozenset(Stage)
BEFORE_SIGNING: Final = frozenset({Stage.OPENED, Stage.CONFIRMED, Stage.IN_REVIEW})
NOT_ENDED: Final = ANY_STAGE - FINISHED
"""A case that is published and not closed is among them: its copies are still to go."""
NOT_PUBLISHED: Final = frozenset(STILL_OPEN)
OUT: Final = frozenset({Stage.PUBLISHED, Stage.CLOSED})
WITH_SIGNERS: Final = frozenset({Stage.SIGNING, Stage.SIGNED, Stage.SCHEDULED})
FROZEN: Final = WITH_SIGNERS | OUT
"""The text is the one put before the signatories."""

EVERYBODY: Final = frozenset(Role)
"""Whoever holds any role, and the service."""
PEOPLE: Final = EVERYBODY - SERVICE
OFFICERS_OR_SERVICE: Final = OFFICERS | SERVICE
PEN_HOLDERS: Final = EDITORS - SERVICE
STEER_TAKERS: Final = OFFICERS | SIGNERS | {Role.PRIVATE_OFFICE}
TRANSLATORS: Final = OFFICERS | {Role.TRANSLATOR}
FINANCE: Final = frozenset({Role.FINANCE_OFFICER})
MINUTE_TAKERS: Final = OFFICERS | {Role.PRIVATE_OFFICE}
ADMINISTRATORS: Final = frozenset({Role.ADMINISTRATOR, Role.HEAD_OF_POLICY, Role.CHIEF_EXECUTIVE})
"""In an office that names no administrator the other two are; in one that does, they are not."""


class Power(NamedTuple):
    """One row of the table."""

    act: str
    """Its name, as `@act` gives it; with a colon, what a part of an act takes besides."""
    words: str
    """What is done, as "… may not …" is completed."""
    by: frozenset[Role]
    stages: frozenset[Stage] = ANY_STAGE
    """Any, too, where the act is about no case."""
    besides: str = ""
    """What else is asked of whoever does it."""
    takes: str = ""
    """Whom it takes, in words; empty: any of the roles, as they are called."""
