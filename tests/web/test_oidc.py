"""Coming in by the office's own sign-in: a real provider, on this machine."""

import json
import re
from base64 import urlsafe_b64encode
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx2
import pytest
from joserfc import jwt
from joserfc.jwk import RSAKey
from oidc_provider_mock import User, run_server_in_thread
from sqlmodel import select

from casework.errors import DoorError, NotAllowedError, SettingsError
from casework.identity.journey import CONFIRM, SIGN_IN, Journey
from casework.identity.provider import Provider, ProviderSettings
from casework.record.offices import load_office
from models import Identity, WebSession
from models.words import Role
from tests.builders import CHIEF_EXECUTIVE, OFFICE, OFFICER, SIGNATORY, Service, at
from tests.casework.conftest import Take
from tests.web.desk import ADDRESS, Desk
from web.app import make_app
from web.place import Place

NOW = datetime.now(UTC)
"""The moment of a token made here. A desk before the real provider asks the clock itself: its
tokens bear the world's time, and a run of all tests takes longer than they last."""
BACK = f"{ADDRESS}/sign-in-elsewhere/back"
USERS = {
    "lockhart-1": ("priya.lockhart@arden-commissioner.example", True),
    "adeyemi-1": ("rupert.adeyemi@arden-commissioner.example", True),
    "whitcombe-1": ("", True),
    "unverified-1": ("priya.lockhart@arden-commissioner.example", False),
    "stranger-1": ("somebody@elsewhere.example", True),
}


@pytest.fixture(scope="module")
def issuer() -> Iterator[str]:
    """Give the address of a provider that runs on this machine."""
    users = [
        User(
            sub=sub,
            claims={"email": email, "email_verified": verified, "groups": GROUPS.get(sub, [])},
        )
        for sub, (email, verified) in USERS.items()
    ]
    with run_server_in_thread(user_claims=users, require_nonce=True) as server:
        yield f"http://localhost:{server.server_port}"


GROUPS = {
    "lockhart-1": ["Policy team", "signatory", "service", "no such role"],
    "adeyemi-1": ["finance_officer"],
}


def settings_of(issuer: str, **more: Any) -> ProviderSettings:
    return ProviderSettings(issuer, "section55", "a-secret", "the Arden account", **more)


def at_the_door(service: Service, settings: ProviderSettings) -> Desk:
    """Return a front desk with a provider, and somebody before it who is not signed in."""
    desk = Desk(service, datetime.now(UTC))
    desk.place = Place(lambda: service.doors, ADDRESS, lambda: desk.now, Provider(settings))
    desk.browser = type(desk.browser)(make_app(desk.place), base_url=ADDRESS, follow_redirects=True)
    return desk


def way_out(desk: Desk, path: str = "/sign-in-elsewhere") -> str:
    """Return where a browser is sent to sign in."""
    answer = desk.browser.get(path, follow_redirects=False)
    assert answer.status_code == 303, answer.text
    return answer.headers["location"]


def agreed(way: str, who: str, **form: str) -> str:
    """Sign in at the provider's own page; return where it leads back to."""
    answer = httpx2.post(way, data={"sub": who, **form}, follow_redirects=False)
    assert answer.status_code in {302, 303}, answer.text
    return answer.headers["location"]


def enter(desk: Desk, who: str, status: int = 200) -> str:
    """Go out, sign in as somebody, and come back."""
    answer = desk.browser.get(agreed(way_out(desk), who))
    assert answer.status_code == status, answer.text
    return answer.text


def rows(service: Service, table: type) -> list[Any]:
    with service.record.reading() as session:
        return list(session.exec(select(table)))


def test_the_sign_in_page_offers_both_ways(service: Service, issuer: str) -> None:
    shown = at_the_door(service, settings_of(issuer)).get("/sign-in")
    assert "Send me a link" in shown
    assert "Go to the Arden account" in shown
    assert "Arden account" not in Desk(service).get("/sign-in")


def test_somebody_with_a_verified_address_comes_in_and_is_linked_on_the_record(
    service: Service, issuer: str
) -> None:
    desk = at_the_door(service, settings_of(issuer))
    assert "Nothing needs you" in enter(desk, "lockhart-1")
    (row,) = rows(service, Identity)
    assert (row.issuer, row.subject) == (issuer, "lockhart-1")
    shown = desk.get("/me")
    assert "Priya Lockhart" in shown
    assert "by the office’s own sign-in" in shown


def test_once_linked_a_changed_address_does_not_matter(service: Service, issuer: str) -> None:
    enter(at_the_door(service, settings_of(issuer)), "lockhart-1")
    changed = OFFICE.replace("priya.lockhart@", "p.lockhart@")
    load_office(service.record, changed, "office.toml", at(10, 14))
    assert "Nothing needs you" in enter(at_the_door(service, settings_of(issuer)), "lockhart-1")
    assert len(rows(service, Identity)) == 1


@pytest.mark.parametrize("who", ["stranger-1", "unverified-1", "whitcombe-1"])
def test_whoever_the_office_does_not_know_gets_one_sentence(
    service: Service, issuer: str, who: str
) -> None:
    desk = at_the_door(service, settings_of(issuer))
    told = enter(desk, who, 403)
    assert "You are known to the Arden account, but not to this office" in told
    assert "Send me a link" in told
    assert rows(service, WebSession) == []


def test_it_is_asked_with_proof_of_possession_and_numbers_of_its_own(
    service: Service, issuer: str
) -> None:
    desk = at_the_door(service, settings_of(issuer))
    first, second = (parse_qs(urlsplit(way_out(desk)).query) for _ in range(2))
    assert first["code_challenge_method"] == ["S256"]
    assert first["response_type"] == ["code"]
    assert first["redirect_uri"] == [BACK]
    for name in ("state", "nonce", "code_challenge"):
        assert first[name] != second[name]


def test_a_refusal_by_the_provider_is_told_in_our_words_not_in_its(
    service: Service, issuer: str
) -> None:
    desk = at_the_door(service, settings_of(issuer))
    state = parse_qs(urlsplit(way_out(desk)).query)["state"][0]
    answer = desk.browser.get(
        f"{BACK}?error=access_denied&error_description=Call+0900+for+help&state={state}"
    )
    assert answer.status_code == 403
    assert "You did not sign in at the Arden account" in answer.text
    assert "0900" not in answer.text


def test_a_way_back_is_gone_once_and_by_the_browser_that_went_out(
    service: Service, issuer: str
) -> None:
    desk, other = (at_the_door(service, settings_of(issuer)) for _ in range(2))
    back = agreed(way_out(desk), "lockhart-1")
    assert "used or is too old" in other.browser.get(back).text
    kept = dict(desk.browser.cookies)
    assert "Nothing needs you" in desk.browser.get(back).text
    again = at_the_door(service, settings_of(issuer))
    for name, value in kept.items():
        again.browser.cookies.set(name, value)
    assert again.browser.get(back).status_code == 403
    assert len(rows(service, WebSession)) == 1


def test_a_way_back_that_took_too_long_is_refused(service: Service, issuer: str) -> None:
    desk = at_the_door(service, settings_of(issuer))
    back = agreed(way_out(desk), "lockhart-1")
    desk.now += timedelta(minutes=10)
    assert "used or is too old" in desk.browser.get(back).text


def test_another_purpose_written_into_the_cookie_opens_nothing(
    service: Service, issuer: str
) -> None:
    desk = at_the_door(service, settings_of(issuer))
    back = agreed(way_out(desk), "lockhart-1")
    kept = desk.browser.cookies["__Host-journey"]
    desk.browser.cookies.clear()
    desk.browser.cookies.set("__Host-journey", kept.replace(SIGN_IN, CONFIRM))
    assert "used or is too old" in desk.browser.get(back).text


def test_a_provider_out_of_reach_leaves_the_link_by_mail(service: Service) -> None:
    desk = at_the_door(service, settings_of("http://127.0.0.1:9"))
    told = desk.browser.get("/sign-in-elsewhere")
    assert "the Arden account cannot be used just now" in told.text
    assert told.status_code < 500
    assert "Send me a link" in desk.get("/sign-in")


def test_roles_come_from_the_token_where_the_office_says_so(service: Service, issuer: str) -> None:
    told = settings_of(issuer, roles_claim="groups", roles={"Policy team": Role.HEAD_OF_POLICY})
    desk = at_the_door(service, told)
    enter(desk, "lockhart-1")
    shown = desk.get("/me")
    assert "head of policy" in shown
    for never in ("policy officer", "signatory", "service"):
        assert (
            never not in re.sub(r"<[^>]+>", " ", shown).split("Roles today")[1].split("Sign out")[0]
        )
    (row,) = rows(service, WebSession)
    assert set(json.loads(row.roles)) == {"head_of_policy", "signatory"}


def test_a_token_without_a_known_role_opens_nothing(service: Service, issuer: str) -> None:
    desk = at_the_door(service, settings_of(issuer, roles_claim="department"))
    assert "holds no role in this office today" in enter(desk, "lockhart-1", 403)


def test_acts_are_done_in_the_roles_the_token_told(on_one: Take, issuer: str) -> None:
    service, reference = on_one("reviewed")
    desk = at_the_door(service, settings_of(issuer, roles_claim="groups"))
    enter(desk, "adeyemi-1")
    path = f"/cases/{reference}/signing"
    assert "Submit it for signature" not in desk.get(path)


def test_a_token_can_take_the_pen_away_and_cannot_give_it(on_one: Take, issuer: str) -> None:
    service, reference = on_one("submitted")
    desk = at_the_door(service, settings_of(issuer, roles_claim="groups"))
    enter(desk, "adeyemi-1")
    assert "did not come in as chief executive today" in desk.get(
        f"/cases/{reference}/signing/confirm", 403
    )


def test_signing_out_ends_the_session_there_too(service: Service, issuer: str) -> None:
    desk = at_the_door(service, settings_of(issuer))
    enter(desk, "lockhart-1")
    answer = desk.browser.post("/sign-out", data=desk.carried("/me"), follow_redirects=False)
    left = desk.browser.get(answer.headers["location"])
    assert "You are signed out here" in left.text
    home = urlsplit(left.headers["refresh"].removeprefix("0; url="))
    assert f"{home.scheme}://{home.netloc}" == issuer
    assert parse_qs(home.query)["post_logout_redirect_uri"] == [f"{ADDRESS}/sign-in"]
    assert "Send me a link" in desk.get("/")


def test_who_came_by_a_link_is_not_sent_elsewhere_to_sign_out(
    service: Service, issuer: str
) -> None:
    desk = at_the_door(service, settings_of(issuer))
    desk.sign_in(OFFICER)
    assert "You are signed out" in desk.send("/me", "/sign-out")


def test_somebody_is_asked_once_more_and_signs(on_one: Take, issuer: str) -> None:
    from tests.web.test_step_up import press, send

    service, reference = on_one("submitted")
    desk = at_the_door(service, settings_of(issuer))
    enter(desk, "adeyemi-1")
    desk.now += timedelta(minutes=15)
    asked = press(desk, reference)
    assert "confirm with the Arden account" in asked
    way = way_out(desk, "/confirm-again")
    query = parse_qs(urlsplit(way).query)
    assert (query["prompt"], query["max_age"]) == (["login"], ["0"])
    desk.now = datetime.now(UTC) + timedelta(seconds=30)
    way = way_out(desk, "/confirm-again")
    told = desk.browser.get(agreed(way, "adeyemi-1")).text
    assert "You have confirmed that it is you" in told
    desk.now += timedelta(minutes=14)
    assert "You have approved it." in send(desk, reference, asked)
    assert service.file(reference).signatures[-1].confirmed_by == "provider"


def test_a_colleague_cannot_confirm_for_somebody(on_one: Take, issuer: str) -> None:
    service, _ = on_one("submitted")
    desk = at_the_door(service, settings_of(issuer))
    desk.sign_in(SIGNATORY)
    told = desk.browser.get(agreed(way_out(desk, "/confirm-again"), "adeyemi-1"))
    assert told.status_code == 403
    assert "Rupert Adeyemi signed in there, not Eleanor Whitcombe" in told.text


def test_nobody_confirms_without_being_signed_in(service: Service, issuer: str) -> None:
    desk = at_the_door(service, settings_of(issuer))
    assert "Send me a link" in desk.get("/confirm-again")


def test_an_own_directory_may_be_trusted_with_addresses_it_never_calls_verified(
    issuer: str,
) -> None:
    own = Provider(settings_of(issuer, trusts_addresses=True))
    assert own.address_in({"email": "a@b.example"}) == "a@b.example"
    assert own.address_in({"email": "a@b.example", "email_verified": False}) == ""
    plain = Provider(settings_of(issuer))
    assert plain.address_in({"email": "a@b.example"}) == ""
    assert plain.address_in({"email": "a@b.example", "email_verified": True}) == "a@b.example"


# Tokens, one by one


@cache
def _a_key() -> RSAKey:
    return RSAKey.generate_key(2048, {"kid": "one", "use": "sig"})


class Forged:
    """A provider of a test that answers with whatever token it is given."""

    def __init__(self) -> None:
        self.key = _a_key()
        self.keys = [self.key.as_dict(private=False)]
        self.asked: list[str] = []
        self.token = ""
        self.journey = Journey.starting("s" * 43, SIGN_IN, NOW)
        self.provider = Provider(settings_of("https://id.example"))
        self.provider._asked = self._answer  # type: ignore[method-assign]

    def _answer(self, method: str, address: str, **_: Any) -> dict[str, Any]:
        self.asked.append(f"{method} {address}")
        if address.endswith("openid-configuration"):
            doors = {"token_endpoint": "/token", "jwks_uri": "/keys"}
            full = {name: f"https://id.example{path}" for name, path in doors.items()}
            return {"issuer": "https://id.example", **full}
        return {"keys": self.keys} if address.endswith("/keys") else {"id_token": self.token}

    def sign(self, key: RSAKey | None = None, alg: str = "RS256", **changed: Any) -> None:
        claims = {
            "iss": "https://id.example",
            "aud": "section55",
            "sub": "x",
            "iat": int(NOW.timestamp()),
            "exp": int(NOW.timestamp()) + 300,
            "nonce": self.journey.nonce,
            **changed,
        }
        claims = {name: value for name, value in claims.items() if value is not None}
        used = key or self.key
        self.token = jwt.encode({"alg": alg, "kid": used.kid or "one"}, claims, used)

    def comes(self) -> str:
        return self.provider.who_came(BACK, self.journey, "code", NOW).subject


@pytest.fixture(scope="module")
def another_key() -> RSAKey:
    return RSAKey.generate_key(2048, {"kid": "two", "use": "sig"})


def test_a_token_that_holds_is_believed() -> None:
    forged = Forged()
    forged.sign()
    assert forged.comes() == "x"
    assert forged.asked.count("GET https://id.example/keys") == 1


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"nonce": "another"}, "another attempt"),
        ({"nonce": None}, "another attempt"),
        ({"aud": "another service"}, "another service"),
        ({"aud": ["section55", "another"]}, "another service"),
        ({"azp": "another"}, "another service"),
        ({"iss": "https://evil.example"}, "comes from elsewhere"),
        ({"exp": int(NOW.timestamp()) - 3600}, "has expired"),
        ({"exp": None}, "has expired"),
        ({"sub": None}, "not whole"),
        ({"iat": None}, "not whole"),
    ],
    ids=lambda given: "+".join(given) if isinstance(given, dict) else "refused",
)
def test_a_token_that_does_not_hold_signs_nobody_in(changed: dict[str, Any], why: str) -> None:
    forged = Forged()
    forged.sign(**changed)
    with pytest.raises(NotAllowedError, match=why):
        forged.comes()


def _unsigned(forged: Forged) -> str:
    parts = [{"alg": "none"}, {"iss": "https://id.example", "sub": "x"}]
    plain = [urlsafe_b64encode(json.dumps(part).encode()).decode().rstrip("=") for part in parts]
    del forged
    return ".".join([*plain, ""])


def _by_a_shared_secret(forged: Forged) -> str:
    from joserfc.jwk import OctKey

    del forged
    secret = OctKey.import_key("a-secret-everybody-here-could-know")
    claims = {"iss": "https://id.example", "aud": "section55", "sub": "x"}
    return jwt.encode({"alg": "HS256", "kid": "one"}, claims, secret)


def _altered(forged: Forged) -> str:
    forged.sign()
    head, body, signature = forged.token.split(".")
    return ".".join([head, body, signature[::-1]])


@pytest.mark.parametrize("forge", [_unsigned, _by_a_shared_secret, _altered, lambda _: "no token"])
def test_a_token_nobody_signed_is_refused(forge: Callable[[Forged], str]) -> None:
    forged = Forged()
    forged.token = forge(forged)
    with pytest.raises(NotAllowedError, match="could not be proved"):
        forged.comes()


def test_a_key_that_is_new_is_fetched_once_more(another_key: RSAKey) -> None:
    forged = Forged()
    forged.sign()
    forged.comes()
    forged.keys = [*forged.keys, another_key.as_dict(private=False)]
    forged.sign(another_key)
    assert forged.comes() == "x"
    assert forged.asked.count("GET https://id.example/keys") == 2


def test_a_key_nobody_knows_is_asked_for_once_and_refused(another_key: RSAKey) -> None:
    forged = Forged()
    forged.sign(another_key)
    with pytest.raises(NotAllowedError, match="unknown key"):
        forged.comes()
    assert forged.asked.count("GET https://id.example/keys") == 2


@pytest.mark.parametrize(
    "asked", [None, int(NOW.timestamp()) - 3600, "now"], ids=["unsaid", "an hour ago", "a word"]
)
def test_a_token_that_does_not_say_that_they_were_asked_again_confirms_nothing(
    asked: object,
) -> None:
    forged = Forged()
    forged.journey = replace(forged.journey, purpose=CONFIRM)
    forged.sign(auth_time=asked)
    with pytest.raises(NotAllowedError, match="did not ask you again"):
        forged.comes()


def test_a_provider_over_an_open_line_is_refused() -> None:
    with pytest.raises(SettingsError, match="over https"):
        Provider(settings_of("http://id.example"))


@pytest.mark.parametrize("answer", ["no JSON", "[]", '{"issuer": "https://another.example"}'])
def test_a_provider_that_makes_no_sense_is_told_of(answer: str) -> None:
    provider = Provider(settings_of("http://127.0.0.1:1"))
    if answer.startswith("{"):
        provider._asked = lambda *_, **__: json.loads(answer)  # type: ignore[method-assign]
    with pytest.raises(DoorError, match="cannot be used just now"):
        provider.way_out(BACK, Journey.starting("s" * 43, SIGN_IN, NOW))


@pytest.mark.parametrize(
    "kept", ["", "~~", "short~sign-in~1", f"{'s' * 43}~other~1", f"{'s' * 43}~sign-in~٣"]
)
def test_a_cookie_nobody_of_ours_wrote_is_no_journey(kept: str) -> None:
    assert Journey.kept(kept) is None


def test_each_session_is_listed_and_one_is_ended(service: Service) -> None:
    desk, phone = Desk(service), Desk(service)
    phone.browser.headers["user-agent"] = "Mozilla/5.0 (iPhone; CPU iPhone OS 17) Safari/604.1"
    desk.sign_in(CHIEF_EXECUTIVE)
    phone.sign_in(CHIEF_EXECUTIVE)
    shown = desk.get("/me")
    assert "Safari on an iPhone" in shown
    assert "At this browser" in shown
    number = re.search(r"/me/sessions/(\d+)/end", shown)
    assert number
    assert "You are signed out there." in desk.send("/me", f"/me/sessions/{number[1]}/end")
    assert "Send me a link" in phone.get("/")
    assert "Rupert Adeyemi" in desk.get("/me")


def test_a_colleague_s_session_is_not_mine_to_end(service: Service) -> None:
    desk, other = Desk(service), Desk(service)
    desk.sign_in(CHIEF_EXECUTIVE)
    other.sign_in(OFFICER)
    (first, second) = rows(service, WebSession)
    assert "no such session of yours" in desk.send("/me", f"/me/sessions/{second.id}/end", 404)
    assert first.ended_at is None
    assert "Priya Lockhart" in other.get("/me")
