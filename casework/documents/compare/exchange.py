"""A comparison as `section55 compare` prints it."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from models.shapes.comparison import Difference

if TYPE_CHECKING:
    from models.shapes.comparison import Comparison


def as_json(comparison: Comparison) -> dict[str, Any]:
    """Return a comparison as plain values: counts, items, and the changes that still wait."""
    return {
        **{outcome.value: comparison.count(outcome) for outcome in Difference},
        "items": [
            {
                "outcome": item.outcome.value,
                "old": item.old,
                "new": item.new,
                "where": item.where,
            }
            for item in comparison.items
        ],
        "pending": [asdict(change) for change in comparison.pending],
    }
