"""Two dates of one sentence that cannot both be right: one of them has the wrong year."""

import re
from datetime import date
from typing import Final, NamedTuple

from casework.rules.checks.dates_that_differ import Fault
from casework.rules.findings.deadline_days import NUMBERS
from casework.rules.findings.prose_dates import real_date
from casework.rules.manuscript.dated import DatedWords, Grain
from casework.rules.manuscript.dated_words import dates_in
from casework.rules.manuscript.phrases import phrase
from casework.rules.manuscript.response import Response
from casework.rules.manuscript.timeline import TimedEvent
from casework.rules.wording import british_date

LONGEST_BETWEEN: Final = 160
"""Signs between two dates that are told of one another."""
A_YEAR: Final = 366
_COUNTS: Final = "|".join(sorted(NUMBERS, key=len, reverse=True))
_SO_LONG: Final = phrase(
    r"^\W{0,4}(?:(?:that|which)\s{1,9}is,?\s{1,9}|(?:only|just|about|almost|nearly|some|more\s{1,9}than|over)\s{1,9}){0,2}"
    rf"(?:(?P<count>\d{{1,3}}|{_COUNTS})\s{{1,9}}(?:clear\s{{1,9}}|working\s{{1,9}}|calendar\s{{1,9}})?"
    r"(?P<unit>day|week|month)s?|(?:a\s{1,9})?(?P<fortnight>fortnight)|the\s{1,9}(?P<one>day))\s{1,9}"
    r"(?P<side>before|ahead\s{1,9}of|earlier\s{1,9}than|inside|short\s{1,9}of|after|later\s{1,9}than|following)\b"
)
"""Right behind a date: so long before or after another one."""
_EARLIER: Final = phrase(
    r"^\W{0,4}(?:(?:and|but|so|well|long|shortly|just|comfortably|in|good|plenty\s{1,9}of|which\s{1,9}is|that\s{1,9}is)\s{1,9}){0,4}"
    r"(?:before|ahead\s{1,9}of|time\s{1,9}for|within|inside)\b[^.;]{0,90}$"
    r"|^,?\s{1,9}(?:so\s{1,9}that|in\s{1,9}order\s{1,9}that|to\s{1,9}be\s{1,9}sure)\b[^.;]{0,120}\b(?:by|before|of|on)\s{1,9}(?:the\s{1,9})?$"
)
"""Between two dates of which the first comes first."""
_THE_REPORT: Final = phrase(
    r"^\s{1,9}(?:the|this|your|its|their)?\s{0,9}(?:(?:\w{1,20}\s{1,9})?(?:report|letter|inspection)\s{1,9}(?:was\s{1,9}|had\s{1,9}been\s{1,9})?"
    r"(?:published|appeared|c[ao]me\s{1,9}out|issued|released)|(?:report[’']s\s{1,9})?publication\b)"
)
_THE_DEADLINE: Final = phrase(
    r"^\s{1,9}(?:(?:the|HMICFRS[’']s?|its|their|inspectors[’'])\s{1,9}){1,2}(?:\w{1,20}\s{1,9})?(?:date|deadline)s?\b"
)
"""Right behind a length of time: what it is told from."""
_SAID_OF_OLD: Final = phrase(r"\b(?:not|never|had|used\s{1,9}to|was|were|did)\b")
_LISTED: Final = phrase(
    r"^,?\s{1,9}(?:and|then)\s{1,9}(?:then\s{1,9}|again\s{1,9}){0,2}(?:on\s{1,9})?(?:the\s{1,9})?$"
)
_GOES_ON: Final = phrase(r"^,?\s{1,9}(?:I|we|it|he|she|they|the|that|this|my|our|his|her|its)\b")
"""Behind a date that opens a clause of its own."""
_ON: Final = phrase(r"\bon\s{1,9}(?:the\s{1,9})?$")
_BETWEEN: Final = phrase(r"\b(?P<word>between|from)\s{1,9}(?:the\s{1,9})?$")
_UPTO: Final = {
    "between": phrase(r"^\s{1,9}and\s{1,9}$"),
    "from": phrase(r"^\s{1,9}(?:to|until|till)\s{1,9}$"),
}
_IN_TURN: Final = phrase(r"\brespectively\b|\bin\s{1,9}turn\b")
_LENGTHS: Final = {"day": (1, 4), "week": (7, 6), "month": (30, 16)}
"""Days of each unit, and by how many days such a count may be rounded."""


class _Pair(NamedTuple):
    """Two dates of a sentence, one right after the other."""

    first: date
    second: date
    before: str
    between: str
    after: str


def at_odds(told: TimedEvent, response: Response) -> Fault | None:
    """Return that a date contradicts the one beside it, which has the better claim."""
    if not told.dated.is_day:
        return None
    if fault := _of_the_report(told, response):
        return fault
    near = response.facts.report.published_on or response.facts.signed_on or response.today
    for pair, is_first in _pairs(told, near):
        if _contradict(pair) and _is_to_blame(told.first, pair, response, near):
            other = pair.second if is_first else pair.first
            message = (
                f"“{told.dated.words}” does not go with {british_date(other)} in the same "
                "sentence. Look at the years."
            )
            return message, None
    return None


def _of_the_report(told: TimedEvent, response: Response) -> Fault | None:
    """Return that a date is not so long before or after a day that is only named."""
    length = _SO_LONG.match(told.after)
    if length is None:
        return None
    named = told.after[length.end() :]
    days: list[date | None] = []
    if _THE_REPORT.match(named):
        days = [response.facts.report.published_on]
    elif _THE_DEADLINE.match(named):
        days = [one.deadline.day for one in response.facts.findings if one.deadline]
    pairs = [_Pair(told.first, day, "", "", "") for day in days if day]
    slipped = next((one for one in pairs if _misses_by_a_year(one, length)), None)
    if slipped is None or any(_fits(one, length) for one in pairs):
        return None
    message = (
        f"“{told.dated.words}” is not “{length.group().strip(' ,–—-(')}” "
        f"{british_date(slipped.second)}. Look at the year."
    )
    return message, None


def _pairs(told: TimedEvent, near: date) -> list[tuple[_Pair, bool]]:
    """Return a date with the one behind it and the one before it."""
    pairs = []
    behind = next(iter(_days_in(told.after)), None)
    if behind and behind.start <= LONGEST_BETWEEN and (day := _meant(behind, near)):
        between, after = told.after[: behind.start], told.after[behind.end :]
        pairs.append((_Pair(told.first, day, told.before, between, after), True))
    ahead = next(reversed(_days_in(told.before)), None)
    if ahead and len(told.before) - ahead.end <= LONGEST_BETWEEN and (day := _meant(ahead, near)):
        before, between = told.before[: ahead.start], told.before[ahead.end :]
        pairs.append((_Pair(day, told.first, before, between, told.after), False))
    return pairs


def _meant(dated: DatedWords, near: date) -> date | None:
    """Return the day of a date; one without a year is the next such day after the report."""
    if dated.first is not None:
        return dated.first
    years = (near.year, near.year + 1)
    days = (real_date(year, dated.month, dated.day) for year in years)
    return next((day for day in days if day and day >= near), None)


def _days_in(words: str) -> list[DatedWords]:
    grains = {Grain.DAY, Grain.WITHOUT_YEAR}
    return [one for one in dates_in(words) if one.grain in grains and one.exists]


def _contradict(pair: _Pair) -> bool:
    length = _SO_LONG.match(pair.between)
    if length:
        return _misses_by_a_year(pair, length)
    if not 0 < (pair.first - pair.second).days < A_YEAR:
        return False
    if _IN_TURN.search(pair.after):
        return False
    if _LISTED.match(pair.between) and _ON.search(pair.before):
        return _GOES_ON.match(pair.after) is None
    bound = _BETWEEN.search(pair.before)
    if bound and _UPTO[bound["word"].lower()].match(pair.between):
        return True
    return _EARLIER.match(pair.between) is not None and not _SAID_OF_OLD.search(pair.between)


def _misses_by_a_year(pair: _Pair, length: re.Match[str]) -> bool:
    """Return whether the length of time between two dates is right only in another year."""
    missed, rounded = _missed(pair, length), _length(length)[1]
    return missed > rounded and abs(missed - A_YEAR + 1) <= rounded + 1


def _fits(pair: _Pair, length: re.Match[str]) -> bool:
    return _missed(pair, length) <= _length(length)[1]


def _missed(pair: _Pair, length: re.Match[str]) -> int:
    """Return by how many days two dates are not so far from one another as is said."""
    days, _ = _length(length)
    back = length["side"].lower() not in {"after", "following"} and "later" not in length["side"]
    gap = (pair.second - pair.first).days if back else (pair.first - pair.second).days
    return abs(gap - days)


def _length(found: re.Match[str]) -> tuple[int, int]:
    if found["one"]:
        return 1, 1
    if found["fortnight"]:
        return 14, 4
    count = found["count"].lower()
    number = int(count) if count.isdigit() else NUMBERS[count]
    days, rounded = _LENGTHS[found["unit"].lower()]
    return number * days, rounded


def _is_to_blame(day: date, pair: _Pair, response: Response, near: date) -> bool:
    """Return whether a day, and not the one beside it, is the one that nobody else knows."""
    facts = response.facts
    known = {one.deadline.day for one in facts.findings if one.deadline}
    known |= {facts.report.published_on, facts.signed_on, facts.last_day, facts.invited_on}
    known |= {facts.comments_due_on, facts.comments_received_on, facts.planned_publication_on}
    other = pair.second if day == pair.first else pair.first
    if (day in known) != (other in known):
        return other in known
    if day in known:
        return False
    return abs(day - near) >= abs(other - near)
