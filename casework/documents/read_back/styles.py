"""What the styles of a file say about a paragraph or a run, through all they are based on."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

from casework.documents.read_back.names import number, switch, value
from casework.documents.read_back.setting import Setting
from casework.documents.wordml import P_PR, R_PR, w
from models.shapes.word import TextKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from lxml import etree

    from casework.documents.read_back.looks import Look

QUOTES = frozenset({"quote", "intense quote", "block text", "quotations", "block quotation"})
CONTENTS = ("toc ", "contents ")
DEEPEST_HEADING = 9
DEFAULTS = f"{w('docDefaults')}/{w('pPrDefault')}/{P_PR}"
RUN_DEFAULTS = f"{w('docDefaults')}/{w('rPrDefault')}/{R_PR}"


@dataclass(frozen=True)
class Role:
    """What a paragraph is by its style."""

    kind: TextKind
    level: int = 0
    caption: bool = False
    contents: bool = False
    """Whether it is a line of a table of contents."""


PLAIN = Role(TextKind.PARAGRAPH)


def heading(outline: int) -> Role | None:
    """Return the role that belongs to an outline level counted from 0; 9 is body text."""
    if 0 <= outline < DEEPEST_HEADING:
        return Role(TextKind.HEADING, outline + 1)
    return None


def named_role(name: str) -> Role | None:
    """Return the role that a style's built-in name gives."""
    if name == "title":
        return Role(TextKind.TITLE)
    if name == "caption":
        return Role(TextKind.PARAGRAPH, caption=True)
    if name.startswith(CONTENTS):
        return Role(TextKind.PARAGRAPH, contents=name[-1:].isdecimal())
    if name in QUOTES:
        return Role(TextKind.QUOTE)
    if name.startswith("heading "):
        return heading(number(name.removeprefix("heading "), 10) - 1)
    return None


@dataclass
class Style:
    """One style of the file."""

    element: etree._Element
    base: Style | None = None
    id: str = field(init=False)
    """The style's identifier in this file."""
    run: etree._Element | None = field(init=False)
    paragraph: etree._Element | None = field(init=False)
    _switches: dict[str, bool | None] = field(default_factory=dict)
    _told: dict[str, str | None] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Find the two groups of properties once."""
        self.id = self.element.get(w("styleId"), "")
        self.run, self.paragraph = self.element.find(R_PR), self.element.find(P_PR)

    def chain(self) -> Iterator[Style]:
        """Yield the style and all it is based on; a circle ends where it closes."""
        seen: set[str] = set()
        style: Style | None = self
        while style is not None and style.id not in seen:
            seen.add(style.id)
            yield style
            style = style.base

    @cached_property
    def role(self) -> Role:
        """Return what a paragraph in this style is."""
        for style in self.chain():
            level = value(style.paragraph, "outlineLvl")
            found = named_role(style.name)
            found = found or (heading(number(level, 9)) if level else None)
            if found:
                return found
        return PLAIN

    @cached_property
    def numbering(self) -> tuple[Style, etree._Element] | None:
        """Return the style of the chain that numbers its paragraphs, and how."""
        for style in self.chain():
            found = None if style.paragraph is None else style.paragraph.find(w("numPr"))
            if found is not None:
                return style, found
        return None

    def turned_on(self, name: str) -> bool | None:
        """Return whether the style switches a property of its runs on or off, or None."""
        if name not in self._switches:
            told = (switch(style.run, name) for style in self.chain())
            self._switches[name] = next((on for on in told if on is not None), None)
        return self._switches[name]

    def told(self, name: str) -> str | None:
        """Return the value the style gives a property of its runs, or None."""
        if name not in self._told:
            values = (value(style.run, name) for style in self.chain())
            self._told[name] = next((found for found in values if found), None)
        return self._told[name]

    @property
    def language(self) -> str | None:
        """Return the language the style sets for its words."""
        return self.told("lang")

    @cached_property
    def name(self) -> str:
        """Return what the style is called, in small letters."""
        return (value(self.element, "name") or "").lower()


class Styles:
    """All styles of a file."""

    def __init__(self, root: etree._Element | None) -> None:
        """Read the styles part; a file without one has only plain paragraphs."""
        elements = [] if root is None else root.findall(w("style"))
        self._styles = {style.id: style for style in map(Style, elements)}
        for style in self._styles.values():
            style.base = self._styles.get(value(style.element, "basedOn") or "")
        self._default = next((s for s in self._styles.values() if _is_default(s.element)), None)
        defaults = None if root is None else root.find(DEFAULTS)
        self._plainest = Setting().changed_by(defaults)
        runs = None if root is None else root.find(RUN_DEFAULTS)
        self.language = value(runs, "lang") or (self._default and self._default.language) or None
        self._settings: dict[str, Setting] = {}
        self._looks: dict[str, Look] = {}

    def paragraph(self, properties: etree._Element | None) -> Style | None:
        """Return the style of a paragraph with these properties."""
        return self._styles.get(value(properties, "pStyle") or "", self._default)

    def setting(self, properties: etree._Element | None, style: Style | None) -> Setting:
        """Return how a paragraph with these properties, in this style, is set on paper."""
        name = style.id if style else ""
        if name not in self._settings:
            found = replace(self._plainest, style=name)
            for each in reversed(list(style.chain()) if style else []):
                found = found.changed_by(each.paragraph)
            self._settings[name] = found
        return self._settings[name].changed_by(properties)

    def look(self, style: Style | None, of: Callable[[Style | None], Look]) -> Look:
        """Return the look of a style's words, worked out once."""
        name = style.id if style else ""
        if name not in self._looks:
            self._looks[name] = of(style)
        return self._looks[name]

    def named(self, style_id: str | None) -> Style | None:
        """Return the style with this identifier."""
        return self._styles.get(style_id or "")


def _is_default(style: etree._Element) -> bool:
    return style.get(w("type")) == "paragraph" and style.get(w("default")) in {"1", "true", "on"}
