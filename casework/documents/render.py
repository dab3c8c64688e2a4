"""Word files from templates: the language of docxtpl, compiled once.

docxtpl reads, patches and compiles a template anew for every document. Here
its tag patching and Jinja's compiler run once per template; constant parts
are deflated once; a document is then one pass over words.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, fields, is_dataclass
from typing import TYPE_CHECKING, Any, Final

from docxtpl import DocxTemplate
from jinja2 import StrictUndefined, Template, UndefinedError
from jinja2.exceptions import SecurityError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from lxml import etree

from casework.documents import wordml as word
from casework.documents.descriptions import (
    DocumentDescription,
    Fields,
    read_description,
)
from casework.documents.packing import Packed, deflated, pack, unpack
from casework.documents.region_marks import mark_regions
from casework.documents.stamp import STAMP_PART, with_place_for_stamp, with_stamp
from casework.documents.template_lint import FILTERS, lint
from casework.errors import RefusedInputError, SettingsError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from models.shapes.word import Stamp

LANGUAGE_IN_PART: Final = re.compile(rb"\{[{%#]")
BREAKS: Final = re.compile(r"[\t\n]")


class TiedEnvironment(ImmutableSandboxedEnvironment):
    """Jinja with its hands tied. What our own fields declare need not be judged each time."""

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Return a declared field at once; leave everything else to the sandbox."""
        if attribute in getattr(type(obj), "__slots__", ()):
            return getattr(obj, attribute)
        return super().getattr(obj, attribute)


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
    listing: DocxTemplate

    def render(self, values: Fields, stamp: Stamp) -> bytes:
        """Return the document as a Word file; equal input gives equal bytes."""
        if not isinstance(values, self.description.fields):
            message = (
                f"The template {self.description.name} is not made for {type(values).__name__}."
            )
            raise SettingsError(message)
        context, breaks = _context(values)
        return pack((name, self._part(name, context, stamp, breaks=breaks)) for name in self.parts)

    def _part(self, name: str, context: dict[str, Any], stamp: Stamp, *, breaks: bool) -> Packed:
        if name in self.constant:
            return self.constant[name]
        if name == STAMP_PART:
            return deflated(with_stamp(self.properties, stamp))
        source = self._words(name, context)
        if breaks and name.startswith("word/"):
            source = self.listing.resolve_listing(source)
        return deflated(self._strict(name, source))

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

    def _strict(self, name: str, source: str) -> bytes:
        """Return a rendered part, parsed without mercy: a broken file must never leave."""
        try:
            root = word.parse(source.encode())
        except etree.XMLSyntaxError as error:
            message = f"The template {self.description.name} makes a broken Word file: {error}."
            raise SettingsError(message) from error
        if root.tag.startswith(f"{{{word.W_NAMESPACE}}}"):
            mark_regions(root, bookmarks=name == word.DOCUMENT_PART)
        return word.serialise(root)


def compile_template(path: Path) -> CompiledTemplate:
    """Return the template made ready; it is refused here if it could not be rendered safely.

    `document.toml` is read from beside it.
    """
    data = _template_bytes(path)
    description = read_description(path.parent)
    parts = with_place_for_stamp(unpack(data))
    template, env = DocxTemplate(path), _environment()
    sources = {
        name: template.patch_xml(part.decode())
        for name, part in parts.items()
        if LANGUAGE_IN_PART.search(part) and name.endswith((".xml", ".rels"))
    }
    lint(sources, description, env)
    return CompiledTemplate(
        description=description,
        sha256=hashlib.sha256(data).hexdigest(),
        parts=tuple(parts),
        constant={
            name: deflated(part, 9)
            for name, part in parts.items()
            if name not in sources and name != STAMP_PART
        },
        changing={name: env.from_string(source) for name, source in sources.items()},
        properties=parts[STAMP_PART],
        listing=template,
    )


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


def _environment() -> TiedEnvironment:
    """Return Jinja with no globals, few filters and no silent gaps."""
    env = TiedEnvironment(autoescape=True, undefined=StrictUndefined, keep_trailing_newline=True)
    env.globals.clear()
    env.filters = {name: env.filters[name] for name in sorted(FILTERS)}
    return env


def _context(values: Fields) -> tuple[dict[str, Any], bool]:
    """Return the fields with clean words, and whether any word holds a line break or tab."""
    seen: list[str] = []
    context = {f.name: _clean(getattr(values, f.name), seen) for f in fields(values)}
    return context, any(map(BREAKS.search, seen))


def _clean(value: Any, seen: list[str]) -> Any:
    if isinstance(value, str):
        words = word.cleaned(value)
        seen.append(words)
        return words
    if isinstance(value, tuple):
        return tuple(_clean(item, seen) for item in value)
    if is_dataclass(value) and not isinstance(value, type):
        return type(value)(**{f.name: _clean(getattr(value, f.name), seen) for f in fields(value)})
    return value
