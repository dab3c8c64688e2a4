"""What a merge says about itself."""

from dataclasses import dataclass

from models.review_words import MergeOutcome


@dataclass(frozen=True, slots=True)
class MergeItem:
    """What a merge did with one piece, and the three texts it weighed."""

    region: str
    """Key of the region the piece stands in; empty for text outside of every region."""
    outcome: MergeOutcome
    old: str
    """What the service last wrote there."""
    new: str
    """What the service would write there now."""
    theirs: str
    """What stands in the reviewers' file."""


@dataclass(frozen=True, slots=True)
class Merged:
    """A reviewers' file with the service's updates in it, as tracked changes and comments."""

    data: bytes
    """The Word file; equal to the reviewers' file, byte for byte, if there was nothing to add."""
    items: tuple[MergeItem, ...]
    unmerged: tuple[str, ...] = ()
    """Changes of the source that a merge cannot carry, in words: headers, footnotes, pictures."""

    def count(self, outcome: MergeOutcome) -> int:
        """Return how many pieces came out this way."""
        return sum(item.outcome is outcome for item in self.items)

    @property
    def proposes(self) -> bool:
        """Return whether there is anything for a reviewer to decide."""
        quiet = {MergeOutcome.UNCHANGED, MergeOutcome.KEPT}
        return any(item.outcome not in quiet for item in self.items)
