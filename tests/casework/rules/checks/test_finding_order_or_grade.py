"""A finding under the wrong area or out of order is told, and a grade that is not the report's."""
# ruff: noqa: E501 - sentences of letters, each whole on its line

from dataclasses import replace
from datetime import date

import pytest

from casework.rules.checks.finding_order_or_grade import finding_order_or_grade
from models.shapes.checking import FindingFacts, GradeFacts, Severity
from tests.manuscripts import a_finding, a_response, some_facts
from tests.whole_responses import OFFICES, whole

RESPONDING, INVESTIGATING, PREVENTING = (
    "Responding to the public",
    "Investigating crime",
    "Preventing crime and anti-social behaviour",
)
A = a_finding(
    "AFI 1",
    "The force should answer emergency calls within ten seconds.",
    area=RESPONDING,
    grade="Inadequate",
)
B = a_finding(
    "AFI 2",
    "The force should assess risk when people first call it.",
    area=RESPONDING,
    grade="Inadequate",
)
C = a_finding(
    "AFI 3",
    "The force should train its supervisors to review open cases.",
    area=INVESTIGATING,
    grade="Adequate",
)
D = a_finding(
    "AFI 4",
    "The force needs to improve how it records the wishes of victims.",
    area=INVESTIGATING,
    grade="Adequate",
)
FACTS = some_facts(
    A, B, C, D,
    graded_areas=(
        GradeFacts(RESPONDING, "Inadequate"),
        GradeFacts(INVESTIGATING, "Adequate"),
        GradeFacts(PREVENTING, "Requires improvement"),
        GradeFacts("Good use of resources", "Good"),
    ),
)  # fmt: skip


def told(words: str) -> list[str]:
    return [one.where for one in finding_order_or_grade(a_response(words, FACTS))]


@pytest.mark.parametrize(
    "words",
    [
        "## Responding to the public – Good",
        "## Responding to the public: adequate",
        "## Responding to the public (Requires improvement)",
        "**Responding to the public – graded as good**",
        "- Responding to the public: Good",
        "The force was graded good at responding to the public.",
        "HMICFRS graded the force as good for responding to the public and adequate for investigating crime.",
        "Responding to the public was graded “adequate”.",
        "Investigating crime was graded adequate and responding to the public was graded good.",
        "The grades are: good for responding to the public; adequate for investigating crime.",
        "The force is rated as requires improvement in responding to the public.",
        "Good: responding to the public, good use of resources",
    ],
)
def test_a_wrong_grade_is_told(words: str) -> None:
    (where,) = told(words)
    assert where in words.strip("#-* ")


@pytest.mark.parametrize(
    "words",
    [
        "## Responding to the public – Inadequate",
        "## RESPONDING TO THE PUBLIC: INADEQUATE",
        "**Investigating crime – graded as adequate**",
        "The force was graded inadequate at responding to the public.",
        "HMICFRS graded the force as inadequate for responding to the public and adequate for investigating crime.",
        "The force was graded good for good use of resources, adequate for investigating crime, requires improvement for preventing crime and antisocial behaviour, and inadequate for responding to the public.",
        "The force did good work in responding to the public.",
        "I expect the force to be graded good for responding to the public when it is next inspected.",
        "In 2021 the force was graded good for responding to the public.",
        "Responding to the public has gone from good to inadequate, and I want to know why.",
        "The previous grade for responding to the public was good.",
        "I want responding to the public to be good.",
        "Preventing crime: requires improvement",
        "There are good people responding to the public, and the force was graded adequate for investigating crime.",
    ],
)  # fmt: skip
def test_right_grades_and_mere_adjectives_are_no_fault(words: str) -> None:
    assert not told(words)


def test_a_wrong_grade_in_a_table_is_told_at_its_area() -> None:
    table = f"| Area | Grade |\n| {RESPONDING} | {{}} |\n| {INVESTIGATING} | Adequate |"
    assert told(table.format("Good")) == [RESPONDING, "Good"]
    assert not told(table.format("Inadequate"))


def test_a_table_that_also_prints_earlier_grades_is_no_fault() -> None:
    assert not told(f"| Area | 2021 | 2024 |\n| {RESPONDING} | Good | Inadequate |")
    assert not told(f"| Area | Grade | Last time |\n| {RESPONDING} | Inadequate | Good |")
    assert told(f"| Area | Grade | Last time |\n| {RESPONDING} | Good | Inadequate |")


def test_a_row_that_names_an_area_is_the_heading_of_the_rows_below_it() -> None:
    table = f"| Ref | Finding |\n| {{}} |\n| 1 | {A.text} |\n| 2 | {B.text} |"
    assert not told(table.format(A.area))
    assert told(table.format(next(one.area for one in (C, D) if one.area != A.area)))


def test_a_finding_printed_again_under_anothers_number_is_not_told_here() -> None:
    lines = [f"{one.ref}. {one.text}" for one in (A, B, C, D)]
    words = "\n".join([*lines[:3], f"{D.ref}. {A.text}"])
    assert not told(words)
    assert told("\n".join([*lines[1:3], f"{D.ref}. {A.text}"]))


def test_the_right_grade_is_suggested() -> None:
    (one,) = finding_order_or_grade(a_response("## Investigating crime – Good", FACTS))
    assert (one.severity, one.suggestion) == (Severity.ERROR, "Adequate")


def test_a_finding_under_another_area_is_told() -> None:
    words = f"## {RESPONDING}\n- {A.text}\n- {C.text}\n- {B.text}\n## {INVESTIGATING}\n- {D.text}"
    assert any(where in C.text for where in told(words))


def test_a_finding_beside_another_area_in_a_table_is_told() -> None:
    rows = f"| Area | Finding |\n| {RESPONDING} | {A.text} |\n| {RESPONDING} | {C.text} |"
    (where,) = told(rows)
    assert where in C.text


def test_a_short_name_of_an_area_is_that_area() -> None:
    finding = a_finding("AFI 1", A.text, area=PREVENTING)
    words = f"## Preventing crime\n{A.text}"
    assert not list(finding_order_or_grade(a_response(words, some_facts(finding))))


def test_a_finding_under_another_grade_is_told() -> None:
    assert len(told(f"## Inadequate\n- {A.text}\n- {C.text}")) == 1
    assert not told(f"## Inadequate\n- {A.text}\n## Adequate\n- {C.text}")


def listed(*findings: object) -> str:
    return "# Findings\n" + "".join(f"- {one.text}\n" for one in findings)  # type: ignore[attr-defined]


def test_a_finding_out_of_order_is_told() -> None:
    assert not told(listed(A, B, C, D))
    assert any(where in D.text for where in told(listed(D, A, B, C)))
    swapped = told(listed(A, C, B, D))
    assert any(where in B.text or where in C.text for where in swapped)


def test_another_order_altogether_is_no_fault() -> None:
    assert not told(listed(D, C, B, A))


def test_a_grouping_with_headings_of_its_own_is_no_fault() -> None:
    words = f"# Control room\n- {B.text}\n# Detectives\n- {D.text}\n- {C.text}\n# Calls\n- {A.text}"
    assert not told(words)


def test_a_grouping_by_addressee_is_no_fault() -> None:
    ours = a_finding("AFI 3", C.text, addressee="police and crime commissioners")
    facts = some_facts(A, B, ours, D)
    response = a_response(listed(ours, A, B, D), facts)
    assert not list(finding_order_or_grade(response))


def test_a_list_by_deadline_is_no_fault() -> None:
    early = a_finding("AFI 3", C.text, deadline=("By May", date(2024, 5, 31)))
    late = a_finding("AFI 4", D.text, deadline=("By June", date(2024, 6, 30)))
    response = a_response(listed(early, A, B, late), some_facts(A, B, early, late))
    assert list(finding_order_or_grade(response))
    by_date = a_response(listed(early, late, A, B), some_facts(A, late, early, B))
    assert not list(finding_order_or_grade(by_date))


def test_a_list_by_number_is_no_fault_where_the_facts_stand_otherwise() -> None:
    response = a_response(listed(A, B, C, D), some_facts(A, C, B, D))
    assert not list(finding_order_or_grade(response))


def test_a_finding_under_the_number_of_another_is_told() -> None:
    words = f"**AFI 1**\n{A.text}\n**AFI 2**\n{B.text}\n**AFI 3**\n{D.text}\n**AFI 4**\n{C.text}"
    messages = [one.message for one in finding_order_or_grade(a_response(words, FACTS))]
    assert any("AFI 4 stands under the number of AFI 3" in message for message in messages)
    own_numbers = (
        f"**AFI 1**\n{A.text}\n**AFI 2**\n{B.text}\n**AFI 1**\n{C.text}\n**AFI 2**\n{D.text}"
    )
    assert not told(own_numbers)


def test_two_findings_have_no_order() -> None:
    response = a_response(listed(B, A), some_facts(A, B))
    assert not list(finding_order_or_grade(response))


@pytest.mark.parametrize("office", OFFICES)
def test_every_whole_response_is_in_order(office: str) -> None:
    assert not list(finding_order_or_grade(whole(office)))


@pytest.mark.parametrize(
    ("office", "old", "new"),
    [
        ("statement", "| Treatment of the public | Adequate |", "| Treatment of the public | Good |"),
        ("statement", "### Managing offenders and suspects – Good", "### Managing offenders and suspects – Inadequate"),
        ("letter", "inadequate at responding", "adequate at responding"),
        ("bold_labels", "Investigating crime: adequate", "Investigating crime: good"),
        ("by_area", "### Investigating crime – Adequate", "### Investigating crime – Good"),
        ("general", "adequate for investigating crime", "good for investigating crime"),
    ],
)  # fmt: skip
def test_a_wrong_grade_in_a_whole_response_is_told_once(office: str, old: str, new: str) -> None:
    noticed = finding_order_or_grade(whole(office, (old, new)))
    assert [one.severity is Severity.NOTE for one in noticed].count(False) == 1


COUNTED = [
    a_finding(f"Recommendation {n}", f"The force should {what} before the end of the year.")
    for n, what in enumerate(("train its sergeants", "answer its calls", "count its cases"), 1)
]


def numbers_told(words: str, findings: list[FindingFacts] = COUNTED) -> list[tuple[str, str]]:
    response = a_response(words, some_facts(*findings))
    return [(one.where, one.severity.value) for one in finding_order_or_grade(response)]


def under(*labels: str, findings: list[FindingFacts] = COUNTED) -> str:
    return "\n".join(f"{label}\n{one.text}" for label, one in zip(labels, findings, strict=True))


def test_a_number_that_the_report_does_not_have_is_told_where_the_others_are_right() -> None:
    labels = ("Recommendation 1", "Recommendation 2", "Recommendation 4")
    assert numbers_told(under(*labels)) == [("Recommendation 4", "error")]
    table = "| Number | Text |\n" + "\n".join(
        f"| {label} | {one.text} |" for label, one in zip(labels, COUNTED, strict=True)
    )
    assert numbers_told(table) == [("Recommendation 4", "error")]


@pytest.mark.parametrize(
    "labels",
    [
        ("Recommendation 1", "Recommendation 2", "Recommendation 3"),
        ("Recommendation 7", "Recommendation 8", "Recommendation 9"),
        ("Recommendation 1", "Recommendation 8", "Recommendation 9"),
        ("Recommendation 1", "Recommendation 2", "Recommendation 3.1"),
        ("Recommendation 1", "Recommendation 2", "AFI 9"),
        ("Recommendation 1", "Recommendation 2", "See also recommendations 4 and 5"),
    ],
)
def test_numbers_of_the_office_s_own_are_no_fault(labels: tuple[str, ...]) -> None:
    assert not numbers_told(under(*labels))


def test_findings_whose_numbers_do_not_begin_with_one_may_be_counted_anew() -> None:
    later = [a_finding(f"Recommendation {n}", one.text) for n, one in enumerate(COUNTED, 4)]
    labels = ("Recommendation 4", "Recommendation 5", "Recommendation 9")
    assert not numbers_told(under(*labels, findings=later), later)


def test_tables_of_one_finding_each_are_one_list() -> None:
    four = [*COUNTED, a_finding("Recommendation 4", "The force should mend its radios by May.")]
    cards = [
        f"## Recommendation {n}: a subject\n| Text | {one.text} |\n| Mine | I will ask. |"
        for n, one in enumerate(four, 1)
    ]
    assert not numbers_told("# All\n" + "\n".join(cards), four)
    swapped = "# All\n" + "\n".join([cards[0], cards[2], cards[1], cards[3]])
    assert {severity for _, severity in numbers_told(swapped, four)} == {"warning"}


FIVE = [
    a_finding(f"Recommendation {n}", f"The force should {what} before the end of May.", area=area)
    for n, (what, area) in enumerate(
        (
            ("train its sergeants", "Training"),
            ("answer its calls", "Demand"),
            ("count its cases", "Priorities"),
            ("visit its victims", "Governance"),
            ("write down its plans", "Leadership"),
        ),
        1,
    )
]


def test_an_area_for_each_finding_makes_no_groups_that_excuse_a_stray() -> None:
    words = "\n".join(FIVE[n].text for n in (0, 3, 1, 2, 4))
    assert [where for where, _ in numbers_told(words, FIVE)] == [FIVE[3].text.rstrip(".")]


def test_findings_gathered_by_area_are_in_an_order_of_their_own() -> None:
    apart = [
        replace(one, area=area)
        for one, area in zip(
            FIVE, ("Demand", "Demand", "Training", "Demand", "Demand"), strict=True
        )
    ]
    words = "\n".join(apart[n].text for n in (0, 1, 3, 4, 2))
    assert not numbers_told(words, apart)


def test_a_finding_printed_again_under_another_area_is_told_as_printed_twice_alone() -> None:
    findings = [replace(one, ref=f"AFI {n}") for n, one in enumerate(FIVE, 1)]
    words = "\n".join(f"# {one.area}\n{one.text}\nI will ask." for one in findings)
    again = f"{words}\n{findings[0].text}"
    assert not numbers_told(again, findings)
    elsewhere = again.replace(f"# Training\n{findings[0].text}", "# Training")
    assert [where for where, _ in numbers_told(elsewhere, findings)][:1] == [
        findings[0].text.rstrip(".")
    ]


@pytest.mark.parametrize(
    ("behind", "severity"),
    [
        ("", Severity.WARNING),
        ("\nInvestigating crime is what I care for most.", Severity.WARNING),
        ("\n| Area | Grade |\n| Investigating crime | Adequate |", Severity.WARNING),
        ("\n## Investigating crime", Severity.ERROR),
        (f"\n| Area | Finding |\n| Investigating crime | {D.text} |", Severity.ERROR),
    ],
)
def test_a_finding_whose_own_area_has_no_heading_here_only_warns(
    behind: str, severity: Severity
) -> None:
    words = f"## Responding to the public\n{A.text}\n{B.text}\n{C.text}{behind}"
    found = finding_order_or_grade(a_response(words, FACTS))
    assert [one.severity for one in found if "belongs to" in one.message] == [severity]


@pytest.mark.parametrize(
    "words",
    [
        "The force has kept its adequate grade for investigating crime, and inspectors saw strong work on responding to the public.",
        "It was graded good for good use of resources, but progress on responding to the public is slow.",
        "The force was graded good at good use of resources; we hear little of investigating crime.",
    ],
)
def test_the_grade_of_one_area_is_not_that_of_another_clause(words: str) -> None:
    assert not told(words)


@pytest.mark.parametrize(
    "words",
    [
        "It was graded good at good use of resources, at investigating crime and at how it is responding to the public.",
        "It was graded good for good use of resources and also for responding to the public.",
    ],
)
def test_one_grade_for_a_list_of_areas_is_that_of_each(words: str) -> None:
    assert told(words)


@pytest.mark.parametrize(
    ("last", "graded", "is_told"),
    [("CDE", False, False), ("CED", False, True), ("CDE", True, True)],
)
def test_what_runs_on_in_order_under_the_heading_before_is_not_told(
    last: str, graded: object, is_told: object
) -> None:
    areas = {
        "A": "Use of force",
        "B": "In the suite",
        "C": "Care",
        "D": "Healthcare",
        "E": "Release",
    }
    grade = "Good" if graded else ""
    findings = {
        letter: a_finding(
            f"AFI {n}", f"The force should do {area.lower()} in way {n}.", area=area, grade=grade
        )
        for n, (letter, area) in enumerate(areas.items(), 1)
    }
    under = "\n".join(f"{findings[one].text}\nI will ask." for one in last)
    words = f"## Use of force\n{findings['A'].text}\nI will ask.\n## In the suite\n{findings['B'].text}\nI will ask.\n## Care\n{under}"
    facts = some_facts(*findings.values())
    found = [
        one
        for one in finding_order_or_grade(a_response(words, facts))
        if "belongs to “" in one.message
    ]
    assert bool(found) is is_told
