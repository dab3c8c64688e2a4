"""What changed from one version of a Word file to another."""

from casework.documents.compare.comparing import compare
from casework.documents.compare.page import comparison_page, parts_of

__all__ = ["compare", "comparison_page", "parts_of"]
