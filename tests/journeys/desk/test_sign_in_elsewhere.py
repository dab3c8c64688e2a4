"""Coming in by the office's own sign-in: a real provider on this machine, in a real browser."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from oidc_provider_mock import User, run_server_in_thread

from casework.identity.provider import Provider, ProviderSettings
from tests.builders import OFFICER, Service
from tests.journeys.desk.conftest import Enter, Opened
from tests.journeys.desk.house import House
from tests.journeys.desk.somebody import Somebody

pytestmark = [pytest.mark.browser, pytest.mark.slow]
KNOWN, STRANGER = "lockhart-1", "stranger-1"
ADDRESSES = {
    KNOWN: "priya.lockhart@arden-commissioner.example",
    STRANGER: "somebody@elsewhere.example",
}


@pytest.fixture(scope="module")
def provider() -> Iterator[Provider]:
    """Give the office's own sign-in: a provider that runs on this machine."""
    users = [
        User(sub=sub, claims={"email": email, "email_verified": True})
        for sub, email in ADDRESSES.items()
    ]
    with run_server_in_thread(user_claims=users, require_nonce=True) as server:
        issuer = f"http://localhost:{server.server_port}"
        yield Provider(ProviderSettings(issuer, "section55", "a-secret", "the Arden account"))


@pytest.fixture
def house(service: Service, house_of: Opened, provider: Provider) -> House:
    # A token bears the world's time.
    opened: House = house_of(service, datetime.now(UTC), provider)
    return opened


def goes_there(somebody: Somebody, way: str, who: str = KNOWN) -> None:
    """Go to the provider's page, sign in there, and come back."""
    somebody.page.get_by_role("button", name=way).click()
    signs_in_there(somebody, who)


def signs_in_there(somebody: Somebody, who: str = KNOWN) -> None:
    somebody.page.get_by_role("button", name=who, exact=True).click()
    somebody.page.wait_for_url(f"{somebody.house.address}/**")
    somebody.look()


def test_somebody_comes_in_and_goes_out_by_the_office_s_own_sign_in(
    house: House, enter: Enter
) -> None:
    officer = enter(house)
    officer.go("/monday")
    officer.sees("Or sign in with the Arden account")
    goes_there(officer, "Go to the Arden account")
    officer.sees("Week of")
    officer.follow("Priya Lockhart")
    officer.sees("by the office’s own sign-in")
    officer.page.get_by_role("button", name="Sign out", exact=True).click()
    officer.page.get_by_role("button", name="End session").click()
    officer.page.wait_for_load_state()
    officer.page.wait_for_url(f"{house.address}/sign-in")
    officer.look()
    officer.go("/me")
    officer.sees("We send you a link.")


def test_whoever_the_office_does_not_know_is_told_so_in_words(house: House, enter: Enter) -> None:
    stranger = enter(house, on_a_telephone=True)
    stranger.go("/sign-in")
    goes_there(stranger, "Go to the Arden account", STRANGER)
    stranger.sees("There is a problem", "You are known to the Arden account, but not to this")
    stranger.sees("Send me a link")


def test_somebody_confirms_there_that_it_is_still_they(house: House, enter: Enter) -> None:
    officer = enter(house, OFFICER)
    house.now = datetime.now(UTC) + timedelta(seconds=5)
    officer.page.goto("/confirm-again")
    signs_in_there(officer)
    officer.sees("You have confirmed that it is you")
