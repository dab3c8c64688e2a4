"""A finding printed twice is told; a layout that lists findings and answers them below is not."""
# ruff: noqa: E501 - sentences of letters, each whole on its line

import pytest

from casework.rules.checks.duplicate_finding import duplicate_finding
from models.shapes.checking import Severity
from tests.manuscripts import a_finding, a_response, some_facts
from tests.whole_responses import OFFICES, whole

A = a_finding("AFI 1", "The force should make sure that repeat callers are identified.")
B = a_finding("AFI 2", "The force needs to improve how it records crimes of violence.")
C = a_finding("AFI 3", "The force should give its supervisors time to review open cases.")
FACTS = some_facts(A, B, C)


def told(words: str) -> list[str]:
    return [one.where for one in duplicate_finding(a_response(words, FACTS))]


def test_a_finding_printed_twice_in_a_list_is_told_at_its_second_place() -> None:
    response = a_response(f"1. {A.text}\n2. {B.text}\n3. {B.text}\n4. {C.text}", FACTS)
    (one,) = duplicate_finding(response)
    assert (one.severity, one.passage) == (Severity.ERROR, 2)
    assert one.where in B.text
    assert "AFI 2" in one.message


def test_a_finding_printed_again_further_down_is_told() -> None:
    assert len(told(f"- {A.text}\n- {B.text}\n- {C.text}\n- {A.text}")) == 1


def test_a_second_print_in_other_typography_is_told() -> None:
    assert len(told(f"- {A.text}\n- {B.text}\n- {C.text}\n- {B.text.upper()}")) == 1


@pytest.mark.parametrize("office", OFFICES)
def test_no_whole_response_prints_a_finding_twice(office: str) -> None:
    assert not list(duplicate_finding(whole(office)))


@pytest.mark.parametrize(
    "words",
    [
        # All listed first, and answered again below.
        f"- {A.text}\n- {B.text}\n- {C.text}\n# Answers\n{A.text}\nI will ask.\n{B.text}\nI will ask.\n{C.text}\nI will.",
        # An annex, a summary.
        f"- {A.text}\n- {B.text}\n- {C.text}\n# Annex A: the findings in full\n- {A.text}",
        f"# Summary\n- {A.text}\n# Findings\n- {A.text}\n- {B.text}\n- {C.text}",
        # Quoted in a sentence.
        f"The inspectors say that “{A.text}” This is what troubles me most of all that they found here.\n- {A.text}\n- {B.text}\n- {C.text}",
        # An answer that echoes the finding.
        f"- {A.text}\nThe force now makes sure that repeat callers are identified when they call.\n- {B.text}\n- {C.text}",
    ],
)  # fmt: skip
def test_layouts_that_print_findings_twice_are_no_fault(words: str) -> None:
    assert not told(words)


def test_a_third_print_is_told_where_the_layout_prints_each_finding_twice() -> None:
    lists = f"- {A.text}\n- {B.text}\n- {C.text}"
    assert len(told(f"{lists}\n# Answers\n{lists}\n- {B.text}")) == 1


def test_the_only_finding_may_stand_in_the_opening_and_again_above_its_answer() -> None:
    words = f"{A.text}\nI turn to it now.\n# Answer\n{A.text}\nI will ask for a report."
    assert not list(duplicate_finding(a_response(words, some_facts(A))))
    twice = f"{A.text}\n{A.text}\nI will ask for a report."
    assert len(list(duplicate_finding(a_response(twice, some_facts(A))))) == 1


def test_a_whole_row_printed_twice_is_told() -> None:
    row = "| 7 | Chief constables should make sure that vetting units have enough staff to renew clearances on time. | Chief constables | The unit has four vacancies. | I agreed two more posts in the February budget and will review the backlog quarterly. |\n"
    assert len(list(duplicate_finding(whole("table", (row, row + row))))) == 1


def test_a_whole_paragraph_printed_twice_is_told_though_it_only_quotes_the_finding() -> None:
    paragraph = "The second is that “The force should publish its vetting statistics each year.” MOPAC will check that this happens and will link to the statistics from its own data dashboard.\n"
    assert len(list(duplicate_finding(whole("london", (paragraph, paragraph + paragraph))))) == 1


def test_a_finding_that_opens_a_second_paragraph_is_printed_again() -> None:
    answered = f"“{A.text}” I have asked for this.\n“{B.text}” I will fund it in June."
    assert not told(f"{answered}\n“{C.text}” I will ask the board about it.")
    (where,) = told(f"{answered}\n3.3 “{A.text}” See paragraph 3.1.")
    assert where in A.text


@pytest.mark.parametrize(
    ("words", "severity"),
    [
        (f"# One\n{A.text}\n{B.text}\nI will.\n{C.text}\nI agree.\n{A.text}", Severity.ERROR),
        (f"# One\n{A.text}\n{B.text}\n{C.text}\n# Two\n{A.text}\nI agree.", Severity.WARNING),
        (f"# One\n{A.text}\n{B.text}\n# Two\n{A.text}\nI agree.", Severity.ERROR),
    ],
)
def test_a_second_print_in_another_section_may_be_meant_while_none_is_missing(
    words: str, severity: Severity
) -> None:
    (one,) = duplicate_finding(a_response(words, FACTS))
    assert one.severity is severity
