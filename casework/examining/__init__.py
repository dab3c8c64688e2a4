"""A response looked at by every check: as a plain file, or as a case has it on the record."""

from casework.examining.cases import (
    CaseChecked,
    checked_case,
    errors_in_copy,
    with_comments,
)
from casework.examining.files import examine, noted, response_in

__all__ = [
    "CaseChecked",
    "checked_case",
    "errors_in_copy",
    "examine",
    "noted",
    "response_in",
    "with_comments",
]
