"""How long all the checks of a response take, and whether they find what was planted."""

import io
from collections.abc import Iterator
from datetime import date
from functools import partial
from typing import Final

from docx import Document

from casework.documents.read_back import read_back
from casework.registers.dictionary import load_dictionary
from casework.registers.forces import load_forces
from casework.rules.checks.every_check import examined
from casework.rules.manuscript.response import Library, Response
from models.shapes.checking import Facts, FindingFacts, ReportFacts
from models.shapes.word import ReadBack
from models.words import FindingClass
from tests.bench.timing import Figure, check, measure

ROOM: Final = "All checks of a response"
TODAY: Final = date(2024, 4, 20)
TARGET: Final = 0.3
"""Seconds for 30 findings, the dictionary loaded."""
OPENING: Final = (
    "This is the response of the Police and Crime Commissioner for Barsetshire to the report of "
    "HMICFRS published on 12 March 2024. It is published under section 55(5) of the Police Act "
    "1996 and contains my comments, the Chief Constable’s comments and my response to them."
)
WHAT: Final = (
    "how it answers emergency calls", "its supervision of serious investigations",
    "the way victims are told of decisions", "its understanding of demand",
    "the welfare of officers in high-risk roles", "its records of stop and search",
    "how it manages registered offenders", "its response to repeat callers",
)  # fmt: skip
HOW: Final = (
    "vulnerable people are found early", "fewer cases are closed too soon",
    "the public can see what has changed", "staff have the time and the skills they need",
    "every decision is written down with its reasons", "delays are known and explained",
)  # fmt: skip
ANSWERS: Final = (
    (
        "I accept this. At my accountability meeting on 9 April 2024 I asked the Chief Constable "
        "for a plan by 30 September 2024, and I will look at case {n} before 31 October 2024."
    ),
    (
        "I have set aside money in this year’s budget for it, number {n} in my delivery plan, and "
        "my office will report on it to the police and crime panel by 31 October 2024."
    ),
    (
        "I propose no further action of my own on number {n}: the work was finished in February "
        "2024, ahead of the inspectors’ date, and my office has seen the evidence."
    ),
)


def figures() -> Iterator[Figure]:
    """Yield how long the checks take for responses of 30, 100 and 300 findings."""
    shelf = Library(load_dictionary(), load_forces())
    for number in (30, 100, 300):
        data, facts = _written(number)
        read = read_back(data)
        run = partial(_examined, read, facts, shelf)
        placed = Response(read, facts, TODAY, shelf).placed.standings
        said = check(f"all {number} findings are found again", holds=len(placed) == number)
        target = TARGET if number == 30 else None
        yield measure(ROOM, f"{number} findings", run, said, target=target)


def _examined(read: ReadBack, facts: Facts, shelf: Library) -> None:
    # A new one each time: a response works everything out only once.
    examined(Response(read, facts, TODAY, shelf))


def _written(number: int) -> tuple[bytes, Facts]:
    """Return a response in Word, each finding quoted and answered, and the facts of its case."""
    document = Document()
    document.add_heading("Response to PEEL 2023–2025", 1)
    document.add_paragraph(OPENING)
    findings = tuple(_finding(n) for n in range(1, number + 1))
    for n, finding in enumerate(findings, start=1):
        document.add_heading(finding.ref, 2)
        document.add_paragraph(finding.text)
        document.add_paragraph(ANSWERS[n % len(ANSWERS)].format(n=n))
    out = io.BytesIO()
    document.save(out)
    report = ReportFacts("PEEL 2023–2025: An inspection of Barsetshire Police", date(2024, 3, 12))
    return out.getvalue(), Facts(report=report, findings=findings, last_day=date(2024, 5, 6))


def _finding(n: int) -> FindingFacts:
    what, how = WHAT[n % len(WHAT)], HOW[n * 7 % len(HOW)]
    text = (
        f"By 31 October 2024, the force should improve {what} in its command number {n}, so that "
        f"{how}; and publish figure {n * 7919} beside the one of the year before."
    )
    return FindingFacts(f"Recommendation {n}", text, FindingClass.RECOMMENDATION)
