"""Automatic list numbers, counted as Word counts them.

A number that Word makes is no text in the file, and yet a reader reads it:
"96." must not vanish on the way to a web page.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from casework.documents.read_back.names import number, switch, value
from casework.documents.read_back.numerals import is_known, written
from casework.documents.wordml import P_STYLE, VAL, w

if TYPE_CHECKING:
    from lxml import etree


@dataclass(frozen=True, slots=True)
class Label:
    """The mark before a list item: a bullet, or a number in words."""

    bullet: bool
    text: str
    level: int
    known: bool = True
    """Whether its numerals are written as the file asks."""


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list definition."""

    format: str
    text: str
    start: int
    restart: int | None
    legal: bool
    style: str | None

    @classmethod
    def of(cls, element: etree._Element) -> Level:
        """Return the level that an element defines."""
        restart = value(element, "lvlRestart")
        return cls(
            value(element, "numFmt") or "decimal",
            value(element, "lvlText") or "",
            number(value(element, "start"), 1),
            None if restart is None else number(restart),
            bool(switch(element, "isLgl")),
            None if (style := element.find(P_STYLE)) is None else style.get(VAL),
        )

    def begins_again_after(self, level: int, own: int) -> bool:
        """Return whether an item of a higher level makes this one count from its start."""
        return level < own if self.restart is None else level < min(self.restart, own)


@dataclass(slots=True)
class Numbered:
    """One list of the file: its definition, its levels and where it starts anew."""

    definition: str
    levels: dict[int, Level]
    starts: dict[int, int]


def levels_of(parent: etree._Element | None) -> dict[int, Level]:
    """Return the levels a definition holds, by their depth."""
    found = [] if parent is None else parent.findall(w("lvl"))
    return {number(e.get(w("ilvl"))): Level.of(e) for e in found}


class Numbering:
    """The lists of a file, and how far each has counted."""

    def __init__(self, root: etree._Element | None) -> None:
        """Read the numbering part; a file without one has no lists."""
        self._definitions: dict[str, etree._Element] = {}
        self._lists: dict[str, Numbered] = {}
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)
        self._begun: set[str] = set()
        if root is not None:
            self._read(root)

    def _read(self, root: etree._Element) -> None:
        for element in root.findall(w("abstractNum")):
            self._definitions[element.get(w("abstractNumId"), "")] = element
        for element in root.findall(w("num")):
            self._lists[element.get(w("numId"), "")] = self._list(element)

    def _list(self, element: etree._Element) -> Numbered:
        definition = self._resolved(value(element, "abstractNumId") or "")
        found = Numbered(definition, levels_of(self._definitions.get(definition)), {})
        for override in element.findall(w("lvlOverride")):
            found.levels.update(levels_of(override))
            start = value(override, "startOverride")
            if start is not None:
                found.starts[number(override.get(w("ilvl")))] = number(start, 1)
        return found

    def _resolved(self, definition: str) -> str:
        """Follow a definition that only points to a list style."""
        element = self._definitions.get(definition)
        style = value(element, "numStyleLink")
        if style is None:
            return definition
        linked = (k for k, e in self._definitions.items() if value(e, "styleLink") == style)
        return next(linked, definition)

    def level_for_style(self, list_id: str, style: str) -> int:
        """Return the level a list keeps for the paragraphs of a style."""
        found = self._lists.get(list_id)
        levels = {} if found is None else found.levels
        return next((depth for depth, level in levels.items() if level.style == style), 0)

    def next_label(self, list_id: str, depth: int) -> Label | None:
        """Count one item of a list, and return the mark that stands before it."""
        found = self._lists.get(list_id)
        level = None if found is None else found.levels.get(depth)
        if found is None or level is None:
            return None
        counts = self._count(list_id, found, depth)
        if level.format == "bullet":
            return Label(bullet=True, text="", level=depth + 1)
        words = re.sub(
            r"%([1-9])", lambda m: _shown(found, counts, level, int(m[1]) - 1), level.text
        )
        return Label(
            bullet=False, text=words.strip(), level=depth + 1, known=is_known(level.format)
        )

    def _count(self, list_id: str, found: Numbered, depth: int) -> dict[int, int]:
        counts = self._counts[found.definition]
        if list_id not in self._begun:
            self._begun.add(list_id)
            for start in found.starts:
                counts.pop(start, None)
        start = found.starts.get(depth, found.levels[depth].start)
        counts[depth] = counts[depth] + 1 if depth in counts else start
        for deeper, level in found.levels.items():
            if level.begins_again_after(depth, deeper):
                counts.pop(deeper, None)
        return counts


def _shown(found: Numbered, counts: dict[int, int], own: Level, depth: int) -> str:
    level = found.levels.get(depth, own)
    count = counts.get(depth, found.starts.get(depth, level.start))
    return str(count) if own.legal else written(count, level.format)
