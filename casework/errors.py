"""One family of errors: things a caseworker can put right.

The message of each is shown to them as it stands. Anything outside this
family is a fault of ours.
"""

from models.words import Role, Stage


class CaseworkError(Exception):
    """Something a caseworker can put right. The message is shown to them as it stands."""


class RefusedInputError(CaseworkError):
    """The file, text or value handed in cannot be used; nothing was changed."""


class NotFoundError(CaseworkError):
    """No such case, person, version or report on this record."""


class NotAllowedError(CaseworkError):
    """This person may not do this, or not now."""


class WrongHandError(NotAllowedError):
    """None of this person's roles may do this, whatever the case."""


class ChangedSinceError(CaseworkError):
    """The case was changed after this person last saw it."""

    def __init__(self, reference: str) -> None:
        """Say of which case."""
        super().__init__(
            f"{reference} was changed since you read it, so nothing was done: "
            "look at what changed, then decide again."
        )


class GoneOverError(CaseworkError):
    """What another person did after this one opened the page would be gone over."""


class IllegalMoveError(CaseworkError):
    """The case cannot go there from here, or not by this hand."""

    def __init__(self, start: Stage, end: Stage, role: Role | None = None) -> None:
        """Say which move was refused, and to whom."""
        path = f"from {start.value.replace('_', ' ')} to {end.value.replace('_', ' ')}"
        if role is None:
            super().__init__(f"A case cannot move {path}.")
        else:
            super().__init__(f"A {role.value.replace('_', ' ')} cannot move a case {path}.")


class SettingsError(CaseworkError):
    """The settings of the service or of the office cannot be used as they stand."""


class DoorError(CaseworkError):
    """The outside (mail server, website, disk) did not do what was asked."""
