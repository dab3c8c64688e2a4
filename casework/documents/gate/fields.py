"""Word's fields: the little programs in a document, told by their first word."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from casework.documents import wordml as word
from casework.documents.gate.parts import is_safe_link
from models.shapes.word import Blocked

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

ACTIVE_FIELDS: Final = frozenset(
    {
        "DDE", "DDEAUTO", "INCLUDETEXT", "INCLUDEPICTURE", "INCLUDE", "LINK", "IMPORT", "EMBED",
        "MACROBUTTON", "DATABASE", "GLOSSARY", "AUTOTEXT", "PRINT", "RD", "CONTROL", "HTMLCONTROL",
        "ADDIN",
    }
)  # fmt: skip
"""Fields that fetch, run or insert something from outside the document."""
FIELD_CHAR: Final = word.w("fldChar")
FIELD_TYPE: Final = word.w("fldCharType")
SIMPLE: Final = word.w("fldSimple")
INSTRUCTION: Final = (word.w("instrText"), word.w("delInstrText"))
ALTERNATIVE: Final = (word.w("altChunk"), word.w("subDoc"), word.w("object"), word.w("control"))
QUOTED: Final = re.compile(r'HYPERLINK\s+(?:"([^"]*)"|([^\\\s]\S*))', re.IGNORECASE)


@dataclass(slots=True)
class OpenField:
    """A field whose instruction is being read."""

    words: str = ""
    in_instruction: bool = True
    holds_fields: bool = False


def instructions(root: etree._Element) -> Iterator[tuple[str, bool]]:
    """Yield each field's instruction, and whether another field helps to spell it.

    Editors split one instruction over many runs, and an attacker may nest
    fields so that the name appears only when Word calculates it.
    """
    stack: list[OpenField] = []
    for node in root.iter(FIELD_CHAR, SIMPLE, *INSTRUCTION):
        if node.tag == SIMPLE:
            yield node.get(word.w("instr"), ""), False
        elif node.tag in INSTRUCTION:
            if stack and stack[-1].in_instruction:
                stack[-1].words += node.text or ""
            elif not stack:  # an instruction outside any field: judged all the same
                yield node.text or "", False
        else:
            yield from _step(stack, node.get(FIELD_TYPE, ""))
    yield from ((field.words, field.holds_fields) for field in stack)


def _step(stack: list[OpenField], kind: str) -> Iterator[tuple[str, bool]]:
    if kind == "begin":
        for field in stack[-1:]:
            field.holds_fields |= field.in_instruction and not field.words.strip()
        stack.append(OpenField())
    elif kind == "separate" and stack:
        stack[-1].in_instruction = False
    elif kind == "end" and stack:
        field = stack.pop()
        yield field.words, field.holds_fields


def active_content(name: str, root: etree._Element) -> Iterator[Blocked]:
    """Yield fields and elements of a story that fetch, run or insert something."""
    for instruction, is_spelt_by_another in instructions(root):
        field = instruction.split()[0].upper() if instruction.split() else ""
        if field in ACTIVE_FIELDS or is_spelt_by_another:
            thing = field or "a field made of fields"
            message = (
                f"The document holds the field {thing}, which fetches or runs something: "
                "replace it by plain text (Ctrl+Shift+F9 in Word)."
            )
            yield Blocked("active field", name, message)
        elif field == "HYPERLINK":
            yield from _link_faults(name, instruction)
    for _ in root.iter(*ALTERNATIVE):
        message = (
            "The document holds another document or object inside it: take it out and save again."
        )
        yield Blocked("embedded document", name, message)
        return


def _link_faults(name: str, instruction: str) -> Iterator[Blocked]:
    target = QUOTED.search(instruction)
    address = (target[1] or target[2] or "") if target else ""
    if address and not is_safe_link(address):
        message = (
            f"The link to {address[:60]!r} is neither a web page nor an e-mail address: correct it."
        )
        yield Blocked("unsafe link", name, message)
