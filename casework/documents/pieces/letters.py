"""The words of one paragraph, and the runs they stand in.

What a reader sees with everybody's tracked changes accepted is the text;
what cannot be altered word by word (fields, pictures, other people's tracked
changes) is there too, but fixed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from casework.documents import wordml as word

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml import etree

OBJECT: Final = "\ufffc"
"""Stands for a picture, a note's reference, a formula: one sign, never altered."""
INS, DEL = word.w("ins"), word.w("del")
MOVE_FROM, MOVE_TO = word.w("moveFrom"), word.w("moveTo")
DEL_TEXT: Final = word.w("delText")
TEXTS: Final = frozenset((word.T, DEL_TEXT))
TAKEN_OUT: Final = (DEL, MOVE_FROM)
FIELD_SIGN, FIELD_TYPE = word.w("fldChar"), word.w("fldCharType")
INSTRUCTION: Final = word.w("instrText")
TYPED_INTO: Final = re.compile(r"\s*FILLIN\b", re.IGNORECASE)
"""A field that asks for words: LibreOffice makes one of each content control that goes through
its own format. The words are a person's, but that editor knows no tracked change inside: such a
field is replaced as a whole."""
R_PR_CHANGE: Final = word.w("rPrChange")
THROUGH: Final = frozenset(
    map(word.w, ("hyperlink", "sdt", "sdtContent", "smartTag", "customXml", "dir", "bdo"))
)
FIXED_AROUND: Final = frozenset((INS, MOVE_TO, word.w("fldSimple")))
SIGNS: Final = {
    word.TAB: "\t",
    word.w("ptab"): "\t",
    word.BR: "\n",
    word.w("cr"): "\n",
    word.w("noBreakHyphen"): "\u2011",
    word.w("softHyphen"): "\u00ad",
}
MATHS: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
ALTERNATIVES: Final = (
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
)
OBJECTS: Final = frozenset(
    (
        *map(word.w, ("drawing", "pict", "object", "footnoteReference", "endnoteReference")),
        *map(word.w, ("sym", "ruby", "pgNum")),
        ALTERNATIVES,
        f"{MATHS}oMath",
        f"{MATHS}oMathPara",
    )
)


@dataclass(slots=True)
class Stretch:
    """Words that stand in one run."""

    run: etree._Element
    text: str
    fixed: bool
    field: Field | None = None
    """The field whose result they are, if it can be taken out and its words put in plainly."""


@dataclass(eq=False, slots=True)
class Field:
    """A field that stands in a paragraph."""

    runs: list[etree._Element]
    instruction: str = ""
    shown: bool = False
    ended: bool = False
    holds_another: bool = False

    @property
    def is_typed(self) -> bool:
        """Return whether its result is words a person typed, and no reckoning of Word's."""
        return self.shown and TYPED_INTO.match(self.instruction) is not None


def stretches(paragraph: etree._Element) -> list[Stretch]:
    """Return a paragraph's words in order, everybody's tracked changes accepted."""
    found = list(_Walk(taken_out=TAKEN_OUT).through(paragraph, fixed=False))
    for stretch in found:
        field = stretch.field
        if field is not None and (field.holds_another or not field.ended):
            stretch.fixed, stretch.field = True, None
    return found


def runs_of(found: Iterable[Stretch]) -> list[etree._Element]:
    """Return the runs in which words stand; of a field that was typed into, all its runs."""
    runs = (s.field.runs if s.field is not None else [s.run] for s in found)
    return list(dict.fromkeys(run for each in runs for run in each))


def words_of(paragraph: etree._Element) -> str:
    """Return a paragraph's words, everybody's tracked changes accepted."""
    return "".join(stretch.text for stretch in stretches(paragraph))


def words_before(paragraph: etree._Element) -> str:
    """Return a paragraph's words, everybody's tracked changes rejected."""
    walk = _Walk(taken_out=(INS, MOVE_TO))
    return "".join(stretch.text for stretch in walk.through(paragraph, fixed=False))


class _Walk:
    def __init__(self, taken_out: tuple[str, ...]) -> None:
        self._taken_out = taken_out
        self._fields: list[Field] = []
        """Those that are open, the outermost first."""

    def through(self, parent: etree._Element, *, fixed: bool) -> Iterator[Stretch]:
        for child in parent:
            tag = child.tag
            if tag == word.R:
                yield from self._run(child, fixed=fixed)
            elif tag in self._taken_out:
                continue
            elif tag in THROUGH:
                yield from self.through(child, fixed=fixed)
            elif tag in FIXED_AROUND or tag in TAKEN_OUT:
                yield from self.through(child, fixed=True)
            elif tag in OBJECTS:
                yield Stretch(child, OBJECT, fixed=True)

    def _run(self, run: etree._Element, *, fixed: bool) -> Iterator[Stretch]:
        words = []
        for field in self._fields:
            field.runs.append(run)
        for node in run:
            tag = node.tag
            if tag in TEXTS:
                words.append(node.text or "")
            elif tag == word.R_PR:
                fixed = fixed or node.find(R_PR_CHANGE) is not None
            elif tag in SIGNS:
                words.append(SIGNS[tag])
            elif tag in OBJECTS:
                words.append(OBJECT)
                fixed = True
            elif tag == FIELD_SIGN:
                self._step(node.get(FIELD_TYPE, ""), run)
                fixed = True
            elif tag == INSTRUCTION and self._fields:
                self._fields[-1].instruction += node.text or ""
        text = "".join(words)
        if text:
            typed = len(self._fields) == 1 and self._fields[0].is_typed and not fixed
            fixed = fixed or (bool(self._fields) and not typed)
            yield Stretch(run, text, fixed, self._fields[0] if typed else None)

    def _step(self, kind: str, run: etree._Element) -> None:
        if kind == "begin":
            for outer in self._fields:
                outer.holds_another = True
            self._fields.append(Field([run]))
        elif kind == "separate" and self._fields:
            self._fields[-1].shown = True
        elif kind == "end" and self._fields:
            self._fields.pop().ended = True
