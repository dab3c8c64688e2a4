"""The templates of pages: each word put in is escaped, and no field may be missing."""

from pathlib import Path
from typing import Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined

PAGES: Final = Path(__file__).parents[2] / "templates" / "pages"


def html_pages() -> Environment:
    """Return the shelf of page templates, for whoever adds filters of their own."""
    return Environment(
        loader=FileSystemLoader(PAGES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
