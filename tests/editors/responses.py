"""Responses filled by chance, rendered by the real template, with the source's own changes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from casework.documents.render import CompiledTemplate, compile_template
from models.shapes.response import FindingFields, FindingGroup, ResponseFields
from tests.casework.documents.fields import (
    AREAS,
    STAMP,
    a_finding,
    a_response,
    comments,
)
from tests.editors.pieces import Source, response_names, source_of
from tests.editors.wording import a_paragraph

if TYPE_CHECKING:
    from collections.abc import Mapping
    from random import Random

TEMPLATE: Final = (
    Path(__file__).parents[2] / "templates" / "documents" / "response-by-area" / "template.docx"
)
TEXTS: Final = [text for _, texts in AREAS.values() for text in texts]
SIZES: Final = (5, 5, 5, 5, 5, 5, 1, 12)
"""Findings in a document: few, so that edits collide."""


@dataclass(frozen=True, slots=True)
class Draft:
    """The data of one generation."""

    fields: ResponseFields
    headings: Mapping[str, str]
    """The name of a group by its heading, which may be corrected."""
    next_finding: int

    def with_(self, **changes: object) -> Draft:
        """Return the draft with other fields."""
        return replace(self, fields=replace(self.fields, **changes))  # type: ignore[arg-type]


@cache
def template() -> CompiledTemplate:
    """Return the template of a response, compiled once."""
    return compile_template(TEMPLATE)


def rendered(draft: Draft) -> Source:
    """Return the document of a draft."""
    data = template().render(draft.fields, STAMP)
    return source_of(data, response_names(data, draft.headings))


def a_draft(by: Random, size: int | None = None) -> Draft:
    """Return the data of a first generation."""
    number = size or by.choice(SIZES)
    findings = [_finding(by, n) for n in range(1, number + 1)]
    if number > 2 and by.random() < 0.6:  # the sample itself prints two findings twice
        at = by.randrange(number - 1)
        findings[at + 1] = replace(findings[at + 1], text=findings[at].text)
    cut = by.randrange(number + 1)
    areas = by.sample(list(AREAS), 2)
    groups = [
        FindingGroup(area, AREAS[area][0], tuple(held))
        for area, held in zip(areas, (findings[:cut], findings[cut:]), strict=True)
        if held
    ]
    response = a_response(
        groups=tuple(groups),
        overview=tuple(a_paragraph(by) for _ in range(by.randrange(3))),
        monitoring=tuple(a_paragraph(by) for _ in range(by.randrange(2))),
        comments=(comments(by.choice(["awaited", "awaited", "received", "nil"])),),
    )
    rows = by.sample(response.grades, by.randint(2, 6))
    headings = {area: f"of {area}" for area in areas}
    return Draft(replace(response, grades=tuple(rows)), headings, number + 1)


def _finding(by: Random, number: int) -> FindingFields:
    text = by.choice(TEXTS)
    if by.random() < 0.2:
        text += "\nfirst by " + a_paragraph(by, 6) + "\nthen by " + a_paragraph(by, 6)
    made = a_finding(number, text, confirmed=by.random() < 0.7)
    if by.random() < 0.5:
        answer = tuple(a_paragraph(by) for _ in range(by.randint(1, 3)))
        made = replace(made, answer=answer, owner="Head of Policy", due="31 March 2023")
    if by.random() < 0.2:
        made = replace(made, force_position=(a_paragraph(by),))
    return made


def new_finding(by: Random, number: int) -> FindingFields:
    """Return a finding that came late."""
    return replace(_finding(by, number), reference=f"AFI {number} (new)")
