"""Acronyms that nobody explains."""

import re
from collections.abc import Iterator
from typing import Final

from casework.rules.checks.acronyms_explained import acronyms_explained
from casework.rules.checks.noticing import at, noticed
from casework.rules.manuscript.passages import Passage
from casework.rules.manuscript.phrases import each_of
from casework.rules.manuscript.response import Response
from models.shapes.checking import Observation, Severity

CHECK: Final = "undefined_acronym"
_ACRONYM: Final = re.compile(
    r"\b[A-Z](?:[A-Z]|[&o](?=[A-Z])|(?<=[A-Z]{2})[a-z](?=[A-Z]\b)){1,6}(?:s\b|\b)(?:[’']s)?"
)
_ROMAN: Final = re.compile(r"(?=.)C{0,3}(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})\Z")
"""A Roman number; ICV and VIC are none."""
_GAP: Final = re.compile(r"TB[ACD]|DD|MM|YY(?:YY)?|X{2,}")
"""A gap somebody meant to fill, told as such."""
_SMALL: Final = each_of("and of the for in to on with a against by")
_NO_WORDS: Final = re.compile(
    r"\b[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}\b"
    r"|(?<![\w/-])[A-Z]{2,8}(?:(?:/[A-Z\d]{1,12}){0,5}/\d{1,8}|-[A-Z\d]{1,12}(?:-[A-Z\d]{1,12}){0,4}-\d{1,8}|-\d{4,8})"
    r"(?![\w/-])"
)
"""Postcodes, and the numbers of files: `OPCC/HMI/2026/03`."""


def undefined_acronym(response: Response) -> Iterator[Observation]:
    """Yield each acronym in the body's own words that is nowhere spelt out, at its first place."""
    whole = "\n".join(passage.words for passage in response.passages)
    initials, everyday = _initials(whole), response.library.acronyms
    explained = acronyms_explained(whole)
    told: set[str] = set()
    for passage in response.own():
        if passage.is_heading or passage.words.isupper():
            continue
        for word in _acronyms(passage):
            plain = word.rstrip("s").replace("&", "")
            known = plain in everyday or word in everyday or plain in told or plain in initials
            if known or plain in explained:
                continue
            told.add(plain)
            yield noticed(
                CHECK,
                Severity.WARNING,
                f"“{plain}” is not explained: write it out where it stands first.",
                at(passage, word),
            )


def _acronyms(passage: Passage) -> Iterator[str]:
    words = _NO_WORDS.sub(lambda found: " " * len(found.group()), passage.words)
    for found in _ACRONYM.finditer(words):
        word = re.sub(r"[’']s\Z", "", found.group())
        if not (_ROMAN.match(word) or _GAP.fullmatch(word)):
            yield word


def _initials(words: str) -> frozenset[str]:
    """Return the initials of every run of words of which at least one begins with a capital."""
    found: set[str] = set()
    for line in re.split(r"[.;:()\d\n]", words):
        plain = re.findall(r"[^\W\d_]+(?:[’'][a-z]+)?", line)
        strong = [word for word in plain if word.casefold() not in _SMALL]
        for series in (strong, plain):
            first = "".join(word[0].upper()[:1] for word in series)
            for length in range(2, 8):
                for start in range(len(first) - length + 1):
                    some = series[start : start + length]
                    capitals = sum(word[0].isupper() for word in some)
                    if some[0][0].isupper() and capitals >= length - 1:
                        found.add(first[start : start + length])
    return frozenset(found)
