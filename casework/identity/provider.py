"""The office's own sign-in, spoken to: where people are sent, and what it says when they return."""

import json
from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from threading import Lock
from typing import Any
from urllib.parse import quote_plus, urlencode, urlsplit

import httpx2

from casework.errors import DoorError, SettingsError
from casework.identity.journey import CONFIRM, Journey
from casework.identity.tokens import (
    UnknownKeyError,
    check_asked_anew,
    proved,
    refused,
    unreachable,
)
from models.words import Role

TIMEOUT_SECONDS = 10.0
MOST_BYTES = 1_000_000
"""Of one answer: a provider's metadata, keys and tokens are far smaller."""
LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
SUCCESS = 200


@dataclass(frozen=True, slots=True)
class ProviderSettings:
    """How the office's own sign-in is reached, and what its tokens mean here."""

    issuer: str
    client_id: str
    client_secret: str = field(default="", repr=False)
    label: str = "your office’s sign-in"
    scope: str = "openid email profile"
    trusts_addresses: bool = False
    """Whether an address counts where nothing is said of it: some directories never say so."""
    roles_claim: str = ""
    """The claim that tells roles; empty: the record alone says who holds which."""
    roles: Mapping[str, Role] = field(default_factory=dict)
    """What a name in that claim means here; a name that is missing means what it says."""


@dataclass(frozen=True, slots=True)
class Told:
    """What the office's own sign-in says of somebody, proved."""

    issuer: str
    subject: str
    email: str
    """Empty unless the provider has verified it."""
    roles: frozenset[Role] | None
    """None where roles are not told there."""


class Provider:
    """The office's own sign-in. It remembers where its doors are, and its keys."""

    def __init__(self, settings: ProviderSettings) -> None:
        """Take its settings; nothing is asked of it yet."""
        self.settings = settings
        _check_address(settings.issuer)
        self._metadata: dict[str, Any] = {}
        self._keys: dict[str, Any] = {}
        self._lock = Lock()

    @property
    def label(self) -> str:
        """Return what the people of the office call it."""
        return self.settings.label

    def way_out(self, back: str, journey: Journey) -> str:
        """Return the address to which a browser is sent, to come back to `back`."""
        anew = {"prompt": "login", "max_age": "0"} if journey.purpose == CONFIRM else {}
        asked = {
            "response_type": "code",
            "client_id": self.settings.client_id,
            "redirect_uri": back,
            "scope": self.settings.scope,
            "state": journey.state,
            "nonce": journey.nonce,
            "code_challenge": journey.challenge,
            "code_challenge_method": "S256",
            **anew,
        }
        return _with_query(self._door("authorization_endpoint"), asked)

    def way_home(self, after: str) -> str:
        """Return where a session there is ended, if it can be; empty if not."""
        try:
            door = self._known_metadata().get("end_session_endpoint", "")
        except DoorError:
            return ""
        if not door:
            return ""
        own = {"client_id": self.settings.client_id, "post_logout_redirect_uri": after}
        return _with_query(door, own)

    def who_came(self, back: str, journey: Journey, code: str, now: datetime) -> Told:
        """Return who has come back with this code; refuse whatever cannot be proved."""
        token = self._fetch_token(back, journey, code)
        claims = self._proved(token, journey, now)
        if journey.purpose == CONFIRM:
            check_asked_anew(claims, journey, self.label)
        return Told(
            issuer=self.settings.issuer,
            subject=str(claims["sub"]),
            email=self.address_in(claims),
            roles=self._roles(claims),
        )

    def address_in(self, claims: Mapping[str, Any]) -> str:
        """Return the address a token tells, if it is verified; empty if not."""
        unsaid = self.settings.trusts_addresses
        verified = claims.get("email_verified", unsaid) is True
        return str(claims.get("email", "")) if verified else ""

    def _proved(self, token: str, journey: Journey, now: datetime) -> dict[str, Any]:
        expected = (self.settings.issuer, self.settings.client_id)
        for fresh in (False, True):
            try:
                keys = self._known_keys(fresh=fresh)
                return proved(token, keys, expected, journey, now, self.label)
            except UnknownKeyError:
                continue  # they change their keys from time to time: ask once more
        raise refused(self.label, "its signature is by an unknown key")

    def _roles(self, claims: Mapping[str, Any]) -> frozenset[Role] | None:
        if not self.settings.roles_claim:
            return None
        told = claims.get(self.settings.roles_claim, [])
        names = told.split() if isinstance(told, str) else told if isinstance(told, list) else []
        known = {role.value: role for role in Role if role is not Role.SERVICE}
        meant = {**known, **self.settings.roles}
        return frozenset(meant[name] for name in names if isinstance(name, str) and name in meant)

    def _fetch_token(self, back: str, journey: Journey, code: str) -> str:
        body = {
            "grant_type": "authorization_code",
            "code": code,
            "redirect_uri": back,
            "code_verifier": journey.verifier,
        }
        own, headers = self.settings, {}
        methods = self._known_metadata().get("token_endpoint_auth_methods_supported")
        if not own.client_secret:
            body["client_id"] = own.client_id
        elif methods is not None and "client_secret_basic" not in methods:
            body |= {"client_id": own.client_id, "client_secret": own.client_secret}
        else:
            pair = f"{quote_plus(own.client_id)}:{quote_plus(own.client_secret)}"
            headers["authorization"] = f"Basic {b64encode(pair.encode()).decode()}"
        said = self._asked("POST", self._door("token_endpoint"), data=body, headers=headers)
        token = said.get("id_token")
        if not isinstance(token, str):
            raise refused(self.label, "it gave no token")
        return token

    def _known_keys(self, *, fresh: bool) -> dict[str, Any]:
        with self._lock:
            known = self._keys
        if fresh or not known:
            known = self._asked("GET", self._door("jwks_uri"))
            with self._lock:
                self._keys = known
        return known

    def _known_metadata(self) -> dict[str, Any]:
        with self._lock:
            known = self._metadata
        if known:
            return known
        address = f"{self.settings.issuer.rstrip('/')}/.well-known/openid-configuration"
        known = self._asked("GET", address)
        if known.get("issuer") != self.settings.issuer:
            raise unreachable(self.label, "it calls itself by another name")
        with self._lock:
            self._metadata = known
        return known

    def _door(self, name: str) -> str:
        door = self._known_metadata().get(name)
        if not isinstance(door, str):
            raise unreachable(self.label, f"it names no {name.replace('_', ' ')}")
        try:
            _check_address(door)
        except SettingsError as fault:
            raise unreachable(self.label, "it would be spoken to over an open line") from fault
        return door

    def _asked(self, method: str, address: str, **more: Any) -> dict[str, Any]:
        timeout = httpx2.Timeout(TIMEOUT_SECONDS)
        try:
            with (
                httpx2.Client(timeout=timeout, follow_redirects=False, trust_env=False) as client,
                client.stream(method, address, **more) as answer,
            ):
                data = b""
                for piece in answer.iter_bytes():
                    data += piece
                    if len(data) > MOST_BYTES:
                        raise unreachable(self.label, "its answer has no end")
        except (httpx2.HTTPError, httpx2.InvalidURL) as fault:
            raise unreachable(self.label, "it does not answer") from fault
        if answer.status_code != SUCCESS:
            raise unreachable(self.label, f"it answered with status {answer.status_code}")
        try:
            said = json.loads(data)
        except ValueError as fault:
            raise unreachable(self.label, "its answer cannot be read") from fault
        if not isinstance(said, dict):
            raise unreachable(self.label, "its answer cannot be read")
        return said


def _check_address(address: str) -> None:
    """Refuse an address over an open line, but for this machine's own."""
    taken = urlsplit(address)
    if taken.scheme != "https" and not (taken.scheme == "http" and taken.hostname in LOOPBACK):
        message = f"The office’s own sign-in must be reached over https, not at {address}."
        raise SettingsError(message)


def _with_query(door: str, asked: Mapping[str, str]) -> str:
    return f"{door}{'&' if urlsplit(door).query else '?'}{urlencode(asked)}"
