"""A merge's account of itself, as `section55 merge` prints it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from models.review_words import MergeOutcome

if TYPE_CHECKING:
    from models.shapes.merging import Merged

COUNTED: Final = {
    "added": MergeOutcome.ADDED,
    "updated": MergeOutcome.UPDATED,
    "removed": MergeOutcome.REMOVED,
    "conflicts": MergeOutcome.CONFLICT,
    "kept": MergeOutcome.KEPT,
}


def as_json(merged: Merged) -> dict[str, Any]:
    """Return the account as plain values: counts, items, and what could not be carried."""
    return {
        **{name: merged.count(outcome) for name, outcome in COUNTED.items()},
        "items": [
            {
                "region": item.region,
                "outcome": item.outcome.value,
                "old": item.old,
                "new": item.new,
                "theirs": item.theirs,
            }
            for item in merged.items
        ],
        "unmerged": list(merged.unmerged),
        "safe": True,
    }
