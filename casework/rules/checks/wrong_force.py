"""Another office's force, area or title left from copying."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from casework.rules.checks.areas_called_ours import areas_called_ours
from casework.rules.checks.noticing import at, noticed
from casework.rules.checks.other_areas import PLACE_ENDING, areas_of_others, is_panel, shares_a_word
from casework.rules.checks.other_forces import (
    CHECKED_AGAINST,
    ITS_OWN,
    OUR_FORCE_FIRST,
    RIGHT_BEFORE,
    TOGETHER,
    is_looked_at_beside_ours,
    is_named_by_others,
    is_of_a_body_with_us,
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
_ALL_TO: Final = phrase(r"\ball\s+(?:\w+\s+){0,3}?(?:addressed|directed|made)\s+to\s+(?:the\s+)?$")
"""Right before a force: every finding of the report is for it."""
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
    r"^\s+(?:is|was)\s+(?:not\s+)?(?:one\s+of|among)\s+(?:(?:the|these)\s+)?(?:\w+\s+)?"
    r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d+)\s+(?:\w+\s+)?forces\b"
)
"""Right behind the name with which a sentence opens: the force that was inspected, of several."""
_CALLED_THE_FORCE: Final = (
    phrase(
        r"\b(?:force|constabulary)\W{1,3}(?:(?:it|that|this)\s+)?(?:means|refers\s+to)\s+(?:the\s+)?$"
    ),
    phrase(r"^\s{1,3}\W?\(\W{0,2}(?:\w+\s+){0,3}?(?:the\s+)?(?:force|constabulary)\W{1,3}\)?"),
)
"""Right before a name, or right behind it: that is what "the force" means in this paper."""
_INSPECTION_OF: Final = phrase(
    r"\b(?:inspection\s+(?:report\s+)?(?:of|into|on)|PEEL\s+(?:report|inspection"
    r"|assessment)\s+(?:of|on|for|into)"
    r"|report\s+(?:on|about|into|for)|chief\s+(?:constable|officer)\s+(?:of|for))\s+(?:the\s+)?$"
)
_RESPONDS_ON: Final = phrase(
    r"\b(?:this|my|our)\s+(?:\w+\s+)?(?:response|statement|letter)\b[^.;]{0,90}"
    r"\b(?:inspection|report|PEEL)\b[^.;]{0,60}\b(?:of|on|into|for)\s+(?:the\s+)?$"
)
_THANKED: Final = phrase(
    r"\b(?:everyone|everybody|anyone|all|those|people|(?:officers|staff|volunteers)(?:\s+and\s+\w+)?)\s+(?:who|that)\s+"
    r"(?:work|serve|volunteer)s?\s+(?:in|for|at|with|across)\s+(?:the\s+)?$"
)
"""Right before a force: its people, who are thanked."""
_UNKNOWN: Final = re.compile(
    r"(?<![\w’'-])(?P<area>[A-Z][a-z]+(?:-[A-Z][a-z]+)?(?:\s+(?:(?:and"
    r"|&)\s+)?[A-Z][a-z]+(?:-[A-Z][a-z]+)?){0,2})"
    r"\s+(?:Police|Constabulary)\b(?!\s+(?:and|&|Act|Federation|Staff|College|Uplift|Officer|Service|Force"
    r"|Authority|Foundation|Digital|National|Race|Covenant|Super|Chief|Remuneration|Education|Box))"
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
            if is_of_a_body_with_us(passage.words[start:end], facts):
                continue
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
        ours = _is_signed_by_us(response, words)
        for start, end, _ in areas_of_others(response, words, own):
            told = ours or is_panel(words, (start, end))
            if told and not is_on_record(words[start:end], response.facts):
                yield start, end, False
        return
    for found in (*known, *_unknown(words, own, response)):
        if _stands_for_own(passage, found, own, known):
            sure = _stands_for_own(passage, found, own, known, joint=True)
            sure = sure or _is_of_this_report(passage, found)
            if sure or not is_named_by_others(found.group(), response.facts):
                yield *found.span(), sure
    yield from areas_of_others(response, words, own)
    yield from areas_called_ours(response, words, own)


def _is_signed_by_us(response: Response, words: str) -> bool:
    """Return whether a paragraph names whoever signs: the title in it is the signatory's."""
    name = response.facts.signatory.name or response.facts.local_policing_body.name
    return bool(name) and name in words


def _is_of_this_report(passage: Passage, found: re.Match[str]) -> bool:
    """Return whether a sentence says that this response is to the inspection of that force."""
    start = sentence_at(passage.words, found.start()).start
    return _RESPONDS_ON.search(passage.words[start : found.start()]) is not None


def _unknown(words: str, own: OwnNames, response: Response) -> Iterator[re.Match[str]]:
    """Yield forces the register does not know, by the look of their names."""
    areas = tuple(folded(force.area) for force in response.library.forces)
    for found in _UNKNOWN.finditer(words):
        area = found["area"]
        words_of_it = set(folded(area).split()) - {"and"}
        strange = folded(area) not in areas and not own.is_own_area(area)
        if strange and words_of_it.isdisjoint(NOT_A_PLACE) and PLACE_ENDING.search(area):
            known = (*areas, *(folded(one) for one in own.areas))
            near = any(shares_a_word(area, one) for one in own.areas)
            if not near and not nearest_area(folded(area), known):
                yield found


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
    if (
        served
        or _ALL_TO.search(before)
        or _CALLED_THE_FORCE[0].search(before)
        or _CALLED_THE_FORCE[1].match(behind)
        or _TO_ACCOUNT.search(before)
        or _is_said_to_be_ours(before, behind, own)
    ):
        return True
    if joint:
        return False
    led = RIGHT_BEFORE.search(before) and not _THANKED.search(before)
    if CHECKED_AGAINST.search(before) and not OUR_FORCE_FIRST.search(before):
        return not own.names_own(rest)
    if TOGETHER.search(rest) or led or OUR_FORCE_FIRST.search(before):
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
