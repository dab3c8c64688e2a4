"""A response, what a reviewer did to it, and what the world did meanwhile."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from casework.documents.render import CompiledTemplate, compile_template
from tests.casework.documents.fields import STAMP, a_response, comments

if TYPE_CHECKING:
    from collections.abc import Callable

    from models.shapes.response import FindingFields, FindingGroup, ResponseFields

TEMPLATE: Final = (
    Path(__file__).parents[2] / "templates" / "documents" / "response-by-area" / "template.docx"
)

REVIEWER: Final = "Gwen Tarrant"

Deed = tuple[object, ...]
"""What the reviewer does, and its words; see `reviewer.DEEDS`."""

FIRST, SECOND = "The Chief Constable told me how", "I will look at this again"
"""How the two paragraphs of an answer begin; the number of the finding follows."""


def an_answer(number: int) -> tuple[str, ...]:
    """Return the answer to a finding, in words no other answer has."""
    return (
        f"{FIRST} finding {number} is being dealt with, and who leads the work on it.",
        f"{SECOND} in month {number} of the coming year, at the Performance Board.",
    )


OVERVIEW: Final = (
    "I welcome this report, which matches the concerns the public have raised with me.",
    "My office read it with the Police and Crime Panel in October.",
)

TYPED: Final = " (second draft)"
TYPED_IN_A_CONTROL: Final = " at three public meetings"
PUT_IN: Final = ", my deputy,"
TAKEN_OUT: Final = "public sector "
SAID: Final = "Is this still so after the November panel?"
BOLD: Final = "at the Performance Board"
OWN: Final = "I have asked the force for figures by district, which I will publish in January."
ROW: Final = ("Leading the force", "Good")
CELL: Final = "Adequate (appealed)"
REWRITTEN: Final = "Nothing the force has said so far satisfies me, and I told it so in person."

EDITS: Final[tuple[Deed, ...]] = (
    ("types", "Reference: S55-2022-001", TYPED),
    ("types", "the public have raised with me", TYPED_IN_A_CONTROL),
    ("tracks", "types", f"{SECOND} in month 2", PUT_IN),
    ("tracks", "deletes", TAKEN_OUT),
    ("comments", f"{SECOND} in month 3", SAID),
    ("makes_bold", BOLD),
    ("moves_a_paragraph", OVERVIEW[1], "Quotations from the report"),
    ("deletes_a_paragraph", f"{SECOND} in month 5"),
    ("writes_a_paragraph", f"{SECOND} in month 6", OWN),
    ("adds_a_row", "Table1", 9, ROW),
    ("changes_a_cell", "Table1", "B3", CELL),
    ("rewrites_a_paragraph", f"{FIRST} finding 8", REWRITTEN),
)

HARDER_EDITS: Final[tuple[Deed, ...]] = (
    ("splits_a_paragraph", f"{FIRST} finding 1 is"),
    ("joins_paragraphs", f"{FIRST} finding 2 is"),
    ("deletes", f"{FIRST} finding 3 is "),
    ("comments", f"{SECOND} in month 4", "Is he still the one who asks?"),
    ("writes_a_paragraph", f"{FIRST} finding 5 is", "A paragraph out of the middle of a control."),
    ("moves_a_paragraph", f"{FIRST} finding 6 is", "Monitoring"),
    ("deletes_a_paragraph", f"{FIRST} finding 7 is"),
    ("tracks", "types", f"{SECOND} in month 8", " now"),
    ("tracks", "splits_a_paragraph", f"{SECOND} in month 9 of"),
    ("tracks", "joins_paragraphs", f"{SECOND} in month 10 of"),
    ("tracks", "writes_a_paragraph", f"{SECOND} in month 11 of", "A paragraph put in."),
    ("tracks", "deletes_a_paragraph", f"{SECOND} in month 12 of"),
    ("joins_paragraphs", f"{SECOND} in month 14 of"),
    ("adds_a_row", "Table1", 1, ROW),
)
"""Paragraphs split, joined and struck out, inside content controls and outside of them."""


def the_response() -> ResponseFields:
    """Return what the service knew when it wrote the file."""
    numbered = iter(range(1, 21))
    return _with_findings(
        a_response(overview=OVERVIEW), lambda f: replace(f, answer=an_answer(next(numbered)))
    )


OLD_WORDS, NEW_WORDS = "body-worn video", "body-worn cameras"
NEW_ANSWER: Final = (
    f"{FIRST} finding 8 has now been closed, and by whom the closing was checked.",
    an_answer(8)[1],
)
REGRADED, NEW_GRADE = "Protecting vulnerable people", "Good"
WRITTEN: Final = tuple(
    f"Paragraph {n}: the force will report on item {n} of its plan before the end of the quarter."
    for n in range(1, 9)
)


def the_response_later() -> ResponseFields:
    """Return what the service knows when the reviewer's file comes back."""
    before = the_response()
    later = _with_findings(before, _corrected)
    grades = tuple((area, NEW_GRADE if area == REGRADED else grade) for area, grade in later.grades)
    return replace(later, grades=grades, comments=(comments("received", paragraphs=WRITTEN),))


def _corrected(finding: FindingFields) -> FindingFields:
    text = tuple(line.replace(OLD_WORDS, NEW_WORDS) for line in finding.text)
    answer = NEW_ANSWER if finding.key == "f008" else finding.answer
    return replace(finding, text=text, answer=answer)


def _with_findings(
    response: ResponseFields, change: Callable[[FindingFields], FindingFields]
) -> ResponseFields:
    def changed(group: FindingGroup) -> FindingGroup:
        return replace(group, findings=tuple(map(change, group.findings)))

    return replace(response, groups=tuple(map(changed, response.groups)))


@cache
def template() -> CompiledTemplate:
    """Return the template of a response by area, compiled once."""
    return compile_template(TEMPLATE)


def written(response: ResponseFields) -> bytes:
    """Return the Word file the service makes of a response."""
    return template().render(response, STAMP)
