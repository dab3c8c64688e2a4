"""The labels under which a report sets its findings, and those that look alike and are none."""

import re
from typing import NamedTuple

from casework.rules.findings.normal import plain
from casework.rules.findings.wording import is_directive, without_section_number, word_count
from models.shapes.reading import Block, BlockKind
from models.words import FindingClass


class Label(NamedTuple):
    """A printed label: "Area for improvement", "Recommendation 12: By …"."""

    klass: FindingClass | None
    """None for what is set like a finding and is none, such as innovative practice."""
    plural: bool
    number: str | None = None
    text: str = ""
    """The finding's own words, where they stand on the label's line."""
    addressee: str = ""


_NUMBER = r"(?:(?:no\.?|number)\s*)?(?P<number>\d{1,3}(?:\.\d{1,2})?[a-z]?)"
_LABELS: tuple[tuple[FindingClass | None, str], ...] = (
    (
        FindingClass.AREA_FOR_IMPROVEMENT,
        r"(?:(?:new|further|additional)\s+)?area(?P<plural>s)?\s+(?:for|of)\s+improvement|AFI(?P<plural2>s)?",
    ),
    (
        FindingClass.CAUSE_OF_CONCERN,
        r"(?:(?:new|accelerated)\s+)?cause(?P<plural>s)?\s+(?:of|for)\s+concern",
    ),
    (
        FindingClass.RECOMMENDATION,
        r"(?:(?:our|key|main|new|national|further|summary\s+of(?:\s+the|\s+our)?|(?:full\s+)?list\s+of(?:\s+the|\s+our)?)\s+)?recommendation(?P<plural>s)?",
    ),
    (
        None,
        r"(?:examples?\s+of\s+)?(?:innovative|promising|positive|notable|good|effective|best)\s+practices?(?:\s+examples?)?|case\s+stud(?:y|ies)",
    ),
    (
        None,
        r"(?:progress\s+(?:against|on|with|since)\s+.{0,40})?(?:previous|earlier|past|outstanding|closed|our\s+20\d\d(?:/\d\d)?)\s+(?:recommendations|causes?\s+of\s+concern|areas?\s+for\s+improvement)",
    ),
)
_PATTERNS = tuple(
    (
        klass,
        re.compile(
            rf"(?:{words})(?:\s+(?:for|to)\s+(?P<to>[^:.]{{2,80}}?)(?=\s*(?:[:.]|[-–]\s|$)))?"
            rf"(?:(?:\s*[-–:]?\s*){_NUMBER})?(?:\s*\((?:(?:for|to)\s+)?(?P<body>[^():.]{{2,80}})\))?"
            r"(?:\s*[-–]\s*(?:for|to)\s+(?P<body2>[^:.]{2,80})(?=:))?(?P<end>\s*[:.]|\s+[-–]|\s*[/|]\s|\s*$|(?=\s))\s*(?P<rest>.*)",
            re.IGNORECASE | re.DOTALL,
        ),
    )
    for klass, words in _LABELS
)
_FIRST_LETTERS = frozenset("abcefgiklmnoprs")
_LONGEST_LABEL = 160
_FEWEST_WORDS_OF_A_FINDING = 12


def label_of(block: Block) -> Label | None:
    """Return the label this block opens with, or None."""
    if block.kind is BlockKind.TABLE:
        return None
    text = block.text.strip().replace("\xa0", " ")
    if block.kind is BlockKind.HEADING:
        text = without_section_number(text)
    if text[:1].lower() not in _FIRST_LETTERS:
        return None
    for klass, pattern in _PATTERNS:
        found = pattern.match(text)
        if found and not (found["to"] and text.endswith(".") and len(text) <= _LONGEST_LABEL):
            return _label(klass, found)
    return None


def _label(klass: FindingClass | None, found: re.Match[str]) -> Label | None:
    groups = found.groupdict()
    plural = bool(groups.get("plural") or groups.get("plural2"))
    rest = found.group("rest").strip()
    separated = bool(found.group("end").strip())
    if rest and not _may_follow(rest, separated=separated, numbered=bool(groups["number"])):
        return None
    is_text = _is_finding(rest)
    if klass is None and rest:
        return None
    return Label(klass, plural, groups["number"], rest if is_text else "", _body(groups))


def _body(groups: dict[str, str | None]) -> str:
    return groups["to"] or groups["body"] or groups["body2"] or ""


def _is_finding(rest: str) -> bool:
    """Return whether the words after a label are the finding itself, not its topic."""
    ends_a_sentence = rest.endswith((".", ":", ";"))
    return is_directive(rest) or ends_a_sentence or word_count(rest) >= _FEWEST_WORDS_OF_A_FINDING


def _may_follow(rest: str, *, separated: bool, numbered: bool) -> bool:
    """Return whether the words after a label are its finding or its topic."""
    if separated:
        return len(rest) <= _LONGEST_LABEL or is_directive(rest)
    return numbered and plain(rest)[:1].isupper() and is_directive(rest)
