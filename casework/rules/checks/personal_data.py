"""What tells of a person, a crime or an operation: for somebody to look at before it is public."""

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
    r"(?-i:(?:\d{1,4}\s+)?[A-Z][\w’]+\s+(?:Road|Street|Lane|Avenue|Close|Drive|Terrace|Crescent"
    r"|Gardens|Row|Grove|Walk)|(?:Maes|Heol|Ffordd|Stryd|Bryn)\s+[A-Z]\w+)"
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
        rf"\b(?:the )?(?:victim|complainant|suspect|offender|witness|survivor),?\s+{_NAME}",
        "the name of somebody in a case",
    ),
)
_SHAPES: Final = tuple((phrase(shape), what) for shape, what in _TELLING)


def personal_data(response: Response) -> Iterator[Observation]:
    """Yield each passage that somebody should look at, whoever says it."""
    for passage in response.passages:
        for shape, what in _SHAPES:
            for found in shape.finditer(passage.words):
                message = f"This seems to tell {what}: should it be public?"
                yield noticed(CHECK, Severity.WARNING, message, at(passage, found.group()))
