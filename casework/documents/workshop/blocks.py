"""Which “if” and “for” is open where, and whether each is closed as it was opened."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from casework.documents import wordml as word
from casework.documents.workshop.faults import Fault
from casework.documents.workshop.lines import shortened

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml import etree

    from casework.documents.workshop.kinds import Kind
    from casework.documents.workshop.lines import Line
    from casework.documents.workshop.tags import Tag

Path = tuple[tuple[int, int], ...]
"""Where a line stands: for each open block its number, and which of its branches."""
HOLDERS: Final = {"p": word.P, "tr": word.w("tr"), "tc": word.w("tc")}
"""What a tag of each form takes the place of."""


@dataclass
class Block:
    """An “if” or “for” that is open."""

    number: int
    keyword: str
    tag: Tag
    names: Mapping[str, Kind] = field(default_factory=dict)
    branch: int = 0


def replaced_by(tag: Tag) -> etree._Element | None:
    """Return the paragraph, row or cell a tag stands for; None if it stands in none."""
    element, wanted = tag.line.element, HOLDERS.get(tag.form)
    if element.tag == wanted:
        return element
    return next(element.iterancestors(wanted), None) if wanted else element


def _reach(tag: Tag) -> etree._Element | None:
    """Return the element whose contents a tag divides: both ends of a block need the same."""
    replaced = replaced_by(tag)
    return replaced if replaced is None or not tag.form else replaced.getparent()


class Blocks:
    """The open blocks of one part, innermost last."""

    def __init__(self, fields: Mapping[str, Kind]) -> None:
        """Begin with the fields every tag may name."""
        self.fields = fields
        self.open: list[Block] = []
        self._count = 0

    @property
    def scope(self) -> dict[str, Kind]:
        """Return every name that is known here."""
        names = dict(self.fields)
        for block in self.open:
            names.update(block.names)
        return names

    @property
    def path(self) -> Path:
        """Return where we are."""
        return tuple((block.number, block.branch) for block in self.open)

    @property
    def loops(self) -> tuple[int, ...]:
        """Return the lists whose every turn prints this place."""
        return tuple(block.number for block in self.open if block.keyword == "for")

    def begin(self, tag: Tag, names: Mapping[str, Kind]) -> None:
        """Open an “if” or a “for”, which may give new names."""
        self._count += 1
        self.open.append(Block(self._count, tag.keyword, tag, names))

    def otherwise(self, tag: Tag) -> list[Fault]:
        """Go over to the next branch: `else`, `elif`."""
        innermost = self.open[-1] if self.open else None
        if innermost is None or (tag.keyword == "elif" and innermost.keyword != "if"):
            message = f"{tag.spelt} belongs to no “if” here: put {{% if … %}} before it."
            return [Fault("stray_end", tag.line.where, message)]
        innermost.branch += 1
        if innermost.keyword == "for":
            innermost.names = {}
        return _ill_matched(innermost.tag, tag)

    def end(self, tag: Tag) -> list[Fault]:
        """Close a block; what was left open inside it is told by the line that opened it."""
        keyword = tag.keyword.removeprefix("end")
        if keyword not in {block.keyword for block in self.open}:
            message = f"{tag.spelt} closes nothing: take it out, or put {{% {keyword} … %}} before."
            return [Fault("stray_end", tag.line.where, message)]
        faults = []
        while self.open[-1].keyword != keyword:
            faults.append(_never_closed(self.open.pop().tag))
        return faults + _ill_matched(self.open.pop().tag, tag)

    def close(self) -> list[Fault]:
        """End the part: every block that is still open is a fault."""
        faults = [_never_closed(block.tag) for block in self.open]
        self.open.clear()
        return faults


def _never_closed(tag: Tag) -> Fault:
    needed = f"{{%{tag.form} end{tag.keyword} %}}"
    message = f"{tag.spelt} is opened here and never closed: put {needed} where it ends."
    return Fault("unclosed_block", tag.line.where, message, needed)


def _ill_matched(opening: Tag, closing: Tag) -> list[Fault]:
    """Tell of two ends that would cut a paragraph, a table or a content control in two."""
    if opening.form == closing.form and _reach(opening) is _reach(closing):
        return []
    if opening.form != closing.form:
        needed = f"{{%{opening.form} {closing.words} %}}"
        message = (
            f"{closing.spelt} does not match {opening.spelt} in the line "
            f"“{shortened(opening.line.text)}”: write {needed}."
        )
        return [Fault("ill_matched", closing.line.where, message, needed)]
    if not opening.form:
        needed = f"{{%p {opening.words} %}}"
        message = (
            f"{opening.spelt} and {closing.spelt} stand in different paragraphs: give each a line "
            f"of its own, as {needed}."
        )
        return [Fault("ill_matched", closing.line.where, message, needed)]
    message = (
        f"{opening.spelt} and {closing.spelt} must stand in the same table, cell or content "
        "control: one stands inside what the other is outside of."
    )
    return [Fault("ill_matched", closing.line.where, message)]


def exclude_each_other(one: Path, other: Path) -> bool:
    """Return whether two lines stand in different branches of one block: never both printed."""
    branches = dict(one)
    return any(branches.get(number, branch) != branch for number, branch in other)


def beside(line: Line, tag: Tag) -> str:
    """Return the words that would vanish with the paragraph, row or cell a tag stands for."""
    replaced = replaced_by(tag)
    if replaced is None:
        return ""
    words = line.text if replaced is line.element else word.text_of(replaced)
    return words.replace(tag.spelt, "", 1).strip()
