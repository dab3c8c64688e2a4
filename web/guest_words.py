"""What is said to the people of a force of what they sent."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from casework.record.remarks import DECISION_WORDS
from casework.rules.terminal_words import in_page_words
from models import GuestStatement, Remark, Submission
from models.review_words import Decision
from models.words import CommentsClass, SaidByLink

WHAT: Final = {
    SaidByLink.COMMENTS: "Comments",
    SaidByLink.NO_COMMENTS: "No comments",
    SaidByLink.MORE_TIME: "A request for more time",
    SaidByLink.POINT: "A point of fact",
}
STANDING: Final = {
    None: "Arrived; the office has not said yet what it makes of them",
    CommentsClass.FINAL: "Taken as the final comments, to be published in full",
    CommentsClass.DRAFT: "Kept as a draft: not to be published",
    CommentsClass.BACKGROUND: "Kept as background: never to be published",
}
LEFT_OUT: Final = "Not used: later comments took their place, or they were left out"
FOR_SENDERS: Final = (
    (r"ask for it again", "choose it again"),
    (r"ask for the comments alone", "send the comments alone"),
    (r"ask for the comments as text, or as", "type the comments, or send"),
    (r"ask for ", "send "),
    (r"hand in ", "send "),
)
"""Words meant for the office's staff, and what the sender of a file reads in their place."""


@dataclass(frozen=True, slots=True)
class Arrived:
    """One thing that has arrived by a link, as a line of a list."""

    number: int
    what: str
    who: str
    at: datetime
    standing: str
    words: str
    file: Submission | None


def arrived(
    row: GuestStatement, submissions: Mapping[int | None, Submission], remarks: Mapping[int, Remark]
) -> Arrived:
    """Return what was said by a link as a line: what, who, when, and what became of it."""
    sent, remark = submissions.get(row.submission_id), remarks.get(row.remark)
    standing = "The office has been told"
    if sent:
        standing = LEFT_OUT if sent.superseded else STANDING[sent.klass]
    elif remark:
        reason = f": {remark.reason}" if remark.reason else ""
        standing = f"{DECISION_WORDS[remark.decision].capitalize()}{reason}"
        if remark.decision is Decision.WAITING:
            standing = "Open: the office has not decided yet"
    return Arrived(
        number=row.id or 0,
        what=WHAT[row.kind] + (f", sent as {row.klass.value}" if row.klass else ""),
        who=f"{row.name} ({row.rank})",
        at=row.said_at,
        standing=standing,
        words=row.words,
        file=sent,
    )


def for_senders(said: str) -> str:
    """Return a refusal as whoever sends something should read it."""
    words = in_page_words(said)
    for office, sender in FOR_SENDERS:
        words = re.sub(office, sender, words)
    return words
