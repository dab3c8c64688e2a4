"""The numerals of automatic lists: figures, letters, roman."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

ROMAN: Final = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
    (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
LETTERS: Final = 26
TEENS: Final = range(11, 14)
ENDINGS: Final = {1: "st", 2: "nd", 3: "rd"}


def roman(count: int) -> str:
    """Return a count in small roman numerals."""
    words = ""
    for worth, sign in ROMAN:
        times, count = divmod(count, worth)
        words += sign * times
    return words


def letters(count: int) -> str:
    """Return a count as Word letters it: a to z, then aa, bb, cc."""
    times, place = divmod(count - 1, LETTERS)
    return chr(ord("a") + place) * (times + 1) if count > 0 else ""


def ordinal(count: int) -> str:
    """Return a count as 1st, 2nd, 3rd."""
    return f"{count}{'th' if count % 100 in TEENS else ENDINGS.get(count % 10, 'th')}"


FORMATS: Final[dict[str, Callable[[int], str]]] = {
    "lowerRoman": roman,
    "upperRoman": lambda count: roman(count).upper(),
    "lowerLetter": letters,
    "upperLetter": lambda count: letters(count).upper(),
    "decimalZero": lambda count: f"{count:02d}",
    "ordinal": ordinal,
    "none": lambda _: "",
}


def is_known(numeral: str) -> bool:
    """Return whether a list's numerals can be written."""
    return numeral == "decimal" or numeral in FORMATS


def written(count: int, numeral: str) -> str:
    """Return a count as a list's numerals write it; unknown numerals are figures."""
    return FORMATS[numeral](count) if numeral in FORMATS else str(count)
