"""What a report is called, of what family it is, and which forces it is about."""

import re
from collections.abc import Sequence

from casework.rules.findings.normal import plain
from models.shapes.forces import Force
from models.shapes.reading import Block, BlockKind, ReadDocument
from models.words import ReportKind

_SITE = re.compile(
    r"\s*[-–—|»:]\s*(?:HMICFRS|HMIC|His Majesty.?s Inspectorate.*|Her Majesty.?s Inspectorate.*|"
    r"HM Inspectorate.*|"
    r"Justice Inspectorates|justiceinspectorates\.gov\.uk)\s*$",
    re.IGNORECASE,
)
_JUNK_TITLE = re.compile(
    r"^(?:microsoft\s+\w+\s*-|untitled|document\d*|layout\s*\d|slide\s*\d|.*\.(?:docx?|indd|pdf|pptx?)$|HMICFRS$|HMIC$|"
    r"(?:his|her)\s+majesty.?s\s+inspectorate\b[^:]*$|home$)",
    re.IGNORECASE,
)
_REPORT_WORDS = re.compile(
    r"\b(?:inspection|inspect\w*|PEEL|review|revisit|assessment|report|letter|state\s+of\s+policing|custody|protection|effectiveness|"
    r"integrity|legitimacy|efficiency|cause\s+of\s+concern|super-complaint|investigation)\b",
    re.IGNORECASE,
)
_FRONT = 14
"""Blocks among which the title stands."""
_LONGEST_TITLE = 300
_PRINTED_FORCE = re.compile(
    r"\b((?:[A-Z][\w'’-]+\s+(?:(?:and|of|&)\s+(?:the\s+)?)?){1,5}(?:Police(?:\s+Service)?|Constabulary))\b(?!\s+(?:and\s+Crime|Federation|Chiefs|Digital|Act|Service))"
)
_NOT_A_FORCE = re.compile(
    r"^(?:(?:The|An?|Of|An Inspection of|National|Chief|Joint|State of|College of|Home Office|"
    r"How|When|Police|Deputy|"
    r"HM|His|Her|Majesty.?s|Inspectorate|Inspection)\b\s*)+",
)
_FORCES_LINE = re.compile(r"^(?:police\s+)?forces?\s*:\s*(?P<names>.{3,400})$", re.IGNORECASE)
_KINDS: tuple[tuple[ReportKind, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(words, re.IGNORECASE))
    for kind, words in (
        (ReportKind.STATE_OF_POLICING, r"\bstate\s+of\s+policing\b"),
        (
            ReportKind.REVISIT_LETTER,
            r"\brevisit\b|\bcauses?\s+of\s+concern\b.*\bletter\b|\bletter\b|\baccelerated\s+cause",
        ),
        (
            ReportKind.CHILD_PROTECTION,
            r"\bchild\s+protection\b(?!.*\bjoint\b)|\bchild\s+protection\s+inspection",
        ),
        (ReportKind.CUSTODY, r"\bcustody\b"),
        (ReportKind.JOINT, r"\bjoint\b|\bJTAI\b|\bCJJI\b|\bcriminal\s+justice\s+alliance\b"),
        (
            ReportKind.PEEL,
            r"\bPEEL\b(?!.*\bspotlight\b)|\beffectiveness,\s+efficiency\s+and\s+legitimacy\b",
        ),
    )
)
_LETTER = re.compile(r"^(?:sent\s+on|from|to)\s*:", re.IGNORECASE)


def title_of(document: ReadDocument) -> str:
    """Return the report's title as printed: its first heading, unless the file knows better."""
    printed = _printed_titles(document.blocks)
    given = _SITE.sub("", (document.title or "").strip())
    given = "" if _JUNK_TITLE.match(given) or not _REPORT_WORDS.search(given) else given
    for candidate in printed:
        if _REPORT_WORDS.search(candidate):
            return candidate
    return given or (printed[0] if printed else "")


def _printed_titles(blocks: Sequence[Block]) -> list[str]:
    front = [block for block in blocks[:_FRONT] if _may_be_title(block)]
    heads = [block for block in front if block.kind is BlockKind.HEADING]
    ordered = sorted(heads, key=lambda block: block.level) + ([] if heads else front[:2])
    return [_SITE.sub("", block.text.strip()) for block in ordered]


def _may_be_title(block: Block) -> bool:
    if block.kind in {BlockKind.TABLE, BlockKind.ITEM} or len(block.text) > _LONGEST_TITLE:
        return False
    return not _JUNK_TITLE.match(block.text.strip())


def kind_of(title: str, document: ReadDocument, forces: Sequence[str]) -> ReportKind:
    """Return the family of the report."""
    plain_title = plain(title)
    for kind, words in _KINDS:
        if words.search(plain_title):
            return kind
    front = document.blocks[:_FRONT]
    if sum(bool(_LETTER.match(block.text)) for block in front) > 1:
        return ReportKind.REVISIT_LETTER
    return ReportKind.OTHER if forces else ReportKind.THEMATIC


def forces_of(title: str, document: ReadDocument, register: Sequence[Force]) -> tuple[str, ...]:
    """Return the forces the report is about, as printed; none for a national report."""
    for text in (title, *_named_lines(document.blocks)):
        named = _named_in(text, register)
        if named:
            return named
    second = [b.text for b in document.blocks[:_FRONT] if b.kind is BlockKind.HEADING]
    for text in second:
        named = _named_in(text, register) if _REPORT_WORDS.search(text) else ()
        if named:
            return named
    return ()


def _named_lines(blocks: Sequence[Block]) -> list[str]:
    found = (_FORCES_LINE.match(block.text) for block in blocks[: 3 * _FRONT])
    return [line["names"] for line in found if line]


def _named_in(text: str, register: Sequence[Force]) -> tuple[str, ...]:
    words = text.replace("\xa0", " ")
    found: list[tuple[int, str]] = []
    taken: list[range] = []
    for start, end, name in sorted(_register_matches(words, register), key=lambda m: m[0] - m[1]):
        if not any(start in span or end - 1 in span for span in taken):
            taken.append(range(start, end))
            found.append((start, name))
    for match in _PRINTED_FORCE.finditer(words):
        name = _NOT_A_FORCE.sub("", match.group(1))
        start = match.end(1) - len(name)
        if " " in name and not any(start in span or match.end(1) - 1 in span for span in taken):
            found.append((start, name))
    return tuple(dict.fromkeys(name for _, name in sorted(found)))


def _register_matches(text: str, register: Sequence[Force]) -> list[tuple[int, int, str]]:
    """Return (start, end, name): a full name as printed, a bare area as the register's name."""
    found: list[tuple[int, int, str]] = []
    for force in register:
        for name in force.names:
            for match in re.finditer(rf"\b{re.escape(name)}\b", text):
                found.append((match.start(), match.end(), match.group()))  # noqa: PERF401
        bare = re.search(
            rf"(?<![\w-]){re.escape(force.area)}(?![\w-])", text.replace(" & ", " and ")
        )
        if bare and not found_at(found, bare.start()):
            found.append((bare.start(), bare.end(), force.name))
    return found


def found_at(found: Sequence[tuple[int, int, str]], at: int) -> bool:
    """Return whether a longer name already covers this position."""
    return any(start <= at < end for start, end, _ in found)
