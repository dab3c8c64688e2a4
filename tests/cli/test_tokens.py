"""A token is printed once, listed without its secret, and taken back."""

import pytest

from casework.access import caller, hash_of
from cli.given import now
from cli.what_next import the_record
from tests.cli.terminal import HEAD, OFFICE, OFFICER, Terminal


@pytest.fixture
def office(terminal: Terminal) -> Terminal:
    terminal.do("office", "load", OFFICE)
    return terminal


def test_a_token_is_printed_once_listed_and_taken_back(office: Terminal) -> None:
    made = office.do("tokens", "make", "Intranet", "--write", "--days", "7", by=OFFICER).out
    secret = made.split()[0]
    known = caller(the_record(), hash_of(secret), now())
    assert known
    assert (known.visitor.person.key, known.token.may_write) == (OFFICER, True)
    listed = office.do("tokens", "list", "--of", OFFICER).out
    assert "Intranet" in listed
    assert "read and act" in listed
    assert secret not in listed
    assert office.do("tokens", "list", "--of", HEAD).out == "No token has been made.\n"
    office.do("tokens", "revoke", "1", by=OFFICER)
    assert "taken back" in office.do("tokens", "list").out
    assert caller(the_record(), hash_of(secret), now()) is None


def test_the_same_act_number_again_prints_no_token_that_opens_nothing(office: Terminal) -> None:
    words = ("tokens", "make", "Intranet", "--as", OFFICER, "--act-id", "once")
    assert office.try_(*words).out.startswith("s55_")
    assert "was made already" in office.refused(*words)


def test_nobody_takes_back_somebody_elses_token(office: Terminal) -> None:
    office.do("tokens", "make", "Intranet", by=OFFICER)
    said = office.refused("tokens", "revoke", "1", "--as", "whitcombe")
    assert "somebody else's" in said


@pytest.mark.parametrize("days", ["0", "367"])
def test_a_token_works_for_days_that_can_be_chosen(office: Terminal, days: str) -> None:
    words = ("tokens", "make", "Intranet", "--days", days, "--as", OFFICER)
    assert "1 to 366 days" in office.refused(*words)


def test_a_token_acts_for_somebody_named(office: Terminal) -> None:
    assert "--as PERSON" in office.refused("tokens", "make", "Intranet")
