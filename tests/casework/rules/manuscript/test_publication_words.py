"""Whose publication stands before a date: the report's, the response's, or another paper's."""

import re

import pytest

from casework.rules.manuscript.event_words import Cue, Event
from casework.rules.manuscript.publication_words import whose_publication

TITLE = "PEEL 2023–2025: An inspection of Barsetshire Police"


def whose(before: str) -> Event | None:
    """Return whose publication it is that stands before a date."""
    (found,) = re.finditer(r"publication|published|publishing", before)
    return whose_publication(before, Cue(Event.REPORT, *found.span(), found.group()), TITLE)


@pytest.mark.parametrize(
    ("before", "event"),
    [
        ("The report was published by HMICFRS on ", Event.REPORT),
        ("HMICFRS published its report on ", Event.REPORT),
        ("HMICFRS published the inspection report on ", Event.REPORT),
        ("HMICFRS will have published another report by ", Event.OTHER),
        ("HMICFRS published its response to the consultation on ", Event.OTHER),
        ("The 2019 report was published by HMICFRS on ", Event.OTHER),
        ("The previous inspection HMICFRS published on ", Event.OTHER),
        ("The 2019 report HMICFRS published on ", Event.OTHER),
        ("The 2023 report HMICFRS published on ", Event.REPORT),
        ("The publication of the report on ", Event.REPORT),
        ("The publication of my response on ", Event.OUT),
        ("The publication of our plan on ", Event.OTHER),
        ("The publication of nothing much on ", Event.OTHER),
        ("This was approved for publication on ", Event.SIGNED),
        ("This is for publication on ", Event.OUT),
        ("Since publication, I met the force on ", Event.OTHER),
        ("Following publication on ", Event.REPORT),
        ("This was published on ", Event.OUT),
        ("I am publishing it on ", Event.OUT),
        ("This response was published on ", Event.OUT),
        ("The report was published on ", Event.REPORT),
        ("The last report was published on ", Event.OTHER),
        ("The report will be published on ", Event.OTHER),
        ("Our budget was published on ", Event.OTHER),
        ("The force’s response was published on ", Event.OTHER),
        ("A page was published on ", Event.OTHER),
        ("Calls were published on ", None),
    ],
)
def test_words_before_a_date_tell_what_was_published_then(before: str, event: Event) -> None:
    assert whose(before) == event
