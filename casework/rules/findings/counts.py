"""What a report announces, against what was found in it."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from casework.rules.findings.number_words import AN, TO_TWENTY
from models.shapes.reading import Block, BlockKind, GradedArea
from models.words import FindingClass

_WORDS = TO_TWENTY | AN | {"no": 0}
_TENS = {"twenty": 20, "thirty": 30, "forty": 40}
_COUNT = (
    r"(?P<count>\d{1,3}|(?:twenty|thirty|forty)[-\u2011](?:one|two|three|four|five|six|seven|eight|nine)|"
    + "|".join(sorted({*_WORDS, *_TENS}, key=len, reverse=True))
    + ")"
)
_STATES = (
    r"(?:(?:we|I)(?:\s+have|[’']ve)?\s+(?:also\s+)?(?:ma[dk]e|identified|identify|found|set\s+out|issued?|given)|"
    r"this\s+(?:report|inspection)\s+(?:contains|makes|includes|sets\s+out|has)|(?:there\s+are|in\s+total,?|a\s+total\s+of))"
)
_THINGS: tuple[tuple[FindingClass, str, str], ...] = (
    (FindingClass.AREA_FOR_IMPROVEMENT, r"areas?\s+for\s+improvement", "areas for improvement"),
    (FindingClass.CAUSE_OF_CONCERN, r"causes?\s+of\s+concern", "causes of concern"),
    (FindingClass.RECOMMENDATION, r"recommendations?", "recommendations"),
)
_ANNOUNCED = tuple(
    (
        klass,
        name,
        re.compile(
            rf"\b{_STATES}[^.;]{{0,80}}?\b{_COUNT}\s+(?:new\s+|national\s+)?{words}\b",
            re.IGNORECASE,
        ),
    )
    for klass, words, name in _THINGS
)
_GRADED = re.compile(
    rf"\bgrade[ds]?\b[^.;]{{0,120}}?\b(?:across|in|for|of|against)\s+{_COUNT}\s+(?:graded\s+)?(?:areas|questions|categories)\b"
    rf"|\b{_COUNT.replace('count', 'areas')}\s+graded\s+areas\b",
    re.IGNORECASE,
)
_COUNTED = ("recommendation", "for improvement", "of concern", "graded", " grade")
_ABOUT_THE_PAST = re.compile(
    r"\b(?:previous|last|earlier|since|20\d\d\s+(?:report|inspection)|in\s+20\d\d|completed|closed|outstanding)\b",
    re.IGNORECASE,
)


def count_warnings(
    blocks: Sequence[Block], classes: Sequence[FindingClass], graded: Sequence[GradedArea]
) -> Iterator[str]:
    """Yield one sentence for each number the report announces that was not found."""
    found = Counter(classes)
    said: set[str] = set()
    for block in blocks:
        if block.kind is BlockKind.TABLE or not _may_announce(block.text):
            continue
        for klass, name, pattern in _ANNOUNCED:
            announced = None if name in said else _first_number(pattern, block.text)
            if announced is not None:
                said.add(name)
                if announced != found[klass]:
                    yield f"The report announces {announced} {name}; found: {found[klass]}."
        announced = None if "graded" in said else _first_number(_GRADED, block.text)
        if announced is not None:
            said.add("graded")
            if announced != len(graded):
                yield f"The report announces {announced} graded areas; found: {len(graded)}."


def _may_announce(text: str) -> bool:
    """Return whether a look for numbers is worth its while: most blocks count nothing."""
    lowered = text.lower()
    return any(word in lowered for word in _COUNTED) and not _ABOUT_THE_PAST.search(text)


def _first_number(pattern: re.Pattern[str], text: str) -> int | None:
    found = pattern.search(text)
    if not found:
        return None
    groups = found.groupdict()
    return _number(groups.get("count") or groups.get("areas") or "")


def _number(word: str) -> int | None:
    word = word.lower().replace("\u2011", "-")
    if word.isdigit():
        return int(word)
    tens, _, ones = word.partition("-")
    if ones:
        return _TENS[tens] + _WORDS[ones]
    return _WORDS.get(word, _TENS.get(word))
