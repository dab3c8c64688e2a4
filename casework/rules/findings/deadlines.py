"""The deadline inside a finding: the words as printed, and the day they mean."""

import re
from calendar import monthrange
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

from casework.rules.findings.prose_dates import (
    DAY_MONTH_YEAR,
    MONTH,
    last_of_month,
    month_number,
    real_date,
)
from models.shapes.reading import FindingDeadline
from models.words import DeadlineKind

_NUMBERS = {
    word: number
    for number, word in enumerate(
        [
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
        ],
        start=1,
    )
} | {"a": 1, "an": 1, "eighteen": 18, "twenty-four": 24, "fifteen": 15, "thirty-six": 36}
_COUNT = r"(?P<count>\d{1,3}|" + "|".join(sorted(_NUMBERS, key=len, reverse=True)) + ")"
_BY = r"(?:by|no\s+later\s+than|not\s+later\s+than|on\s+or\s+before|until)(?:\s+the)?"
_SEASON_ENDS = {"spring": 5, "summer": 8, "autumn": 11}
"""The last month of each season. Winter ends in February of the next year."""
_FLAGS = re.IGNORECASE

_FULL_DATE = re.compile(rf"\b{_BY}\s+(?:end\s+of\s+)?(?:\w+day,?\s+)?{DAY_MONTH_YEAR}\b", _FLAGS)
_BEFORE = re.compile(rf"\bbefore\s+{DAY_MONTH_YEAR}\b", _FLAGS)
_MONTH = re.compile(
    rf"\b{_BY}\s+(?P<end>end\s+of\s+)?(?:(?:early|mid|late)[\s-])?(?P<month>{MONTH}),?\s+(?P<year>20\d\d)\b",
    _FLAGS,
)
_SEASON = re.compile(
    rf"\b{_BY}\s+(?:end\s+of\s+)?(?P<season>spring|summer|autumn|winter)(?:\s+of)?,?\s+(?P<year>20\d\d)\b",
    _FLAGS,
)
_QUARTER = re.compile(
    rf"\b{_BY}\s+(?:end\s+of\s+)?(?:(?:q|quarter\s+)(?P<q>[1-4])|(?P<word>first|second|third|fourth|last)\s+quarter)"
    r"(?:\s+of)?,?\s+(?P<year>20\d\d)\b",
    _FLAGS,
)
_FINANCIAL = re.compile(
    rf"\b{_BY}\s+end\s+of\s+(?:the\s+)?(?:financial\s+year\s+)?(?:20\d\d)[/–-](?:20)?(?P<short>\d\d)"
    r"(?:\s+financial\s+year)?",
    _FLAGS,
)
_YEAR = re.compile(rf"\b{_BY}\s+(?:end\s+of\s+)?(?P<year>20\d\d)\b(?![/–-]\d)", _FLAGS)
_RELATIVE = re.compile(
    rf"\b(?:within|in|over|during)\s+(?:(?:the\s+)?next\s+)?{_COUNT}\s+(?P<unit>calendar\s+months?|working\s+days?|months?|weeks?|days?|years?)"
    r"(?:\s+(?:of|from|after)\s+(?:the\s+)?(?:date\s+of\s+)?(?:the\s+)?(?P<of>publication(?:\s+of\s+(?:this|the)\s+report)?|this\s+report(?:[’']s\s+publication|\s+being\s+published)?|this\s+letter|today|now))?",
    _FLAGS,
)
_IMMEDIATE = re.compile(
    r"\b(?:with\s+immediate\s+effect|immediately|straight\s*away|without\s+delay|"
    r"(?<=\btake\s)immediate(?:\s+(?:action|steps))?)",
    _FLAGS,
)
_RECOMMENDS_THAT = re.compile(r"\brecommends?\s+that\s+[\w\s’'-]{1,60}$", _FLAGS)
_MODAL = re.compile(r"\b(?:should|must|needs?\s+to|need\s+to)\b", _FLAGS)
_CLAUSE_START = re.compile(
    r"^[\s,:;]*(?:and\s+|that\s*,?\s+|so\s+|we\s+recommend\s+that\s*,?\s*)*$", _FLAGS
)
_ENDS_SENTENCE = re.compile(r"\s*(?:[.;:]|$|\n)")


class _Found(NamedTuple):
    at: int
    words: re.Match[str]
    kind: DeadlineKind
    resolve: Callable[[re.Match[str], date | None], date | None]
    assumed: bool


def deadline_of(text: str, published: date | None) -> FindingDeadline:
    """Return the finding's deadline; the first that is one wins.

    `published` is the publication day where it is known to the day: without
    it, "within three months" and "immediately" have no date.
    """
    plain = text.replace("\xa0", " ")
    found = min(_all(plain), key=lambda one: one.at, default=None)
    if found is None:
        return FindingDeadline()
    day = found.resolve(found.words, published)
    raw = text[found.words.start() : found.words.end()].strip()
    assumed = found.assumed and day is not None
    return FindingDeadline(raw=raw, kind=found.kind, day=day, assumed=assumed)


def _all(text: str) -> Iterator[_Found]:
    yield from _days_and_months(text)
    yield from _periods(text)
    for words in _RELATIVE.finditer(text):
        if _is_relative_deadline(text, words):
            yield _Found(words.start(), words, DeadlineKind.RELATIVE, _relative, assumed=False)
    for words in _IMMEDIATE.finditer(text):
        if _is_adverb_of_modal(text, words) or words.group().lower().startswith("with"):
            yield _Found(words.start(), words, DeadlineKind.IMMEDIATE, _at_once, assumed=False)


def _days_and_months(text: str) -> Iterator[_Found]:
    for words in _FULL_DATE.finditer(text):
        if not _looks_back(text, words):
            yield _Found(words.start(), words, DeadlineKind.DATE, _full_date, assumed=False)
    for words in _BEFORE.finditer(text):
        if _is_adverb_of_modal(text, words):
            yield _Found(words.start(), words, DeadlineKind.DATE, _day_before, assumed=True)
    for words in _MONTH.finditer(text):
        if not _looks_back(text, words):
            yield _Found(
                words.start(), words, DeadlineKind.MONTH, _month_end, assumed=not words["end"]
            )


def _periods(text: str) -> Iterator[_Found]:
    for pattern, resolve in (
        (_SEASON, _season_end),
        (_QUARTER, _quarter_end),
        (_FINANCIAL, _financial_year_end),
        (_YEAR, _year_end),
    ):
        for words in pattern.finditer(text):
            if not _looks_back(text, words):
                yield _Found(words.start(), words, DeadlineKind.PERIOD, resolve, assumed=True)


def _looks_back(text: str, words: re.Match[str]) -> bool:
    """Return whether the date tells what was the case by then ("by March 2020 the force had …")."""
    after = text[words.end() : words.end() + 60]
    return bool(re.match(r",?\s+(?:[\w’']+\s+){0,4}(?:had|were|was)\b", after))


def _is_adverb_of_modal(text: str, words: re.Match[str]) -> bool:
    """Return whether the words open the clause or stand beside its "should"."""
    before = text[: words.start()]
    clause = re.split(r"[.;:\n]\s*", before)[-1]
    if _CLAUSE_START.match(clause):
        return True
    if _RECOMMENDS_THAT.search(clause):
        return True
    modals = list(_MODAL.finditer(clause))
    modal = modals[-1] if modals else None
    if modal is not None and clause[modal.end() :].strip(" ,") in {"", "take", "also"}:
        return True
    return modal is None and bool(_MODAL.match(text[words.end() :].lstrip(" ,")))


def _is_relative_deadline(text: str, words: re.Match[str]) -> bool:
    if words["of"]:
        return True
    if (
        words.group().lower().startswith(("in ", "over ", "during "))
        and "next" not in words.group()
    ):
        return False
    if re.match(r"\s+(?:of|from|after)\b", text[words.end() :]):
        return False
    if _is_adverb_of_modal(text, words) or _is_subject_adverb(text, words):
        return True
    long = words["unit"].lower().endswith(("month", "months", "year", "years"))
    return long and bool(_ENDS_SENTENCE.match(text[words.end() :]))


def _is_subject_adverb(text: str, words: re.Match[str]) -> bool:
    """Return whether it stands after "that" and before the subject ("recommends that within …")."""
    clause = re.split(r"[.;\n]\s*", text[: words.start()])[-1]
    after = re.split(r"[.;:\n]", text[words.end() :], maxsplit=1)[0]
    return not _MODAL.search(clause) and bool(_MODAL.search(after))


def _full_date(words: re.Match[str], _: date | None) -> date | None:
    return real_date(int(words["year"]), month_number(words["month"]), int(words["day"]))


def _day_before(words: re.Match[str], published: date | None) -> date | None:
    day = _full_date(words, published)
    return day - timedelta(days=1) if day else None


def _month_end(words: re.Match[str], _: date | None) -> date:
    return last_of_month(int(words["year"]), month_number(words["month"]))


def _season_end(words: re.Match[str], _: date | None) -> date:
    year, season = int(words["year"]), words["season"].lower()
    if season == "winter":
        return last_of_month(year + 1, 2)
    return last_of_month(year, _SEASON_ENDS[season])


def _quarter_end(words: re.Match[str], _: date | None) -> date:
    word = (words["word"] or "").lower()
    named = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4}
    quarter = int(words["q"]) if words["q"] else named[word]
    return last_of_month(int(words["year"]), 3 * quarter)


def _financial_year_end(words: re.Match[str], _: date | None) -> date:
    return date(2000 + int(words["short"]), 3, 31)


def _year_end(words: re.Match[str], _: date | None) -> date:
    return date(int(words["year"]), 12, 31)


def _at_once(_: re.Match[str], published: date | None) -> date | None:
    return published


def _relative(words: re.Match[str], published: date | None) -> date | None:
    if published is None:
        return None
    count = _NUMBERS.get(words["count"].lower()) or int(words["count"])
    unit = " ".join(words["unit"].lower().split()).removeprefix("calendar ").rstrip("s")
    if unit == "working day":
        return None
    if unit in {"day", "week"}:
        return published + timedelta(days=count * (7 if unit == "week" else 1))
    return _months_later(published, count * (12 if unit == "year" else 1))


def _months_later(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
