"""The three published forms of one signed Word file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casework.documents.packing import pack_parts
from casework.documents.publishable.clean import cleaned
from casework.documents.publishable.docx_words import alternatives_in_package, words_of_package
from casework.documents.publishable.nodes import rows_may_split
from casework.documents.publishable.obstacles import left_out_of, refuse_obstacles
from casework.documents.publishable.outline import laid_out
from casework.documents.publishable.page import content_of, page_of
from casework.documents.publishable.pdf import pdf_of
from casework.documents.publishable.pdf_words import alternatives_in_pdf, words_of_pdf
from casework.documents.publishable.words import (
    alternatives_in_html,
    prove_alike,
    prove_equal,
    words_of_html,
)
from casework.documents.read_back.package import Package
from casework.documents.read_back.read import read_package
from models.shapes.word import PublishableForms, PublishedDetails

if TYPE_CHECKING:
    from collections.abc import Sequence

    from casework.documents.publishable.nodes import Node


def publishable_forms(data: bytes, details: PublishedDetails) -> PublishableForms:
    """Return page, fragment, PDF and cleaned Word file, proved to say the same words.

    All come from one reading of the cleaned file. Equal input gives equal bytes.
    What a picture says to those who cannot see it is no word of the text: a
    picture's alternative texts are compared beside the words.
    """
    package = cleaned(Package.of(data), details)
    read = read_package(package)
    refuse_obstacles(read.obstacles)
    nodes = laid_out(read, details.language)
    content = content_of(nodes, details)
    html = page_of(content, details).encode()
    pdf = pdf_of(nodes, details)
    words = _proved(package, html, pdf, nodes)
    docx = pack_parts(package.parts)
    return PublishableForms(html, content.encode(), pdf, docx, words, left_out_of(read))


def _proved(package: Package, html: bytes, pdf: bytes, nodes: Sequence[Node]) -> str:
    """Return the words that all three forms say; refuse forms that differ."""
    words = words_of_package(package)
    split = rows_may_split(nodes)
    prove_equal(words, words_of_html(html), words_of_pdf(pdf), rows_may_split=split)
    pictures = alternatives_in_package(package)
    if pictures or b"<img" in html:
        prove_alike(pictures, alternatives_in_html(html), alternatives_in_pdf(pdf))
    return words
