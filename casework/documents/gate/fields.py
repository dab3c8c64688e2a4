"""Word's fields: the little programs in a document, told by their first word."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from lxml import etree

from casework.documents import wordml as word
from casework.documents.gate.relations import bad_link, is_safe_link
from models.shapes.word import Blocked

if TYPE_CHECKING:
    from collections.abc import Iterator

ACTIVE_FIELDS: Final = frozenset(
    {
        "DDE", "DDEAUTO", "INCLUDETEXT", "INCLUDEPICTURE", "INCLUDE", "LINK", "IMPORT", "EMBED",
        "MACROBUTTON", "MACRO", "DATABASE", "DATA", "GLOSSARY", "AUTOTEXT", "AUTOTEXTLIST",
        "PRINT", "RD", "CONTROL", "HTMLCONTROL", "ADDIN", "HTMLACTIVEX", "PRIVATE",
    }
)  # fmt: skip
"""Fields that fetch, run or insert something from outside the document."""
FIELD_CHAR: Final = "fldChar"
SIMPLE: Final = "fldSimple"
INSTRUCTION: Final = frozenset({"instrText", "delInstrText"})
WORDS: Final = frozenset({"t", "delText"})
"""Word reads these as part of an instruction too, if they stand in one."""
NODES: Final = tuple(
    f"{{*}}{name}" for name in (FIELD_CHAR, SIMPLE, *sorted(INSTRUCTION), *sorted(WORDS))
)
FIRST_WORD: Final = re.compile(r"[\W_]*([A-Z]+)", re.IGNORECASE)
ARGUMENT: Final = re.compile(r'"([^"]*)"?|“([^”]*)”?|([^\s"“]+)')
SWITCH: Final = re.compile(r"\\[A-Z]$", re.IGNORECASE)
WITH_WORDS: Final = frozenset({r"\l", r"\o", r"\t"})
"""Switches of a link that are followed by a bookmark, a tip, a window: by no address."""
LONGEST_FIRST: Final = 300
"""Characters in which an instruction's first word must begin."""


@dataclass(slots=True)
class OpenField:
    """A field whose instruction is being read."""

    pieces: list[str] = field(default_factory=list)
    in_instruction: bool = True
    is_spelt_by_another: bool = False

    @property
    def words(self) -> str:
        """Return the instruction so far."""
        return "".join(self.pieces)

    def hold_another(self) -> None:
        """Take note of a field inside; while the first word is open, it helps to spell it."""
        if self.in_instruction and not self.is_spelt_by_another:
            words = self.words.lstrip()
            name = FIRST_WORD.match(words)
            self.is_spelt_by_another = (
                not words
                or (name is not None and not words[name.end() :])
                or (name is not None and name[1].upper() == "HYPERLINK")
            )


def instructions(root: etree._Element) -> Iterator[tuple[str, bool]]:
    """Yield each field's instruction, and whether another field helps to spell it.

    Editors split one instruction over many runs, and an attacker may nest
    fields so that the name appears only when Word calculates it.
    """
    stack: list[OpenField] = []
    for node in root.iter(*NODES):
        kind = node.tag.rpartition("}")[2]
        if kind in WORDS:
            if stack and stack[-1].in_instruction:
                stack[-1].pieces.append(node.text or "")
        elif kind == SIMPLE:
            yield _attribute(node, "instr"), False
        elif kind in INSTRUCTION:
            if stack and stack[-1].in_instruction:
                stack[-1].pieces.append(node.text or "")
            elif not stack:  # an instruction outside any field: judged all the same
                yield node.text or "", False
        else:
            yield from _step(stack, _attribute(node, "fldCharType"))
    yield from ((each.words, each.is_spelt_by_another) for each in stack)


def _attribute(node: etree._Element, name: str) -> str:
    own = f"{{{etree.QName(node).namespace}}}{name}"
    return node.get(word.w(name)) or node.get(own) or ""


def _step(stack: list[OpenField], kind: str) -> Iterator[tuple[str, bool]]:
    if kind == "begin":
        if stack:
            stack[-1].hold_another()
        stack.append(OpenField())
    elif kind == "separate" and stack:
        stack[-1].in_instruction = False
    elif kind == "end" and stack:
        done = stack.pop()
        yield done.words, done.is_spelt_by_another


def active_fields(name: str, root: etree._Element) -> Iterator[Blocked]:
    """Yield the fields of a part that fetch, run or insert something."""
    for instruction, is_spelt_by_another in instructions(root):
        first = FIRST_WORD.match(instruction[:LONGEST_FIRST])
        kind = first[1].upper() if first else ""
        if kind in ACTIVE_FIELDS or is_spelt_by_another:
            thing = f"the field {kind}" if kind in ACTIVE_FIELDS else "a field made of fields"
            message = (
                f"The document holds {thing}, which fetches or "
                "runs something: replace it by plain text (Ctrl+Shift+F9 in Word)."
            )
            yield Blocked("active field", name, message)
        elif kind == "HYPERLINK":
            yield from _link_faults(name, instruction)


def _link_faults(name: str, instruction: str) -> Iterator[Blocked]:
    is_address = True
    for quoted, curled, bare in ARGUMENT.findall(instruction[_end_of_first_word(instruction) :]):
        address = quoted or curled or bare
        if SWITCH.match(bare):
            is_address = bare.casefold() not in WITH_WORDS
        else:
            if is_address and address and not is_safe_link(address):
                yield bad_link(name, address)
            is_address = True


def _end_of_first_word(instruction: str) -> int:
    first = FIRST_WORD.match(instruction)
    return first.end() if first else 0
