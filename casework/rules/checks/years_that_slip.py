"""A meeting told right after the report, on a day that fits its weeks but for the year."""

from datetime import date
from typing import Final

from casework.rules.manuscript.dated_words import dates_in
from casework.rules.manuscript.event_words import Event
from casework.rules.manuscript.phrases import phrase
from casework.rules.manuscript.timeline import TimedEvent

_MET_THE_CHIEF: Final = phrase(
    r"\b(?:I|we|commissioner|mayor|deputy|board)\s+(?:(?:also|then|therefore|have|has|first|immediately|at\s+once)\s+)*"
    r"(?:met|saw|spoke|challenged|questioned|called\s+in|summoned|wrote|raised|discussed)\b[^.;]{0,60}"
    r"\b(?:chief\s+(?:constable|officer)|commissioner\s+of\s+police|him|her|them|it|this)\b[^.;]{0,40}$"
)
_ABOUT_IT: Final = phrase(
    r"\b(?:th(?:is|ese|ose)|it|why|what\s+(?:had|has|went|he|she|they)|how|the\s+(?:report|findings?|reasons?"
    r"|causes?|grades?|recommendations?|figures?))\b"
)
_THE_REPORT: Final = phrase(
    r"\bthis\s+(?:\w+\s+)?report\b|\bthe\s+(?:\w+\s+)?report(?!\s+(?:to|of\s+my))\b|\bthese\s+findings\b"
    r"|\bthe\s+inspectors?\b|\bHMICFRS\b|\bthe\s+inspection\b"
)
_BEFORE_IT: Final = phrase(
    r"\b(?:first|earlier|previous\w*|already|originally|last\s+year|a\s+year\s+(?:ago|before|earlier)|since|until"
    r"|when|after\s+the\s+(?:last|death|murder|riots?)|budget|precept|annual)\b"
)
_THEIR_COMMENTS: Final = phrase(
    r"\b(?:his|her|their|these|the\s+chief\s+(?:constable|officer)[’']s)\s+(?:\w+\s+){0,2}?"
    r"(?:comments|account|reply|response|answer|observations|letter)\b"
)
"""What the chief officer wrote about the report, named before a meeting with them."""
_GOES_ON: Final = phrase(r"^\W*(?:I|we|he|she|my\s+\w+)\s+(?:also|then|again)\b")


def fits_but_for_the_year(told: TimedEvent, published: date, upto: date) -> bool:
    """Return whether a meeting about the report is told of a day one year before its weeks."""
    if told.event is not Event.MET or not _MET_THE_CHIEF.search(told.before):
        return False
    if _BEFORE_IT.search(told.sentence) or not _ABOUT_IT.search(told.after):
        return False
    earlier = told.passage.words[: told.dated.start]
    named = _THE_REPORT.search(earlier) or _answers_the_comments(told, earlier)
    return bool(named) and told.first < published <= upto


def _answers_the_comments(told: TimedEvent, earlier: str) -> bool:
    """Return whether a passage answers, under that heading, what the chief officer wrote."""
    under = any(_THEIR_COMMENTS.search(head) for head in told.passage.trail)
    return under and _THEIR_COMMENTS.search(earlier) is not None


def goes_on_from_them(told: TimedEvent, published: date, upto: date) -> bool:
    """Return whether a sentence goes on, "also" or "then", from one with a day of those weeks."""
    if told.event is not Event.MET or not _GOES_ON.search(told.before):
        return False
    before = (one for one in dates_in(told.passage.words) if one.end < told.dated.start)
    return any(one.is_day and one.first and published <= one.first <= upto for one in before)


def in_a_year(day: date) -> date:
    """Return the same day of the next year; the first of all days where it has none."""
    try:
        return day.replace(year=day.year + 1)
    except ValueError:
        return date.min
