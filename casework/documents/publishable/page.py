"""The published web page, and its main content alone for a web team."""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from typing import TYPE_CHECKING

from casework.documents.html_pages import html_pages

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jinja2 import Environment

    from casework.documents.publishable.nodes import Node
    from models.shapes.word import Picture, PublishedDetails


@cache
def _pages() -> Environment:
    pages = html_pages()
    pages.filters["address"] = address_of
    return pages


def address_of(picture: Picture) -> str:
    """Return an address that holds the picture itself: a page is one file wherever it lies."""
    return f"data:{picture.media_type};base64,{b64encode(picture.data).decode()}"


def content_of(nodes: Sequence[Node], details: PublishedDetails) -> str:
    """Return the document as one HTML article."""
    return (
        _pages().get_template("response_content.html").render(nodes=nodes, details=details) + "\n"
    )


def page_of(content: str, details: PublishedDetails) -> str:
    """Return the whole page around an article."""
    return _pages().get_template("response.html").render(content=content, details=details) + "\n"
