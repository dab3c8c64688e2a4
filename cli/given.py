"""What is given at a terminal, read: days, moments, files, words."""

import sys
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")
STANDARD_INPUT = "-"
LARGEST = 100 << 20
"""Bytes: far more than any report or response, and no more than the memory can bear."""


def today() -> date:
    """Return today's date in London."""
    return datetime.now(LONDON).date()


def now() -> datetime:
    """Return this moment."""
    return datetime.now(UTC)


def a_day(words: str) -> date:
    """Return a day given as 2022-10-14."""
    from casework.errors import RefusedInputError

    try:
        return date.fromisoformat(words.strip())
    except ValueError as fault:
        message = f"“{words}” is not a date: write it as 2022-10-14, year, month and day."
        raise RefusedInputError(message) from fault


def a_day_or_none(words: str | None) -> date | None:
    """Return a day, if one was given."""
    return a_day(words) if words else None


def a_moment(words: str) -> datetime:
    """Return a moment given as 2022-10-17T09:30, London time unless it names another zone."""
    from casework.errors import RefusedInputError

    try:
        # A day alone would silently mean midnight, before the report's release.
        moment = datetime.fromisoformat(words.strip() if "T" in words.upper() else "")
    except ValueError as fault:
        message = f"“{words}” is not a moment: write it as 2022-10-17T09:30 (London time)."
        raise RefusedInputError(message) from fault
    return moment if moment.tzinfo else moment.replace(tzinfo=LONDON)


def a_file(path: str) -> tuple[bytes, str]:
    """Return the bytes and the name of a file; `-` is what is pasted into standard input."""
    from casework.errors import RefusedInputError

    if path == STANDARD_INPUT:
        return sys.stdin.buffer.read(), "pasted.txt"
    place = Path(path)
    try:
        with place.open("rb") as stream:
            data = stream.read(LARGEST + 1)
        if len(data) <= LARGEST:
            return data, place.name
        message = f"{path} is larger than 100 MB: hand in a smaller file."
    except IsADirectoryError:
        message = f"{path} is a folder: give the file itself."
    except FileNotFoundError:
        message = f"There is no file {path}: look at its name and folder, and try again."
    except (OSError, ValueError) as fault:
        why = getattr(fault, "strerror", None) or "its name cannot be used"
        message = f"{path} could not be read ({why}): look at the file and try again."
    raise RefusedInputError(message)


def some_text(words: str) -> str:
    """Return words given on the line, or with `-` those pasted into standard input."""
    if words != STANDARD_INPUT:
        return words
    return sys.stdin.buffer.read().decode("utf-8", "replace")


def text_of(path: str) -> tuple[str, str]:
    """Return the text of a file and its name; refuse one that is no text."""
    from casework.errors import RefusedInputError

    data, name = a_file(path)
    try:
        return data.decode("utf-8"), name
    except UnicodeDecodeError as fault:
        message = f"{name} is not a text file in UTF-8: save it again as plain text."
        raise RefusedInputError(message) from fault
