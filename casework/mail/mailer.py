"""The door through which letters leave."""

from typing import Protocol

from models.shapes.mail import Letter, Sent


class Mailer(Protocol):
    """Somebody who takes letters.

    A mailer never raises because the other side failed: it says how far the
    letter came. Only a letter that cannot be built is refused with an error.
    Handing over the same letter twice is the caller's decision: a mailer does
    not remember, and an *unknown* outcome must go before a person first.
    """

    def send(self, letter: Letter) -> Sent:
        """Return what became of the letter."""
        ...
