"""The deadline inside a finding: the words as printed, and the day they mean."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from casework.rules.findings.deadline_days import (
    NUMBERS,
    at_once,
    day_before,
    financial_year_end,
    full_date,
    month_end,
    part_of_year_end,
    quarter_end,
    relative,
    season_end,
    year_end,
)
from casework.rules.findings.prose_dates import DAY_MONTH_YEAR, MONTH
from models.shapes.reading import FindingDeadline
from models.words import DeadlineKind

_COUNT = r"(?P<count>\d{1,3}|" + "|".join(sorted(NUMBERS, key=len, reverse=True)) + ")"
_COLUMN_SAYS = "By "
_LONGEST_IN_A_COLUMN = 200
"""Characters."""
_BY = (
    r"(?:(?:by\s+)?not?\s+later\s+than|on\s+or\s+before|by|before(?=\s+(?:the\s+)?end\s+of)|"
    r"until)(?:\s+the)?"
)
_FLAGS = re.IGNORECASE

_FULL_DATE = re.compile(rf"\b{_BY}\s+(?:end\s+of\s+)?(?:\w+day,?\s+)?{DAY_MONTH_YEAR}\b", _FLAGS)
_BEFORE = re.compile(rf"\bbefore\s+{DAY_MONTH_YEAR}\b", _FLAGS)
_MONTH = re.compile(
    rf"\b{_BY}\s+(?P<end>end\s+of\s+)?(?:(?:early|mid|late)[\s-])?(?P<month>{MONTH}),?\s+(?P<year>20\d\d)\b",
    _FLAGS,
)
_SEASON = re.compile(
    rf"\b{_BY}\s+(?:end\s+of\s+(?:the\s+)?)?(?:early\s+|late\s+)?(?P<season>spring|summer|autumn|winter)(?:\s+of)?,?\s+(?P<year>20\d\d)(?:[/–-]\d\d)?\b",
    _FLAGS,
)
_QUARTER = re.compile(
    rf"\b{_BY}\s+(?:end\s+of\s+(?:the\s+)?)?(?:(?:q|quarter\s+)(?P<q>[1-4])|(?P<word>first|second|third|fourth|last)\s+quarter)"
    r"(?:\s+of)?,?\s+(?P<year>20\d\d)\b",
    _FLAGS,
)
_FINANCIAL = re.compile(
    rf"\b{_BY}\s+end\s+of\s+(?:the\s+)?(?:financial\s+year\s+)?(?:20\d\d)[/–-](?:20)?(?P<short>\d\d)"
    r"(?:\s+financial\s+year)?",
    _FLAGS,
)
_YEAR = re.compile(rf"\b{_BY}\s+(?:end\s+of\s+)?(?P<year>20\d\d)\b(?![/–-]\d)", _FLAGS)
_PART_OF_YEAR = re.compile(
    rf"\b{_BY}\s+(?P<part>early|mid|the\s+middle\s+of|late)[\s-]+(?P<year>20\d\d)\b(?![/–-]\d)",
    _FLAGS,
)
_RELATIVE = re.compile(
    rf"\b(?:within|in|over|during|(?:by\s+)?no[t]?\s+later\s+than)\s+(?:(?:the\s+)?next\s+)?{_COUNT}\s+(?P<unit>calendar\s+months?|working\s+days?|months?|weeks?|days?|years?)"
    r"(?:\s+(?:of|from|after)\s+(?:the\s+)?(?:date\s+of\s+)?(?:the\s+)?(?P<of>publication(?:\s+of\s+(?:this|the)\s+report)?|this\s+report(?:[’']s\s+publication|\s+being\s+published)?|this\s+letter|today|now))?",
    _FLAGS,
)
_IMMEDIATE = re.compile(
    r"\b(?:with\s+immediate\s+effect|immediately|straight\s*away|without\s+delay|"
    r"(?<=\btake\s)immediate(?:\s+(?:action|steps))?)",
    _FLAGS,
)
_RECOMMENDS_THAT = re.compile(r"\brecommends?\s+that\s+[\w\s’'-]{1,60}$", _FLAGS)
_RECOMMENDS_THAT_SOMEBODY = re.compile(r"\brecommends?\s+that\s+[\w\s’'-]{1,80},$", _FLAGS)
_RECOMMENDS_THAT_HERE = re.compile(r"\brecommends?\s+that\s*,?\s*$", _FLAGS)
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


def deadline_in_column(text: str, published: date | None) -> FindingDeadline:
    """Return the deadline of a table's column "By when", which may print no more than the date."""
    words = " ".join(text[:_LONGEST_IN_A_COLUMN].split())
    found = deadline_of(words, published)
    if found.kind is not DeadlineKind.NONE or not words:
        return found
    found = deadline_of(f"{_COLUMN_SAYS}{words[:1].lower()}{words[1:]}.", published)
    raw = (found.raw or "").removeprefix(_COLUMN_SAYS.strip()).strip()
    return replace(found, raw=words if raw.lower() == words.lower() else raw or None)


def _all(text: str) -> Iterator[_Found]:
    yield from _days_and_months(text)
    yield from _periods(text)
    for words in _RELATIVE.finditer(text):
        if _is_relative_deadline(text, words):
            yield _Found(words.start(), words, DeadlineKind.RELATIVE, relative, assumed=False)
    for words in _IMMEDIATE.finditer(text):
        if _is_adverb_of_modal(text, words) or words.group().lower() == "with immediate effect":
            yield _Found(words.start(), words, DeadlineKind.IMMEDIATE, at_once, assumed=False)


def _days_and_months(text: str) -> Iterator[_Found]:
    for words in _FULL_DATE.finditer(text):
        if not _looks_back(text, words):
            yield _Found(words.start(), words, DeadlineKind.DATE, full_date, assumed=False)
    for words in _BEFORE.finditer(text):
        if _is_adverb_of_modal(text, words) or _stands_apart(text, words):
            yield _Found(words.start(), words, DeadlineKind.DATE, day_before, assumed=True)
    for words in _MONTH.finditer(text):
        if not _looks_back(text, words):
            yield _Found(
                words.start(), words, DeadlineKind.MONTH, month_end, assumed=not words["end"]
            )


def _periods(text: str) -> Iterator[_Found]:
    for pattern, resolve in (
        (_SEASON, season_end),
        (_QUARTER, quarter_end),
        (_FINANCIAL, financial_year_end),
        (_YEAR, year_end),
        (_PART_OF_YEAR, part_of_year_end),
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


def _stands_apart(text: str, words: re.Match[str]) -> bool:
    """Return whether the words follow "should" and are set off, or end the sentence."""
    clause = re.split(r"[.;\n]\s*", text[: words.start()])[-1]
    after = text[words.end() :].lstrip(" ")
    ends = not after or after[0] in ".;:\n"
    set_off = clause.rstrip().endswith(",") and after.startswith(",")
    return bool(_MODAL.search(clause)) and (ends or set_off)


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
    tests = (_opens_the_recommended, _is_adverb_of_modal, _is_subject_adverb, _is_aside_of_a_demand)
    if any(test(text, words) for test in tests):
        return True
    return _is_long(words) and bool(_ENDS_SENTENCE.match(text[words.end() :]))


def _is_long(words: re.Match[str]) -> bool:
    """Return whether months or years are given: days are more often a standard to keep."""
    return any(unit in words["unit"].lower() for unit in ("month", "year"))


def _opens_the_recommended(text: str, words: re.Match[str]) -> bool:
    return _RECOMMENDS_THAT_HERE.search(text[: words.start()]) is not None


def _is_aside_of_a_demand(text: str, words: re.Match[str]) -> bool:
    """Return whether commas set it off inside a demand ("review, within six months, …")."""
    clause = re.split(r"[.;\n]\s*", text[: words.start()])[-1].rstrip()
    if not clause.endswith(",") or not text[words.end() :].lstrip().startswith(","):
        return False
    if _RECOMMENDS_THAT_SOMEBODY.search(clause):
        return True
    return _is_long(words) and _MODAL.search(clause) is not None


def _is_subject_adverb(text: str, words: re.Match[str]) -> bool:
    """Return whether it stands after "that" and before the subject ("recommends that within …")."""
    clause = re.split(r"[.;\n]\s*", text[: words.start()])[-1]
    after = re.split(r"[.;:\n]", text[words.end() :], maxsplit=1)[0]
    return not _MODAL.search(clause) and bool(_MODAL.search(after))
