"""Whether a document is a report of the inspectors at all."""

import re

from casework.errors import RefusedInputError
from casework.rules.findings.normal import plain
from casework.rules.findings.other_papers import other_paper
from models.shapes.reading import ReadDocument

_INSPECTORS = re.compile(
    r"\bHMICFRS\b|\bHMIC\b|Inspectorate\s+of\s+Constabulary|Inspectors?\s+of\s+Constabulary|\bPEEL\b|\bHMI\b",
)
_POLICING = re.compile(r"\b(?:police|policing|constabulary|forces?)\b", re.IGNORECASE)
_INSPECTING = re.compile(r"\binspect(?:ion|ions|ed|ors?|orate)?\b", re.IGNORECASE)
_RESPONSE = re.compile(
    r"^(?:\w+\W+){0,6}?response\s+(?:of\s+.{0,80}\s+)?to\b(?!\s+the\s+(?:public|requests|calls))|\bsection\s+55\b.{0,40}\bresponse\b",
    re.IGNORECASE,
)
_RESPONDS = re.compile(
    r"\b(?:providing|publish(?:ed|ing)?|this\s+is)\s+(?:the\s+following\s+|my\s+|our\s+|the\s+)?response\b.{0,200}|"
    r"\b(?:under|pursuant\s+to).{0,60}\bsection\s+55\b",
    re.IGNORECASE | re.DOTALL,
)
_FRONT = 12
_FEWEST_MENTIONS = 2
_FEWEST_WORDS = 60
MOST_FINDINGS = 1000
"""The longest reports print about eighty, repetitions included."""


def refuse_no_report(document: ReadDocument, title: str, *, findings: int, grades: int) -> None:
    """Refuse what is no inspection report, saying what to hand in instead."""
    instead = other_paper(document, title)
    if instead:
        raise RefusedInputError(instead)
    front = plain(" ".join(block.text for block in document.blocks[:_FRONT]))
    if _RESPONSE.search(title) or (_RESPONDS.search(front) and "section 55" in front.lower()):
        raise RefusedInputError(
            "This is a response to a report, not the report itself: hand in the inspectors' own "
            "page or PDF."
        )
    if not _is_about_policing(document, title, found=findings + grades):
        raise RefusedInputError(
            "This is not an inspection report of the police inspectors: open the report on their "
            "website and save that page, or hand in its PDF or its text."
        )
    words = sum(len(block.text.split()) for block in document.blocks[:_FEWEST_WORDS])
    if not findings and not grades and words < _FEWEST_WORDS:
        raise RefusedInputError(
            "This page only leads to a report and does not hold it: open the report from there and "
            "save its full text or its PDF."
        )


def _is_about_policing(document: ReadDocument, title: str, *, found: int) -> bool:
    """Return whether enough is said of policing and of inspecting; reads no further than needed."""
    policing = inspecting = named = 0
    for text in (title, document.title or "", *(block.text for block in document.blocks)):
        policing += len(_POLICING.findall(text))
        by_name = len(_INSPECTORS.findall(text))
        named += by_name
        inspecting += by_name + len(_INSPECTING.findall(text))
        enough = inspecting > 0 or policing >= _FEWEST_MENTIONS
        if found and policing and enough:
            return True
        if named and policing and inspecting >= _FEWEST_MENTIONS:
            return True
    return False


def refuse_too_many(findings: int) -> None:
    """Refuse a page that prints more findings than any report could."""
    if findings > MOST_FINDINGS:
        raise RefusedInputError(
            f"More than {MOST_FINDINGS} findings stand on this page, which no report has: hand in "
            "one report at a time."
        )
