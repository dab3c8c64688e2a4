# ruff: noqa: E501 - one case, one line
"""What is told stands at its words, in its passage, with what to do about it."""

from dataclasses import replace

import pytest

from casework.rules.checks.every_check import CHECKS
from models.shapes.checking import GradeFacts, Observation, Severity
from models.shapes.word import Blocked, TextBlock, TextKind
from models.shapes.word import Span as Run
from tests.manuscripts import a_finding, a_response, some_facts

RESPONDING, CRIME = "Responding to the public", "Investigating crime"
A = a_finding("AFI 1", "The force should make sure that 96.7% of calls are answered.", area=CRIME)
B = a_finding("AFI 2", "The force needs to improve how it records violence.", area=CRIME)
C = a_finding("AFI 3", "The force should give its staff time to review cases.", area=RESPONDING)
FACTS = some_facts(
    A, B, C, graded_areas=(GradeFacts(CRIME, "Good"), GradeFacts(RESPONDING, "Adequate"))
)  # fmt: skip
ALL = f"## {CRIME}\n{A.text}\n{B.text}\n## {RESPONDING}\n{C.text}"


def told(check: str, words: str) -> list[Observation]:
    (found,) = (one for one in CHECKS if one.__name__ == check)
    return list(found(a_response(words, FACTS)))


@pytest.mark.parametrize(
    ("check", "words", "passage", "suggestion"),
    [
        ("altered_finding", f"# One\n{A.text} {B.text}", 1, "Begin a new paragraph here."),
        ("altered_finding", ALL.replace("records", "counts"), 2, "Quote the report word for word."),
        ("duplicate_finding", f"{A.text}\n{B.text}\n{B.text}\n{C.text}", 2, "Take it out here."),
        ("finding_order_or_grade", f"# {CRIME}\n{A.text}\n{C.text}", 2, f"Move it to “{RESPONDING}”."),
        ("finding_order_or_grade", f"Words.\n## {CRIME} – Adequate", 1, "Good"),
        ("list_number_artefact", "Words.\nOf all, 96. 7% were.", 1, "96.7%"),
        ("list_number_artefact", "Words.\n1. 1) Act soon.", 1, "Take one number out."),
        ("list_number_artefact", "Words.\na)Act soon.", 1, "a) Act"),
        ("unclosed_delimiter", "Words.\nIt is (so.", 1, None),
        ("undefined_acronym", "Words.\nThe MARAC met.", 1, None),
        ("wrong_report_title", "Words.\nPEEL 2021–2022: An inspection of Barsetshire Police", 1, "PEEL 2023–2025: An inspection of Barsetshire Police"),
        ("unknown_reference", "Words.\nAFI 9 is answered.", 1, None),
    ],
)  # fmt: skip
def test_a_slip_is_told_at_its_words_with_what_to_do(
    check: str, words: str, passage: int, suggestion: str | None
) -> None:
    (one,) = told(check, words)
    assert one.passage == passage
    assert one.where
    assert one.where in a_response(words, FACTS).passages[passage].words
    assert one.suggestion == suggestion


def test_a_finding_under_anothers_number_is_told_where_it_stands() -> None:
    words = f"AFI 1: {A.text}\nAFI 3: {B.text}\nWords behind it."
    (one,) = (o for o in told("finding_order_or_grade", words) if "number of" in o.message)
    assert one.passage == 1
    assert one.where in B.text


def test_numbers_of_the_offices_own_are_no_wrong_numbers() -> None:
    for words in (
        f"AFI 1: {B.text}\nAFI 2: {C.text}\nAFI 3: {A.text}",
        f"AFI 1: {A.text}\nAFI 1: {B.text}\nAFI 3: {C.text}",
    ):
        assert not any("number of" in one.message for one in told("finding_order_or_grade", words))


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("96. 7% of calls were answered.", "96.7"),
        ("Words.\n42. 5% of all are lost.", "42.5"),
    ],
)
def test_a_number_that_a_list_swallowed_is_told_whole(words: str, number: str) -> None:
    (one,) = told("list_number_artefact", words)
    assert f"this should begin “{number}”" in one.message


def test_two_findings_under_one_number_are_told_once() -> None:
    words = f"1. {A.text}\nI will ask.\n1. {B.text}\nI will ask.\n1. {C.text}\nI will."
    (one,) = told("list_number_artefact", words)
    assert "number 1" in one.message
    assert one.passage == 2
    assert not told("list_number_artefact", words.replace("I will ask.", "AFI 2:\nAFI 3:"))


def test_what_a_file_fetches_from_elsewhere_is_told_in_the_gates_words() -> None:
    blocked = Blocked("picture", "", "The file fetches a picture.")
    response = a_response("Words.", FACTS)
    (found,) = (one for one in CHECKS if one.__name__ == "remote_link")
    (one,) = found(replace(response, reaching_out=(blocked,)))
    assert (one.message, one.severity) == ("The file fetches a picture.", Severity.ERROR)


def test_a_table_without_a_header_row_is_advice_on_style() -> None:
    cell = (TextBlock(TextKind.PARAGRAPH, (Run("x"),)),)
    table = TextBlock(TextKind.TABLE, rows=((cell,) * 3, (cell,) * 3), header_rows=0)
    response = a_response("Words.", FACTS)
    read = replace(response.read, blocks=(*response.read.blocks, table))
    (found,) = (one for one in CHECKS if one.__name__ == "table_header")
    assert [(one.severity, one.style) for one in found(replace(response, read=read))] == [
        (Severity.NOTE, True)
    ]
