"""When a report was published: every candidate with its source, and one proposed."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from casework.rules.findings.prose_dates import first_date
from models.shapes.reading import Block, DateCandidate, ReadDocument
from models.words import DatePrecision

_LINE = re.compile(
    r"^(?P<label>published\s+on|first\s+published(?:\s+on)?|publication\s+date|date\s+of\s+publication|date\s+published|published|"
    r"sent\s+on|date\s+sent|date)\b\s*:?\s*(?P<date>.{6,40})$",
    re.IGNORECASE,
)
_BARE = re.compile(
    r"^(?:\w+day\s+)?(?:\d{1,2}(?:st|nd|rd|th)?\s+)?[A-Z][a-z]{2,8}\s+(?:19|20)\d\d$"
)
_FRONT = 15
_ORDER = (
    "Published on line",
    "First published line",
    "Publication date line",
    "Date of publication line",
    "Date published line",
    "Published line",
    "title page",
    "page metadata",
    "Date line",
    "Sent on line",
    "Date sent line",
)
"""Sources, the most trustworthy first."""
_NEVER_PROPOSED = ("PDF creation date",)
_TITLE_YEARS = re.compile(r"\b(20\d\d)(?:\s*[/–-]\s*(\d{2,4}))?\b")
_LATEST_YEARS_AFTER_TITLE = 3
_MOVED = "moved to a new site"
_CENTURY = 2000


class Publication(NamedTuple):
    """Every candidate, the proposed one first, and what disagrees."""

    candidates: tuple[DateCandidate, ...]
    proposed: DateCandidate | None
    warnings: tuple[str, ...]

    @property
    def earliest(self) -> date | None:
        """Return the first day any source gives: a page moved to a new site has a later one.

        None where nothing but the day of such a move may be known.
        """
        days = [c.day for c in self.candidates if c.day and c.precision is DatePrecision.DAY]
        moved = len(days) == 1 and any(_MOVED in warning for warning in self.warnings)
        return None if moved or not days else min(days)

    @property
    def raw(self) -> str | None:
        """Return the proposed date as printed."""
        return self.proposed.raw if self.proposed else None

    @property
    def source(self) -> str | None:
        """Return where the proposed date was found."""
        return self.proposed.source if self.proposed else None

    @property
    def precision(self) -> DatePrecision:
        """Return how exactly the proposed date is known."""
        return self.proposed.precision if self.proposed else DatePrecision.NONE

    @property
    def day(self) -> date | None:
        """Return the day proposed, where it is known to the day."""
        proposed = self.proposed
        return proposed.day if proposed and proposed.precision is DatePrecision.DAY else None


def publication_of(document: ReadDocument, title: str) -> Publication:
    """Return the publication date as far as the file tells it."""
    found = {(c.source, c.day): c for c in _all(document) if c.day}
    ordered = sorted(found.values(), key=lambda c: (c.precision is not DatePrecision.DAY, _rank(c)))
    proposable = [c for c in ordered if c.source not in _NEVER_PROPOSED]
    proposed = proposable[0] if proposable else None
    return Publication(tuple(ordered), proposed, tuple(_warnings(ordered, proposed, title)))


def _rank(candidate: DateCandidate) -> int:
    for rank, source in enumerate(_ORDER):
        if candidate.source.startswith(source):
            return rank
    return len(_ORDER)


def _all(document: ReadDocument) -> Iterator[DateCandidate]:
    for at, block in enumerate(document.blocks):
        yield from _in_block(block, at)
    for source, raw in document.dates:
        yield from _candidate(source, raw)


def _in_block(block: Block, at: int) -> Iterator[DateCandidate]:
    text = block.text.strip()
    line = _LINE.match(text) if len(text) <= 80 else None  # noqa: PLR2004 - a line, no sentence
    if line and (at < 3 * _FRONT or line["label"].lower() == "published on"):
        label = " ".join(line["label"].split()).capitalize()
        yield from _candidate(f"{label} line", line["date"])
    elif at < _FRONT and _BARE.match(text):
        yield from _candidate("title page", text)


def _candidate(source: str, raw: str) -> Iterator[DateCandidate]:
    found = first_date(raw)
    if found:
        printed = raw.strip() if found.raw == raw.strip() else found.raw
        yield DateCandidate(source, printed, found.day, found.precision)


def _warnings(
    candidates: list[DateCandidate], proposed: DateCandidate | None, title: str
) -> Iterator[str]:
    if proposed is None or proposed.day is None:
        yield "The file does not say when the report was published."
        return
    others = [c for c in candidates if _disagrees(c, proposed)]
    if others:
        named = "; ".join(f"{c.raw} ({c.source})" for c in (proposed, *others))
        yield f"The file gives more than one date: {named}."
    if proposed.precision is DatePrecision.MONTH:
        yield f"Only the month of publication is given ({proposed.raw})."
    if proposed.source.startswith(("Sent on", "Date sent")):
        yield "The date is the day the letter was sent, not the day it was published."
    years = [_end_year(found) for found in _TITLE_YEARS.finditer(title)]
    if years and proposed.day.year - max(years) > _LATEST_YEARS_AFTER_TITLE:
        yield (
            f"The date {proposed.raw} is years after {max(years)}, the year in the title: it may "
            f"be the day an old report was {_MOVED}."
        )


def _disagrees(one: DateCandidate, proposed: DateCandidate) -> bool:
    if one is proposed or one.day is None or proposed.day is None:
        return False
    if one.source in _NEVER_PROPOSED:
        return False
    if DatePrecision.MONTH in {one.precision, proposed.precision}:
        return (one.day.year, one.day.month) != (proposed.day.year, proposed.day.month)
    return abs(one.day - proposed.day) >= timedelta(days=1)


def _end_year(found: re.Match[str]) -> int:
    end = found[2]
    if not end:
        return int(found[1])
    return int(end) if len(end) == 4 else _CENTURY + int(end[-2:])  # noqa: PLR2004 - a full year
