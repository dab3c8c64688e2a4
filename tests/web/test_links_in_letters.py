"""What a letter leads to is a page of the front desk."""

import re
from pathlib import Path

import pytest
from starlette.routing import Match

from web.pages import ROOMS

CASEWORK = Path(__file__).parents[2] / "casework"
LEGS = ("colleagues", "publication", "record", "reminders", "watching")
"""The rooms that write letters to people who sit at the desk."""
ADDRESS = re.compile(r'f?"(/(?:cases|office|open|mine)\b[^"\s]*)"')


def led_to() -> list[str]:
    """Return every address that may stand in a letter, with something in its places."""
    sources = [path.read_text("utf-8") for leg in LEGS for path in (CASEWORK / leg).glob("*.py")]
    found = {address for source in sources for address in ADDRESS.findall(source)}
    return sorted(re.sub(r"\{[^}]*\}", "1", address) for address in found)


@pytest.mark.parametrize("address", led_to())
def test_every_page_a_letter_leads_to_is_there(address: str) -> None:
    asked = {"type": "http", "method": "GET", "path": address}
    routes = [route for room in ROOMS for route in room.router.routes]
    assert any(route.matches(asked)[0] is Match.FULL for route in routes)


def test_letters_lead_somewhere() -> None:
    assert {"/mine", "/cases/1", "/cases/1/signing", "/office/waiting/1"} <= set(led_to())
