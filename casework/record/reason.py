"""A reason that will stand on the record."""

from typing import Final

from casework.errors import RefusedInputError

A_FEW_WORDS: Final = 8
"""Letters that say why."""
A_WORD: Final = 4
"""Letters: `done` says something, `ok` does not."""
ASKED: Final = "Give a reason in a few words: it stands on the record beside your name."


def given_reason(words: str, asked: str = ASKED, least: int = A_FEW_WORDS) -> str:
    """Return a reason; refuse one that says nothing, with what is `asked`."""
    if len(words.strip()) < least:
        raise RefusedInputError(asked)
    return words.strip()
