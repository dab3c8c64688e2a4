"""The draft of a response: written at once, and again whenever the record changes."""

from casework.drafting.answering import mark_of, write_answer
from casework.drafting.choosing import choose_document, switch_wording
from casework.drafting.telling import said_of_draft
from casework.drafting.twin import welsh_twin
from casework.drafting.writing import write_draft

__all__ = [
    "choose_document",
    "mark_of",
    "said_of_draft",
    "switch_wording",
    "welsh_twin",
    "write_answer",
    "write_draft",
]
