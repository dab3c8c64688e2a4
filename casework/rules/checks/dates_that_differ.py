"""Dates of the procedure that differ from the record, or stand in an order that cannot be."""

import re
from datetime import date
from typing import Final

from casework.rules.checks.years_that_slip import (
    fits_but_for_the_year,
    goes_on_from_them,
    in_a_year,
)
from casework.rules.manuscript.another_body import is_of_another_body, is_of_our_own_report
from casework.rules.manuscript.dated import Grain
from casework.rules.manuscript.event_words import Event
from casework.rules.manuscript.phrases import phrase
from casework.rules.manuscript.response import Response
from casework.rules.manuscript.tense import is_told_as_done
from casework.rules.manuscript.timeline import TimedEvent
from casework.rules.wording import british_date
from models.shapes.checking import Facts

Fault = tuple[str, str | None]
"""A sentence that says what is wrong, and what to do."""

MISREAD: Final = 62
"""Days by which a date may miss the report's publication and still be meant as it."""
_ABOUT_THE_REPORT: Final = phrase(
    r"\b(?:findings?|(?:the|this|its|their|your|inspection|HMICFRS|inspectorate[’']s"
    r"|inspectors[’'])"
    r"\s+(?:\w+\s+){0,2}?report|recommendations?|areas?\s+for\s+improvement|causes?\s+of\s+concern"
    r"|AFIs?|judge?ments?|grad(?:es|ings?)|outcome\s+of\s+the\s+inspection|(?:this"
    r"|the)\s+inspection)\b"
)
_ABOUT_IT_FOR_SURE: Final = phrase(
    r"\b(?:these|those)\s+(?:\w+\s+)?(?:reasons|points|findings|recommendations|judgements"
    r"|grades)\b"
    r"|\bthis\s+(?:report|recommendation|finding|judgement)\b|\bthe\s+(?:report|findings)\b"
)
"""What was done about the report or its findings was done after it came out."""
_ABOUT_ANOTHER: Final = phrase(
    r"\b(?:draft|emerging|initial|pre-?publication|before\s+(?:\w+\s+){0,3}?publi\w+|hot|debrief"
    r"|ahead\s+of|in\s+advance|embargo\w*|previous|earlier|last|prior|annual|quarterly|monthly"
    r"|audit|finance|performance\s+report|budget|interim|inspectors\s+(?:visited|were)|fieldwork"
    r"|during\s+the\s+inspection|(?:19|20)\d\d\s+(?:report|inspection|findings?|recommendations?)"
    r"|peer\s+review|anticipat\w+|expected|internal|own\s+(?:\w+\s+)?(?:finding|report|review)s?"
    r"|already|(?:describes?|shows?|confirms?|reflects?)\s+what|had\s+(?:foreseen|found|known|said|seen)|(?:long|well|shortly)\s+before"
    r"|before\s+(?:the\s+)?(?:\w+\s+)?(?:inspect|report|publi|HMIC|visit|fieldwork)|even\s+before|prior\s+to|national\s+(?:\w+\s+)?(?:report|inspection|review|audit|survey)|thematic|revisit|progress\s+report)\b"
)
_TIED_TO_IT: Final = phrase(
    r"^\W*(?:following|since|after)\s+(?:the\s+)?publication\b|"
    r"\b(?:\w+-)?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\w+teenth"
    r"|\w+tieth|\d{1,2}(?:st|nd|rd|th))\s+day\b"
    r"|\b(?:having\s+(?:read|received|seen|considered|studied)|after\s+(?:reading|receiving|seeing))"
    r"\s+(?:the|this|its|their|your)\b|\bsaid\s+so\b"
    r"|\b(?:raised|discussed|considered|challenged|reviewed|put|took|scrutini[sz]ed|questioned)\s+"
    r"(?:it|this|these|them|both)\b|\babout\s+(?:it|this|them|these|both)\b"
    r"|\bin\s+(?:response|answer)\s+to\s+(?:it|this|the\s+(?:finding|recommendation|report))"
    r"|\b(?:days?|weeks?|fortnight)\s+(?:after|following|since)\s+(?:the\s+)?(?:report|publication|it\s+"
    r"(?:was\s+published|came\s+out|appeared))"
)
"""What ties something done to the report, though the report is not named."""
_THEY_RAISED_IT: Final = phrase(
    r"\b(?:inspectors?|inspectorate|HMIC\w*)\s+(?:(?:had|has|have|first|also|then|already|again)\s+)*"
    r"(?:raised|discussed|challenged|considered|questioned|presented|met)\b[^.;]{0,140}$"
    r"|\bfirst\s+(?:raised|discussed|considered)\b[^.;]{0,140}$"
)
"""Before a date: the inspectors did it, in an earlier inspection."""
_ANOTHER_REPORT: Final = phrase(
    r"\b(?:national|another|other|previous|earlier|last|annual|former)\s+(?:\w+\s+)?(?:report|inspection)\b"
)
_BEFORE_THIS_TEXT: Final = phrase(
    r"\b(?:first|originally|initially|previously|already)\s+(?:published|issued)\b"
    r"|\b(?:published|issued)\s+again\b"
)
"""A response that is corrected was public before it was signed anew."""
_FOLLOWING_IT: Final = phrase(
    r"^,?\s*(?:following|after|since)\s+(?:the\s+|its\s+)?(?:publication|receipt|release)\b"
)
"""Right behind a date: it is said to be after the report."""
_IN_THAT_YEAR: Final = phrase(
    r"\b(?:published|issued|released|invited|received|replied|signed|dated|wrote|written|sent|made"
    r"|commented|met|c[ao]me\s+out|publication|invitation|comments)\s+(?:\w+\s+){0,2}?"
    r"(?:(?:in|during|of)\s+)?(?:the\s+year\s+)?$"
)
"""Right before a year that is the year of an event; one farther off may be an Act's."""
_CLAUSES: Final = re.compile(r"[:;]|,\s+(?:and|but|while|when|where)\s")
"""What ends the words before a date that tell what was done on it."""
_HAD_BEEN: Final = phrase(r"\bhad\b[^.;]{0,120}$")
"""What had happened before the report came."""
_FIRST: Final = {Event.INVITED, Event.RECEIVED, Event.DUE, Event.SIGNED, Event.OUT}
"""What cannot come before the report's publication."""
_SAID: Final = {
    Event.INVITED: "The invitation cannot be earlier than the report it is about",
    Event.RECEIVED: "Comments on a report cannot be earlier than the report",
    Event.DUE: "Comments cannot be due before the report is published",
    Event.SIGNED: "A response cannot be dated before the report it answers",
    Event.OUT: "A response cannot be published before the report it answers",
    Event.MET: "A meeting about the report cannot be earlier than the report",
}


def differing(told: TimedEvent, response: Response) -> Fault | None:
    """Return how a date differs from the one the record gives for the same event."""
    facts = response.facts
    recorded = _recorded(told.event, facts)
    if (
        recorded is None
        or told.may_be(recorded)
        or told.again
        or is_of_another_body(told, response)
    ):
        return None
    if told.dated.grain in {Grain.PERIOD, Grain.YEAR} or _is_another_days(told, facts):
        return None
    if told.event is Event.REPORT and (
        not _is_meant_as(told, recorded, facts) or is_of_our_own_report(told, response)
    ):
        return None
    what = told.event.value
    year = " Look at the year." if _is_year_slip(told, recorded) else ""
    message = (
        f"“{told.dated.words}” is given as {what}, but the record says "
        f"{british_date(recorded)}.{year}"
    )
    return message, british_date(recorded)


def _is_another_days(told: TimedEvent, facts: Facts) -> bool:
    """Return whether a date is right for the response or a finding, and was only read wrongly."""
    own = {facts.signed_on, facts.planned_publication_on, facts.last_day}
    if told.event is Event.DUE:
        own |= {one.deadline.day for one in facts.findings if one.deadline}
    return told.dated.is_day and told.first in own


def _recorded(event: Event, facts: Facts) -> date | None:
    return {
        Event.REPORT: facts.report.published_on,
        Event.INVITED: facts.invited_on,
        Event.DUE: facts.comments_due_on,
        Event.RECEIVED: facts.comments_received_on,
    }.get(event)


def _is_year_slip(told: TimedEvent, recorded: date) -> bool:
    same = (told.first.day, told.first.month) == (recorded.day, recorded.month)
    month = told.dated.grain is Grain.MONTH and told.first.month == recorded.month
    return (same or month) and told.first.year != recorded.year


def _is_meant_as(told: TimedEvent, recorded: date, facts: Facts) -> bool:
    """Return whether a wrong publication date is this report's, and not an earlier report's."""
    if told.stands_alone or facts.report.title.casefold() in told.sentence.casefold() != "":
        return True
    if _ANOTHER_REPORT.search(told.sentence):
        return False
    day = told.first
    if told.dated.grain is Grain.MONTH:
        return (day.month == recorded.month) or abs((day - recorded).days) <= MISREAD
    alike = (
        (day.day, day.month) == (recorded.day, recorded.month),
        (day.day, day.year) == (recorded.day, recorded.year),
        (day.month, day.year) == (recorded.month, recorded.year),
        abs((day - recorded).days) <= MISREAD,
    )
    return told.dated.grain is Grain.DAY and any(alike)


def out_of_order(told: TimedEvent, response: Response) -> Fault | None:
    """Return why an event cannot have been on its day, beside the others on the record."""
    facts = response.facts
    published = facts.report.published_on
    about = (
        told.event in _FIRST
        or _is_about_the_report(told)
        or _is_in_last_years_weeks(told, facts)
        or _FOLLOWING_IT.match(told.after) is not None
    )
    again = told.again and told.event is not Event.MET
    if told.dated.grain is Grain.PERIOD and told.event in {Event.OUT, Event.REPORT}:
        return None
    if told.dated.grain is Grain.YEAR and not _is_its_year(told):
        return None
    if published and told.last < published and about and not again:
        said = _SAID.get(told.event, _SAID[Event.MET])
        message = (
            f"{said}: “{told.dated.words}” is before its publication on {british_date(published)}."
        )
        return message, _same_day_in(told, published, facts)
    return (
        _after_the_invitation(told, facts)
        or _by_the_signature(told, facts)
        or _before_the_signature(told, facts)
    )


def _is_its_year(told: TimedEvent) -> bool:
    """Return whether a year stands alone, or right behind what happened in it."""
    return told.stands_alone or _IN_THAT_YEAR.search(told.before) is not None


def _is_about_the_report(told: TimedEvent) -> bool:
    if told.event is Event.OTHER:
        clause = _CLAUSES.split(told.before)[-1]
        done = _ABOUT_IT_FOR_SURE.search(clause) and is_told_as_done(told)
        return bool(done) and _ABOUT_ANOTHER.search(told.sentence) is None
    return told.event is Event.MET and (
        _HAD_BEEN.search(told.before) is None
        and _THEY_RAISED_IT.search(told.before) is None
        and _ABOUT_THE_REPORT.search(told.sentence) is not None
        and _ABOUT_ANOTHER.search(told.sentence) is None
    )


def _is_in_last_years_weeks(told: TimedEvent, facts: Facts) -> bool:
    """Return whether what answers the report was done in its weeks, but a year too early."""
    published, upto = facts.report.published_on, facts.signed_on or facts.last_day
    if told.dated.grain is not Grain.DAY or published is None or upto is None:
        return False
    listed = told.stands_alone and told.event is Event.MET
    tied = listed or _TIED_TO_IT.search(told.sentence) or goes_on_from_them(told, published, upto)
    if not (tied or fits_but_for_the_year(told, published, upto)) or _ABOUT_ANOTHER.search(
        told.sentence
    ):
        return False
    fits = published <= in_a_year(told.first) <= upto
    return fits and (told.event is Event.MET or is_told_as_done(told))


def _same_day_in(told: TimedEvent, published: date, facts: Facts) -> str | None:
    """Return the same day of the year of publication or the next one, if that would fit."""
    if told.dated.grain is not Grain.DAY:
        return None
    for year in (published.year, published.year + 1):
        try:
            other = told.first.replace(year=year)
        except ValueError:
            continue
        if published <= other <= (facts.signed_on or facts.last_day or date.max):
            return f"{british_date(other)}?"
    return None


def _after_the_invitation(told: TimedEvent, facts: Facts) -> Fault | None:
    invited = facts.invited_on
    early = invited is not None and told.last < invited
    if told.event not in {Event.RECEIVED, Event.DUE} or not early or told.again:
        return None
    assert invited is not None  # noqa: S101 - `early` says so
    message = (
        f"“{told.dated.words}” is before the invitation to comment of {british_date(invited)}, "
        "Police Act 1996 s.55(4)."
    )
    return message, None


def _by_the_signature(told: TimedEvent, facts: Facts) -> Fault | None:
    """Return what is odd about the date of the response itself."""
    if told.event is not Event.SIGNED or not told.dated.is_day:
        return None
    received = facts.comments_received_on
    if received and told.last < received:
        message = (
            f"The response is dated “{told.dated.words}”, before the chief officer’s comments "
            f"of {british_date(received)} that it publishes."
        )
        return message, british_date(facts.signed_on) if facts.signed_on else None
    if (
        facts.signed_on
        and told.first != facts.signed_on
        and told.first.year != facts.signed_on.year
    ):
        message = (
            f"The response is dated “{told.dated.words}”, but it was signed on "
            f"{british_date(facts.signed_on)}. Look at the year."
        )
        return message, british_date(facts.signed_on)
    return None


def _before_the_signature(told: TimedEvent, facts: Facts) -> Fault | None:
    signed = facts.signed_on
    if told.event is not Event.OUT or signed is None or told.last >= signed:
        return None
    if told.may_be_report(facts) or _BEFORE_THIS_TEXT.search(told.passage.words):
        return None
    message = (
        f"The response cannot be published on “{told.dated.words}”, before its signature on "
        f"{british_date(signed)}."
    )
    return message, None
