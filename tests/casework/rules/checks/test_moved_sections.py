"""A section that left the report's order is told; an order that is the office's own is not."""

import pytest

from casework.rules.checks.finding_order_or_grade import finding_order_or_grade
from models.shapes.checking import FindingFacts, Severity
from tests.manuscripts import a_finding, a_response, some_facts

AREAS = {
    "Preventing crime": "good",
    "Responding to the public": "adequate",
    "Investigating crime": "good",
    "Managing offenders": "inadequate",
    "Leadership": "adequate",
}
FINDINGS = [
    a_finding(
        f"AFI {n}", f"The force should do thing {n} of what {word} asked.", area=area, grade=grade
    )
    for n, (word, (area, grade)) in enumerate(
        zip(("was", "we", "they", "you", "all"), AREAS.items(), strict=True), 1
    )
]


def told(order: str, findings: list[FindingFacts] = FINDINGS) -> list[str]:
    """Return the areas told as out of order, where sections stand in this one."""
    chosen = [findings[int(n) - 1] for n in order]
    words = "\n".join(f"## {one.area}\n{one.text}\nI will ask for a report." for one in chosen)
    found = list(finding_order_or_grade(a_response(words, some_facts(*findings))))
    assert all(one.severity is Severity.WARNING for one in found)
    return [one.message.split("”")[0][1:] for one in found if "” stands out" in one.message]


def of_two_each() -> list[FindingFacts]:
    return [
        a_finding(f"{one.ref}{letter}", one.text.replace("thing", thing), area=one.area)
        for one in FINDINGS
        for letter, thing in (("a", "some part"), ("b", "the other half"))
    ]


def in_sections(order: str) -> list[str]:
    findings = of_two_each()
    words = "\n".join(
        f"## {findings[2 * int(n) - 2].area}\n{findings[2 * int(n) - 2].text}\nI will ask.\n"
        f"{findings[2 * int(n) - 1].text}\nI will ask."
        for n in order
    )
    found = finding_order_or_grade(a_response(words, some_facts(*findings)))
    return [one.message.split("”")[0][1:] for one in found if "” stands out" in one.message]


def test_two_sections_that_changed_places_are_both_told() -> None:
    assert in_sections("12435") == ["Managing offenders", "Investigating crime"]
    assert in_sections("13245") == ["Investigating crime", "Responding to the public"]


@pytest.mark.parametrize(
    "order",
    ["12345", "41235", "23451", "21345", "12354", "54321", "34125", "24153", "132"],
)
def test_sections_in_order_first_last_or_in_an_order_of_their_own_are_not_told(order: str) -> None:
    assert in_sections(order) == []


def test_sections_by_grade_or_by_name_are_not_told() -> None:
    by_grade = [
        a_finding(one.ref, one.text, area=one.area, grade=grade)
        for one, grade in zip(FINDINGS, ("good", "adequate", "good", "poor", "poor"), strict=True)
    ]
    assert told("13245", by_grade) == []
    names = ("Able", "Court", "Beat", "Duty", "Evidence")
    by_name = [
        a_finding(one.ref, one.text, area=name) for one, name in zip(FINDINGS, names, strict=True)
    ]
    assert told("13245", by_name) == []
