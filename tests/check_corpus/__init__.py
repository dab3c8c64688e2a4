"""Responses of many offices in Word, clean and defective, by which the checks are judged."""

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from tests.check_corpus.building import built
from tests.check_corpus.labels import CHECKS, Document, Label

__all__ = ["CHECKS", "HALVES", "Document", "Label", "documents", "fingerprints", "folders"]

HALVES = ("blind", "open", "third", "later")
"""Without sight of the checks; aimed at their weak spots; without sight again, later."""
SOURCES = ("response.txt", "facts.json", "defects.toml")
"""What a folder holds."""
HERE = Path(__file__).parent


def folders(half: str) -> list[Path]:
    """Return the folders of a half, one per response, in order of name."""
    return sorted(path.parent for path in (HERE / half).glob("*/response.txt"))


def documents(half: str) -> Iterator[Document]:
    """Yield every document of a half: each clean response, then its variants."""
    for folder in folders(half):
        yield from built(folder, half)


def fingerprints(half: str) -> dict[str, str]:
    """Return what the sources of each folder of a half amount to, to see that none has changed."""
    return {
        folder.name: sha256(
            b"\0".join((folder / name).read_bytes() for name in SOURCES)
        ).hexdigest()
        for folder in folders(half)
    }
