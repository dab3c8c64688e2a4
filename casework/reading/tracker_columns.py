"""Which column of a force's tracker is which, by its heading, in any order."""

import re
from collections.abc import Sequence

HEADER_WITHIN = 60
"""Rows in which the headings are looked for: titles and notes may stand above them."""
_LONGEST_HEADING = 80
_LOOKED_AT = 50
"""Rows below the headings by which two candidates for one column are told apart."""

_MEANINGS = {
    "due": r"\bdue\b|deadline|by when|target (?:date|completion)|complet\w+ (?:date|by)|timescale",
    "status": r"\bstatus\b|\bstate\b|\brag\b|progress rating",
    "owner": r"\bowners?\b|\blead\b|responsib|assigned|\bsro\b|accountab",
    "number": r"\bref(?:erence|s)?\b|\bnumber\b|\bno\b|\bid\b|\burn\b|^#$|\bnum\b",
    "text": r"\btext\b|recommendation|\bafi\b|areas? for improvement|finding|wording|description"
    r"|cause of concern|\btitle\b|\bdetails?\b",
}
"""What a heading may mean, the first that fits: "recommendation status" is a status."""

_MEANS_ELSE = re.compile(
    r"\b(?:date|updated?|comments?|notes?|rationale|type|class|history)\b|published", re.IGNORECASE
)
"""Words that make of a heading something else: "status updated", "type of recommendation"."""
_OF_THE_INSPECTORS = re.compile(r"hmic|inspector|unique|national", re.IGNORECASE)


def recognised(heads: Sequence[str], below: Sequence[Sequence[str]]) -> dict[str, int]:
    """Return which column holds what, or nothing if this is no row of headings."""
    candidates: dict[str, list[int]] = {}
    for at, head in enumerate(heads):
        meaning = meaning_of(head)
        if meaning:
            candidates.setdefault(meaning, []).append(at)
    if "text" not in candidates or len(candidates) < 2:  # noqa: PLR2004 - the text and one more
        return {}
    return {what: _chosen(what, at, heads, below) for what, at in candidates.items()}


def meaning_of(head: str) -> str:
    """Return what a heading means: number, text, status, owner, due, or nothing."""
    words = " ".join(re.sub(r"[^\w#]+", " ", head.lower()).split())
    if not words or len(head) > _LONGEST_HEADING:
        return ""
    for meaning, pattern in _MEANINGS.items():
        if re.search(pattern, words):
            return "" if meaning != "due" and _MEANS_ELSE.search(words) else meaning
    return ""


def _chosen(
    what: str, candidates: Sequence[int], heads: Sequence[str], below: Sequence[Sequence[str]]
) -> int:
    """Return the best of several columns: the longest text, else the inspectors' own."""
    if what == "text":
        return max(candidates, key=lambda at: _length(at, below))
    return min(candidates, key=lambda at: not _OF_THE_INSPECTORS.search(heads[at]))


def _length(at: int, below: Sequence[Sequence[str]]) -> int:
    return sum(len(row[at]) for row in below[:_LOOKED_AT] if at < len(row))
