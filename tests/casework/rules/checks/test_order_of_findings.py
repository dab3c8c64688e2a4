"""One finding out of the report's order is told; an order of the office's own is none of a slip."""

from datetime import date

from casework.rules.checks.finding_order_or_grade import finding_order_or_grade
from models.shapes.checking import FindingFacts
from tests.manuscripts import a_finding, a_response, some_facts

FOR = ("force", "force", "Home Office", "Home Office", "force")
LISTED = [
    a_finding(
        f"Recommendation {n}",
        f"The {who.lower()} should do thing number {n} of what {word} asked.",
        addressee=who,
    )
    for n, (who, word) in enumerate(zip(FOR, ("was", "we", "they", "you", "all"), strict=True), 1)
]


def strays(order: list[int], *findings: FindingFacts) -> list[str]:
    """Return the references that stand out of order where findings stand in this one."""
    facts = some_facts(*(findings or LISTED))
    words = "\n".join(f"- {facts.findings[n - 1].text}" for n in order)
    found = finding_order_or_grade(a_response(words, facts))
    return [one.message.partition(" stands")[0] for one in found if "order" in one.message]


def test_one_finding_that_left_the_reports_order_is_told() -> None:
    assert strays([1, 2, 3, 4, 5]) == []
    assert strays([1, 4, 2, 3, 5]) == ["Recommendation 4"]
    assert strays([5, 4, 3, 2, 1]) == []
    assert strays([1, 3]) == []


def test_a_list_by_addressee_is_an_order_of_its_own() -> None:
    assert strays([1, 2, 5, 3, 4]) == []
    assert strays([3, 4, 1, 2, 5]) == []
    assert strays([1, 5, 2, 3, 4]) == ["Recommendation 5"]


def test_a_list_by_deadline_is_an_order_of_its_own() -> None:
    days = (date(2024, 5, 1), date(2024, 9, 1), date(2024, 7, 1), None)
    dated = [
        a_finding(
            f"Recommendation {n}",
            f"The force should do thing number {n} of its plan.",
            deadline=("By then", day) if day else None,
        )
        for n, day in enumerate(days, start=1)
    ]
    assert strays([1, 3, 2, 4], *dated) == []
    assert strays([3, 1, 2, 4], *dated) == ["Recommendation 3"]
