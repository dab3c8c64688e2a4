"""What a report is called, of what family it is, and which forces it is about."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from casework.rules.findings.labels import label_of
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
    r"(?:his|her)\s+majesty.?s\s+inspectorate\b[^:]*$|home$|criminal\s+justice\s+joint\s+inspection$|inspection\s+reports?$|report$)",
    re.IGNORECASE,
)
_REPORT_WORDS = re.compile(
    r"\b(?:inspection|inspect(?:ed|ing|s)?|PEEL|review|revisit|assessment|report|letter|state\s+of\s+policing|custody|protection|effectiveness|"
    r"integrity|legitimacy|efficiency|cause\s+of\s+concern|super-complaint|investigation)\b",
    re.IGNORECASE,
)
_DATE_LINE = re.compile(
    r"^(?:(?:first\s+)?published|sent|publication|date|updated|last\s+updated)\b.{0,60}$",
    re.IGNORECASE,
)
_MASTHEAD = re.compile(
    r"^(?:(?:his|her)\s+majesty.?s\s+inspectorate\s+of\s+constabulary(?:\s+and\s+fire\s+(?:&|and)\s+rescue\s+services)?"
    r"(?:\s*\(?HMIC(?:FRS)?\)?)?|HMIC(?:FRS)?)\s+(?=\S)(?!report\b|inspection\b|and\b|has\b)",
    re.IGNORECASE,
)
_SUBTITLE = re.compile(
    r"\b(?:an?|the)\s+(?:[\w-]+\s+){0,3}(?:inspection|review|report|revisit|assessment|investigation)\s+(?:of|on|into|about)\b",
    re.IGNORECASE,
)
_MOST_WORDS_OF_A_TITLE_LINE = 36
_FRONT = 14
"""Blocks among which the title stands."""
_LONGEST_TITLE = 300
_PRINTED_FORCE = re.compile(
    r"\b((?:[A-Z][\w'’-]+\s+(?:(?:and|of|&)\s+(?:the\s+)?)?){1,5}?(?:Police(?:\s+Service)?|Constabulary))\b(?!\s+(?:and\s+Crime|Federation|Chiefs|Digital|Act|Service))"
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
            r"\brevisit\b|\bcauses?\s+of\s+concern\b.*\bletter\b|\bletter\b",
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
_TYPES_LINE = re.compile(r"^publication\s+types?\s*:.*\bPEEL\b", re.IGNORECASE)
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
    front = [block for block in _with_subtitles(blocks[:_FRONT]) if _may_be_title(block)]
    heads = [block for block in front if block.kind is BlockKind.HEADING]
    first = sorted((b for b in heads if b.level == 1), key=lambda block: block.level)
    above = [b for b in takewhile(lambda b: b.kind is not BlockKind.HEADING, front) if _is_line(b)]
    rest = sorted((b for b in heads if b.level > 1), key=lambda block: block.level)
    ordered = [*first, *above, *rest] + ([] if heads else front[:2])
    return [_SITE.sub("", _MASTHEAD.sub("", block.text.strip())) for block in ordered]


def _with_subtitles(blocks: Sequence[Block]) -> Iterator[Block]:
    """Yield the blocks, a heading and the line below it that says what it is as one.

    "Out of sight" over "A joint inspection of rural crime" is one title.
    """
    before: Block | None = None
    for block in blocks:
        if before is not None and _is_subtitle(before, block):
            joint = " " if before.text.rstrip().endswith((":", "–", "-")) else ": "
            before = replace(before, text=before.text.rstrip() + joint + block.text.strip())
            continue
        if before is not None:
            yield before
        before = block
    if before is not None:
        yield before


def _is_subtitle(title: Block, below: Block) -> bool:
    both = title.kind is BlockKind.HEADING and below.kind is BlockKind.HEADING
    if not both or _SUBTITLE.search(title.text) or title.text.rstrip().endswith("."):
        return False
    return _SUBTITLE.match(below.text.strip()) is not None and _may_be_title(title)


def _is_line(block: Block) -> bool:
    """Return whether a paragraph above the first heading is a line of its own, not prose."""
    text = block.text.strip()
    return len(text.split()) <= _MOST_WORDS_OF_A_TITLE_LINE and not text.endswith((".", ":", ";"))


def _may_be_title(block: Block) -> bool:
    if block.kind in {BlockKind.TABLE, BlockKind.ITEM} or len(block.text) > _LONGEST_TITLE:
        return False
    text = _MASTHEAD.sub("", block.text.strip())
    return not (_JUNK_TITLE.match(text) or _DATE_LINE.match(text) or _is_label(block))


def _is_label(block: Block) -> bool:
    return ":" not in block.text and label_of(block) is not None


def kind_of(title: str, document: ReadDocument, forces: Sequence[str]) -> ReportKind:
    """Return the family of the report."""
    plain_title = plain(title)
    for kind, words in _KINDS:
        if words.search(plain_title):
            return kind
    front = document.blocks[:_FRONT]
    if sum(bool(_LETTER.match(block.text)) for block in front) > 1:
        return ReportKind.REVISIT_LETTER
    if any(_TYPES_LINE.match(block.text) for block in document.blocks[:_FRONT]):
        return ReportKind.PEEL
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
