"""What a document is made of, by names that hold from one generation to the next."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from tests.editors.lines import Line, key_of, lines_in
from tests.editors.markup import (
    BLOCKS,
    BODY,
    DOCUMENT,
    SDT,
    VAL,
    P,
    blocks,
    parse,
    parts_of,
    w,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from lxml import etree

OF_A_FINDING: Final = re.compile(r"^[fc]\d+")


@dataclass(frozen=True, slots=True)
class Piece:
    """One region, or one paragraph or table outside of every region."""

    name: str
    key: str
    """Of its region, or an empty string."""
    lines: tuple[Line, ...]

    @property
    def texts(self) -> list[str]:
        """Return its words, line by line."""
        return [line.text for line in self.lines]

    @property
    def has_rows(self) -> bool:
        """Return whether a table is in it."""
        return any(line.row for line in self.lines)


@dataclass(frozen=True, slots=True)
class Source:
    """A document as the service writes it, and what it is made of."""

    data: bytes
    pieces: tuple[Piece, ...]

    @property
    def by_name(self) -> dict[str, Piece]:
        """Return the pieces by their names."""
        return {piece.name: piece for piece in self.pieces}

    @property
    def texts(self) -> list[str]:
        """Return the words of the whole document, line by line."""
        return [text for piece in self.pieces for text in piece.texts]


def tops_of(root: etree._Element) -> list[etree._Element]:
    """Return what stands in the body itself: paragraphs, tables, controls."""
    body = root.find(BODY)
    assert body is not None
    return [child for child in body if child.tag in (*BLOCKS, SDT)]


def lines_of_top(top: etree._Element) -> tuple[Line, ...]:
    """Return the lines of one paragraph, table or control."""
    held = blocks(top.find(w("sdtContent"))) if top.tag == SDT else iter((top,))  # type: ignore[arg-type]
    return tuple(line for block in held for line in lines_in(block))


def source_of(data: bytes, names: Sequence[str]) -> Source:
    """Return a document whose pieces have these names, in order."""
    tops = tops_of(parse(parts_of(data)[DOCUMENT]))
    assert len(tops) == len(names)
    pieces = zip(tops, names, strict=True)
    return Source(data, tuple(Piece(n, key_of_top(t), lines_of_top(t)) for t, n in pieces))


def key_of_top(top: etree._Element) -> str:
    """Return the key of a region, or an empty string for what is in none."""
    return key_of(top) if top.tag == SDT else ""


def response_names(data: bytes, headings: Mapping[str, str]) -> list[str]:
    """Return the names of a response's pieces; a group is known by its heading's own name.

    What is in no region is named by its style, its first word and the region that follows it.
    """
    tops = tops_of(parse(parts_of(data)[DOCUMENT]))
    names: list[str] = []
    following = ""
    for top in reversed(tops):
        key = key_of_top(top)
        following = key or following
        names.append(f"region {key}" if key else _free_name(top, following, headings))
    names.reverse()
    doubled = [name for name, count in Counter(names).items() if count > 1]
    assert not doubled, doubled
    return names


def _free_name(top: etree._Element, following: str, headings: Mapping[str, str]) -> str:
    style = next((s.get(VAL, "") for s in top.iter(w("pStyle"))), "")
    text = " ".join(line.text for line in lines_of_top(top)) if top.tag == P else ""
    group = headings.get(text.rpartition(" – ")[0] or text) if style == "Heading2" else None
    if group:
        return f"group {group}"
    near = OF_A_FINDING.match(following)
    return f"{style} {text.split(' ')[0]} before {near[0] if near else following}"
