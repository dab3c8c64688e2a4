"""Who somebody at a force says they are: what is taken and what is refused."""

import pytest

from casework.rules.tellers import LONGEST_LINE, Teller, one_line, some_lines

RIGHT = Teller("A. Marsh", "Chief Inspector", "a.marsh@force.example")
NO_ADDRESS = ("email", "Enter your e-mail address at work, as in a.marsh@force.example.")


def test_whoever_says_everything_is_not_asked_again() -> None:
    assert list(RIGHT.faults()) == []
    assert RIGHT.named == "A. Marsh (Chief Inspector)"


def test_everything_that_is_missing_is_asked_for_at_once() -> None:
    assert list(Teller("", "", "").faults()) == [
        ("name", "Enter your name."),
        ("rank", "Enter your rank or role."),
        NO_ADDRESS,
    ]


@pytest.mark.parametrize(
    "address", ["marsh", "@force.example", "a.marsh@", "a.marsh@force", "a marsh@force.example"]
)
def test_what_cannot_be_an_address_is_refused(address: str) -> None:
    assert list(RIGHT.__class__("A", "B", address).faults()) == [NO_ADDRESS]


@pytest.mark.parametrize("address", ["a@b.example", "a.marsh+55@mail.force.example"])
def test_what_may_be_an_address_is_taken(address: str) -> None:
    assert list(RIGHT.__class__("A", "B", address).faults()) == []


def test_a_line_may_be_as_long_as_it_may_be_and_no_longer() -> None:
    longest = "x" * (LONGEST_LINE - len("@force.example")) + "@force.example"
    assert list(Teller("n" * LONGEST_LINE, "r" * LONGEST_LINE, longest).faults()) == []
    too_long = "This is longer than 200 characters: shorten it."
    assert list(Teller("n" * 201, "r" * 201, "x" + longest).faults()) == [
        ("name", too_long),
        ("rank", too_long),
        ("email", too_long),
    ]


def test_lines_are_made_plain() -> None:
    assert Teller.of(" A.\u200b Marsh\n", "Chief\tInspector", " a@b.example ") == Teller(
        "A. Marsh", "Chief Inspector", "a@b.example"
    )
    assert one_line("two\r\nlines") == "two lines"


def test_several_lines_stay_lines() -> None:
    assert some_lines(" one \r\ntwo\r\rthree\u200b\n") == "one\ntwo\n\nthree"
