"""How the service writes: dates, voices, lists, counts, addresses of pages."""

import re
import unicodedata
from collections.abc import Sequence
from datetime import date

from models.shapes.response import Voice
from models.words import FindingClass

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
"""Written out, because `strftime` speaks the language of the machine it runs on."""

LONGEST_SLUG = 80
"""Characters of a page's address; longer ones break in letters and e-mails."""

FINDING_NAMES = {
    FindingClass.RECOMMENDATION: ("recommendation", "recommendations"),
    FindingClass.AREA_FOR_IMPROVEMENT: ("area for improvement", "areas for improvement"),
    FindingClass.CAUSE_OF_CONCERN: ("cause of concern", "causes of concern"),
}


def british_date(day: date) -> str:
    """Return `14 October 2022`."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def weekday_date(day: date) -> str:
    """Return `Friday 4 November 2022`."""
    return f"{WEEKDAYS[day.weekday()]} {british_date(day)}"


def brief_date(day: date) -> str:
    """Return `Thu 8 Dec`, for subject lines and tables in which the year is plain."""
    return f"{WEEKDAYS[day.weekday()][:3]} {day.day} {MONTHS[day.month - 1][:3]}"


def joined(items: Sequence[str], last: str = "and") -> str:
    """Return the items as a list in a sentence: `one, two and three`."""
    if len(items) < 2:  # noqa: PLR2004 - two is where a list begins
        return "".join(items)
    return f"{', '.join(items[:-1])} {last} {items[-1]}"


def counted(number: int, singular: str, plural: str | None = None) -> str:
    """Return `1 day`, `3 days`, `no days`."""
    if number == 1:
        return f"1 {singular}"
    return f"{number or 'no'} {plural or singular + 's'}"


def counted_findings(number: int, klass: FindingClass) -> str:
    """Return `20 areas for improvement`, `1 recommendation`, `no causes of concern`."""
    return counted(number, *FINDING_NAMES[klass])


def day_of_period_words(number: int, last: int) -> str:
    """Return `day 12 of 56`, `12 days past day 56`, or `1 day before publication`."""
    if number < 1:
        return f"{counted(1 - number, 'day')} before publication"
    if number > last:
        return f"{counted(number - last, 'day')} past day {last}"
    return f"day {number} of {last}"


def possessive(name: str) -> str:
    """Return the possessive of a name or title: `the Mayor’s`."""
    return f"{name}’" if name.endswith("s") else f"{name}’s"


def sentence_start(text: str) -> str:
    """Return the text with a capital first letter and the rest as it was."""
    return text[:1].upper() + text[1:]


def voice_named(name: str) -> Voice:
    """Return how a body speaks: as `I`, as `we`, or under a title (`the Mayor`)."""
    chosen = " ".join(name.split())
    match chosen.casefold():
        case "i":
            return Voice("I", "I", "my", "have", "am", "me")
        case "we":
            return Voice("we", "We", "our", "have", "are", "us")
        case _:
            start = sentence_start(chosen)
            return Voice(chosen, start, possessive(chosen), "has", "is", chosen, "s", "does")


def slugged(text: str) -> str:
    """Return the text as part of a web address: lower case, digits and hyphens."""
    plain = unicodedata.normalize("NFKD", text).replace("’", "").replace("'", "")
    bare = "".join(letter for letter in plain if not unicodedata.combining(letter))
    words = re.sub(r"[^a-z0-9]+", "-", bare.lower()).strip("-")
    return words[:LONGEST_SLUG].rstrip("-")


def page_slug(rule: str, *, reference: str, title: str, published: date) -> str:
    """Return the address of a response's page by the office's rule.

    A rule is text with `{title}`, `{reference}` and `{year}` in it. A title
    that leaves nothing (no Latin letter) falls back to the reference.
    """
    filled = (
        rule.replace("{title}", title)
        .replace("{reference}", reference)
        .replace("{year}", str(published.year))
    )
    return slugged(filled) or slugged(reference)
