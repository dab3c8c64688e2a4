"""Parts of a report that print findings and make none: glossaries, and what was found before."""

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from casework.rules.findings.labels import label_of
from casework.rules.findings.wording import is_sentence, is_stem, without_section_number
from models.shapes.reading import Block, BlockKind

_THINGS = r"(?:recommendations?|causes?\s+of\s+concern|areas?\s+for\s+improvement|AFIs?)"
_ASIDE = re.compile(
    r"(?:(?:annex|appendix)\b.{0,12}?)?(?:glossary|definitions|terms\s+(?:we\s+use|used)|terminology)\b|"
    rf"(?!.*\bnew\b)(?:(?:the\s+)?(?:previous|earlier|past|original|outstanding|closed|completed|our\s+(?:last\s+)?20\d\d(?:/\d\d)?)\b.{{0,30}}\b{_THINGS}|"
    rf"(?:progress|update)\s+(?:against|on|with|since|towards|made\s+against)\b.{{0,60}}\b{_THINGS}|"
    rf"(?:status\s+of|follow[- ]up\s+(?:of|to|on))\b.{{0,40}}\b{_THINGS}|"
    rf"{_THINGS}\s+(?:from|in|made\s+in|since)\s+(?:our\s+|the\s+)?(?:previous|last|earlier|20\d\d))",
    re.IGNORECASE,
)
_DEFINES = re.compile(
    r"(?:something\s+that\b|an?\s+(?:aspect|area)\s+of\b|if\s+(?:our|an)\s+inspections?\s+(?:identif|find|reveal)|"
    r"where\s+(?:our|an)\s+inspections?\s+(?:identif|find|reveal)|this\s+(?:term|is\s+(?:a|the)\s+term)\b)",
    re.IGNORECASE,
)


_QUOTES_EARLIER = re.compile(
    r"\b(?:in|our|the)\b[^.:]{0,80}\b(?:20\d\d|last|previous|earlier|original|first)\b[^.:]{0,60}\b(?:report|inspection|letter|visit)\b"
    r"[^.:]{0,120}\b(?:recommend\w*|causes?\s+of\s+concern|areas?\s+for\s+improvement)\b[^.:]{0,80}:$",
    re.IGNORECASE,
)
"""The stem before a quotation: "In our 2022 report, we made these recommendations:"."""
_IS_NEW = re.compile(r"\s*(?:new|further|additional)\b", re.IGNORECASE)
_LONGEST_STEM = 300


def set_aside(blocks: Sequence[Block]) -> AbstractSet[int]:
    """Return the positions whose labels open no finding of this report."""
    found: set[int] = set()
    level: int | None = None
    quoting = labels_too = False
    for at, block in enumerate(blocks):
        if block.kind is BlockKind.HEADING:
            if level is not None and block.level <= level:
                level = None
            if level is None and _ASIDE.match(without_section_number(block.text)):
                level = block.level
        if quoting and _ends_quotation(block, labels_too=labels_too):
            quoting = False
        if quoting or level is not None or _is_defined(blocks, at):
            found.add(at)
        if is_stem(block.text) and _QUOTES_EARLIER.search(block.text[-_LONGEST_STEM:]):
            quoting = True
            labels_too = at + 1 == len(blocks) or label_of(blocks[at + 1]) is None
    return found


def _ends_quotation(block: Block, *, labels_too: bool) -> bool:
    """Return whether a heading of the report itself, or a label of its own, ends the quotation.

    A quotation that begins with a label is one of labelled findings.
    """
    if label_of(block) is not None:
        return labels_too or _IS_NEW.match(block.text) is not None
    return block.kind is BlockKind.HEADING and not is_sentence(block.text)


def _is_defined(blocks: Sequence[Block], at: int) -> bool:
    """Return whether the next block says what this label means."""
    return at + 1 < len(blocks) and _DEFINES.match(blocks[at + 1].text) is not None
