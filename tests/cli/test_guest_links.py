"""A link for a force is printed once, listed without its secret, and taken back."""

import pytest

from casework.access import guest, hash_of
from casework.comments import say_no_comments
from casework.errors import NotAllowedError
from casework.record.hand import the_service
from casework.rules.tellers import Teller
from cli.given import now
from cli.what_next import the_record
from tests.cli.terminal import CASE, OFFICE, OFFICER, REPORT, Terminal


@pytest.fixture
def opened(terminal: Terminal) -> Terminal:
    terminal.do("office", "load", OFFICE)
    terminal.do("open", REPORT, by=OFFICER, at="2022-10-14T09:00")
    return terminal


def test_a_link_is_printed_once_listed_and_taken_back(opened: Terminal) -> None:
    made = opened.do("guest-link", CASE, "--days", "7", by=OFFICER).out
    secret = made.split("/g/")[1].split()[0]
    assert guest(the_record(), hash_of(secret), now()).case.reference == CASE
    listed = opened.do("guest-links", CASE).out
    assert "works" in listed
    assert secret not in listed
    marsh = Teller("Alex Marsh", "Staff officer", "a.marsh@force.example")
    say_no_comments(the_record(), the_service(now()), hash_of(secret), marsh, "None this time.")
    assert "Alex Marsh (Staff officer)" in opened.do("guest-links", CASE).out
    opened.do("guest-link", CASE, "--revoke", "1", by=OFFICER)
    assert "taken back" in opened.do("guest-links", CASE).out
    with pytest.raises(NotAllowedError, match="taken this link back"):
        guest(the_record(), hash_of(secret), now())


def test_the_same_act_number_again_prints_no_link_that_opens_nothing(opened: Terminal) -> None:
    words = ("guest-link", CASE, "--as", OFFICER, "--act-id", "once")
    assert "/g/" in opened.try_(*words).out
    assert "was made already" in opened.refused(*words)


def test_a_version_that_is_not_there_cannot_be_checked(opened: Terminal) -> None:
    words = ("guest-link", CASE, "--fact-check", "9", "--as", OFFICER)
    assert "There is no version 9" in opened.refused(*words)
