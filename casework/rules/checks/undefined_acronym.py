"""Acronyms that nobody explains."""

import re
from collections.abc import Iterator
from typing import Final

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
    told: set[str] = set()
    for passage in response.own():
        if passage.is_heading or passage.words.isupper():
            continue
        for word in _acronyms(passage):
            plain = word.rstrip("s").replace("&", "")
            known = plain in everyday or word in everyday or plain in told or plain in initials
            if known or _is_explained(plain, whole):
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


def _is_explained(plain: str, whole: str) -> bool:
    """Return whether an acronym stands in brackets behind words with its initials, or before them.

    Small letters are common in what it stands for: violence against women and girls (VAWG).
    """
    for found in re.finditer(
        rf"([^.\n]{{4,120}})\(\W{{0,2}}{re.escape(plain)}s?\W{{0,2}}\)", whole
    ):
        if _spells(plain, found[1]):
            return True
    named = (
        r"([^.\n]{4,120}?),?\s+(?:or|known\s+as|called|shortened\s+to)\s+(?:the\s+)?"
        rf"\W?{re.escape(plain)}\b"
    )
    if any(_spells(plain, found[1]) for found in re.finditer(named, whole)):
        return True
    pattern = (
        rf"\b{re.escape(plain)}s?(?:[’']s)?\s*"
        r"(?:\(|[–—:-]\s|\n|(?:means|(?:is|are)\s+short\s+for|stands?\s+for)\s)"
        r"\s*(?:the\s+)?([^.)\n]{4,100})"
    )
    return any(_spells(plain, found[1]) for found in re.finditer(pattern, whole))


def _spells(plain: str, words: str) -> bool:
    """Return whether the letters of an acronym stand, in order, in the words it is put beside."""
    at_most = " ".join(words.split()[-3 * len(plain) - 2 :]).casefold()
    place = -1
    for letter in plain.casefold():
        place = at_most.find(letter, place + 1)
        if place < 0:
            return False
    return True
