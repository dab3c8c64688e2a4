"""A person of the case under a rank or an office that is not theirs."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from casework.rules.checks.noticing import at, at_most_a_note, noticed
from casework.rules.manuscript.people import is_near, is_same, people_of
from casework.rules.manuscript.response import Response
from models.shapes.checking import Observation, Severity

CHECK: Final = "wrong_person_title"
_SHORT: Final = {
    "cc": "chief constable",
    "dcc": "deputy chief constable",
    "acc": "assistant chief constable",
}
_RANK: Final = re.compile(
    r"(?i:(?P<before>\b(?:former|then|previous|temporary|acting|incoming|outgoing|T/|A/)\s*)?"
    r"\b(?P<rank>(?:(?:deputy|assistant)\s+(?:police(?:,\s+fire)?\s+and\s+crime\s+)?)?"
    r"(?:chief\s+constable|commissioner|chief\s+executive|chief\s+superintendent"
    r"|superintendent|mayor)|(?-i:DCC|ACC|CC)))[,:]?\s+"
    r"(?P<name>(?:[A-ZÀ-Þ][\wÀ-ÿ’'.-]*\s+){0,2}[A-ZÀ-Þ][\wÀ-ÿ’'-]+)",
)


def wrong_person_title(response: Response) -> Iterator[Observation]:
    """Yield each person of the case who is given a rank that is not theirs."""
    people = [one for one in people_of(response.facts) if one.role]
    for passage in response.passages:
        for found in _RANK.finditer(passage.words):
            rank = _rank(found["rank"])
            for who in people:
                theirs = _rank(who.role)
                if found["before"] or not rank or not theirs or rank == theirs:
                    continue
                parts = found["name"].split()
                if not any(_is(one, who.surname) for one in parts):
                    continue
                if len(parts) > 1 and who.forename and not _is(parts[0], who.forename):
                    continue
                words = found.group().strip()
                message = f"{who.name} is {who.role}, not {found['rank']}."
                severity = at_most_a_note(response, passage, Severity.ERROR)
                yield noticed(CHECK, severity, message, at(passage, words), suggestion=who.role)
                break


def _is(word: str, name: str) -> bool:
    return len(word.strip(".")) > 1 and (is_same(word, name) or is_near(word, name))


@lru_cache(maxsize=512)
def _rank(words: str) -> str:
    """Return a rank as it is compared; empty for what is no rank of the list."""
    told = " ".join(words.casefold().split())
    told = _SHORT.get(told, told)
    found = re.search(
        r"chief constable|commissioner|chief executive|(?:chief )?superintendent|mayor", told
    )
    if found is None:
        return ""
    grade = re.search(r"\b(?:deputy|assistant)\b", told)
    return f"{grade.group()} {found.group()}" if grade else found.group()
