"""At a terminal: approved subject to amendments, certified, and a code before a signature."""

import re

import pytest

from casework import review, sign_off
from casework.settings import settings
from casework.wiring import forget
from models.review_words import Decision
from tests.builders import HEAD, OFFICER, TEMPLATES, Service, at, by
from tests.casework.conftest import Take, empty_record, on_one, postgresql, shelves
from tests.cli.terminal import CASE, CHIEF_EXECUTIVE, Terminal

__all__ = ["empty_record", "on_one", "postgresql", "shelves"]


@pytest.fixture
def submitted(
    on_one: Take, terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> tuple[Service, Terminal]:
    """Give a case that is with its signatories, and a terminal before it."""
    service, _ = on_one("submitted")
    monkeypatch.setenv("SECTION55_OUTPUTS", str(service.folder))
    monkeypatch.setenv("SECTION55_DATABASE_URL", service.database_url)
    settings.cache_clear()
    forget()
    return service, terminal


def amended(service: Service) -> None:
    """Make the amendments, decide them, and submit the response anew."""
    service.check_in(CASE, service.edited(CASE, "I warmly welcome it."), moment=at(11, 23))
    for row in service.file(CASE).open_remarks:
        hand = by(HEAD, at(11, 23))
        review.decide_remark(
            service.record, hand, CASE, row.number, Decision.TAKEN, "As was asked."
        )
    sign_off.submit(service.record, by(OFFICER, at(11, 23, 12)), CASE, TEMPLATES)


def test_it_is_approved_subject_to_amendments_and_certified(
    submitted: tuple[Service, Terminal],
) -> None:
    service, terminal = submitted
    wanted = ("--subject-to", "overview: say “warmly”", "--subject-to", "Note: a colon.")
    told = terminal.do("approve", CASE, *wanted, by=CHIEF_EXECUTIVE, at="2022-11-22T09:00").out
    assert "in review again, subject to amendments: remarks 1, 2." in told
    assert [(row.place, row.words) for row in service.file(CASE).open_remarks] == [
        ("overview", "say “warmly”"),
        ("", "Note: a colon."),
    ]
    amended(service)
    told = terminal.do("certify", CASE, by=OFFICER, at="2022-11-24T09:00").out
    assert re.search(r"approved, versions \d+ and \d+ compared\.", told)
    assert "approved" in [row.step for row in service.file(CASE).signatures]


def test_a_certificate_is_refused_with_a_reason(submitted: tuple[Service, Terminal]) -> None:
    service, terminal = submitted
    words = ("approve", CASE, "--subject-to", "Say so.")
    terminal.do(*words, by=CHIEF_EXECUTIVE, at="2022-11-22T09:00")
    amended(service)
    told = terminal.do("certify", CASE, "--refuse", "A line was added.", by=OFFICER).out
    assert "whoever approved it is asked again" in told
    assert "Nothing of" in terminal.refused("certify", CASE, "--as", OFFICER)


def test_approve_alone_is_the_next_signature(submitted: tuple[Service, Terminal]) -> None:
    service, terminal = submitted
    terminal.do("approve", CASE, by=CHIEF_EXECUTIVE, at="2022-11-22T09:00")
    assert [row.step for row in service.file(CASE).signatures] == ["submitted", "approved"]


def test_a_code_is_printed_and_kept_by_its_hash(submitted: tuple[Service, Terminal]) -> None:
    _, terminal = submitted
    told = terminal.do("users", "code", CHIEF_EXECUTIVE).out
    assert re.match(r"\d{6}\n", told)
    assert "Nobody called nobody works in this office" in terminal.refused(
        "users", "code", "nobody"
    )
