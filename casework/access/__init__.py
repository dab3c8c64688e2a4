"""Coming in by the web: a link that works once, and the session it begins."""

from casework.access.calendar_links import (
    calendar_link_of,
    calendar_reader,
    make_calendar_link,
    revoke_calendar_link,
)
from casework.access.confirming import (
    CODE_LIFE,
    MOST_TRIES,
    confirm_by_code,
    keep_code,
    new_code,
)
from casework.access.guest_links import (
    GUEST_DAYS,
    MOST_GUEST_DAYS,
    NewGuestLink,
    guest,
    make_guest_link,
    revoke_guest_link,
)
from casework.access.identities import Known, confirm_by_provider, enter_by_provider
from casework.access.links import LINK_LIFE, keep_link, person_with_address
from casework.access.reach import may_read_background, within_reach
from casework.access.requests import claimed, keep_answer
from casework.access.secrets import hash_of, new_secret
from casework.access.sessions import (
    FRESH,
    SESSION_LIFE,
    NewSession,
    Visitor,
    begin,
    end,
    end_all,
    end_one,
    sessions_of,
    visitor,
)
from casework.access.tokens import (
    MOST_TOKEN_DAYS,
    TOKEN_DAYS,
    Caller,
    NewToken,
    caller,
    make_token,
    revoke_token,
    standing,
    tokens_of,
)

__all__ = [
    "CODE_LIFE",
    "FRESH",
    "GUEST_DAYS",
    "LINK_LIFE",
    "MOST_GUEST_DAYS",
    "MOST_TOKEN_DAYS",
    "MOST_TRIES",
    "SESSION_LIFE",
    "TOKEN_DAYS",
    "Caller",
    "Known",
    "NewGuestLink",
    "NewSession",
    "NewToken",
    "Visitor",
    "begin",
    "calendar_link_of",
    "calendar_reader",
    "caller",
    "claimed",
    "confirm_by_code",
    "confirm_by_provider",
    "end",
    "end_all",
    "end_one",
    "enter_by_provider",
    "guest",
    "hash_of",
    "keep_answer",
    "keep_code",
    "keep_link",
    "make_calendar_link",
    "make_guest_link",
    "make_token",
    "may_read_background",
    "new_code",
    "new_secret",
    "person_with_address",
    "revoke_calendar_link",
    "revoke_guest_link",
    "revoke_token",
    "sessions_of",
    "standing",
    "tokens_of",
    "visitor",
    "within_reach",
]
