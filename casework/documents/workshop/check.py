"""The workshop's whole look at a template: gate, lint, previews."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from casework.documents.workshop.apart import USUAL, Limits
from casework.documents.workshop.faults import Verdict
from casework.documents.workshop.lint import lint_template
from casework.documents.workshop.previews import make_previews

if TYPE_CHECKING:
    from casework.documents.descriptions import DocumentDescription

HARMLESS_TO_RENDER: Final = frozenset({
    "unknown_region", "long_key", "unsound_key", "duplicate_region", "locked_region", "title",
    "table_header", "language", "tracked_change", "comment", "hidden_text",
})  # fmt: skip
"""Faults with which a document can be made all the same: its preview helps to see them."""


def check_template(
    template: bytes, description: DocumentDescription, limits: Limits = USUAL
) -> Verdict:
    """Return every fault of a template, advice, and its previews where it can be rendered.

    A file that the gate keeps out is refused.
    """
    faults, advice = lint_template(template, description)
    if any(fault.fault not in HARMLESS_TO_RENDER for fault in faults):
        return Verdict(faults, advice)
    previews, wrong = make_previews(template, description, limits)
    return Verdict((*faults, *wrong), advice, previews)
