"""Where a response cites findings by their numbers: `Recommendations 3, 7 and 9 to 11`, `AFI 2`."""

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from casework.rules.manuscript.phrases import phrase
from models.shapes.checking import FindingFacts
from models.words import FindingClass

_CLASS: Final = {
    FindingClass.RECOMMENDATION: (r"recommendations?", r"(?:recs?\.?|r)"),
    FindingClass.AREA_FOR_IMPROVEMENT: (r"areas?\s+for\s+improvement", r"afis?"),
    FindingClass.CAUSE_OF_CONCERN: (r"causes?\s+of\s+concern", r"cocs?"),
}
"""What each class is called in full, and how it is cut short before a number."""
_ONE: Final = r"(?!5[ab]\))\d{1,3}(?!\d)(?:[a-z]\b|\.\d{1,2}(?!\d))?"
_AFTER: Final = (
    r"(?![\d/]|\s*%|\s*(?:months?|weeks?|days?|years?)\b|\s+(?:january|february|march|april"
    r"|may\s+\d|june|july|august|september|october|november|december)\b)"
)
_THEN: Final = r"\s*(?:,\s*and|,|and|&|or|to|-|–)\s*(?:number\s)?"
_LIST: Final = rf"(?P<numbers>{_ONE}(?:{_THEN}{_ONE}{_AFTER})*){_AFTER}"
_NUMBER: Final = re.compile(
    r"(\d{1,3})([a-z](?![a-z])|\.\d{1,2})?(?:\s*(?:to|-|–)\s*(?:(\d{1,3})(\.\d{1,2})?))?"
)
_REF: Final = re.compile(r"(?<![\d.])(\d{1,3})([a-z]|\.\d{1,2})?\W*\Z", re.IGNORECASE)
"""The number at the end of a reference, and its part: `2.1`, `3b`."""
LONGEST_RANGE: Final = 60


def _pattern(full: str, short: str) -> re.Pattern[str]:
    direct = r"(?:\s|\(|numbers?\s|nos?\.?\s)*"
    law = r"(?![^(]{0,80}\b(?:(?:sub-?)?sections?|paragraphs?)\b)"
    bracketed = rf"\b{law}[^()\d.:;]{{1,80}}\(\s*(?:numbers?\s|nos?\.?\s)?"
    return phrase(rf"\b(?:(?:{full}|{short}){direct}|{full}{bracketed}){_LIST}")


_CITED: Final = {klass: _pattern(*names) for klass, names in _CLASS.items()}


class Citation(NamedTuple):
    """A finding cited by its number, and where."""

    klass: FindingClass
    number: int
    start: int
    end: int
    part: str = ""
    """Of `2.1` or `3b`: `.1`, `b`."""


def citations_in(words: str) -> Iterator[Citation]:
    """Yield the findings that words cite, and where they stand in them."""
    if not any(sign.isdigit() for sign in words):
        return
    for klass, pattern in _CITED.items():
        for found in pattern.finditer(words):
            for number, part in _numbers(found["numbers"]):
                yield Citation(klass, number, found.start(), found.end(), part)


def _numbers(words: str) -> Iterator[tuple[int, str]]:
    """Yield the numbers of a list with their parts, ranges filled in: `2.1 to 2.3`, `3b, 4`."""
    for one in _NUMBER.finditer(words):
        first, part, last, last_part = int(one[1]), (one[2] or "").lower(), one[3], one[4]
        if last_part and part.startswith(".") and int(last) == first:
            upto = min(int(last_part[1:]), int(part[1:]) + LONGEST_RANGE)
            yield from ((first, f".{n}") for n in range(int(part[1:]), upto + 1))
            continue
        yield first, part
        upto = min(int(last or first), first + LONGEST_RANGE)
        yield from ((number, "") for number in range(first + 1, upto + 1))


def cited_in(words: str) -> Iterator[tuple[FindingClass, int]]:
    """Yield the class and the number of each finding that words cite."""
    return ((one.klass, one.number) for one in citations_in(words))


def numbered_as(finding: FindingFacts) -> tuple[FindingClass, int]:
    """Return the class and the number by which a finding is cited.

    -1 is that of one without a number, or with one of two parts: `2.1`.
    """
    number = re.search(r"(\d\.)?(\d{1,3})\D*\Z", finding.ref)
    return finding.klass, int(number[2]) if number and not number[1] else -1


class Citings:
    """How the findings of one report are cited: by class and number, or by their reference."""

    def __init__(self, findings: Sequence[FindingFacts]) -> None:
        """Take the numbers and references of the findings; one that two share tells neither."""
        self.findings = findings
        self._numbered: dict[tuple[FindingClass, int], int | None] = {}
        self._named: dict[str, int] = {}
        self._parts: dict[tuple[FindingClass, int], dict[str, int]] = {}
        for at, finding in enumerate(findings):
            key = numbered_as(finding)
            self._numbered[key] = None if key in self._numbered else at
            ref = _REF.search(finding.ref)
            if ref and ref[2]:
                parts = self._parts.setdefault((finding.klass, int(ref[1])), {})
                parts[ref[2].lower()] = at
            name = " ".join(finding.ref.split()).casefold()
            if re.search(r"[a-z]", name) and re.search(r"\d", name):
                self._named[name] = at
        names = "|".join(re.escape(name) for name in sorted(self._named, key=len, reverse=True))
        self._names = re.compile(rf"(?<!\w)(?:{names})(?!\w)") if names else None

    def in_words(self, words: str) -> list[int]:
        """Return the numbers of the findings that words cite, each once, in their order."""
        found: dict[int, None] = {}
        for one in citations_in(words):
            parts = self._parts.get((one.klass, one.number), {})
            if parts:
                # "Recommendation 3" is all of 3a and 3b.
                told = [parts[one.part]] if one.part in parts else [*parts.values()]
                found |= dict.fromkeys(told if one.part in {"", *parts} else ())
                continue
            at = self._numbered.get((one.klass, one.number))
            if at is not None:
                found[at] = None
        if self._names:
            plain = " ".join(words.split()).casefold()
            found |= dict.fromkeys(self._named[one.group()] for one in self._names.finditer(plain))
        return list(found)
