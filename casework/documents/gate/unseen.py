"""Words that stand in a file and that no reader sees."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Final

from casework.documents import wordml as word
from casework.documents.gate.changes import first_words
from casework.documents.gate.looks import (
    COLOUR,
    FILL,
    LOOKS,
    NOWHERE,
    SHADE,
    hides,
    is_lost_on_its_ground,
    is_pale,
    is_white,
    shaded_cells,
)
from casework.documents.gate.off_the_page import out_of_sight
from models.shapes.word import LeftOver, LeftOverKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from collections.abc import Set as AbstractSet

    from lxml import etree

STYLE_MARKS: Final = (word.w("rStyle"), word.P_STYLE, word.w("tblStyle"))
STYLE: Final = word.w("style")
STYLE_ID: Final = word.w("styleId")
BASED_ON: Final = word.w("basedOn")
TYPE: Final = word.w("type")
DEFAULT: Final = word.w("default")
EVERY: Final = ""
"""Stands for the style of paragraphs that name none."""


def hidden_words(
    root: etree._Element, hiding: AbstractSet[str], shading: Mapping[str, frozenset[str]]
) -> Iterator[LeftOver]:
    """Yield the words of a story that nobody sees: of runs, paragraphs, rows and boxes."""
    holders: dict[etree._Element, None] = {}
    for mark in root.iter(*LOOKS):
        run = _grandparent(mark)
        if run is not None and run.tag == word.R and _hides_run(mark, run, shading):
            holders[run] = None
    holders.update(dict.fromkeys(_set_in(root, hiding)))
    holders.update(dict.fromkeys(out_of_sight(root)))
    for holder in holders:
        words = first_words(holder)
        if words:
            yield LeftOver(LeftOverKind.HIDDEN_TEXT, "", words)


def _grandparent(mark: etree._Element) -> etree._Element | None:
    return next(islice(mark.iterancestors(), 1, 2), None)


def _hides_run(
    mark: etree._Element, run: etree._Element, shading: Mapping[str, frozenset[str]]
) -> bool:
    return is_lost_on_its_ground(mark, run, shading) if mark.tag == COLOUR else hides(mark)


def _set_in(root: etree._Element, hiding: AbstractSet[str]) -> Iterator[etree._Element]:
    """Yield what is set in a style that hides."""
    for mark in root.iter(*STYLE_MARKS) if hiding else ():
        holder = _grandparent(mark)
        if mark.get(word.VAL) in hiding and holder is not None:
            yield holder
    if EVERY in hiding:
        for paragraph in root.iter(word.P):
            if paragraph.find(f"{word.P_PR}/{word.P_STYLE}") is None:
                yield paragraph


def shading_styles(styles: etree._Element | None) -> dict[str, frozenset[str]]:
    """Return the styles of tables that shade cells, and which; those based on them as well."""
    if styles is None:
        return {}
    shading: dict[str, list[str]] = {}
    for style in styles.iterchildren(STYLE):
        for cells in shaded_cells(style):
            shading.setdefault(cells, []).append(style.get(STYLE_ID, ""))
    heirs, told = _heirs(styles), dict[str, frozenset[str]]()
    for cells, names in shading.items():
        for name in _with_heirs(names, heirs):
            told[name] = told.get(name, NOWHERE) | {cells}
    return told


def _heirs(styles: etree._Element) -> dict[str, list[str]]:
    """Return which styles are based on a style, by its name."""
    heirs: dict[str, list[str]] = {}
    for style in styles.iterchildren(STYLE):
        for based in style.iterchildren(BASED_ON):
            heirs.setdefault(based.get(word.VAL, ""), []).append(style.get(STYLE_ID, ""))
    return heirs


def hiding_styles(styles: etree._Element | None) -> set[str]:
    """Return the styles that hide what is set in them, those based on such a style among them."""
    if styles is None:
        return set()
    heirs, todo = _heirs(styles), []
    for style in styles.iterchildren(STYLE):
        name = style.get(STYLE_ID, "")
        if style.get(TYPE) == "paragraph" and style.get(DEFAULT) in {"1", "true", "on"}:
            heirs.setdefault(name, []).append(EVERY)
        if _style_hides(style):
            todo.append(name)
    defaults = styles.find(f"{word.w('docDefaults')}/{word.w('rPrDefault')}")
    if defaults is not None and _style_hides(defaults):
        todo.append(EVERY)
    return _with_heirs(todo, heirs)


def _with_heirs(todo: list[str], heirs: dict[str, list[str]]) -> set[str]:
    found: set[str] = set()
    while todo:
        name = todo.pop()
        if name not in found:
            found.add(name)
            todo += heirs.get(name, [])
    return found


def _style_hides(style: etree._Element) -> bool:
    return any(
        is_pale(mark) and not _is_shaded(style) if mark.tag == COLOUR else hides(mark)
        for look in style.iterchildren(word.R_PR)
        for mark in look.iterchildren(*LOOKS)
    )


def _is_shaded(style: etree._Element) -> bool:
    fills = (shade.get(FILL, "auto") for shade in style.iter(SHADE))
    return any(fill != "auto" and not is_white(fill) for fill in fills)
