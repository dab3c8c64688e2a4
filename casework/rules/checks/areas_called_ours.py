"""The areas of other forces in places that only the own area can have.

What is left standing from another office's response is seldom the name of a
force alone: "across Wiltshire", "Wiltshire's communities", an address.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from casework.rules.checks.other_forces import (
    OUR_FORCE_FIRST,
    RIGHT_BEFORE,
    TOGETHER,
    is_named_by_others,
)
from casework.rules.manuscript.force_names import OwnNames, folded
from casework.rules.manuscript.phrases import phrase
from casework.rules.manuscript.response import Response
from casework.rules.manuscript.sentences import sentence_at

_OURS: Final = (
    r"(?<!South )(?<!North )(?<!East )(?<!West )(?P<theirs>{area})[’']s\s+"
    r"(?:Police(?:,?\s+Fire)?\s+(?:and|&)\s+Crime\s+Plan|[Cc]hief\s+[Cc]onstable|communities|residents|people|public"
    r"|streets|victims|villages|towns|roads|taxpayers)\b"
    r"|\bOPF?CC\s+(?:for\s+)?(?P<office>{area})\b"
    r"|(?<!South )(?<!North )(?P<body>{area})\s+(?:OPF?CC|PF?CC)\b"
    r"|\b[Tt]he\s+(?P<force>{area})\s+(?:force|public)\b"
    r"|\b(?:[Aa]cross|[Tt]hroughout|every\s+(?:part|corner)\s+of|(?:all|whole)\s+of|county\s+of|(?:lives?|living|works?|working)\s+in"
    r"|[Ss]afer|[Kk]eep(?:ing)?|[Mm]aking|[Pp]rotecting|[Ss]erving)\s+(?P<place>{area})\b(?!\s+(?:and|&)\s+[A-Z]|,\s+[A-Z])"
    r"|\b[Cc]hief\s+[Cc]onstable\s+(?:of|for)\s+(?P<chief>{area})\b(?!\s+(?:Police|Constabulary|and|&))"
    r"|(?<!South )(?<!North )(?P<graded>{area})\s+"
    r"(?:requires\s+improvement|(?:is|was|has\s+been)\s+(?:graded|rated|judged))\b"
)
"""Where an area stands that is called ours: what is its, whom it serves, how it was graded."""
_ADDRESS: Final = (
    r"(?i)(?<![\w-])(?:[\w.+-]{1,60}@)?(?:[\w-]{1,40}\.){0,3}(?:{hosts})(?:-?opf?cc|-?pf?cc)?"
    r"(?:\.pnn)?\.(?:police|gov)\.uk\b"
)
_OF_OTHERS: Final = phrase(
    r"\b(?:commissioners|scheme|pilot\w*|trial\w*|first|similar|visit\w*|model|born|grew\s+up|moved|arrived"
    r"|lead\s+for|leads?\s+nationally|portfolio|asked\s+by|wrote|met|spoke|inspected\s+in|hospital|court|prison)\b"
)
"""Something that others have or do, which the own area may speak of."""


def areas_called_ours(
    response: Response, words: str, own: OwnNames
) -> Iterator[tuple[int, int, bool]]:
    """Yield where another's area, or its address, stands as the own one: perhaps a slip."""
    areas = tuple(sorted({one.area for one in response.library.forces}, key=len, reverse=True))
    others = tuple(area for area in areas if _is_elsewhere(area, own))
    for found in _called_ours(others).finditer(words) if any(map(words.count, others)) else ():
        start, end = found.span(found.lastgroup or 0)
        by_right = _is_named_by_right(words, (start, end), own)
        if not (by_right or is_named_by_others(words[start:end], response.facts)):
            yield start, end, False
    for found in _addresses(others).finditer(words) if ".uk" in words else ():
        yield *found.span(), False


def _is_elsewhere(area: str, own: OwnNames) -> bool:
    """Return whether an area is neither the own one nor a part of it, nor holds it."""
    told = folded(area)
    return area[:1].isupper() and not any(
        told in folded(one) or folded(one) in told for one in own.areas
    )


def _is_named_by_right(words: str, place: tuple[int, int], own: OwnNames) -> bool:
    sentence = sentence_at(words, place[0])
    before = words[sentence.start : place[0]]
    return bool(
        own.names_own(sentence.words)
        or TOGETHER.search(sentence.words)
        or _OF_OTHERS.search(sentence.words)
        or RIGHT_BEFORE.search(before)
        or OUR_FORCE_FIRST.search(before)
    )


@lru_cache(maxsize=16)
def _called_ours(areas: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(_OURS.replace("{area}", f"(?:{'|'.join(map(re.escape, areas))})"))


@lru_cache(maxsize=16)
def _addresses(areas: tuple[str, ...]) -> re.Pattern[str]:
    hosts = (re.sub(r"[\s-]+(?:and[\s-]+)?", "-?(?:and)?-?", area.casefold()) for area in areas)
    return re.compile(_ADDRESS.replace("{hosts}", "|".join(hosts)))
