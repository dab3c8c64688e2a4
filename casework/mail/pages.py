"""A letter as a page: the words of its text, and the picture of the 56 days beneath them.

The picture is a table of coloured cells: mail programs show no drawing that
stands in the letter itself, and fetch none from elsewhere unasked.
"""

from collections.abc import Sequence
from functools import cache
from itertools import groupby
from typing import NamedTuple

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from casework.mail.letters import FOLDER
from casework.rules.strip import Strip
from casework.rules.wording import british_date, weekday_date

PAST, PAST_REST, TO_COME, REST, LAST, TODAY = (
    "#5d7f8d",
    "#8ca5af",
    "#c9d6dc",
    "#e6ecef",
    "#ca3535",
    "#0b0c0c",
)
"""The colours of the strip on the pages of the front desk."""


class Days(NamedTuple):
    """The 56 days of a case, as a letter about it draws them."""

    strip: Strip
    line: str
    """Where the case is in them, in words."""
    beneath: str = ""
    """Words of the paragraph that they stand beneath; none: at the foot, with their legend."""


class Stretch(NamedTuple):
    """Neighbouring days of one colour."""

    days: int
    colour: str


def as_page(subject: str, text: str, days: Sequence[Days]) -> str:
    """Return a letter as a page. It says what its text says; the pictures add nothing."""
    paragraphs = [part for part in text.strip().split("\n\n") if part.strip()]
    page = _pages().get_template("letter.html")
    return page.render(
        subject=subject,
        paragraphs=[(part, _drawn_beneath(part, days)) for part in paragraphs],
        at_the_foot=[one for one in days if not one.beneath],
    )


def _drawn_beneath(paragraph: str, days: Sequence[Days]) -> Days | None:
    return next((one for one in days if one.beneath and one.beneath in paragraph), None)


def stretches(strip: Strip) -> list[Stretch]:
    """Return the days of a strip as cells of a table, neighbours of one colour in one."""
    colours = [_colour(strip, cell.number) for cell in strip.cells]
    return [Stretch(len(list(same)), colour) for colour, same in groupby(colours)]


def _colour(strip: Strip, number: int) -> str:
    cell = strip.cells[number - 1]
    if number == strip.day:
        return TODAY
    if number == strip.last_number:
        return LAST
    past, to_come = (PAST_REST, REST) if cell.is_rest else (PAST, TO_COME)
    return past if cell.is_past else to_come


def _lines(paragraph: str) -> Sequence[str]:
    return paragraph.split("\n")


@cache
def _pages() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(FOLDER),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(
        lines=_lines, stretches=stretches, british_date=british_date, weekday_date=weekday_date
    )
    return environment
