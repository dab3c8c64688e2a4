"""Bytes live in the database, known by their SHA-256."""

from hashlib import sha256

from sqlmodel import Session

from casework.errors import NotFoundError
from models import Blob


def digest(data: bytes) -> str:
    """Return the SHA-256 of some bytes in hexadecimal."""
    return sha256(data).hexdigest()


def keep(session: Session, data: bytes) -> str:
    """Keep the bytes, once however often they come, and return their SHA-256."""
    key = digest(data)
    if session.get(Blob, key) is None:
        session.add(Blob(sha256=key, data=data, size=len(data)))
        session.flush()
    return key


def fetch(session: Session, key: str) -> bytes:
    """Return kept bytes, proved against their own name."""
    blob = session.get(Blob, key)
    if blob is None:
        message = f"The record holds no file with the number {key[:12]}…"
        raise NotFoundError(message)
    if digest(blob.data) != key:
        message = f"The file kept as {key[:12]}… was altered in the database: restore a backup."
        raise NotFoundError(message)
    return blob.data
