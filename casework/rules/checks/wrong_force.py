"""Another office's force, area or title left from copying."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from casework.rules.checks.noticing import at, noticed
from casework.rules.checks.other_forces import (
    ITS_OWN,
    OUR_FORCE_FIRST,
    RIGHT_BEFORE,
    TOGETHER,
    is_looked_at_beside_ours,
    is_named_by_others,
    is_on_record,
)
from casework.rules.checks.own_words import severity_outside_quotations
from casework.rules.manuscript.force_names import (
    NOT_A_PLACE,
    OwnNames,
    folded,
    nearest_area,
    others,
    own_names,
)
from casework.rules.manuscript.passages import Part, Passage
from casework.rules.manuscript.phrases import phrase
from casework.rules.manuscript.response import Response
from casework.rules.manuscript.sentences import Sentence, sentence_at
from casework.rules.manuscript.speakers import Speaker
from models.shapes.checking import Observation, Severity

CHECK: Final = "wrong_force"
JOINT: Final = "joint"
"""A report of several inspectorates, or on several forces: others are named in it by right."""
_TO_ACCOUNT: Final = phrase(
    r"\b(?:hold|holds|holding|held)\s+(?:the\s+Chief\s+(?:Constable|Officer)\s{1,9}(?:of\s{1,9})?"
    r"|\W)?\s{0,9}(?:the\s+)?$"
)
_EXPECTED: Final = phrase(r"\b(?:expect|require)(?:s|ed)?\s+(?:the\s+)?$")
_WHOM: Final = phrase(
    r"\b(?:people|public|communities|residents|places)\s+(?:(?:whom|who|that|which)\s+)?(?:the\s+)?$"
)
_SERVES: Final = phrase(r"^\s+(?:serves?|polices?|protects?|looks?\s+after)\b")
"""Around a name: whom that force serves, the response is for."""
_FOR_US: Final = phrase(
    r"^,?\s+(?:which\s+I\s+(?:hold|oversee|am)|for\s+(?:which|whom)\s+(?:I|we)\b)"
)
"""Right behind a name: it is said to be the own force."""
_ONE_OF_THOSE: Final = phrase(
    r"^\s+(?:is|was)\s+(?:one\s+of|among)\s+(?:the|these)\s+(?:\w+\s+)?"
    r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d+)\s+(?:\w+\s+)?forces\b"
)
"""Right behind the name with which a sentence opens: the force that was inspected, of several."""
_INSPECTION_OF: Final = phrase(
    r"\b(?:inspection\s+(?:report\s+)?(?:of|into|on)|PEEL\s+(?:report|inspection"
    r"|assessment)\s+(?:of|on|for|into)"
    r"|report\s+(?:on|about|into)|chief\s+(?:constable|officer)\s+(?:of|for))\s+(?:the\s+)?$"
)
_RESPONDS_ON: Final = phrase(
    r"\b(?:this|my|our)\s+(?:\w+\s+)?(?:response|statement|letter)\b[^.;]{0,90}"
    r"\b(?:inspection|report|PEEL)\b[^.;]{0,60}\b(?:of|on|into|for)\s+(?:the\s+)?$"
)
_HELD_FOR: Final = re.compile(
    r"\b(?:(?:(?:Police(?:,?\s+Fire)?\s+(?:and|&)\s+Crime\s+)?Commissioner|O?P(?:F)?CC"
    r"|Crime\s+Panel|Policing\s+Body)(?:’s|'s)?(?:\s+Office)?\s+(?:for|of)\s+)(?:the\s+)?"
    r"(?P<area>[A-Z][\w’-]+(?:,?\s+(?:(?:and|&|of)\s+)?(?:the\s+)?[A-Z][\w-]+){0,3})"
)
_AREAS_BODY: Final = re.compile(
    r"(?<![\w-])(?!The\s)(?P<area>[A-Z][\w-]+(?:\s+(?:(?:and|&)\s+)?[A-Z][\w-]+){0,2}?)\s+"
    r"Police(?:,?\s+Fire)?,?\s+(?:and|&)\s+Crime\s+(?:Panel|Commissioner|Plan)\b"
)
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
_UNKNOWN: Final = re.compile(
    r"(?<![\w’'-])(?P<area>[A-Z][a-z]+(?:-[A-Z][a-z]+)?(?:\s+(?:(?:and"
    r"|&)\s+)?[A-Z][a-z]+(?:-[A-Z][a-z]+)?){0,2})"
    r"\s+(?:Police|Constabulary)\b(?!\s+(?:and|&|Act|Federation|Staff|College|Uplift|Officer|Service|Force"
    r"|Authority|Foundation|Digital|National|Race|Covenant|Super|Chief|Remuneration|Education|Box))"
)
_PLACE_ENDING: Final = phrase(
    r"(?:shire|sex|land|folk|umbria|bria|side|set|wall|mercia|valley|ford|bury|ham|ton|borough"
    r"|chester|"
    r"don|dale|moor|wick|port|mouth|minster|wold|fens|coast|counties|isle|county)$"
)


def wrong_force(response: Response) -> Iterator[Observation]:
    """Yield each name of another force or area that stands where the own one belongs."""
    facts = response.facts
    own = own_names(facts, response.library.forces)
    if not own.areas:
        return
    finder = _finder(others(own, response.library.forces))
    for passage in response.passages:
        if response.speakers[passage.at] in {Speaker.CHIEF_OFFICER, Speaker.INSPECTORS}:
            continue
        told: list[tuple[int, int]] = []
        for start, end, sure in _strangers(response, passage, own, finder):
            if not any(first < end and start < last for first, last in told):
                told.append((start, end))
                yield _told(response, passage, (start, end), sure=sure or _is_above_all(passage))


def _is_above_all(passage: Passage) -> bool:
    """Return whether a passage says what the whole paper, or all below it, is about."""
    return passage.is_heading or passage.part in {Part.HEADER, Part.FOOTER}


@lru_cache(maxsize=16)
def _finder(names: tuple[tuple[str, str], ...]) -> re.Pattern[str] | None:
    """Return what finds every other force's name; short forms are too ambiguous to look for."""
    long = sorted(
        {re.escape(name) for name, _ in names if " " in name and name[0].isupper()}, key=len
    )
    return (
        re.compile(rf"\b(?:{'|'.join(reversed(long))})\b(?!\s+(?:and|&)\s+Crime)") if long else None
    )


def _strangers(
    response: Response, passage: Passage, own: OwnNames, finder: re.Pattern[str] | None
) -> Iterator[tuple[int, int, bool]]:
    """Yield where another's name stands, and whether it is plainly meant as the own one."""
    words = passage.words
    known = list(finder.finditer(words)) if finder else []
    if response.facts.kind == JOINT:
        for found in known:
            sure = _stands_for_own(passage, found, own, known, joint=True)
            meant = sure or is_looked_at_beside_ours(words, found, own)
            if meant and not is_on_record(found.group(), response.facts):
                yield *found.span(), sure
        return
    for found in (*known, *_unknown(words, own, response)):
        if _stands_for_own(passage, found, own, known):
            sure = _stands_for_own(passage, found, own, known, joint=True)
            sure = sure or _is_of_this_report(passage, found)
            if sure or not is_named_by_others(found.group(), response.facts):
                yield *found.span(), sure
    yield from _areas_of_others(response, words, own)


def _is_of_this_report(passage: Passage, found: re.Match[str]) -> bool:
    """Return whether a sentence says that this response is to the inspection of that force."""
    start = sentence_at(passage.words, found.start()).start
    return _RESPONDS_ON.search(passage.words[start : found.start()]) is not None


def _areas_of_others(
    response: Response, words: str, own: OwnNames
) -> Iterator[tuple[int, int, bool]]:
    """Yield the areas of others in titles, and where their people are called ours."""
    for found in _HELD_FOR.finditer(words):
        if _is_another_area(found["area"], own, response) and not _names_many(words, found, own):
            yield *found.span("area"), True
    for found in _AREAS_BODY.finditer(words):
        area = _known_area(found["area"], response)
        if area and area == found["area"] and not own.is_own_area(area):
            sentence = sentence_at(words, found.start()).words
            if not TOGETHER.search(sentence) and not own.names_own(sentence):
                yield *found.span(), False
    for found in (*_PEOPLE_OF.finditer(words), *_ITS_PEOPLE.finditer(words)):
        area = _known_area(found["area"], response)
        sentence = sentence_at(words, found.start()).words
        if area and not own.is_own_area(area) and not TOGETHER.search(sentence):
            yield found.start("area"), found.start("area") + len(area), False


def _unknown(words: str, own: OwnNames, response: Response) -> Iterator[re.Match[str]]:
    """Yield forces the register does not know, by the look of their names."""
    areas = tuple(folded(force.area) for force in response.library.forces)
    for found in _UNKNOWN.finditer(words):
        area = found["area"]
        words_of_it = set(folded(area).split()) - {"and"}
        strange = folded(area) not in areas and not own.is_own_area(area)
        if strange and words_of_it.isdisjoint(NOT_A_PLACE) and _PLACE_ENDING.search(area):
            known = (*areas, *(folded(one) for one in own.areas))
            near = any(_shares_a_word(area, one) for one in own.areas)
            if not near and not nearest_area(folded(area), known):
                yield found


def _shares_a_word(area: str, other: str) -> bool:
    return bool(
        {one[:5] for one in folded(area).split()} & {one[:5] for one in folded(other).split()}
    )


def _stands_for_own(
    passage: Passage,
    found: re.Match[str],
    own: OwnNames,
    known: list[re.Match[str]],
    *,
    joint: bool = False,
) -> bool:
    sentence = sentence_at(passage.words, found.start())
    before = passage.words[sentence.start : found.start()]
    behind = passage.words[found.end() : sentence.end]
    rest = before + behind
    served = _WHOM.search(before) and _SERVES.match(behind)
    if served or _TO_ACCOUNT.search(before) or _is_said_to_be_ours(before, behind, own):
        return True
    if joint:
        return False
    if TOGETHER.search(rest) or RIGHT_BEFORE.search(before) or OUR_FORCE_FIRST.search(before):
        return False
    if ITS_OWN.match(behind) or _listed(sentence, known):
        return False
    return bool(_INSPECTION_OF.search(before)) or not own.names_own(rest)


def _is_said_to_be_ours(before: str, behind: str, own: OwnNames) -> bool:
    """Return whether what is said of a force is said of the own one alone."""
    if own.names_own(before + behind):
        return False
    if _EXPECTED.search(before) and behind.startswith(" to "):
        return True
    one_of = not before.strip() and _ONE_OF_THOSE.match(behind) is not None
    return one_of or _FOR_US.match(behind) is not None


def _listed(sentence: Sentence, known: list[re.Match[str]]) -> bool:
    names = {one.group() for one in known if sentence.start <= one.start() < sentence.end}
    return len(names) > 1


def _is_another_area(area: str, own: OwnNames, response: Response) -> bool:
    known = _known_area(area, response)
    told = known or area
    if own.is_own_area(told) or any(folded(area).startswith(folded(one)) for one in own.areas):
        return False
    first = folded(area).split()[0]
    if known:
        return True
    near = any(_shares_a_word(area, one) for one in own.areas) or nearest_area(
        folded(area), tuple(folded(one) for one in own.areas)
    )
    return (
        not near
        and first not in NOT_A_PLACE
        and bool(_PLACE_ENDING.search(area.rpartition(" ")[2]))
    )


def _known_area(area: str, response: Response) -> str:
    """Return the register's area that some words begin with, if one does."""
    told = folded(area)
    for force in sorted(response.library.forces, key=lambda one: -len(one.area)):
        name = folded(force.area)
        if told == name or told.startswith(f"{name} "):
            return area[: len(force.area)]
    return ""


def _names_many(words: str, found: re.Match[str], own: OwnNames) -> bool:
    """Return whether the sentence speaks of other bodies beside the own one."""
    sentence = sentence_at(words, found.start())
    before = words[sentence.start : found.start()]
    behind = words[found.end() : sentence.end]
    if _OF_US.search(before):
        return False
    beside = _BESIDE.search(before) or re.match(r"\s+and\s+(?:I|we)\b", behind)
    return beside is not None or own.names_own(before) or own.names_own(behind)


def _told(
    response: Response, passage: Passage, place: tuple[int, int], *, sure: bool
) -> Observation:
    words = passage.words[slice(*place)]
    right = response.facts.force.name or response.facts.local_policing_body.title
    message = f"“{words}” is another office’s: this response is about {right}."
    weight = Severity.ERROR if sure else Severity.WARNING
    severity = severity_outside_quotations(response, passage, weight)
    suggestion = f"{right}, unless {words} is really meant."
    return noticed(CHECK, severity, message, at(passage, words), suggestion=suggestion)
