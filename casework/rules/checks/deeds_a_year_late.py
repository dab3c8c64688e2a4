"""What is told as done, on a day that was still to come when the response was signed."""

import re
from datetime import date, timedelta
from typing import Final

from casework.rules.checks.dates_that_differ import Fault
from casework.rules.manuscript.event_words import Event
from casework.rules.manuscript.phrases import phrase
from casework.rules.manuscript.response import Response
from casework.rules.manuscript.timeline import TimedEvent
from casework.rules.wording import british_date

LOOKED_BACK: Final = 160
"""Signs before a date in which the deed stands that it is the date of."""
THE_WEEKS_BEFORE: Final = timedelta(days=300)
"""How long before the signature what a response tells of is mostly done."""
_PAST: Final = (
    r"(?:met|wrote|visited|saw|spoke|discussed|raised|sat|attended|chaired|rang|observed|held|reported|challenged"
    r"|questioned|told|considered|reviewed|allocated|authori[sz]ed|commissioned|paid|awarded|received|heard|read|joined"
    r"|watched|spent|walked|listened|took|put|sought|made|brought|gave|sent|went|did|checked|tested|inspected|sampled"
    r"|audited|examined|came|assured|confirmed|explained|presented|appeared|returned|scrutini[sz]ed|pressed|urged"
    r"|thanked|signed|issued|looked|accompanied|toured|hosted|led|briefed|debated|noted|replied|answered|responded"
    r"|promised|undertook|began|ended|started|opened|launched|introduced|adopted|completed|learned|learnt|found"
    r"|released|served|delivered|passed|advertised|said|approved|agreed|asked|invited|announced|decided|resolved"
    r"|required|requested|welcomed|stood|fell|rose|published|closed|appointed|was|were)"
)
_NO_DEED: Final = "".join(
    rf"(?<!\b{word} )"
    for word in (
        *("to", "the", "a", "an", "be", "have", "has", "being", "is", "are"),
        *("my", "its", "will", "now", "not", "newly", "already", "also"),
    )
)
"""Not right behind these: no deed of a day, but what is to be, or a word for a thing."""
_DID: Final = phrase(
    rf"{_NO_DEED}\b(?P<verb>{_PAST})\b(?P<gap>[^.;:]{{0,120}}?)"
    r"(?P<link>\bon|,|\band\s{1,9}on|\bagain\s{1,9}on|\bby|\()\s{0,9}(?:the\s{1,9})?$"
)
"""A deed of the past, and right behind it or a little later its day."""
_AHEAD: Final = phrase(
    r"\b(?:will|shall|should|would|could|may|can|must|is|are|has|have|until|till|next|due|agenda|diary|ahead"
    r"|that|which|who|where|when|because|since|if|whether|plan\w*|propos\w+|schedul\w+|deadline|target"
    r"|dated?|term|(?:end|expire|run|begin|start|open)s?|ending|beginning|starting|coming|forthcoming"
    r"|to\s{1,9}(?!(?:me|us|him|her|it|them|this|these|all|both|each|every|the|an?|my|our|his|their|its|your|chief)\b)"
    r"(?-i:[a-z]{2,}))\b"
)
"""Between a deed and a date: the date is that of something else, or of something to come."""
_FOR_IT: Final = phrase(
    r"\b(?:for(?!\s{1,9}(?:this|these|it|them|him|her)\b)|from|before|after|than)\b"
)
"""Behind what fixes something: the date may be that of what is fixed."""
_GOES_ON: Final = phrase(
    r"\b(?:19|20)\d\d\b(?!,?\s{1,9}(?:and\s{1,9})?(?:again\s{1,9})?$)|\band\s{1,9}(?:\w{1,20}\s{1,9}){0,2}?\w{2,20}s\b"
)
"""Between a deed and a date: a date of its own, or what is done next."""
_TO_COME: Final = phrase(
    r"\b(?:will|shall|would|should|could|may|can|must|going\s{1,9}to)\b|[’']ll\b"
)
_MAY_BE_AHEAD: Final = phrase(
    r"(?:agreed|asked|invited|announced|decided|resolved|required|requested|approved|put|made|commissioned|authori[sz]ed"
    r"|sought|allocated|told|promised|undertook|published|confirmed|was|were)"
)
"""Deeds by which something is fixed that is still to be."""
_SOMETHING_FIXED: Final = phrase(
    r"\b(?:meeting|session|review|visit|hearing|board|panel|launch|start|update|report|conference|event|date|dates|day"
    r"|committee|works?hop|inspection|audit|held|ready|complete|open|there|scrutiny|possible|expected)\s{0,9}$"
)
_PLANNED: Final = phrase(r"\b(?:next|due|planned|scheduled|date|deadline|target|last\s{1,9}day)\b")
_COMPLETED_BY: Final = phrase(
    r"\b(?:was|were|had\s{1,9}been)\s{1,9}(?:all\s{1,9})?(?:complet\w+|made|done|met|finished|closed|cleared)\b"
)
_OPENS: Final = phrase(
    r"^\W{0,9}(?:(?:and|also|then|first|so|therefore|at\s{1,9}once|but)[,:]?\s{1,9}){0,2}on\s{1,9}(?:the\s{1,9})?$"
    r"|[;:—–]\s{0,9}on\s{1,9}(?:the\s{1,9})?$|,\s{1,9}and\s{1,9}on\s{1,9}(?:the\s{1,9})?$"
)
"""A date that opens its sentence, or its clause."""
_THEN_DID: Final = phrase(
    r"^[\s,]{0,3}(?:(?!(?:which|that|who|will|shall|is|are|has|have|to|would|should|can|may|must|when|where|if)\b)[\w’'&,-]{1,40}\s{1,9}){1,9}?"
    rf"{_PAST}\b"
)
_SINCE: Final = phrase(
    r"\b(?:has|have|had|[’']ve|there\s{1,9}been)\b[^.;]{1,140}\bsince\s{1,9}(?:the\s{1,9})?$|\barrests?\s{1,9}since\s{1,9}$"
)
_SINCE_THEN: Final = phrase(r"^\W{0,9}(?:since|from)\s{1,9}(?:the\s{1,9})?$")
_HAS: Final = phrase(
    r"^[\s,]{0,3}(?:(?!(?:will|shall|is|are|which|that)\b)[\w’'&-]{1,40}\s{1,9}){1,7}?(?:has|have)\b"
)
_PAPER: Final = phrase(
    r"\b(?:(?:my|our|his|her|its|their|your)\s{1,9}(?:\w{1,20}\s{1,9})?(?:letter|decision|e-?mail|reply|note|minutes|report)|decision"
    r"(?:\s{1,9}[\w/.-]{3,30})?|scheme\s{1,9}of\s{1,9}delegation|delegation|arrangement)"
    r"\s{1,9}(?:of|dated|made\s{1,9}on)\s{1,9}(?:the\s{1,9})?$"
)
"""A paper that is there, told by its day."""
_NOT_JUDGED: Final = frozenset({Event.LAST_DAY, Event.DUE})


def a_year_late(told: TimedEvent, response: Response) -> Fault | None:
    """Return that something is told as done on a day after the signature, a year too late."""
    signed = response.facts.signed_on or response.today
    if not told.dated.is_day or told.event in _NOT_JUDGED or told.first <= signed:
        return None
    meant = _a_year_before(told.first)
    if not signed - THE_WEEKS_BEFORE <= meant <= signed or not _is_done(told):
        return None
    when = "the day of signature" if response.facts.signed_on else "today"
    message = (
        f"“{told.dated.words}” is told as past, but it is after {british_date(signed)}, {when}. "
        "Look at the year."
    )
    return message, f"{british_date(meant)}?"


def _is_done(told: TimedEvent) -> bool:
    """Return whether the words around a date tell of something that has been."""
    before = told.before[-LOOKED_BACK:]
    clause = re.split(r"[;:]", before)[-1]
    if _OPENS.search(before):
        done = _THEN_DID.match(told.after)
        return done is not None
    if _SINCE_THEN.match(told.before):
        return _HAS.match(told.after) is not None
    if _SINCE.search(before) or _PAPER.search(before):
        return True
    found = _last_deed(clause)
    if found is None or _TO_COME.search(clause):
        return False
    return not _is_of_what_is_fixed(found, clause)


def _is_of_what_is_fixed(found: re.Match[str], clause: str) -> bool:
    """Return whether the day may be that of what was fixed by a deed, and not of the deed."""
    gap = found["gap"]
    if found["link"].lower() == "by":
        return _COMPLETED_BY.search(clause) is None or _AHEAD.search(gap) is not None
    if _AHEAD.search(gap) or _GOES_ON.search(gap):
        return True
    if found["verb"].lower() in {"was", "were"} and _PLANNED.search(clause[: found.start()]):
        return True
    fixes = _MAY_BE_AHEAD.fullmatch(found["verb"]) is not None
    of_that = _SOMETHING_FIXED.search(gap) or _FOR_IT.search(gap)
    return fixes and of_that is not None


def _last_deed(words: str) -> re.Match[str] | None:
    """Return the deed nearest to the end of some words."""
    found = later = _DID.search(words)
    while later:
        found, later = later, _DID.search(words, later.start() + 1)
    return found


def _a_year_before(day: date) -> date:
    try:
        return day.replace(year=day.year - 1)
    except ValueError:
        return day.replace(year=day.year - 1, day=28)
