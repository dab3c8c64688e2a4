"""An edited Word file, read whole: every block in order, as its reader sees it."""

from casework.documents.read_back.read import read_back

__all__ = ["read_back"]
