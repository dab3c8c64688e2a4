"""The verdict on a template as the exchange format of `section55 template check` writes it."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from casework.documents.workshop.faults import Verdict


def as_json(name: str, verdict: Verdict, files: Mapping[str, Sequence[str]]) -> dict[str, Any]:
    """Return the verdict as plain values; `files` are those written for each preview."""
    return {
        "file": name,
        "usable": verdict.usable,
        "faults": [asdict(fault) for fault in verdict.faults],
        "advice": [asdict(advice) for advice in verdict.advice],
        "previews": [
            {
                "name": preview.name,
                "shows": preview.shows,
                "made": preview.document is not None,
                "words": preview.words,
                "files": list(files.get(preview.name, ())),
            }
            for preview in verdict.previews
        ],
    }
