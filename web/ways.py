"""The way to the page on which the next act of a case is done."""

from collections.abc import Sequence
from typing import Final

from models.words import COMMENTS_CLOSED, CommentsState, Stage

BY_STAGE: Final = {
    Stage.CONFIRMED: "answers",
    Stage.IN_REVIEW: "versions",
    Stage.SIGNING: "signing",
    Stage.SIGNED: "publishing",
    Stage.SCHEDULED: "publishing",
    Stage.PUBLISHED: "publishing",
}
TO_INVITE: Final = frozenset(
    {
        CommentsState.TO_INVITE,
        CommentsState.PREPARED,
        CommentsState.WITHDRAWN,
        CommentsState.BOUNCED,
    }
)
"""States of the track in which it is our turn."""


LOOSE_ENDS: Final = (
    ("decide the ", "versions/updates"),
    ("decide ", "remarks"),
    ("take over or settle ", "versions"),
)
"""How a sentence begins that asks for something else before the next act, and where it is done."""
WHILE_DRAFTED: Final = ("draft-response", "invite-comments")
FLOWS: Final = {
    Stage.OPENED: WHILE_DRAFTED,
    Stage.CONFIRMED: WHILE_DRAFTED,
    Stage.IN_REVIEW: WHILE_DRAFTED,
    Stage.SIGNING: ("route-for-sign-off",),
    Stage.SIGNED: ("route-for-sign-off",),
    Stage.SCHEDULED: ("publish-response",),
    Stage.PUBLISHED: ("publish-response",),
}
"""Flows that could find something to do at each stage of a case."""


def flows_now(stage: Stage) -> tuple[str, ...]:
    """Return the flows that make sense for a case now."""
    return FLOWS.get(stage, ())


def way(
    reference: str,
    stage: Stage,
    *,
    dated: bool,
    listed: bool,
    comments: Sequence[CommentsState],
    arrived: bool = False,
    words: str = "",
) -> str:
    """Return the address of the page for the next act; that of the case where none is.

    `words` are the sentence that tells of it: what it asks for first is where the way leads.
    """
    start = f"/cases/{reference}"
    if stage is Stage.OPENED:
        return f"{start}/findings" if dated and not listed else f"{start}/date"
    waiting = [state for state in comments if state not in COMMENTS_CLOSED]
    if stage in {Stage.CONFIRMED, Stage.IN_REVIEW} and arrived:
        return f"{start}/comments#what-came"
    if stage in {Stage.CONFIRMED, Stage.IN_REVIEW} and waiting:
        return f"{start}/comments" if waiting[0] in TO_INVITE else f"{start}/answers"
    first = next((page for begins, page in LOOSE_ENDS if words.startswith(begins)), "")
    if first:
        return f"{start}/{first}"
    return f"{start}/{BY_STAGE[stage]}" if stage in BY_STAGE else start
