"""Responses for the tests of checks, written as plain lines; no Word file is needed for them."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from casework.registers.dictionary import load_acronyms
from casework.registers.forces import load_forces
from casework.rules.manuscript.response import Library, Response
from models.shapes.checking import (
    DeadlineFacts,
    Facts,
    FindingFacts,
    ForceFacts,
    Holder,
    OfficeFacts,
    ReportFacts,
)
from models.shapes.word import ReadBack, Span, TextBlock, TextKind
from models.words import FindingClass

TODAY = date(2024, 4, 20)


class EveryWord:
    """A speller that knows every word but those it was told not to know."""

    def __init__(self, **wrong: str) -> None:
        self.wrong = wrong

    def knows(self, word: str) -> bool:
        return word not in self.wrong

    def suggest(self, word: str) -> str | None:
        return self.wrong.get(word)


def some_facts(*findings: FindingFacts, **more: Any) -> Facts:
    """Return the facts of a case of Barsetshire, the report published on 12 March 2024."""
    told: dict[str, Any] = {
        "case_id": "S55-2024-001",
        "kind": "peel",
        "office": OfficeFacts("Office of the Police and Crime Commissioner for Barsetshire"),
        "local_policing_body": Holder(
            "Police and Crime Commissioner for Barsetshire", "Eleanor Harding", "pcc"
        ),
        "chief_officer": Holder("Chief Constable", "Septimus Quiverful"),
        "force": ForceFacts("Barsetshire Police", ("Barsetshire Constabulary",)),
        "report": ReportFacts(
            "PEEL 2023–2025: An inspection of Barsetshire Police", date(2024, 3, 12)
        ),
        "last_day": date(2024, 5, 6),
        "findings": findings,
        "invited_on": date(2024, 3, 13),
        "comments_due_on": date(2024, 4, 5),
        "comments_received_on": date(2024, 4, 3),
        "chief_officer_comments": (
            "I welcome this report and the inspectors’ recognition of our neighbourhood teams.",
            "We have begun work on every finding and will report progress to the board.",
        ),
        "signatory": Holder("Police and Crime Commissioner for Barsetshire", "Eleanor Harding"),
        "signed_on": date(2024, 4, 18),
        "planned_publication_on": date(2024, 4, 22),
    }
    return Facts(**(told | more))


def a_finding(
    ref: str, text: str, *, deadline: tuple[str, date] | None = None, **more: Any
) -> FindingFacts:
    """Return a finding; one cited as `Recommendation …` is a recommendation."""
    is_area = ref.startswith("AFI")
    klass = FindingClass.AREA_FOR_IMPROVEMENT if is_area else FindingClass.RECOMMENDATION
    due = DeadlineFacts(*deadline) if deadline else None
    told: dict[str, Any] = {"klass": klass, "addressee": "force", "deadline": due}
    return FindingFacts(ref, text, **(told | more))


def a_response(
    words: str,
    facts: Facts | None = None,
    *,
    today: date = TODAY,
    speller: EveryWord | None = None,
    **read: Any,
) -> Response:
    """Return a response written as lines.

    `# ` begins a heading (`## ` one of the second level), `- ` an item, `1. ` a
    numbered one, `> ` a quotation, `| a | b |` a row of a table (the first is
    its head), `**all**` is bold; anything else is a paragraph.
    """
    shelf = Library(speller or EveryWord(), load_forces(), load_acronyms())
    blocks = tuple(_blocks(words.strip().splitlines()))
    told = ReadBack(None, blocks, (), **read)
    return Response(told, facts or some_facts(), today, shelf)


def _blocks(lines: Sequence[str]) -> Iterator[TextBlock]:
    rows: list[tuple[tuple[TextBlock, ...], ...]] = []
    for line in [*map(str.strip, lines), ""]:
        if line.startswith("|"):
            cells = line.strip("|").split("|")
            rows.append(tuple((_block(cell.strip()),) for cell in cells))
            continue
        if rows:
            yield TextBlock(TextKind.TABLE, rows=tuple(rows), header_rows=1)
            rows = []
        if line:
            yield _block(line)


def _block(line: str) -> TextBlock:
    if heading := re.match(r"(#+) (.*)", line):
        return TextBlock(TextKind.HEADING, _spans(heading[2]), level=len(heading[1]))
    if line.startswith("- "):
        return TextBlock(TextKind.ITEM, _spans(line[2:]), level=1)
    if item := re.match(r"(\d+\.) (.*)", line):
        return TextBlock(TextKind.ITEM, _spans(item[2]), level=1, number=item[1])
    if line.startswith("> "):
        return TextBlock(TextKind.QUOTE, _spans(line[2:]))
    return TextBlock(TextKind.PARAGRAPH, _spans(line))


def _spans(words: str) -> tuple[Span, ...]:
    pieces = re.split(r"\*\*(.+?)\*\*", words)
    return tuple(Span(piece, bold=bool(n % 2)) for n, piece in enumerate(pieces) if piece)
