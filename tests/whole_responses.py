"""Whole responses of invented offices, none of them at fault, and faults put into them."""

from pathlib import Path

from casework.registers.facts_file import read_facts
from casework.rules.manuscript.response import Response
from models.shapes.checking import Facts
from tests.manuscripts import a_response

FOLDER = Path(__file__).parent / "data" / "responses"
OFFICES = tuple(sorted(path.stem for path in FOLDER.glob("*.txt")))


def words_of(office: str) -> str:
    return (FOLDER / f"{office}.txt").read_text(encoding="utf-8")


def facts_of(office: str) -> Facts:
    return read_facts((FOLDER / f"{office}.json").read_bytes(), office)


def whole(office: str, *changes: tuple[str, str]) -> Response:
    """Return a whole response, with words of it replaced once each."""
    words = words_of(office)
    for old, new in changes:
        assert old in words, old
        words = words.replace(old, new, 1)
    return a_response(words, facts_of(office))
