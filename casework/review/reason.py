"""A reason that will stand on the record."""

from casework.errors import RefusedInputError

LEAST_REASON = 4
"""Letters: `done` says something, `ok` does not."""


def given_reason(words: str) -> str:
    """Return a reason, refused where it says nothing."""
    if len(words.strip()) < LEAST_REASON:
        message = "Give a reason in a few words: it stands on the record beside your name."
        raise RefusedInputError(message)
    return words.strip()
