"""The published web page, and its main content alone for a web team."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined

if TYPE_CHECKING:
    from collections.abc import Sequence

    from casework.documents.publishable.outline import Node
    from models.shapes.word import PublishedDetails

PAGES: Final = Path(__file__).parents[3] / "templates" / "pages"


@cache
def _pages() -> Environment:
    return Environment(
        loader=FileSystemLoader(PAGES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def content_of(nodes: Sequence[Node], details: PublishedDetails) -> str:
    """Return the document as one HTML article."""
    return (
        _pages().get_template("response_content.html").render(nodes=nodes, details=details) + "\n"
    )


def page_of(content: str, details: PublishedDetails) -> str:
    """Return the whole page around an article."""
    return _pages().get_template("response.html").render(content=content, details=details) + "\n"
