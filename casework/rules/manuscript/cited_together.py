"""Findings that stand together before one answer: the numbers it cites tell whose it is."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from casework.rules.manuscript.citing import Citings, citations_in
from casework.rules.manuscript.deed_words import FEW
from casework.rules.manuscript.deeds import Body, sentences
from casework.rules.manuscript.phrases import phrase
from casework.rules.manuscript.placing import Placed

_SEVERAL: Final = phrase(r"\b(?:both|all|these|those|either|neither|each|two|three|four|latter)\b")
_OTHER: Final = phrase(r"\b(?:other|second|third|last|next)\b")
_LONG: Final = re.compile(r"[^\W\d_]{5,}")
"""A word long enough to tell what a sentence is about."""


def cited_with(
    body: Body, words: str, finding: int, waiting: Sequence[int], citings: Citings
) -> Iterator[int]:
    """Yield those of the findings before that one answer cites in one breath with its own.

    `I propose no action on recommendations 3 and 4, because they are for the College.`
    """
    for one in sentences(words):
        if not body.answers(one):
            continue
        for cited in citations_in(one):
            listed = citings.in_words(one[cited.start : cited.end])
            if finding in listed:
                yield from (number for number in waiting if number in listed)


class Meant(NamedTuple):
    """What the words behind the last finding of a paragraph answer."""

    last: int
    others: tuple[int, ...]
    """Those before it that they cite."""
    left_out: bool
    """Whether they are about these alone."""


def meant_for_others(
    body: Body, words: Sequence[str], places: Placed, citings: Citings
) -> Iterator[Meant]:
    """Yield each paragraph of several findings whose answer cites only the earlier ones.

    `Recommendation 3: “…” Recommendation 4: “…” I propose no action on recommendation 3.`
    """
    for *before, last in _in_one_paragraph(places):
        said = [one for one in sentences(words[last]) if len(one.split()) > FEW]
        acting = next(filter(body.answers, said), "")
        cited = tuple(citings.in_words(acting))
        if cited and set(cited) <= set(before):
            yield Meant(last, cited, not _is_meant(last, said, acting, citings))


def _in_one_paragraph(places: Placed) -> Iterator[list[int]]:
    """Yield the findings that stand in one passage, where there are several."""
    standing: dict[int, list[int]] = defaultdict(list)
    for one in places.standings:
        if one.first == one.last:
            standing[one.first].append(one.finding)
    return (several for several in standing.values() if len(several) > 1)


def _is_meant(finding: int, said: Sequence[str], acting: str, citings: Citings) -> bool:
    """Return whether the words behind a finding are about it as well, though not by its number."""
    rest = " ".join(one for one in said if one != acting)
    if finding in citings.in_words(rest) or _OTHER.search(rest):
        return True
    if _SEVERAL.search(f"{acting} {rest}"):
        return True
    others = set(citings.in_words(acting))
    own = _long_words(citings.findings[finding].text)
    for other in others:
        own -= _long_words(citings.findings[other].text)
    return not own.isdisjoint(_long_words(rest))


def _long_words(words: str) -> set[str]:
    return {one.group().casefold() for one in _LONG.finditer(words)}
