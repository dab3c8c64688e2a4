"""An identity token, proved: signed by the provider, for us, for this journey, and in time."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from casework.errors import DoorError, NotAllowedError
from casework.identity.journey import Journey

ALGORITHMS = ("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512")
"""Signatures with a key only the provider has: never `none`, never a shared secret."""
LEEWAY_SECONDS = 60
"""How far the clocks of two machines may be apart."""
NOT_PROVED = (
    "What {label} said of you could not be proved ({why}), so nobody was signed in. Try again, or "
    "use a link by e-mail."
)


class UnknownKeyError(Exception):
    """The token is signed with a key that is not among those known: they may have changed."""


def proved(
    token: str,
    keys: Mapping[str, Any],
    expected: tuple[str, str],
    journey: Journey,
    now: datetime,
    label: str,
) -> dict[str, Any]:
    """Return what a token says; refuse it unless everything of it holds.

    `expected` are the issuer and our own name with it.
    """
    # Loaded when somebody comes back: few starts of the service need it, and it takes its time.
    from joserfc import jwt  # noqa: PLC0415
    from joserfc.errors import InvalidKeyIdError, JoseError  # noqa: PLC0415
    from joserfc.jwk import KeySet  # noqa: PLC0415

    issuer, client_id = expected
    known = {"keys": [key for key in keys.get("keys", []) if key.get("use", "sig") == "sig"]}
    try:
        decoded = jwt.decode(token, KeySet.import_key_set(known), algorithms=ALGORITHMS)  # type: ignore[arg-type]
        rules = jwt.JWTClaimsRegistry(
            now=int(now.timestamp()),
            leeway=LEEWAY_SECONDS,
            iss={"essential": True, "value": issuer},
            aud={"essential": True, "value": client_id},
            sub={"essential": True},
            exp={"essential": True},
            iat={"essential": True},
            nonce={"essential": True, "value": journey.nonce},
        )
        rules.validate(decoded.claims)
    except InvalidKeyIdError as fault:
        raise UnknownKeyError from fault
    except (JoseError, ValueError, TypeError, KeyError) as fault:
        raise refused(label, _why(fault)) from fault
    _check_audience(decoded.claims, client_id, label)
    return dict(decoded.claims)


def check_asked_anew(claims: Mapping[str, Any], journey: Journey, label: str) -> None:
    """Refuse a token that does not say that the person was asked again on this journey."""
    asked = claims.get("auth_time")
    if not isinstance(asked, int) or asked < journey.began - LEEWAY_SECONDS:
        raise refused(label, "it did not ask you again who you are")


def refused(label: str, why: str) -> NotAllowedError:
    """Return the refusal of a token."""
    return NotAllowedError(NOT_PROVED.format(label=label, why=why))


def unreachable(label: str, why: str) -> DoorError:
    """Return what is said when the provider gives no answer that can be used."""
    return DoorError(
        f"{label} cannot be used just now ({why}). Try again in a moment, or use a link by e-mail."
    )


def _check_audience(claims: Mapping[str, Any], client_id: str, label: str) -> None:
    audience, party = claims.get("aud"), claims.get("azp")
    several = isinstance(audience, list) and len(audience) > 1
    if (party is not None or several) and party != client_id:
        raise refused(label, "it was made for another service")


def _why(fault: Exception) -> str:
    named = getattr(fault, "claim", "") or getattr(fault, "error", "")
    reasons = {
        "nonce": "it belongs to another attempt",
        "aud": "it was made for another service",
        "iss": "it comes from elsewhere",
        "exp": "it has expired",
        "expired_token": "it has expired",
        "bad_signature": "its signature is wrong",
        "unsupported_algorithm": "it is not signed as it should be",
    }
    return reasons.get(str(named), "it is not whole")
