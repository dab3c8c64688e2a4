"""The areas of other bodies in titles, and where their people are called ours."""

import re
from collections.abc import Iterator
from typing import Final

from casework.rules.checks.other_forces import TOGETHER
from casework.rules.manuscript.force_names import NOT_A_PLACE, OwnNames, folded, nearest_area
from casework.rules.manuscript.phrases import phrase
from casework.rules.manuscript.response import Response
from casework.rules.manuscript.sentences import sentence_at

_HELD_FOR: Final = re.compile(
    r"\b(?:(?:(?:Police(?:,?\s+Fire)?\s+(?:and|&)\s+Crime\s+)?Commissioner|O?P(?:F)?CC"
    r"|(?:Police(?:,?\s+Fire)?\s+(?:and|&)\s+)?Crime\s+(?:Panel|Plan)|Policing\s+Body)(?:’s|'s)?(?:\s+Office)?\s+(?:for|of)\s+)(?:the\s+)?"
    r"(?P<area>[A-Z][\w’-]+(?:,?\s+(?:(?:and|&|of)\s+)?(?:the\s+)?[A-Z][\w-]+){0,3})"
)
_AREAS_BODY: Final = re.compile(
    r"(?<![\w-])(?!The\s)(?P<area>[A-Z][\w-]+(?:[ \xa0]+(?:(?:and|&)[ \xa0]+)?[A-Z][\w-]+){0,4}?)"
    r"\s+"
    r"Police(?:,?\s+Fire)?,?\s+(?:and|&)\s+Crime\s+(?:Panel|Commissioner|Plan|Board|Partnership)\b"
)
_MAYOR: Final = "Mayor"
_MAYOR_OF: Final = re.compile(
    r"\bMayor\s+(?:for|of)\s+(?P<area>[A-Z][\w-]+(?:\s+(?:(?:and|&)\s+)?[A-Z][\w-]+){0,3})"
)
_PANEL: Final = phrase(r"\s{1,9}Police(?:,?\s+Fire)?,?\s+(?:and|&)\s+Crime\s+Panel\b")
"""Behind an area: whom the body answers to."""
_OF_US: Final = phrase(
    r"\b(?:(?:response|statement|comments|reply|office|letter|behalf)\s+(?:of|by|from)|as|am"
    r"|signed:?)"
    r"\s+(?:the\s+)?$"
)
"""Right before a title: it is the body that responds."""
_ITS_PEOPLE: Final = re.compile(
    r"(?<![\w-])(?P<area>[A-Z][\w-]+(?:\s+(?:(?:and|&)\s+)?[A-Z][\w-]+){0,3}?)\s+(?:residents"
    r"|taxpayers"
    r"|communities)\b"
)
_BESIDE: Final = phrase(
    r"\b(?:commissioners|P(?:F)?CCs|colleague\w*|fellow|chair\w*|counterpart\w*|joint\w*|former"
    r"|spok\w*|speak|wrote|writ\w+|thank\w*|grateful|asked|heard|together|lead\w*|neighbour\w*"
    r"|with|and)\b\s*(?:\w+\s+){0,4}$"
)
"""Right before a title: it is that of another body beside the own one."""
_PEOPLE_OF: Final = re.compile(
    r"\b(?:(?i:residents|people|communities|public|taxpayers|victims|streets|citizens|households"
    r"|villages)\s+(?:of|in|across|throughout)|(?:tells|serves|protects|keeps|keeping))"
    r"\s+(?P<area>[A-Z][\w-]+(?:\s+(?:(?:and"
    r"|&)\s+)?[A-Z][\w-]+){0,3})"
)
PLACE_ENDING: Final = phrase(
    r"(?:shire|sex|land|folk|umbria|bria|side|set|wall|mercia|valley|ford|bury|ham|ton|borough"
    r"|chester|"
    r"don|dale|moor|wick|port|mouth|minster|wold|fens|coast|counties|isle|county)$"
)


def areas_of_others(
    response: Response, words: str, own: OwnNames
) -> Iterator[tuple[int, int, bool]]:
    """Yield the areas of others in titles, and where their people are called ours."""
    for found in _HELD_FOR.finditer(words):
        if _is_another_area(found["area"], own, response) and not _names_many(words, found, own):
            yield *found.span("area"), True
    yield from _mayors_of_others(response, words, own)
    for found in _AREAS_BODY.finditer(words):
        area = _area_at_the_end(found["area"], response)
        if area and not own.is_own_area(area):
            sentence = sentence_at(words, found.start()).words
            if not TOGETHER.search(sentence) and not own.names_own(sentence):
                yield found.end("area") - len(area), found.end(), False
    for found in (*_PEOPLE_OF.finditer(words), *_ITS_PEOPLE.finditer(words)):
        area = _known_area(found["area"], response)
        sentence = sentence_at(words, found.start()).words
        if area and not own.is_own_area(area) and not TOGETHER.search(sentence):
            yield found.start("area"), found.start("area") + len(area), False


def _mayors_of_others(
    response: Response, words: str, own: OwnNames
) -> Iterator[tuple[int, int, bool]]:
    """Yield the areas of other mayors in a mayor's paper, where no other is spoken of."""
    if _MAYOR not in response.facts.local_policing_body.title:
        return
    for found in _MAYOR_OF.finditer(words):
        area = _known_area(found["area"], response)
        if area and not own.is_own_area(area) and not _names_many(words, found, own):
            yield found.start("area"), found.start("area") + len(area), False


def _is_another_area(area: str, own: OwnNames, response: Response) -> bool:
    known = _known_area(area, response)
    told = known or area
    if own.is_own_area(told) or any(folded(area).startswith(folded(one)) for one in own.areas):
        return False
    first = folded(area).split()[0]
    if known:
        return True
    near = any(shares_a_word(area, one) for one in own.areas) or nearest_area(
        folded(area), tuple(folded(one) for one in own.areas)
    )
    return (
        not near and first not in NOT_A_PLACE and bool(PLACE_ENDING.search(area.rpartition(" ")[2]))
    )


def _names_many(words: str, found: re.Match[str], own: OwnNames) -> bool:
    """Return whether the sentence speaks of other bodies beside the own one."""
    sentence = sentence_at(words, found.start())
    before = words[sentence.start : found.start()]
    behind = words[found.end() : sentence.end]
    if _OF_US.search(before):
        return False
    beside = _BESIDE.search(before) or re.match(r"\s+and\s+(?:I|we)\b", behind)
    return beside is not None or own.names_own(before) or own.names_own(behind)


def _known_area(area: str, response: Response) -> str:
    """Return the register's area that some words begin with, if one does."""
    told = folded(area)
    for force in sorted(response.library.forces, key=lambda one: -len(one.area)):
        name = folded(force.area)
        if told == name or told.startswith(f"{name} "):
            return area[: len(force.area)]
    return ""


def _area_at_the_end(words: str, response: Response) -> str:
    """Return the register's area with which some words end: a name may stand before it."""
    starts = [0, *(one.end() for one in re.finditer(r"\s+", words))]
    for start in starts:
        if _known_area(words[start:], response) == words[start:]:
            return words[start:]
    return ""


def shares_a_word(area: str, other: str) -> bool:
    """Return whether two areas have a word in common, or the beginning of one."""
    return bool(
        {one[:5] for one in folded(area).split()} & {one[:5] for one in folded(other).split()}
    )


def is_panel(words: str, place: tuple[int, int]) -> bool:
    """Return whether the words at a place name a panel: every body has one of its own."""
    start, end = place
    return "Panel" in words[start:end] or _PANEL.match(words, end) is not None
