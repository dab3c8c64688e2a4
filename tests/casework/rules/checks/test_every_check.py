"""Every check, on whatever may come: none raises, each tells true places, time grows evenly."""

import ast
import time
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casework.registers.dictionary import load_dictionary
from casework.registers.forces import load_forces
from casework.rules import checks
from casework.rules.checks.every_check import CHECKS, examined
from casework.rules.manuscript.response import Library, Response
from models.shapes.checking import (
    DeadlineFacts,
    Facts,
    FindingFacts,
    GradeFacts,
    Holder,
    ReportFacts,
)
from models.shapes.word import ReadBack, Span, TextBlock, TextKind
from models.words import FindingClass
from tests.manuscripts import a_finding, a_response, some_facts

ROOM = Path(checks.__file__).parent
SHELF = Library(load_dictionary(), load_forces())
PIECES = st.sampled_from(
    [
        "The force should make sure that repeat callers are identified.", "12 March 2024", "“", "”",
        "(", ")", "[TBC]", "section 55(1) of the Police Act 1996", "Recommendation 3 to 900", "AFI",
        "By Spring 2023", "we found that", "Warwickshire Polcie", "31 November 2023", "HMICFRS",
        "Monday", "96.", "7% of calls", "Chief Constable", "\u00a0", "\u2011", "’s", "XX/XX/2024",
        "Comments from the Chief Constable", "day 57", "\U0001f600", "é", "££", "0" * 30, "RASSO",
    ]
)  # fmt: skip
WORDS = st.lists(st.one_of(PIECES, st.text(max_size=20)), max_size=8).map(" ".join)
DAYS = st.one_of(st.none(), st.dates(date(1990, 1, 1), date(2100, 1, 1)))
FINDINGS = st.builds(
    FindingFacts,
    ref=st.one_of(WORDS, st.sampled_from(["AFI 1", "Recommendation 3", "R2", ""])),
    text=WORDS,
    klass=st.sampled_from(FindingClass),
    area=WORDS,
    grade=st.sampled_from(["", "Good", "Requires improvement"]),
    deadline=st.one_of(st.none(), st.builds(DeadlineFacts, raw=WORDS, day=DAYS)),
)
HOLDERS = st.builds(Holder, title=WORDS, name=WORDS)
FACTS = st.builds(
    Facts,
    local_policing_body=HOLDERS,
    chief_officer=HOLDERS,
    signatory=HOLDERS,
    report=st.builds(ReportFacts, title=WORDS, published_on=DAYS),
    last_day=DAYS,
    graded_areas=st.lists(st.builds(GradeFacts, area=WORDS, grade=WORDS), max_size=3).map(tuple),
    findings=st.lists(FINDINGS, max_size=4).map(tuple),
    invited_on=DAYS,
    comments_due_on=DAYS,
    comments_received_on=DAYS,
    chief_officer_comments=st.lists(WORDS, max_size=3).map(tuple),
    signed_on=DAYS,
    planned_publication_on=DAYS,
    lateness_reason=WORDS,
)
SPANS = st.lists(st.builds(Span, WORDS, bold=st.booleans()), max_size=3).map(tuple)
LINES = st.builds(
    TextBlock,
    kind=st.sampled_from([kind for kind in TextKind if kind is not TextKind.TABLE]),
    spans=SPANS,
    level=st.integers(0, 4),
    number=st.one_of(st.none(), st.sampled_from(["1.", "96.", "a)"])),
)
CELLS = st.lists(LINES, max_size=2).map(tuple)
TABLES = st.builds(
    TextBlock,
    kind=st.just(TextKind.TABLE),
    rows=st.lists(st.lists(CELLS, max_size=3).map(tuple), max_size=3).map(tuple),
    header_rows=st.integers(0, 1),
)
BLOCKS = st.lists(st.one_of(LINES, TABLES), max_size=10).map(tuple)


@settings(max_examples=150, deadline=None)
@given(BLOCKS, FACTS)
def test_no_check_raises_and_each_copies_its_words_from_the_document(
    blocks: tuple[TextBlock, ...], facts: Facts
) -> None:
    response = Response(ReadBack(None, blocks, ()), facts, date(2024, 4, 20), SHELF)
    whole = " ".join(" ".join(passage.words for passage in response.passages).split())
    for one in examined(response):
        assert one.message.strip()
        assert "\n" not in one.message.strip()
        assert " ".join(one.where.split()) in whole
        if one.passage is not None:
            assert one.where.strip() in response.passages[one.passage].words


def test_every_file_of_the_room_that_has_a_check_is_on_the_list() -> None:
    named = {
        path.stem
        for path in ROOM.glob("*.py")
        if any(
            isinstance(node, ast.AnnAssign)
            and isinstance(node.target, ast.Name)
            and node.target.id == "CHECK"
            for node in ast.parse(path.read_text(encoding="utf-8")).body
        )
    }
    assert named
    assert named <= {check.__name__ for check in CHECKS}


def _long(number: int) -> Response:
    findings = [
        a_finding(
            f"Recommendation {n}",
            f"By May 2025, the force should put case {n} of kind {n * 7919} right, and review it.",
            deadline=("By May 2025", date(2025, 5, 31)),
        )
        for n in range(1, number + 1)
    ]
    words = "\n".join(
        f"{finding.text}\nI have asked for a report on case {n} by 31 May 2025 at my board."
        for n, finding in enumerate(findings, start=1)
    )
    return a_response(f"# Recommendations\n{words}", some_facts(*findings))


def _seconds(number: int) -> float:
    taken = []
    for _ in range(5):
        response = _long(number)
        begun = time.process_time()
        examined(response)
        taken.append(time.process_time() - begun)
    return min(taken)


@pytest.mark.slow
def test_ten_times_the_findings_take_no_more_than_ten_times_the_time_and_a_bit() -> None:
    _seconds(3)
    assert _seconds(300) < 20 * _seconds(30)


def test_advice_on_style_is_never_an_error() -> None:
    long = f"{'word ' * 60}and  more \u2011 of it."
    assert not [one for one in examined(a_response(long)) if one.style and one.severity == "error"]
