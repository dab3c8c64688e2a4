"""The address of a response is known before it is signed, for the text names it."""

import tomllib
from datetime import date

from casework.rules.publishing import page_address, slug
from models.shapes.office import OfficeSettings
from tests.builders import OFFICE

PUBLISHED = date(2022, 10, 14)


def with_rule(rule: str, site: str) -> OfficeSettings:
    raw = tomllib.loads(OFFICE)
    raw["publication"] |= {"slug": rule, "site_address": site}
    return OfficeSettings.model_validate(raw)


def test_a_page_is_named_by_the_rule_of_the_office() -> None:
    office = with_rule("{reference} {title} {year}", "https://office.example/responses/")
    assert slug(office, "S55-7", "PEEL: Arden", PUBLISHED) == "s55-7-peel-arden-2022"


def test_a_page_stands_below_the_site_whether_or_not_it_ends_with_a_slash() -> None:
    for site in ("https://office.example/responses", "https://office.example/responses/"):
        office = with_rule("{title}-{reference}-{year}", site)
        assert page_address(office, "S55-7", "PEEL: Arden", PUBLISHED) == (
            "https://office.example/responses/peel-arden-s55-7-2022/"
        )
