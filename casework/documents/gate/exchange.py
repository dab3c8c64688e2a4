"""The gate's report as the exchange format of `section55 gate` writes it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from models.shapes.word import GateReport


def as_json(report: GateReport) -> dict[str, Any]:
    """Return the report as plain values: `accepted`, `blocked`, `findings`."""
    return {
        "accepted": report.accepted,
        "blocked": [
            {"what": reason.what, "where": reason.where, "message": reason.message}
            for reason in report.blocked
        ],
        "findings": [
            {"kind": left.kind.value, "author": left.author, "where": left.where}
            for left in report.left_overs
        ],
    }
