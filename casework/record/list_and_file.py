"""How the findings in a Word file differ from those on the list."""

from collections.abc import Sequence

from casework.documents.regions import read_regions

FINDING, PLACE = "f", "_text"
"""What the key of a finding's own words begins and ends with, as in `f003_text`."""


def findings_in_file(data: bytes) -> list[str]:
    """Return the keys of the findings that stand in a Word file, in its order."""
    keys = [key.removesuffix(PLACE) for key in read_regions(data) if key.endswith(PLACE)]
    return [key for key in keys if key.startswith(FINDING) and key[1:].isdecimal()]


def without_place(in_file: Sequence[str], on_list: Sequence[str]) -> list[str]:
    """Return the findings on the list for which the file has no place."""
    return [key for key in on_list if key not in in_file]


def left_in_file(in_file: Sequence[str], on_list: Sequence[str]) -> list[str]:
    """Return the findings the file still holds though they are off the list."""
    return [key for key in in_file if key not in on_list]
