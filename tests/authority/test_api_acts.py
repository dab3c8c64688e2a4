"""What a page does, the interface does too; or it is written down why it does not."""

from casework.rules.authority import AUTHORITY
from casework.rules.powers import PEOPLE
from casework.rules.progress import SERVICE
from tests.authority.page_acts import BY_A_LINK, PAGE_ACTS
from web.api.app import make_api
from web.api.document import document

OF_A_BROWSER = "begins or ends a session of a browser: a token is none"
SECRET_SHOWN = "a secret is shown once to the person themselves, who is signed in"  # noqa: S105  a reason
OFFICE = (
    "the office’s settings are changed by a person who is shown what it would do, and for some "
    "changes confirmed by a second one; no machine is asked whether it has seen that"
)
WITHOUT_AN_OPERATION = {
    "sign_out": OF_A_BROWSER,
    "sign_out_one": OF_A_BROWSER,
    "sign_out_everywhere": OF_A_BROWSER,
    "end_session": OF_A_BROWSER,
    "make_token": SECRET_SHOWN,
    "revoke_token": "a token that could take back others would keep its person from doing it",
    "make_calendar_link": SECRET_SHOWN,
    "revoke_calendar_link": SECRET_SHOWN,
    "change_settings": OFFICE,
    "confirm_settings": OFFICE,
}
"""Acts of a page that no other system does for anybody, and why."""


def operations() -> dict[str, list[dict[str, str]]]:
    """Return what the interface says of each of its ways to change something, by act."""
    said: dict[str, list[dict[str, str]]] = {}
    for ways in document(make_api())["paths"].values():
        for way in ways.values():
            if way.get("x-act", "look") != "look":
                said.setdefault(way["x-act"], []).append(way)
    return said


def test_every_act_of_a_page_is_an_operation_or_has_a_reason_why_not() -> None:
    by_page = {act.partition(":")[0] for act in PAGE_ACTS.values()}
    by_api = operations().keys()
    assert by_page - by_api == WITHOUT_AN_OPERATION.keys()
    assert by_api <= by_page, "an act that only another system can do"
    assert not WITHOUT_AN_OPERATION.keys() & by_api
    assert all(WITHOUT_AN_OPERATION.values())
    guests = {act for act in BY_A_LINK.values() if not AUTHORITY[act].by & PEOPLE}
    assert not guests & by_api, "people of a force come by their link, and by nothing else"


def test_the_interface_says_who_may_as_the_one_table_has_it() -> None:
    for act, ways in operations().items():
        power = AUTHORITY[act]
        for way in ways:
            if power.by - SERVICE == PEOPLE:
                assert way["x-who"].startswith("everybody of the office"), act
            else:
                named = {role.value.replace("_", " ") for role in power.by - SERVICE}
                assert set(way["x-who"].partition(";")[0].split(", ")) == named, act
            assert power.besides in way["x-who"], act
