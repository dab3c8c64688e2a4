"""A wrong date is an error where it is told in so many words whose it is; else a warning."""

from datetime import date

import pytest

from casework.rules.checks.told_plainly import is_told_plainly, severity_of
from casework.rules.manuscript.dated import DatedWords, Grain
from casework.rules.manuscript.event_words import Event
from casework.rules.manuscript.timeline import TimedEvent
from models.shapes.checking import Severity
from tests.manuscripts import a_response

DAY = date(2024, 3, 20)
NAMED = "I met him to discuss this report on 20 March 2024."


def an_event(
    event: Event = Event.MET,
    sentence: str = NAMED,
    grain: Grain = Grain.DAY,
    *,
    again: bool = False,
    alone: bool = False,
) -> TimedEvent:
    """Return a date that a sentence tells of an event."""
    (passage,) = a_response(sentence).passages
    dated = DatedWords("20 March 2024", 0, 13, grain, DAY, DAY)
    return TimedEvent(event, dated, passage, DAY, DAY, sentence, "", "", again, alone)


@pytest.mark.parametrize(
    ("told", "plainly"),
    [
        (an_event(), True),
        (an_event(grain=Grain.WITHOUT_YEAR), True),
        (an_event(grain=Grain.MONTH), False),
        (an_event(again=True), False),
        (an_event(sentence="I saw him on 20 March 2024."), False),
        # A label beside a date tells whose it is; of some events nothing does.
        (an_event(sentence="20 March 2024", alone=True), True),
        (an_event(Event.OTHER, alone=True), False),
        (an_event(Event.LAST_DAY), False),
        (an_event(Event.SIGNED), False),
        (an_event(Event.SIGNED, "This letter is dated 20 March 2024."), True),
        (an_event(Event.OUT, "It is on our website from 20 March 2024."), True),
        (an_event(Event.INVITED, "I invited his comments on 20 March 2024."), True),
        (an_event(Event.DUE, "His comments were due on 20 March 2024."), True),
        (an_event(Event.RECEIVED, "He replied on 20 March 2024."), True),
        (an_event(Event.REPORT, "The report was published on 20 March 2024."), True),
    ],
)
def test_only_an_event_that_is_named_makes_an_error(told: TimedEvent, *, plainly: bool) -> None:
    assert is_told_plainly(told) is plainly
    assert severity_of(told) is (Severity.ERROR if plainly else Severity.WARNING)
