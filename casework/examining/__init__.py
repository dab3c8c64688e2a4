"""A response looked at by every check: as a plain file, or as a case has it on the record."""

from casework.examining.cases import CaseChecked, checked_case, with_comments
from casework.examining.files import examine, noted, response_in

__all__ = ["CaseChecked", "checked_case", "examine", "noted", "response_in", "with_comments"]
