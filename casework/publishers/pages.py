"""The words around the responses: the templates of the public site, filled in."""

from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

_WORDS = Path(__file__).parents[2] / "templates"
_TEMPLATES = _WORDS / "pages" / "site"
_PICTURES = _WORDS / "pictures"


def fill(template: str, **fields: Any) -> bytes:
    """Return a template of the public site with its fields filled in."""
    return _environment().get_template(template).render(**fields).encode()


def as_it_stands(name: str) -> bytes:
    """Return a file of the public site that has no fields."""
    return (_TEMPLATES / name).read_bytes()


def british(day: date) -> str:
    """Return a date as people here write it: `14 October 2022`."""
    return f"{day.day} {day:%B %Y}"


def _is_markup(template: str | None) -> bool:
    # A plain text is no page: escaping would put &amp; before the reader.
    return not (template or "").endswith(".txt")


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader([_TEMPLATES, _PICTURES]),
        autoescape=_is_markup,  # noqa: S701 - escapes every page
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["british"] = british
    return environment
