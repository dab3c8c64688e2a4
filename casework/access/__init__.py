"""Coming in by the web: a link that works once, and the session it begins."""

from casework.access.links import LINK_LIFE, keep_link, person_with_address
from casework.access.secrets import hash_of, new_secret
from casework.access.sessions import SESSION_LIFE, NewSession, Visitor, begin, end, end_all, visitor

__all__ = [
    "LINK_LIFE",
    "SESSION_LIFE",
    "NewSession",
    "Visitor",
    "begin",
    "end",
    "end_all",
    "hash_of",
    "keep_link",
    "new_secret",
    "person_with_address",
    "visitor",
]
