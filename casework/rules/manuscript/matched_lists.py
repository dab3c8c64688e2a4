"""Answers in a list of their own that matches the findings' one for one, and cites none of them.

`There are five recommendations; I answer each here, the wording is annexed`, and then five
items without numbers: the first answers the first.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from casework.rules.manuscript.answer_labels import in_reply
from casework.rules.manuscript.passages import Part, Passage
from casework.rules.manuscript.phrases import phrase
from casework.rules.manuscript.placing import Placed
from casework.rules.manuscript.speakers import Speaker
from models.shapes.checking import FindingFacts
from models.shapes.word import TextKind

FEWEST: Final = 2
SUBSTANCE: Final = 4
"""Words an entry must hold to be more than a title."""
_ABOUT_FINDINGS: Final = phrase(
    r"\b(?:recommendations?|findings?|areas?\s+for\s+improvement|afis?|causes?\s+of\s+concern)\b"
    r"|\b(?:my|our|commissioner[’']s|mayor[’']s|board[’']s)\s+(?:\w+\s+)?(?:responses?|answers?|actions?|replies)\b"
)
"""In the words over a list: it answers findings."""
_TYPED: Final = phrase(r"\(?(?:\d{1,2}|[a-z])[.)]\s")
"""At the head of a paragraph, a number typed by hand."""

Entries = list[list[Passage]]


def matched_lists(
    passages: Sequence[Passage],
    speakers: Sequence[Speaker],
    places: Placed,
    findings: Sequence[FindingFacts],
    waiting: Sequence[int],
) -> dict[int, list[int]]:
    """Return, for findings that nothing else answers, the entries of a list that matches them.

    A list matches that has as many entries as there are findings, or findings of
    one class, none of which has an answer, and whose heading or lead speaks of findings.
    """
    groups = [g for g in _groups(findings) if len(g) >= FEWEST and set(g) <= set(waiting)]
    if not groups:
        return {}
    taken = {at for one in places.standings for at in range(one.first, one.last + 1)}
    free = [
        p
        for p in passages
        if p.part is Part.BODY
        and p.at not in taken
        and speakers[p.at] is Speaker.BODY
        and not in_reply(p)
    ]
    told: dict[int, list[int]] = {}
    every = (*_lists(free, passages), *_tables(free, passages), *_sections(free))
    for entries in every:
        for group in groups:
            if len(entries) == len(group) and told.keys().isdisjoint(group):
                told |= {n: [p.at for p in one] for n, one in zip(group, entries, strict=True)}
                break
    return told


def _groups(findings: Sequence[FindingFacts]) -> Iterator[list[int]]:
    """Yield all findings, then those of each class."""
    yield list(range(len(findings)))
    classes: Mapping[object, list[int]] = defaultdict(list)
    for number, finding in enumerate(findings):
        classes[finding.klass].append(number)
    if len(classes) > 1:
        yield from classes.values()


def _lists(free: Sequence[Passage], passages: Sequence[Passage]) -> Iterator[Entries]:
    """Yield the lists under one heading: items, or paragraphs numbered by hand."""
    entries: Entries = []
    upto = -1
    for passage in (*free, None):
        goes_on = passage is not None and passage.at == upto and _is_listed(passage)
        if entries and not goes_on:
            if _is_about_findings(entries[0][0], passages):
                yield entries
            entries = []
        if passage is None:
            return
        if not _is_listed(passage):
            continue
        if entries and passage.kind is TextKind.ITEM and passage.level > entries[0][0].level:
            entries[-1].append(passage)
        else:
            entries.append([passage])
        upto = passage.at + 1


def _is_listed(passage: Passage) -> bool:
    if passage.cell or passage.is_heading:
        return False
    spans = passage.spans
    titled = len(spans) > 1 and spans[0].bold and not spans[-1].bold
    listed = titled or passage.kind is TextKind.ITEM or _TYPED.match(passage.words) is not None
    return listed and len(passage.words.split()) > SUBSTANCE


def _tables(free: Sequence[Passage], passages: Sequence[Passage]) -> Iterator[Entries]:
    """Yield the rows below the head of each table in which no finding stands."""
    tables: dict[int, dict[int, list[Passage]]] = defaultdict(lambda: defaultdict(list))
    among = {p.at for p in free}
    for passage in passages:
        if passage.cell:
            tables[passage.cell.table][passage.cell.row].append(passage)
    for rows in tables.values():
        first = rows[min(rows)][0]
        whole = all(p.at in among for row in rows.values() for p in row)
        if whole and _is_about_findings(first, passages):
            yield [row for number, row in rows.items() if number > min(rows)]


def _sections(free: Sequence[Passage]) -> Iterator[Entries]:
    """Yield the sections right below one heading, each with what stands under its own."""
    below: dict[tuple[str, ...], dict[tuple[str, ...], list[Passage]]] = defaultdict(dict)
    for passage in free:
        if passage.trail and not (passage.is_heading or passage.cell):
            below[passage.trail[:-1]].setdefault(passage.trail, []).append(passage)
    for above, sections in below.items():
        if above and _ABOUT_FINDINGS.search(above[-1]):
            yield list(sections.values())


def _is_about_findings(first: Passage, passages: Sequence[Passage]) -> bool:
    """Return whether the words before a list, its heading or its head speak of findings."""
    before = passages[first.at - 1].words if first.at else ""
    around = (before, *first.trail[-1:], first.words if first.cell else "")
    return any(_ABOUT_FINDINGS.search(words) for words in around)
