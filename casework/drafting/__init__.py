"""The draft of a response: written at once, and again whenever the record changes."""

from casework.drafting.answering import write_answer
from casework.drafting.writing import write_draft

__all__ = ["write_answer", "write_draft"]
