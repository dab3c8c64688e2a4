"""What the body did about a report, dated a year before the weeks in which it did it."""

import re
from datetime import date
from typing import Final

from casework.rules.checks.dates_that_differ import Fault
from casework.rules.checks.years_that_slip import in_a_year
from casework.rules.manuscript.dated_words import dates_in
from casework.rules.manuscript.event_words import Event
from casework.rules.manuscript.phrases import phrase
from casework.rules.manuscript.response import Response
from casework.rules.manuscript.timeline import TimedEvent
from casework.rules.wording import british_date

LOOKED_BACK: Final = 140
"""Signs before a date in which the deed stands that it is the date of."""
_OURS: Final = phrase(
    r"\b(?:I|we|he|she|they|my|our|commissioner|mayor|deputy|board|panel|committee|chair|team|office|constable"
    r"|officer|visitors?|letters?|meetings?|matter|it|this|visits?)\b"
)
"""Somebody of the body's own, or a thing of theirs, of which a deed is told."""
_DEEDS: Final = (
    r"(?:met|wrote|visited|saw|spoke|discussed|raised|asked|sat|attended|chaired|called|rang|convened|observed|held"
    r"|reported|challenged|questioned|told|considered|reviewed|approved|agreed|allocated|decided|authori[sz]ed"
    r"|commissioned|paid|awarded|received|heard|read|joined|watched|spent|walked|listened|took|put|sought|required"
    r"|requested|made|brought|gave|sent|went|did|checked|tested|inspected|sampled|dip-sampled|audited|examined|invited"
    r"|came|assured|confirmed|explained|presented|appeared|returned|scrutini[sz]ed|pressed|urged|directed|tasked"
    r"|thanked|signed|issued|announced|looked|accompanied|shadowed|toured|hosted|led|briefed|debated|noted|resolved"
    r"|written|seen|taken|given|spoken|gone|replied|answered|responded|promised|undertook)"
)
_NO_DEED: Final = r"(?<!\bto )(?<!\bthe )(?<!\ba )(?<!\bwill have )(?<!\bto be )(?<!\bwill be )"
_DID: Final = phrase(
    rf"{_NO_DEED}\b{_DEEDS}\b(?P<gap>[^.;:]{{0,120}}?)"
    r"(?:(?:\bon|\bof|,|\band|\bon\s+the\s+(?:morning|afternoon|evening|night)\s+of)\s+(?:the\s+)?|\(\s?)$"
)
"""A deed of the past, and right behind it or a little later its day."""
_LED: Final = phrase(
    r"^\W{0,9}(?:(?:and|also|then|first|so|therefore),?\s{1,9})?"
    r"(?:at\s{1,9}(?:my|our|the|its|their)\s{1,9}(?:[\w’'&-]{1,40}\s{1,9}){1,6}?)?"
    r"on\s{1,9}(?:the\s{1,9})?(?:(?:morning|afternoon|evening|night)\s{1,9}of\s{1,9}(?:the\s{1,9})?)?$"
)
"""All that stands before a date that opens its sentence."""
_THEN_DID: Final = phrase(
    r"^[\s,]{0,3}(?:(?!(?:which|that|who|will|shall|is|are)\b)[\w’'&,-]+\s+){1,9}?"
    rf"(?<!\bto ){_DEEDS}\b"
)
_NOTED: Final = phrase(
    r"\b(?:my|our|her|his)\s+(?:\w+\s+){0,2}?(?:letter|visit|meeting|board|session|e-?mail|note)\b[^.;:]{0,60}?"
    r"\b(?:of|on|dated)\s+(?:the\s+)?$|\bdecision\s+(?:\w+\s+){0,2}?(?:of|on|dated)\s+(?:the\s+)?$"
)
"""A paper or a meeting of the body's own, told by its day."""
_OF_ANOTHER_DEED: Final = phrase(
    r"\b(?:that|which|who|whose|whom|where|when|because|since|from|until|before|after|between|by|dated|ended|ending"
    r"|compared|against|than|as\s+(?:at|of)|will|shall|due|planned|scheduled"
    r"|(?<!letter )(?<!wrote )to\s+(?:be|start|begin)"
    r"|report\s+(?:of|on|dated)|published|for\s+(?:the\s+)?(?:meeting|year|week|month|quarter))\b"
)
"""Between a deed and a date: the date is that of something else."""
LONG_AGO: Final = phrase(
    r"\b(?:earlier|previous\w*|former\w*|originally|initially|ago|(?:the|a|last)\s+year|before\s+(?:the\s+)?(?:\w+\s+)?"
    r"(?:inspect\w*|report|publi\w+|fieldwork)|prior\s+to|long\s+before|fieldwork|PEEL\s+20|super-complaint|elect(?:ed|ion)"
    r"|took\s+office|sworn|appoint\w+|delegat\w+|scheme\s+of|arrangement|instrument|(?:police\s+and\s+crime|strategic)\s+plan"
    r"|budget|precept|annual\w*|opened|launched|establish\w+|founded|adopted|killed|died|murder\w*|death|riots?"
    r"|incident|attack|trial|sentenced|contract|charter|memorandum|anniversary|history|background|pilot\w*|predecessor"
    r"|(?:19|20)\d\d\s+(?:report|inspection|plan|review|survey|audit)|responded\s+to\s+it|response\s+to\s+(?:it|that))\b"
)
"""In a sentence or a heading that looks back at what was before the report."""
_BY_THEN: Final = phrase(
    r"\b(?:last|first(?!\s+(?:of\s+(?:all|these|the)|hand)|-hand)|already|since|had|once|strategy|plan)\b"
)
"""Before the date: what it was the day of had been done long since."""
_JUDGED: Final = frozenset({Event.OTHER, Event.MET, Event.INVITED, Event.RECEIVED})


def a_year_early(told: TimedEvent, response: Response) -> Fault | None:
    """Return that a deed is dated a year before the weeks between report and signature.

    Nothing says that it was done in these weeks: but of all the days of the
    years before few would, with another year, fall between the two.
    """
    published = response.facts.report.published_on
    upto = response.facts.signed_on or response.facts.last_day
    if published is None or upto is None or not told.dated.is_day or told.event not in _JUDGED:
        return None
    meant = in_a_year(told.first)
    if not (told.first < published <= meant <= upto) or not _is_a_deed(told):
        return None
    if _looks_back(told) or _is_among_older_dates(told, published):
        return None
    message = (
        f"“{told.dated.words}” is before the report of {british_date(published)}, and a year later "
        "it would be in the weeks in which it was answered. Look at the year."
    )
    return message, f"{british_date(meant)}?"


def _is_a_deed(told: TimedEvent) -> bool:
    """Return whether a date is the day of something that the body, or somebody for it, did."""
    if _LED.search(told.before):
        return _THEN_DID.match(told.after) is not None
    before = told.before[-LOOKED_BACK:]
    if _NOTED.search(before):
        return True
    found = _last_deed(before)
    return (
        found is not None
        and _OURS.search(told.before) is not None
        and _OF_ANOTHER_DEED.search(found["gap"]) is None
    )


def _last_deed(words: str) -> re.Match[str] | None:
    """Return the deed nearest to the end of some words."""
    found = later = _DID.search(words)
    while later:
        found, later = later, _DID.search(words, later.start() + 1)
    return found


def _looks_back(told: TimedEvent) -> bool:
    """Return whether the sentence, or what it stands under, tells of what was before."""
    if _BY_THEN.search(told.before.rpartition(";")[2]):
        return True
    said = (told.sentence, *told.passage.trail[-1:], *told.passage.heads)
    return any(LONG_AGO.search(one) for one in said)


def _is_among_older_dates(told: TimedEvent, published: date) -> bool:
    """Return whether its paragraph tells of another day of that year, or of an older one."""
    others = (one for one in dates_in(told.passage.words) if one.start != told.dated.start)
    days = [(one.first, one.last) for one in others if one.first and one.last]
    return any(last < published and first.year <= told.first.year for first, last in days)
