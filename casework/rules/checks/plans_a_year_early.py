"""A plan told with a day of the year before the report: the year was not moved on."""

from typing import Final

from casework.rules.checks.dates_of_plans import is_done_in_its_row
from casework.rules.checks.dates_that_differ import Fault
from casework.rules.checks.years_that_slip import in_a_year
from casework.rules.manuscript.dated_words import dates_in
from casework.rules.manuscript.event_words import Event
from casework.rules.manuscript.phrases import phrase
from casework.rules.manuscript.response import Response
from casework.rules.manuscript.timeline import TimedEvent
from casework.rules.wording import british_date

_SAID_BESIDE: Final = phrase(r",\s{1,9}(?:which|who|whose|where)\b[^,.;:]{1,60},")
"""What is only said beside: `the board, which I chair,`."""
_PLAN: Final = phrase(
    r"(?:\b(?:will|shall|must|(?:is|are)\s{1,9}to|going\s{1,9}to|next|starting|beginning|with\s{1,9}effect|condition"
    r"|(?:first|last|next)\s{1,9}(?:[\w’]{1,20}\s{1,9}){0,4}?is|so\s{1,9}that|agenda|reaches|meets"
    r"|(?:have|has)\s{1,9}(?:also\s{1,9})?(?:asked|required|invited|told|requested|agreed|put))\b|[’']ll\b)"
    r"(?P<gap>[^.;:]{0,150}?)(?P<link>\bon|\bby|\bfrom|\buntil|\bbefore|\bfor|,|\()\s{0,9}(?:the\s{1,9})?$"
)
"""Something still to be, and behind it its day."""
_BACK: Final = phrase(
    r"\b(?:since|compared|than|which|who|whose|was|were|had|did|has|published|found|said|told|saw|met|wrote|gave|held"
    r"|took|made|began|started|raised|agreed|issued|adopted|introduced|launched|opened|announced|elected|signed|decided"
    r"|attended|identified|appointed|approved|completed|recorded|commissioned|visited|reported|last\s{1,9}year"
    r"|minutes|notes?|letter|visit|decision|records?|survey|inspection|incident|pilot|figures|data|baseline|speech"
    r"|(?:of|at|from)\s{1,9}(?:my|our|the|its|their)\s{1,9}(?:last|previous|earlier)|already)\b"
)
"""Between the two: the day is that of something past."""
_TIMED: Final = phrase(
    r"\b(?:when|due|timescales?|timing|timetable|deadline|next\s{1,9}steps?|target|delivery|follow[\s-]?up|review"
    r"|by\s{1,9}whom|owner)\b"
)
"""The head of a column of plans."""
_DONE: Final = phrase(
    r"\b(?:done|completed?|closed|achieved|sent|held|since|from|began|started|met|received|issued|published|given|made"
    r"|signed|agreed|dated|was|were|had|has|letter|visited|updated|in\s{1,9}place|reported|data|figures)\b"
)
SHORT: Final = 10
"""Words of a cell that tells only who does something, and when."""


def plan_a_year_early(told: TimedEvent, response: Response) -> Fault | None:
    """Return that something still to be is told for a day that was over before the report."""
    published = response.facts.report.published_on
    upto = response.facts.signed_on or response.today
    if published is None or not told.dated.is_day or told.event is Event.REPORT:
        return None
    meant = in_a_year(told.first)
    if not told.first < published <= upto < meant or not _is_a_plan(told, response):
        return None
    message = (
        f"“{told.dated.words}” is told as still to come, but it is before the report of "
        f"{british_date(published)}. Look at the year."
    )
    return message, f"{british_date(meant)}?"


def _is_a_plan(told: TimedEvent, response: Response) -> bool:
    if _is_a_planned_cell(told):
        return not is_done_in_its_row(told, response)
    before = _SAID_BESIDE.sub(" ", told.before)
    found = later = _PLAN.search(before)
    while later:
        found, later = later, _PLAN.search(before, later.start() + 1)
    return found is not None and _BACK.search(found["gap"]) is None


def _is_a_planned_cell(told: TimedEvent) -> bool:
    """Return whether a date stands in a short cell of a column of dates to come."""
    passage = told.passage
    if not passage.heads or len(passage.words.split()) > SHORT or _DONE.search(passage.words):
        return False
    others = (one for one in dates_in(passage.words) if one.start < told.dated.start)
    return _TIMED.search(passage.heads[0]) is not None and not any(others)
