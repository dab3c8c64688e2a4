"""The words of an e-mail, from its template: a subject line, an empty line, the text."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateError

from casework.errors import SettingsError

FOLDER = Path(__file__).parents[2] / "templates" / "emails"


def worded(name: str, fields: Mapping[str, object]) -> tuple[str, str]:
    """Return (subject, text) of the e-mail template `name`, filled in."""
    try:
        written = _templates().get_template(f"{name}.txt").render(**fields)
    except TemplateError as fault:
        message = f"The e-mail template {name}.txt cannot be filled in: {fault}."
        raise SettingsError(message) from fault
    subject, _, text = written.partition("\n")
    return subject.removeprefix("Subject:").strip(), text.strip() + "\n"


@cache
def _templates() -> Environment:
    # Plain text, never a page: escaping would put &amp; before the reader.
    return Environment(
        loader=FileSystemLoader(FOLDER),
        undefined=StrictUndefined,
        autoescape=False,  # noqa: S701  plain text
        trim_blocks=True,
        lstrip_blocks=True,
    )
