"""One way out to the office's own sign-in and back, bound to one browser.

Everything that must agree on the way back is made from one secret, which only
that browser holds, for ten minutes: nothing waits on the record meanwhile.
"""

from base64 import urlsafe_b64encode
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256

JOURNEY_LIFE = timedelta(minutes=10)
SIGN_IN, CONFIRM = "sign-in", "confirm"
"""What somebody goes out for: to come in, or to be asked once more who they are."""


@dataclass(frozen=True, slots=True)
class Journey:
    """One way out and back."""

    secret: str
    purpose: str
    began: int
    """Seconds since 1970: told in whole ones, as tokens tell time."""

    @classmethod
    def starting(cls, secret: str, purpose: str, now: datetime) -> "Journey":
        """Return a journey that begins now."""
        return cls(secret, purpose, int(now.timestamp()))

    @classmethod
    def kept(cls, kept: str) -> "Journey | None":
        """Return the journey a browser has kept; None if it kept none."""
        secret, _, rest = kept.partition("~")
        purpose, _, began = rest.partition("~")
        if len(secret) < 40 or purpose not in {SIGN_IN, CONFIRM}:  # noqa: PLR2004  32 bytes
            return None
        short = began.isascii() and began.isdecimal() and len(began) <= 12  # noqa: PLR2004
        return cls(secret, purpose, int(began)) if short else None

    @property
    def to_keep(self) -> str:
        """Return what the browser keeps."""
        return f"{self.secret}~{self.purpose}~{self.began}"

    @property
    def state(self) -> str:
        """Return the number by which the way back is known to belong to this way out."""
        return self._made("state")

    @property
    def nonce(self) -> str:
        """Return the number the token must hold."""
        return self._made("nonce")

    @property
    def verifier(self) -> str:
        """Return the proof that whoever fetches the token began the journey (RFC 7636)."""
        return self._made("verifier")

    @property
    def challenge(self) -> str:
        """Return the hash of the proof, as it is sent ahead."""
        hashed = sha256(self.verifier.encode()).digest()
        return urlsafe_b64encode(hashed).decode().rstrip("=")

    def is_over(self, now: datetime) -> bool:
        """Return whether the journey took too long."""
        return now >= datetime.fromtimestamp(self.began, UTC) + JOURNEY_LIFE

    def _made(self, what: str) -> str:
        # The purpose and the time are part of it: altered in the browser, nothing agrees any more.
        return sha256(f"{what}:{self.to_keep}".encode()).hexdigest()
