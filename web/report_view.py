"""A report beside its findings: its blocks by number, and which of them are a finding."""

from dataclasses import dataclass

from sqlmodel import Session

from casework.errors import CaseworkError
from casework.record.dossier import Dossier
from casework.record.report_text import report_text
from casework.rules.findings.passages import Passage, passages
from models.shapes.reading import Block, BlockKind


@dataclass(frozen=True, slots=True)
class ReportView:
    """The text of a report, with the place of each finding in it."""

    blocks: tuple[Block, ...]
    places: dict[str, Passage]
    """By the finding's key; those that were not found again are not in it."""

    def around(self, key: str) -> list[tuple[int, Block, bool]]:
        """Return (number, block, whether it is the finding) of the passage of a finding."""
        place = self.places.get(key)
        if place is None:
            return []
        after = self.blocks[place.last + 1 : place.last + 2]
        end = place.last + 1 + sum(block.kind is not BlockKind.HEADING for block in after)
        shown = enumerate(self.blocks[place.shown_from : end], start=place.shown_from)
        return [(number, block, place.holds(number)) for number, block in shown]

    def keys_at(self, number: int) -> list[str]:
        """Return the findings that begin with a block."""
        return [key for key, place in self.places.items() if place.first == number]

    def is_finding(self, number: int) -> bool:
        """Return whether a block is part of any finding."""
        return any(place.holds(number) for place in self.places.values())


def report_view(session: Session, file: Dossier) -> ReportView:
    """Return a report beside its findings; without any text where it can no longer be read."""
    try:
        blocks = report_text(session, file.report).blocks
    except CaseworkError:
        return ReportView((), {})
    # As first read: a corrected text may differ from what is printed.
    texts = {one.key: one.original_text for one in file.findings}
    return ReportView(blocks, passages(blocks, texts))
