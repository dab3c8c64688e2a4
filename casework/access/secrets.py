"""Secrets of links and sessions: long, random, and kept only as their hash."""

import secrets
from hashlib import sha256

SECRET_BYTES = 32


def new_secret() -> str:
    """Return a secret that can stand in a web address."""
    return secrets.token_urlsafe(SECRET_BYTES)


def hash_of(secret: str) -> str:
    """Return what is kept of a secret."""
    return sha256(secret.encode()).hexdigest()
