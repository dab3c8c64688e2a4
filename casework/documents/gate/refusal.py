"""The end of a file's way through the gate."""

from __future__ import annotations

from models.shapes.word import Blocked


class RefusedError(Exception):
    """The file stops here; the reason travels with it."""

    def __init__(self, what: str, where: str, message: str) -> None:
        """Keep the reason in plain words."""
        super().__init__(message)
        self.blocked = Blocked(what, shown(where), message)


def shown(words: str, most: int = 120) -> str:
    """Return words of the file as they may be shown: short, on one line, no control characters."""
    return "".join(sign if sign.isprintable() else "\N{REPLACEMENT CHARACTER}" for sign in words)[
        :most
    ]
