"""A finding that stands in the response in other words than in the report."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from casework.rules.checks.noticing import Spot, around, noticed
from casework.rules.manuscript.placing import Standing
from casework.rules.manuscript.response import Response
from casework.rules.manuscript.word_stream import LABELLED, Difference, Token
from models.shapes.checking import Observation, Severity

CHECK: Final = "altered_finding"
SHOWN: Final = 12
"""Words shown of what is missing."""
MOSTLY_KEPT: Final = 0.75
"""Share of a finding's words from which on a place is the finding, however it is led in."""
_LABEL: Final = re.compile(r"[a-z]|[ivx]{1,4}|\d{1,2}")
_ADDED: Final = re.compile(r"[^\S\n]{1,3}([a-z][^.;:()\n]{2,80})\.(?=\s|$|[”’\"'])")
"""Right behind a finding whose sentence should end there: words, and the end after all."""
_MARK: Final = re.compile(r"[\d¹²³⁴⁵⁶⁷⁸⁹⁰*†]{1,2}\Z")


def altered_finding(response: Response) -> Iterator[Observation]:
    """Yield each place where words of a finding were changed, added, cut off or run together."""
    for standing in response.placed.standings:
        for change in standing.differences:
            if not (_is_mark(change) or _is_label(response, change)):
                yield _told(response, standing, change)
        longer = _goes_on(response, standing)
        if longer:
            yield longer
    for one, following in pairwise(response.placed.standings):
        if _run_together(response, one, following):
            passage = response.passages[following.first]
            first = response.facts.findings[one.finding].ref
            second = response.facts.findings[following.finding].ref
            message = f"{first} and {second} are run together: each is a finding of its own."
            start = max(following.start - 1, 0)
            spot = Spot(passage.at, around(passage, start, following.start + 1))
            hint = "Begin a new paragraph here."
            yield noticed(CHECK, Severity.ERROR, message, spot, suggestion=hint)


def _told(response: Response, standing: Standing, one: Difference) -> Observation:
    ref = response.facts.findings[standing.finding].ref or "This finding"
    wanted, found = _shown(one.wanted), ""
    if one.found:
        first, last = one.found[0], one.found[-1]
        spot = _spot(response, first, last)
        upto = last.end if last.passage == first.passage else first.end
        found = response.passages[first.passage].words[first.start : upto]
    else:
        spot = _spot(response, one.beside, one.beside)
    if wanted and found:
        message = f"{ref} was altered: the report says “{wanted}”, here it is “{found}”."
    elif wanted:
        message = f"{ref} was altered: “{wanted}” is missing here."
    else:
        message = f"{ref} was altered: “{_shown(found)}” is not in the report."
    hint = "Quote the report word for word."
    severity = Severity.ERROR if _is_quoted(response, standing) else Severity.WARNING
    return noticed(CHECK, severity, message, spot, suggestion=hint)


def _goes_on(response: Response, standing: Standing) -> Observation | None:
    """Return what is told where the last sentence of a finding goes on beyond its end."""
    finding = response.facts.findings[standing.finding]
    passage = response.passages[standing.last]
    added = _ADDED.match(passage.words, standing.end)
    ends = standing.exact and finding.text.rstrip().endswith(".")
    if added is None or not ends or passage.at not in response.placed.inspectors:
        return None
    message = (
        f"{finding.ref or 'This finding'} was altered: “{_shown(added[1])}” is not in the report."
    )
    spot = Spot(passage.at, around(passage, *added.span(1)))
    return noticed(
        CHECK, Severity.WARNING, message, spot, suggestion="Quote the report word for word."
    )


def _is_quoted(response: Response, standing: Standing) -> bool:
    """Return whether a place is the finding printed, and no sentence that tells what it asks."""
    if standing.kept >= MOSTLY_KEPT or standing.first != standing.last:
        return True
    passage = response.passages[standing.first]
    opens = standing.start <= LABELLED or passage.at in response.placed.inspectors
    return opens or any(start <= standing.start < end for start, end in passage.quotes)


def _spot(response: Response, first: Token | None, last: Token | None) -> Spot:
    if first is None or last is None:
        return Spot()
    passage = response.passages[first.passage]
    end = last.end if last.passage == first.passage else len(passage.words)
    return Spot(passage.at, around(passage, first.start, end))


def _shown(words: str) -> str:
    told = words.split()
    return " ".join(told[:SHOWN]) + ("…" if len(told) > SHOWN else "")


def _is_mark(one: Difference) -> bool:
    """Return whether a word only carries the mark of a footnote: `officers3`."""
    if len(one.found) != 1 or not one.wanted or one.wanted[-1:].isdigit():
        return False
    return _MARK.sub("", one.found[0].word).rstrip("'") == one.wanted


def _is_label(response: Response, one: Difference) -> bool:
    """Return whether a word only numbers a bullet that runs on: `(a)`, `ii.`."""
    if one.wanted or len(one.found) != 1 or not _LABEL.fullmatch(one.found[0].word):
        return False
    token = one.found[0]
    return response.passages[token.passage].words[token.end : token.end + 1] in {")", "."}


def _run_together(response: Response, one: Standing, following: Standing) -> bool:
    """Return whether two findings stand in one paragraph with nothing between them."""
    if one.finding == following.finding or one.last != following.first:
        return False
    findings = response.facts.findings
    if findings[one.finding].klass is not findings[following.finding].klass:
        return False
    between = response.passages[one.last].words[one.end : following.start]
    return "\n" not in between and not re.search(r"\w", between)
