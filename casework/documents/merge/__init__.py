"""Bringing the service's updates into a Word file that people have edited."""

from casework.documents.merge.merging import UnsafeMergeError, merge
from casework.documents.merge.pen import SERVICE

__all__ = ["SERVICE", "UnsafeMergeError", "merge"]
