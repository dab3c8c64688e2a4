"""The inspectors under a name they do not have, or no longer have."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from rapidfuzz.distance import OSA

from casework.rules.checks.noticing import at, noticed
from casework.rules.checks.own_words import severity_outside_quotations
from casework.rules.manuscript.dated_words import dates_in
from casework.rules.manuscript.phrases import each_of, phrase
from casework.rules.manuscript.response import Response
from casework.rules.manuscript.sentences import sentence_at
from models.shapes.checking import Observation, Severity

CHECK: Final = "wrong_inspectorate_name"
SHORT: Final = "HMICFRS"
LONG: Final = "His Majesty’s Inspectorate of Constabulary and Fire & Rescue Services"
ACCESSION: Final = date(2022, 9, 8)
"""From this day on the inspectorate is His Majesty’s."""
RENAMED: Final = 2017
"""The year in which fire and rescue came into the name: before it, HMIC was right."""
_CAPITALS: Final = re.compile(r"\bH[A-Z]{4,8}\b")
_OTHERS: Final = each_of("HMCPSI HMICS HMIPP HMCTS HMPPS HMFSI HMICFRS HMCIP HMCICFRS HMIP")
_OLD_SHORT: Final = re.compile(r"\bHMIC\b(?!\s+FRS|/)")
_HER: Final = phrase(
    r"\bHer\s+Majesty[’']?s?\s+(?:Chief\s+)?Inspect(?:orate|ors?)(?:\s+of\s+Constabulary)?"
)
_INSPECTORATE: Final = phrase(
    r"\b(?:(?:His|Her)\s+Majesty[’']?s?|HM)\s+Inspectorate\s+(?:of|for)\s+(?P<rest>"
    r"(?:the\s+)?Con[a-z]{4,12}\b(?:\s+(?:and|&)\s+Fire(?:\s{0,9}(?:,|and|&)?\s{0,9}Rescue)?(?:\s+Services?|\s+Authorit\w+)?)?)"
)
_MAJESTY: Final = phrase(r"\bH(?:is|er)\s+Majestys\b|\bH(?:is|er)\s+Majesties\s+Inspect\w+")
_RIGHT_REST: Final = phrase(
    r"constabulary(?:\s+(?:and|&)\s+fire\s*(?:and|&)\s*rescue\s+services)?$"
)
_LONG_AGO: Final = re.compile(
    r"\b(?:then|former\w*|previously|predecessor|known\s+as|at\s+the\s+time|renamed)\b"
)
_YEAR: Final = re.compile(r"\b(?:19|20)\d\d\b")


def wrong_inspectorate_name(response: Response) -> Iterator[Observation]:
    """Yield each name of the inspectors that is misspelt, cut short, or of another reign."""
    signed = response.facts.signed_on or response.today
    for passage in response.passages:
        for start, end, message, right in _faults(passage.words, signed):
            severity = severity_outside_quotations(response, passage, Severity.ERROR)
            spot = at(passage, passage.words[start:end])
            yield noticed(CHECK, severity, message, spot, suggestion=right, replaces=True)


def _faults(words: str, signed: date) -> Iterator[tuple[int, int, str, str]]:
    for found in _CAPITALS.finditer(words):
        told = found.group()
        if told not in _OTHERS and OSA.distance(told, SHORT, score_cutoff=2) <= 2:  # noqa: PLR2004 - slips
            yield *found.span(), f"“{told}” is not how {SHORT} is spelt.", SHORT
    for found in _OLD_SHORT.finditer(words):
        if _is_of_now(words, found.start(), date(RENAMED, 7, 19)):
            yield *found.span(), f"Since {RENAMED} the inspectors are called {SHORT}.", SHORT
    for found in _HER.finditer(words):
        if signed >= ACCESSION and _is_of_now(words, found.start(), ACCESSION):
            right = re.sub("^her", "His", found.group(), flags=re.IGNORECASE)
            yield *found.span(), "Since 8 September 2022 the inspectors are His Majesty’s.", right
    yield from _long_names(words)


def _long_names(words: str) -> Iterator[tuple[int, int, str, str]]:
    for found in _INSPECTORATE.finditer(words):
        if not _RIGHT_REST.match(" ".join(found["rest"].split())):
            yield *found.span(), f"“{found.group()}” is not the inspectors’ name.", LONG
    for found in _MAJESTY.finditer(words):
        right = re.sub(r"Majest(?:ys|ies)", "Majesty’s", found.group())
        yield *found.span(), f"“{found.group()}” lacks its apostrophe.", right


def _is_of_now(words: str, place: int, changed: date) -> bool:
    """Return whether a sentence does not speak of the time before a change of name."""
    sentence = sentence_at(words, place).words
    if _LONG_AGO.search(sentence):
        return False
    early = any(one.last and one.last < changed for one in dates_in(sentence))
    return not early and not any(int(year) < changed.year for year in _YEAR.findall(sentence))
