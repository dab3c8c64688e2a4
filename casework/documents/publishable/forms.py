"""The three published forms of one signed Word file."""

from __future__ import annotations

from casework.documents.publishable.clean import clean_docx
from casework.documents.publishable.docx_words import words_of_docx
from casework.documents.publishable.outline import laid_out, rows_may_split
from casework.documents.publishable.page import content_of, page_of
from casework.documents.publishable.pdf import pdf_of
from casework.documents.publishable.pdf_words import words_of_pdf
from casework.documents.publishable.words import prove_equal, words_of_html
from casework.documents.read_back import read_back
from models.shapes.word import PublishableForms, PublishedDetails


def publishable_forms(data: bytes, details: PublishedDetails) -> PublishableForms:
    """Return page, fragment, PDF and cleaned Word file, proved to say the same words.

    All come from one reading of the cleaned file. Equal input gives equal bytes.
    """
    docx = clean_docx(data, details)
    nodes = laid_out(read_back(docx), details.language)
    content = content_of(nodes, details)
    html = page_of(content, details).encode()
    pdf = pdf_of(nodes, details)
    words = words_of_docx(docx)
    split = rows_may_split(nodes)
    prove_equal(words, words_of_html(html), words_of_pdf(pdf), rows_may_split=split)
    return PublishableForms(html=html, fragment=content.encode(), pdf=pdf, docx=docx, words=words)
