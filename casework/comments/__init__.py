"""The chief officer's comments: invited, received, or recorded as silence.

Police Act 1996 s.55(4) and (5)(b). A track of its own for each force: it is
closed before anybody signs, by final comments, a nil return, or the date.
"""

from casework.comments.by_link import (
    DRAFT_LIFE,
    ToSend,
    ask_for_time,
    guest_draft,
    keep_guest_draft,
    say_no_comments,
    send_comments,
)
from casework.comments.inviting import (
    chase,
    close_silent,
    extend_date,
    invite,
    prepare_chasers,
    reissue_invitation,
    withdraw_invitation,
)
from casework.comments.receiving import (
    class_submission,
    decline_late_comments,
    record_nil_return,
    store_submission,
)

__all__ = [
    "DRAFT_LIFE",
    "ToSend",
    "ask_for_time",
    "chase",
    "class_submission",
    "close_silent",
    "decline_late_comments",
    "extend_date",
    "guest_draft",
    "invite",
    "keep_guest_draft",
    "prepare_chasers",
    "record_nil_return",
    "reissue_invitation",
    "say_no_comments",
    "send_comments",
    "store_submission",
    "withdraw_invitation",
]
