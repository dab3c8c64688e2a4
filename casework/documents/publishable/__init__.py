"""The forms in which a signed response is published, and the proof of what a page holds."""

from casework.documents.publishable.clean import clean_docx
from casework.documents.publishable.docx_words import words_of_docx
from casework.documents.publishable.forms import publishable_forms
from casework.documents.publishable.obstacles import obstacles_to_publishing
from casework.documents.publishable.pdf_words import words_of_pdf
from casework.documents.publishable.proof import missing_words
from casework.documents.publishable.words import words_of_html

__all__ = [
    "clean_docx",
    "missing_words",
    "obstacles_to_publishing",
    "publishable_forms",
    "words_of_docx",
    "words_of_html",
    "words_of_pdf",
]
