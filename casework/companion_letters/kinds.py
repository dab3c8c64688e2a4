"""The kinds of companion letter: to whom each goes, which day it names, when it can be made."""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from enum import Enum, auto

from models.words import FINISHED, CommentsState, DocumentType, Stage

OPEN = frozenset(Stage) - FINISHED
SEEN = frozenset({Stage.PUBLISHED, Stage.CLOSED})
SIGNED = SEEN | {Stage.SIGNED, Stage.SCHEDULED}
INVITED = frozenset({CommentsState.SENT, CommentsState.EXTENDED})
AWAITED = INVITED | {CommentsState.PREPARED}


class To(Enum):
    """Whom a letter is written to."""

    CHIEF_OFFICER = auto()
    RECIPIENTS_OF_COPIES = auto()
    NOBODY = auto()
    """A page, not a letter."""


class Day(Enum):
    """The day a letter names."""

    COMMENTS_DUE = auto()
    """The one on the record: a letter never sets it."""
    GIVEN = auto()
    NONE = auto()


@dataclass(frozen=True, slots=True)
class LetterKind:
    """One kind of letter."""

    type: DocumentType
    to: To = To.CHIEF_OFFICER
    day: Day = Day.NONE
    version: bool = False
    """Whether it names a version of the response."""
    stages: AbstractSet[Stage] = OPEN
    not_now: str = "reopen it first"
    """What to say of a case at any other stage."""
    comments: AbstractSet[CommentsState] | None = None
    """States of the force's track in which the letter is true; None: it says nothing of it."""
    untrue: str = ""
    """What to say, and what to do, where it would not be true."""


TO_INVITE = "this is for a force that is being asked, and `section55 invite` asks it"
NOT_SEEN = "this tells of the response as it was published"

KINDS = {
    kind.type.value.replace("_", "-"): kind
    for kind in (
        LetterKind(
            DocumentType.INVITATION, day=Day.COMMENTS_DUE, comments=AWAITED, untrue=TO_INVITE
        ),
        LetterKind(
            DocumentType.EXTENSION,
            day=Day.COMMENTS_DUE,
            comments=frozenset({CommentsState.EXTENDED}),
            untrue="no more time was given, and `section55 invite --extend DATE` gives it",
        ),
        LetterKind(
            DocumentType.CHASER,
            day=Day.COMMENTS_DUE,
            comments=INVITED,
            untrue="a reminder is for a force that was invited and has not answered",
        ),
        LetterKind(
            DocumentType.NIL_RETURN, day=Day.COMMENTS_DUE, comments=AWAITED, untrue=TO_INVITE
        ),
        LetterKind(DocumentType.FACT_CHECK, day=Day.GIVEN, version=True),
        LetterKind(DocumentType.FACT_CHECK_ANSWER, version=True),
        LetterKind(
            DocumentType.COPIES_LETTER,
            to=To.RECIPIENTS_OF_COPIES,
            stages=SEEN,
            not_now=NOT_SEEN,
        ),
        LetterKind(DocumentType.PANEL_PAGE, to=To.NOBODY, stages=SEEN, not_now=NOT_SEEN),
        LetterKind(DocumentType.PRESS_LINE, to=To.NOBODY),
        LetterKind(
            DocumentType.DECISION_NOTICE,
            to=To.NOBODY,
            stages=SIGNED,
            not_now="this tells of the response as it was signed",
        ),
    )
}
"""By the word one gives at a terminal."""
