"""The inspectors' words told as the body's own are an error; quoted or attributed ones are not."""
# ruff: noqa: E501 - sentences of letters, each whole on its line

import pytest

from casework.rules.checks.inspectorate_voice import inspectorate_voice
from models.shapes.checking import Severity
from tests.manuscripts import a_finding, a_response, some_facts
from tests.whole_responses import OFFICES, whole

I = "I will ask for a report. I have met the team. I am grateful to all of them.\n"  # noqa: E741
WE = "We will ask for a report. We have met the team. We welcome the findings.\n"


def told(words: str) -> list[str]:
    """Return what is told to be the inspectors' words, seen that the whole sentence is shown."""
    noticed = list(inspectorate_voice(a_response(words)))
    quoted = [one.message[1:].partition("”")[0] for one in noticed]
    assert all(short in one.where for short, one in zip(quoted, noticed, strict=True))
    assert all(one.where.rstrip(".") in words for one in noticed)
    return quoted


@pytest.mark.parametrize(
    ("words", "where"),
    [
        ("We found that staff are being moved from critical areas of work.", "We found"),
        ("The force is improving, but we found that some teams were short of staff.", "we found"),
        ("During our inspection, officers spoke of pressure.", "During our inspection"),
        ("Our revisit found that supervision had improved.", "Our revisit"),
        ("Our inspection showed that calls were lost.", "Our inspection"),
        ("Our inspectors saw good work.", "Our inspectors"),
        ("In our 2019 report, calls were lost.", "our 2019 report"),
        ("Since our last inspection, the force has improved.", "Since our last inspection"),
        ("We inspected the control room in October.", "We inspected"),
        ("We reviewed 90 case files and were worried.", "We reviewed 90 case files"),
        ("We spoke to officers who felt tired.", "We spoke to officers"),
        (
            "We were pleased to see that the force has invested.",
            "We were pleased to see",
        ),
        ("We graded the force good.", "We graded"),
        ("We saw that supervisors did not check.", "We saw"),
        ("Staff told us that they felt tired.", "Staff told us"),
        ("We will revisit the force in the spring.", "We will revisit"),
    ],
)
def test_what_only_inspectors_say_is_told(words: str, where: str) -> None:
    assert told(I + words) == [where]


@pytest.mark.parametrize(
    "words",
    [
        "HMICFRS said: “We found that staff are being moved.”",
        "The inspectors report that “we found calls were lost during our inspection”.",
        "HMICFRS found that staff are being moved.",
        "> We found that staff are being moved.",
        "In the inspectors’ own words, we found that staff are being moved.",
        "The report says: we found that staff are being moved.",
        "HMICFRS reported:\n- We found that calls were lost.\n- We saw good work too.",
        "# What the inspectors found\nWe found that staff are being moved.",
        "| HMICFRS finding | My answer |\n| We found that calls were lost. | I will ask. |",
        "We welcome the report of the inspection of our police force.",
        "We look forward to working with the inspectors.",
        "In our own survey of victims we found that people want more contact.",
        "Our custody visitors inspected every cell last year.",
        "When I visited the control room, we saw the new system at work.",
        "When we met, the Chief Constable and I agreed a plan.",
        "This inspection was thorough, and our response follows.",
        "The inspectors told us that they will return.",
        "Residents told us that they feel safer.",
    ],
)
def test_what_is_quoted_attributed_or_the_bodys_own_is_no_fault(words: str) -> None:
    assert not told(I + words)


@pytest.mark.parametrize(
    "words",
    [
        "We found the consultation useful and will repeat it.",
        "We have reviewed our plan in the light of the report.",
        "We identified this risk in our own register last year.",
        "We are pleased with the progress and expect more.",
        "We saw the plan in May and approved it.",
        "We are pleased to see that the force has made a start.",
    ],
)
def test_a_body_that_speaks_as_we_may_find_and_see(words: str) -> None:
    assert not told(WE + words)


@pytest.mark.parametrize(
    "words",
    [
        "We found that the force does not record every crime.",
        "We found that some officers did not know the policy.",
        "During our inspection, calls were lost.",
        "We were disappointed to find that staff felt unsupported.",
        "Our inspectors saw good work.",
    ],
)
def test_what_only_inspectors_do_is_told_of_a_body_that_speaks_as_we_too(words: str) -> None:
    assert len(told(WE + words)) == 1


def test_a_finding_of_the_report_may_speak_as_the_inspectors_do() -> None:
    finding = a_finding(
        "AFI 1",
        "Our 2019 report said that the force should improve its reviews. This remains an area for improvement.",
    )
    assert not list(inspectorate_voice(a_response(f"{I}{finding.text}", some_facts(finding))))


def test_the_chief_officer_may_speak_of_inspections() -> None:
    words = "# Comments of the Chief Constable\nDuring our inspection we were open with everybody."
    facts = some_facts(
        chief_officer_comments=("During our inspection we were open with everybody.",)
    )
    assert not list(inspectorate_voice(a_response(I + words, facts)))


def test_it_is_a_warning_in_the_passage_where_it_stands() -> None:
    (one,) = inspectorate_voice(a_response(f"{I}We found that calls were lost."))
    assert (one.severity, one.passage) == (Severity.WARNING, 1)


@pytest.mark.parametrize(
    "words",
    [
        "During our inspection, we interviewed 14 sergeants and found that none knew the plan.",
        "We found that officers did not speak to the child. Our inspectors saw this in 11 cases.",
        "We graded the force good. We will revisit it in the spring.",
    ],
)
def test_what_says_it_twice_is_an_error(words: str) -> None:
    (one,) = inspectorate_voice(a_response(I + words))
    assert one.severity is Severity.ERROR


def test_of_a_long_sentence_the_words_are_shown_with_what_follows_them() -> None:
    long = "The force is large, and it has many towns and villages in it, " * 3
    (one,) = inspectorate_voice(a_response(f"{I}{long}but we found that calls were lost."))
    assert one.where == "we found that calls were lost."


def test_pleasure_said_twice_may_be_the_bodys_own() -> None:
    words = "We were pleased to see the grade. We expect to see the plan in June."
    (one,) = inspectorate_voice(a_response(I + words))
    assert one.severity is Severity.WARNING


@pytest.mark.parametrize("office", OFFICES)
def test_no_whole_response_speaks_as_the_inspectors(office: str) -> None:
    assert not list(inspectorate_voice(whole(office)))


@pytest.mark.parametrize(
    ("words", "where"),
    [
        ("We found that too few callers were kept informed.", "We found that"),
        ("We saw officers who were proud of their work.", "We saw officers"),
        ("We visited nine forces and found that victims wait.", "We visited nine forces"),
        ("On the evidence of our inspection, the force is good.", "evidence of our inspection"),
        ("We saw leaders who were candid about it.", "We saw leaders"),
    ],
)
def test_inspectors_are_known_where_the_body_says_we_too(words: str, where: str) -> None:
    (one,) = told(WE + words)
    assert where.startswith(one)


@pytest.mark.parametrize(
    "words",
    [
        "The list cannot be laid beside our 2019 inspection.",
        "Things are better than at the time of our last inspection by HMICFRS.",
        "Nothing here can be compared with our last inspection.",
        "We visited the control room in May and listened to calls.",
        "We found in our own survey that residents feel safer.",
    ],
)
def test_what_was_inspected_here_is_ours_too(words: str) -> None:
    assert not told(WE + words)


def test_a_heading_over_what_they_said_does_not_cover_what_is_told_of_them() -> None:
    voice = "We found that too many crimes went unrecorded."
    assert not told(f"{I}# What the inspectors found\n{voice}")
    assert told(f"{I}# What the inspectors found\nThey graded the force good.\n{voice}")
    assert told(f"{I}# What the inspectors said, and what I will do\n{voice}")
