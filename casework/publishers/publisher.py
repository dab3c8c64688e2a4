"""The door through which responses reach the public."""

from collections.abc import Sequence
from typing import Protocol

from models.shapes.publication import IndexEntry, Publication, Written


class Publisher(Protocol):
    """Somebody who puts a signed response where the public, or a web team, finds it.

    Publishing twice must be harmless: the same publication leaves the same
    bytes. The signed bytes go out as they are; nothing is rendered again.
    """

    def publish(self, publication: Publication, register: Sequence[IndexEntry]) -> Written:
        """Return what was written, and the public address if this publisher decides it."""
        ...
