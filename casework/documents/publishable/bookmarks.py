"""Bookmarks of a published file: only those something leads to, under names that tell nothing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from casework.documents.read_back.names import HYPERLINK
from casework.documents.wordml import BOOKMARK_END, BOOKMARK_START, ID, NAME, w

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml import etree

INSTRUCTION, ANCHOR = w("instrText"), w("anchor")
NAMED_BY_WORD: Final = re.compile(r"_(?:Toc|Ref)\d+")
"""Names that Word counts up: nobody chose them."""
WORD: Final = re.compile(r'[^\s"]+')


def neutral_names(roots: list[etree._Element]) -> dict[str, str]:
    """Return the bookmarks to which the stories of a file lead, each with the name it will bear."""
    wanted = dict.fromkeys(
        name
        for root in roots
        for name in (
            *(link.get(ANCHOR, "") for link in root.iter(HYPERLINK)),
            *(
                word
                for each in root.iter(INSTRUCTION)
                for word in WORD.findall(each.text or "")[1:]
            ),
        )
    )
    there = {start.get(NAME, "") for root in roots for start in root.iter(BOOKMARK_START)}
    found = [name for name in wanted if name in there]
    return {
        name: name if NAMED_BY_WORD.fullmatch(name) else f"place_{count}"
        for count, name in enumerate(found, start=1)
    }


def rename_bookmarks(root: etree._Element, names: Mapping[str, str]) -> None:
    """Give a part's bookmarks their new names, and take away those without one."""
    gone: set[str | None] = set()
    for start in list(root.iter(BOOKMARK_START)):
        name = names.get(start.get(NAME, ""))
        if name is None:
            gone.add(start.get(ID))
            _remove(start)
        else:
            start.set(NAME, name)
    for end in list(root.iter(BOOKMARK_END)):
        if end.get(ID) in gone:
            _remove(end)
    for link in root.iter(HYPERLINK):
        if link.get(ANCHOR) in names:
            link.set(ANCHOR, names[link.get(ANCHOR, "")])
    for each in root.iter(INSTRUCTION):
        first, space, rest = (each.text or "").strip().partition(" ")
        each.text = f" {first}{space}{WORD.sub(lambda word: names.get(word[0], word[0]), rest)} "


def _remove(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
