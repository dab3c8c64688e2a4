"""Two responses never stand at one public address."""

from collections.abc import Callable

import pytest
from sqlmodel import select

from casework import sign_off
from casework.errors import NotAllowedError
from casework.intake import HandedIn, open_report
from models import Case
from models.words import Stage
from tests.builders import OFFICER, TEMPLATES, Service, at, by
from tests.reports import a_page

Take = Callable[[str], tuple[Service, str]]


def of_the_same_title(service: Service, stage: Stage) -> str:
    """Open a second report of the same title, of another day; bring its case to a stage."""
    page = a_page(published="12 October 2021", address="https://www.example.org/another-report/")
    other = open_report(service.record, by(OFFICER, at(11, 15)), HandedIn(page, "again.html"))[0]
    with service.record.writing() as session:
        case = session.exec(select(Case).where(Case.reference == other)).one()
        case.stage = stage
        session.add(case)
        session.commit()
    return other


def submit(service: Service, reference: str) -> int:
    return sign_off.submit(service.record, by(OFFICER, at(11, 21)), reference, TEMPLATES)


def test_a_response_whose_address_is_taken_is_not_frozen_and_the_way_out_is_told(
    on_one: Take,
) -> None:
    service, reference = on_one("reviewed")
    other = of_the_same_title(service, Stage.PUBLISHED)
    assert other != reference
    with pytest.raises(NotAllowedError, match=f"belongs to the response of {other} already"):
        submit(service, reference)


def test_a_case_that_has_no_address_yet_stands_in_nobodys_way(on_one: Take) -> None:
    service, reference = on_one("reviewed")
    of_the_same_title(service, Stage.OPENED)
    assert submit(service, reference) == 1
