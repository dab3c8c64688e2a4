"""Coming in by the web: a link that works once, and the session it begins."""

from casework.access.guest_links import (
    GUEST_DAYS,
    MOST_GUEST_DAYS,
    NewGuestLink,
    guest,
    make_guest_link,
    revoke_guest_link,
)
from casework.access.links import LINK_LIFE, keep_link, person_with_address
from casework.access.reach import within_reach
from casework.access.secrets import hash_of, new_secret
from casework.access.sessions import SESSION_LIFE, NewSession, Visitor, begin, end, end_all, visitor

__all__ = [
    "GUEST_DAYS",
    "LINK_LIFE",
    "MOST_GUEST_DAYS",
    "SESSION_LIFE",
    "NewGuestLink",
    "NewSession",
    "Visitor",
    "begin",
    "end",
    "end_all",
    "guest",
    "hash_of",
    "keep_link",
    "make_guest_link",
    "new_secret",
    "person_with_address",
    "revoke_guest_link",
    "visitor",
    "within_reach",
]
