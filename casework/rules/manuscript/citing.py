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
_ONE: Final = r"(?!5[ab]\))\d{1,3}(?!\d)(?:[a-z]\b)?"
_AFTER: Final = (
    r"(?![\d/]|\s*%|\s*(?:months?|weeks?|days?|years?)\b|\s+(?:january|february|march|april"
    r"|may\s+\d|june|july|august|september|october|november|december)\b)"
)
_THEN: Final = r"\s*(?:,\s*and|,|and|&|or|to|-|–)\s*(?:number\s)?"
_LIST: Final = rf"(?P<numbers>{_ONE}(?:{_THEN}{_ONE}{_AFTER})*){_AFTER}"
_NUMBER: Final = re.compile(r"(\d{1,3})[a-z]?(?:\s*(?:to|-|–)\s*(\d{1,3}))?")
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


def citations_in(words: str) -> Iterator[Citation]:
    """Yield the findings that words cite, and where they stand in them."""
    if not any(sign.isdigit() for sign in words):
        return
    for klass, pattern in _CITED.items():
        for found in pattern.finditer(words):
            for one in _NUMBER.finditer(found["numbers"]):
                first, last = int(one[1]), int(one[2] or one[1])
                for number in range(first, min(last, first + LONGEST_RANGE) + 1):
                    yield Citation(klass, number, found.start(), found.end())


def cited_in(words: str) -> Iterator[tuple[FindingClass, int]]:
    """Yield the class and the number of each finding that words cite."""
    return ((one.klass, one.number) for one in citations_in(words))


def numbered_as(finding: FindingFacts) -> tuple[FindingClass, int]:
    """Return the class and the number by which a finding is cited; -1 for one without a number."""
    number = re.search(r"(\d{1,3})\D*\Z", finding.ref)
    return finding.klass, int(number[1]) if number else -1


class Citings:
    """How the findings of one report are cited: by class and number, or by their reference."""

    def __init__(self, findings: Sequence[FindingFacts]) -> None:
        """Take the numbers and references of the findings; one that two share tells neither."""
        self.findings = findings
        self._numbered: dict[tuple[FindingClass, int], int | None] = {}
        self._named: dict[str, int] = {}
        for at, finding in enumerate(findings):
            key = numbered_as(finding)
            self._numbered[key] = None if key in self._numbered else at
            name = " ".join(finding.ref.split()).casefold()
            if re.search(r"[a-z]", name) and re.search(r"\d", name):
                self._named[name] = at
        names = "|".join(re.escape(name) for name in sorted(self._named, key=len, reverse=True))
        self._names = re.compile(rf"(?<!\w)(?:{names})(?!\w)") if names else None

    def in_words(self, words: str) -> list[int]:
        """Return the numbers of the findings that words cite, each once, in their order."""
        found: dict[int, None] = {}
        for klass, number in cited_in(words):
            at = self._numbered.get((klass, number))
            if at is not None:
                found[at] = None
        if self._names:
            plain = " ".join(words.split()).casefold()
            found |= dict.fromkeys(self._named[one.group()] for one in self._names.finditer(plain))
        return list(found)
