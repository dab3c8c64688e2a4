"""What the service's comments say."""

from __future__ import annotations

from typing import Final

NOTHING: Final = "(nothing)"
EDITED: Final = (
    "The service's text has changed here, but these words have been edited: nothing was altered. "
    "Carry over what is wanted, then delete this comment."
)
TAKEN_OUT: Final = (
    "Words that stood near here were taken out of this document, and the service's text for them "
    "has changed: nothing was put back. Carry over what is wanted, then delete this comment."
)
DROPPED: Final = (
    "The service's text no longer has these words, but they have been edited: they were kept. "
    "Take them out if they are not wanted, then delete this comment."
)
MOVED: Final = (
    "The service's text now has this part in another place, but it has been edited here: it was "
    "left where it stands. Move it if that is wanted, then delete this comment."
)
NO_ROOM: Final = (
    "New words belong here, but they could not be put in as a tracked change. Put them in by hand "
    "if they are wanted, then delete this comment."
)


def source_changed(old: str, new: str) -> list[str]:
    """Return the lines of a comment beside words a person has edited."""
    return [EDITED, *_both(old, new)]


def removed_here(old: str, new: str) -> list[str]:
    """Return the lines of a comment near the place of words a person took out."""
    return [TAKEN_OUT, *_both(old, new)]


def dropped(old: str) -> list[str]:
    """Return the lines of a comment on edited words the source no longer has."""
    return [DROPPED, f"It said: {old or NOTHING}"]


def moved() -> list[str]:
    """Return the lines of a comment on edited words the source has moved."""
    return [MOVED]


def no_room(new: str) -> list[str]:
    """Return the lines of a comment where new words could not be put as a tracked change."""
    return [NO_ROOM, f"It says: {new or NOTHING}"]


def _both(old: str, new: str) -> list[str]:
    return [f"It said: {old or NOTHING}", f"It now says: {new or NOTHING}"]
