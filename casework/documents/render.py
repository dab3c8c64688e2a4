"""Word files from templates: the language of docxtpl, compiled once.

docxtpl reads, patches and compiles a template anew for every document. Here
its tag patching and Jinja's compiler run once per template, the places of the
regions' marks are found once, and constant parts are deflated once; a document
is then one pass over words.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any, Final

from jinja2 import UndefinedError
from jinja2.exceptions import SecurityError
from lxml import etree

from casework.documents import wordml as word
from casework.documents.descriptions import (
    DocumentDescription,
    Fields,
    read_description,
)
from casework.documents.mark_places import with_mark_places
from casework.documents.packing import QUICK, SMALLEST, Packed, deflated, pack, unpack
from casework.documents.printed_marks import PrintedMarks
from casework.documents.stamp import STAMP_PART, with_place_for_stamp, with_stamp
from casework.documents.template_language import tied_environment, with_breaks
from casework.documents.template_lint import lint
from casework.errors import RefusedInputError, SettingsError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from pathlib import Path

    from jinja2 import Template

    from models.shapes.word import Stamp

CHANGES: Final = re.compile(rb"\{[{%#]|s55:")
"""What makes a part another one in every document: Jinja's tags, or a region."""
BOOKMARK_NUMBER: Final = re.compile(rb'<w:bookmarkStart\b[^>]*? w:id="([0-9]+)"')


@dataclass(frozen=True, slots=True)
class CompiledTemplate:
    """A template made ready: give it fields and a stamp, and it gives a Word file."""

    description: DocumentDescription
    sha256: str
    """Of the template file, for the stamp."""
    parts: tuple[str, ...]
    constant: Mapping[str, Packed]
    changing: Mapping[str, Template]
    properties: bytes
    listing: Callable[[str], str]
    """How docxtpl prints line breaks and tabs."""
    first_bookmark: int
    """The first number that no bookmark of the template has."""

    def render(self, values: Fields, stamp: Stamp) -> bytes:
        """Return the document as a Word file; equal input gives equal bytes."""
        if not isinstance(values, self.description.fields):
            message = (
                f"The template {self.description.name} is not made for {type(values).__name__}."
            )
            raise SettingsError(message)
        context = {field.name: getattr(values, field.name) for field in fields(values)}
        marks = PrintedMarks(self.first_bookmark)
        changed = {
            name: deflated(self._printed(name, context, marks), QUICK) for name in self.changing
        }
        changed[STAMP_PART] = deflated(with_stamp(self.properties, stamp))
        return pack((name, changed.get(name) or self.constant[name]) for name in self.parts)

    def _printed(self, name: str, context: dict[str, Any], marks: PrintedMarks) -> bytes:
        """Return a rendered part, judged without mercy: a broken file must never leave."""
        words = with_breaks(self._words(name, context), self.listing)
        try:
            part = marks.put_on(words, bookmarks=name == word.DOCUMENT_PART).encode()
            word.check(part)
        except (ValueError, etree.XMLSyntaxError) as error:
            message = f"The template {self.description.name} makes a broken Word file: {error}."
            raise SettingsError(message) from error
        return part

    def _words(self, name: str, context: dict[str, Any]) -> str:
        try:
            return self.changing[name].render(context)
        except UndefinedError as error:
            field = re.findall(r"'([^']*)'", str(error))[-1:] or [str(error)]
            message = (
                f"The template {self.description.name} uses the field {field[0]}, "
                "which does not exist: correct the name in template.docx."
            )
            raise SettingsError(message) from error
        except (SecurityError, TypeError, ValueError) as error:
            message = f"The template {self.description.name} cannot be carried out: {error}."
            raise SettingsError(message) from error


def compile_template(path: Path) -> CompiledTemplate:
    """Return the template made ready; it is refused here if it could not be rendered safely.

    `document.toml` is read from beside it.
    """
    data = _template_bytes(path)
    description = read_description(path.parent)
    parts = with_place_for_stamp(unpack(data))
    # Costly to load, and a compiled template is kept: few processes ever compile one.
    from docxtpl import DocxTemplate  # noqa: PLC0415

    template, env = DocxTemplate(path), tied_environment()
    sources = {
        name: template.patch_xml(part.decode())
        for name, part in parts.items()
        if CHANGES.search(part) and name.endswith((".xml", ".rels")) and name != STAMP_PART
    }
    lint(sources, description, env)
    constant = {name: part for name, part in parts.items() if name not in {*sources, STAMP_PART}}
    return CompiledTemplate(
        description=description,
        sha256=hashlib.sha256(data).hexdigest(),
        parts=tuple(parts),
        constant={name: deflated(part, SMALLEST) for name, part in constant.items()},
        changing={
            name: env.from_string(_with_places(source, path)) for name, source in sources.items()
        },
        properties=parts[STAMP_PART],
        listing=template.resolve_listing,
        first_bookmark=1 + max(_bookmark_numbers(parts.values()), default=0),
    )


def _with_places(source: str, path: Path) -> str:
    try:
        return with_mark_places(source)
    except etree.XMLSyntaxError as error:
        message = f"The template {path.parent.name} makes a broken Word file: {error}."
        raise SettingsError(message) from error


def _bookmark_numbers(parts: Iterable[bytes]) -> Iterator[int]:
    for part in parts:
        yield from map(int, BOOKMARK_NUMBER.findall(part))


def _template_bytes(path: Path) -> bytes:
    try:
        data = path.read_bytes()
        unpack(data)
    except OSError as error:
        message = f"There is no template at {path.parent.name}/{path.name}: put one there."
        raise SettingsError(message) from error
    except RefusedInputError as error:
        message = f"The template {path.parent.name}/{path.name} is not a Word file (.docx)."
        raise SettingsError(message) from error
    return data
