"""A response that does not say when it was made."""

from collections.abc import Iterator
from typing import Final

from casework.rules.checks.noticing import noticed
from casework.rules.manuscript.dated import DatedWords, Grain
from casework.rules.manuscript.dated_words import dates_in
from casework.rules.manuscript.event_words import BARE_PUBLISHED, Event
from casework.rules.manuscript.passages import Part, Passage
from casework.rules.manuscript.phrases import phrase
from casework.rules.manuscript.response import Response
from casework.rules.manuscript.speakers import Speaker
from casework.rules.manuscript.timeline import TimedEvent
from casework.rules.wording import british_date
from models.shapes.checking import Facts, Observation, Severity

CHECK: Final = "missing_date"
WELSH: Final = "cy"
"""Language in which dates and statements are not read here; the English twin is."""
_SAYS_ITS_DATE: Final = phrase(
    r"\b(?:signed|issued|decided|authori[sz]ed|determined|adopted|approved|made|given|dated|agreed|resolved|resolution|passed|ratified|endorsed"
    r"|confirmed|minute[sd]?|response\s+of|as\s+at|written)\b[^.;]{0,120}$"
)
_LINE: Final = 9
"""Words besides a date in a line that dates a letter: `Our ref S55/24 · Barchester, 18 April`."""
_TELLS_SOMETHING: Final = phrase(
    r"\b(?:report|inspection|comments?|invit\w+|due|deadline|by|will|next|review|until|published|met|meets|takes|is"
    r"|meeting|board|HMICFRS|PEEL|period|budget|complet\w+|from|last|publication|submitted|since|owner|lead|target|wrote|said|replied|responded|I|we)"
    r"\b|\w{3}\.\s*$|:\s*$"
)


def missing_date(response: Response) -> Iterator[Observation]:
    """Yield that the response bears no date of its own."""
    facts = response.facts
    if facts.is_draft or facts.language.startswith(WELSH):
        return
    if any(_dates_the_response(one, facts) for one in response.timeline):
        return
    if any(_in_a_short_line(one, response) for one in response.passages):
        return
    day = f": {british_date(facts.signed_on)}" if facts.signed_on else ""
    message = "The response does not say when it was made: there is no date of the response."
    yield noticed(CHECK, Severity.ERROR, message, suggestion=f"Add the date of signature{day}")


def _dates_the_response(told: TimedEvent, facts: Facts) -> bool:
    if told.dated.grain in {Grain.PERIOD, Grain.YEAR}:
        return False
    if told.event is Event.SIGNED and not told.may_be_report(facts):
        return told.stands_alone or _SAYS_ITS_DATE.search(told.before) is not None
    if told.event is Event.OUT and (told.stands_alone or BARE_PUBLISHED.match(told.before)):
        return True
    signed = facts.signed_on is not None and told.dated.is_day and told.first == facts.signed_on
    alone = told.stands_alone and told.event in {Event.OTHER, Event.SIGNED}
    return signed and (alone or _SAYS_ITS_DATE.search(told.before) is not None)


def _in_a_short_line(passage: Passage, response: Response) -> bool:
    """Return whether a short line of a letterhead, a header or a signature holds the date."""
    if response.speakers[passage.at] is not Speaker.BODY or passage.cell is not None:
        return False
    return (
        any(
            _is_of_the_response(line, dated, response.facts)
            for line in passage.words.splitlines()
            for dated in dates_in(line)
        )
        and passage.part is not Part.NOTE
    )


def _is_of_the_response(line: str, dated: DatedWords, facts: Facts) -> bool:
    rest = line[: dated.start] + line[dated.end :]
    if dated.grain not in {Grain.DAY, Grain.MONTH} or dated.first is None:
        return not dated.exists and not rest.strip(" .:")
    if _TELLS_SOMETHING.search(rest) or len(rest.split()) > _LINE:
        return False
    published = facts.report.published_on
    if dated.first == facts.last_day != facts.signed_on:
        return False
    return published is None or not dated.first == dated.last == published
