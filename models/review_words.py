"""The words of several hands on one document: updates, comments received elsewhere."""

from enum import StrEnum


class MergeOutcome(StrEnum):
    """What a merge did with one piece the service wrote."""

    UPDATED = "updated"
    ADDED = "added"
    REMOVED = "removed"
    CONFLICT = "conflict"
    KEPT = "kept"
    UNCHANGED = "unchanged"


class ProposalState(StrEnum):
    """Where a proposal of updates stands. Only one of a document waits at a time."""

    WAITING = "waiting"
    DECIDED = "decided"
    DECLINED = "declined"
    """Set aside as a whole, by name and with a reason."""
    SUPERSEDED = "superseded"


class Decision(StrEnum):
    """What a person made of an update or a comment."""

    WAITING = "waiting"
    TAKEN = "taken"
    PARTLY = "partly"
    NOT_TAKEN = "not_taken"


class Heard(StrEnum):
    """How a comment received elsewhere arrived."""

    EMAIL = "email"
    TELEPHONE = "telephone"
    MARKED_PDF = "marked_pdf"
    MEETING = "meeting"
    LETTER = "letter"
    CONDITION = "condition"
    """An amendment to which an approval is subject."""
    OTHER = "other"
