"""A document without the accidents of writing: two that mean the same are equal here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tests.editors.markup import (
    BODY,
    DEL_TEXT,
    P_PR,
    R_PR,
    SPACE,
    TR_PR,
    W14_SPACE,
    R,
    T,
    blocks,
    w,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml import etree

Shape = tuple[str, tuple[tuple[str, str], ...], str, tuple["Shape", ...]]
"""Name, attributes, words, children."""

EMPTY_IS_NOTHING: Final = (R_PR, P_PR, TR_PR)
WORDS: Final = (T, DEL_TEXT)
PASSING: Final = frozenset(
    (
        *(w(f"rsid{part}") for part in ("R", "RPr", "Del", "P", "RDefault", "Tr")),
        *(f"{{{W14_SPACE}}}{name}Id" for name in ("para", "text")),
    )
)
"""Numbers Word gives to sessions and paragraphs anew: they mean nothing to a reader."""


def canonical(node: etree._Element) -> Shape:
    """Return the shape of an element: equal neighbours among its runs are one run."""
    children = tuple(_joined(map(canonical, node.iterchildren("*"))))
    said = node.text or ""
    text = said if node.tag in WORDS else said.strip()
    attributes = (
        (str(name), str(value))
        for name, value in node.items()
        if name != SPACE and name not in PASSING
    )
    return node.tag, tuple(sorted(attributes)), text, children


def _joined(shapes: Iterable[Shape]) -> list[Shape]:
    out: list[Shape] = []
    for shape in shapes:
        if _says_nothing(shape):
            continue
        if out and shape[0] == R and out[-1][0] == R and _look(out[-1]) == _look(shape):
            out[-1] = _one_run(out[-1], shape)
        elif out and shape[0] in WORDS and out[-1][0] == shape[0]:
            out[-1] = (shape[0], shape[1], out[-1][2] + shape[2], ())
        else:
            out.append(shape)
    return out


def _says_nothing(shape: Shape) -> bool:
    tag, attributes, text, children = shape
    if tag == R:
        return all(child[0] == R_PR for child in children)
    if tag in WORDS:
        return not text
    return tag in EMPTY_IS_NOTHING and not children and not attributes


def _look(run: Shape) -> tuple[object, ...]:
    return run[1], tuple(child for child in run[3] if child[0] == R_PR)


def _one_run(first: Shape, second: Shape) -> Shape:
    more = [child for child in second[3] if child[0] != R_PR]
    return first[0], first[1], first[2], tuple(_joined([*first[3], *more]))


def first_difference(one: etree._Element, other: etree._Element) -> str:
    """Return where two documents part, in words; an empty string if they are equal."""
    if canonical(one) == canonical(other):
        return ""
    left, right = ([canonical(b) for b in _body_blocks(root)] for root in (one, other))
    for number, (a, b) in enumerate(zip(left, right, strict=False)):
        if a != b:
            return f"block {number}: {spelt(a)}  INSTEAD OF  {spelt(b)}"
    if len(left) != len(right):
        longer = left if len(left) > len(right) else right
        extra = spelt(longer[min(len(left), len(right))])
        return f"{len(left)} blocks instead of {len(right)}; the first over: {extra}"
    return "the blocks are equal, but not what stands around them (controls, bookmarks, section)"


def _body_blocks(root: etree._Element) -> list[etree._Element]:
    body = root.find(BODY)
    return [] if body is None else list(blocks(body))


def spelt(shape: Shape) -> str:
    """Return a shape as short markup, to be read in a report of a fault."""
    tag, attributes, text, children = shape
    short = tag.rpartition("}")[2]
    told = "".join(f" {name.rpartition('}')[2]}={value!r}" for name, value in attributes)
    inner = text + "".join(map(spelt, children))
    return f"<{short}{told}>{inner}</{short}>" if inner else f"<{short}{told}/>"
