"""What tells of a person, a crime or an operation: for somebody to look at before it is public."""

import re
from collections.abc import Iterator
from typing import Final

from casework.rules.checks.noticing import at, noticed
from casework.rules.manuscript.phrases import phrase
from casework.rules.manuscript.response import Response
from models.shapes.checking import Observation, Severity

CHECK: Final = "personal_data"
_NAME: Final = r"(?-i:(?:(?:Mr|Mrs|Ms|Miss|Dr)\.?\s+)?[A-Z][a-z]+(?:-[A-Z][a-z]+)?\s+[A-Z][\w’'-]+)"
_REFERENCE: Final = (
    r"\b(?:crime|incident|log|custody|occurrence|niche)\s+"
    r"(?:ref(?:erence)?|number|no\.?|record)(?:\s+(?:number|no\.?))?\s{0,9}[:#]?\s{0,9}[A-Z]{0,4}[\d/*-]{4,}"
)
_INSURANCE: Final = r"(?-i:\b[A-CEGHJ-PR-TW-Z]{2}\s?\d{2}\s?\d{2}\s?\d{2}\s?[A-D]\b)"
_HOUSE: Final = (
    r"(?-i:(?:\d{1,4}[A-Za-z]?\s+)?[A-Z][\w’]+\s+(?:[A-Z][\w’]+\s+)?(?:Road|Street|Lane|Avenue|Close|Drive"
    r"|Terrace|Crescent|Gardens|Row|Grove|Walk|Rise|Way|Court|Place|Mews|View|Hill|Square|Croft|Parade)\b|(?:Maes|Heol|Ffordd|Stryd|Bryn)\s+[A-Z]\w+)"
)
_OF_AN_INCIDENT: Final = "the reference of a crime or an incident"
_TELLING: Final = (
    (_REFERENCE, _OF_AN_INCIDENT),
    (
        r"\bref(?:erence)?[.:]?\s{0,9}(?:no\.?\s{0,9})?\d{9,}\b",
        "the reference of a crime or an incident",
    ),
    (r"\b(?:born on|date of birth|d\.?o\.?b\.?)\b[^.\n]{0,12}\d", "a date of birth"),
    (_INSURANCE, "a national insurance number"),
    (r"\b07\d{3}\s?\d{3}\s?\d{3}\b", "a mobile telephone number"),
    (rf"{_NAME},\s+(?:who (?:is|was)\s+(?:then\s+)?|(?:then\s+)?aged\s+)[\w-]+,", "somebody’s age"),
    (rf"{_NAME},?\s+of\s+{_HOUSE}", "where somebody lives"),
    (
        (
            r"\b(?:the )?(?P<role>victim|complainant|suspect|offender|witness|survivor)"
            rf"(?P<apart>,?)\s+(?P<called>{_NAME})"
        ),
        "the name of somebody in a case",
    ),
)
_OF_A_THING: Final = phrase(
    r"\b(?:units?|teams?|boards?|schemes?|care|support\w*|services?|code|charter|hubs?|strateg\w+|funds?|panels?"
    r"|commission\w*|contact|cent(?:re|er)s?|satisfaction|surveys?|voices?|liaison|officers?|protection|program\w*"
    r"|groups?|forums?|networks?|partnerships?|plans?|projects?|rights|information|bureau|desk|departments?"
    r"|director\w*|champions?|leads?|journeys?|impact|statements?|needs?|assess\w+|referrals?|engagement|experience"
    r"|feedback|portal|app|help\w*|navigat\w+|focus|working|delivery|reference|improvement|track\w+|manage\w*"
    r"|court|response|investigat\w+|intelligence|custody|crime|justice|police|policing|fire|safety|safeguarding|abuse"
    r"|violence|domestic|sexual|restorative|rehabilitat\w+|probation|prison|review|audit|scrutiny|polic(?:y|ies)"
    r"|procedures?|framework|toolkit|training|workshops?|advoca\w+|advice|advis\w+|coordinat\w+|co-ordinat\w+|account\w*"
    r"|association|alliance|charity|foundation|council|committee|authority|initiative|pathways?|personal|enhanced"
    r"|gateway|matters|england|wales|county|city|operation|conference|week|link"
    r"|standards?|guid\w+|handbook|ombudsman|tsar|minister|ministry|home|office|secretary|chief|deputy|and|the)\b"
)
"""Words of what bears the name of victims or witnesses and is nobody: `Victim Care Unit`."""
_ENDS_SENTENCE: Final = '.!?:;\n“"‘•–('
LOOKED_AT: Final = 30
"""Signs behind a name in which it may go on: `Victim Contact and Care Unit`."""
_SHAPES: Final = tuple((phrase(shape), what) for shape, what in _TELLING)


def personal_data(response: Response) -> Iterator[Observation]:
    """Yield each passage that somebody should look at, whoever says it."""
    for passage in response.passages:
        for shape, what in _SHAPES:
            for found in shape.finditer(passage.words):
                if _is_a_thing(found):
                    continue
                message = f"This seems to tell {what}: should it be public?"
                yield noticed(CHECK, Severity.WARNING, message, at(passage, found.group()))


def _is_a_thing(found: re.Match[str]) -> bool:
    """Return whether a name is that of a service: `Victim Care Unit`, `our Witness Voices Day`."""
    told = found.groupdict()
    if "role" not in told:
        return False
    before = found.string[: found.start("role")].rstrip()
    inside = told["role"][0].isupper() and before and before[-1] not in _ENDS_SENTENCE
    behind = found.string[found.end() : found.end() + LOOKED_AT]
    goes_on = re.match(r"\s+[A-Z][a-z]+", behind)
    return bool(
        (inside and not told["apart"])
        or _OF_A_THING.search(told["called"])
        or (goes_on and _OF_A_THING.search(goes_on.group()))
    )
