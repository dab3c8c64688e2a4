"""The invented data the previews are made of: empty, one, thirty, every state of the comments."""

from __future__ import annotations

import tomllib
from dataclasses import fields
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from casework.documents.workshop.plain import as_plain, from_plain
from models.shapes.blocks import Blocks
from models.shapes.response import LetterFields, ResponseFields

if TYPE_CHECKING:
    from collections.abc import Iterator

    from casework.documents.descriptions import DocumentDescription, Fields

DATA: Final = Path(__file__).parent / "preview.toml"
STATES: Final = ("received", "nil", "declined", "late", "none", "awaited")
WITH_WORDS: Final = ("received", "late")
MANY: Final = 30
LONG_WORD: Final = "Llanfair" + "pwllgwyngyllgogery" * 6
"""Longer than a line: it must be broken or kept, and never lost."""
AWKWARD: Final = "& <ŷ> “ŵ” \"q\" 'p' ]]> &amp;"
NOT_FREE: Final = frozenset({"key", "concerns", "state", "outcome", "website", "email"})
"""Fields whose words are keys, choices or addresses: nobody types freely into them."""


WRITTEN_LAST: Final = (
    "addressee", "correction_note", "first_published", "lateness_reason", "monitoring",
    "others_cited", "overview", "publication_address", "signature",
)  # fmt: skip


class Sample(NamedTuple):
    """Data for one preview, and what it is there to show."""

    name: str
    shows: str
    values: Fields


def samples(description: DocumentDescription) -> tuple[Sample, ...]:
    """Return the data of every preview of a document type."""
    if description.fields is not ResponseFields:
        return tuple(_letters())
    blocks = {f.name: True for f in fields(Blocks) if f.default is True} | dict(description.blocks)
    return tuple(_responses(blocks))


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(DATA.read_text(encoding="utf-8"))


def _responses(blocks: dict[str, bool]) -> Iterator[Sample]:
    empty = _response(Wanted(0), blocks)
    yield Sample("empty", "no findings, no grades, no comments, nothing written", empty)
    one = _response(Wanted(1, ("received",), written=True), blocks)
    yield Sample("one", "one finding, answered; comments received; signed", one)
    draft = _response(Wanted(MANY, ("awaited",)), blocks)
    yield Sample("thirty", "thirty findings to be answered, comments awaited", draft)
    states = _response(Wanted(2, STATES, written=True), blocks)
    yield Sample("comments", "comments received, nil, declined, late, none and awaited", states)
    every = {field.name: True for field in fields(Blocks)}
    full = _response(Wanted(6, ("received", "late"), written=True), every)
    shown = "every block of wording; awkward signs and very long words in every field"
    yield Sample("awkward", shown, _awkward(full))


class Wanted(NamedTuple):
    """What a response is to hold."""

    findings: int
    states: tuple[str, ...] = ()
    """Of the comments of each force."""
    written: bool = False
    """Whether the body has written its answers and signed."""


def _response(wanted: Wanted, blocks: dict[str, bool]) -> ResponseFields:
    plain = dict(_data()["response"]) | {"blocks": blocks}
    plain["report"] = plain["report"] | _counted(wanted.findings)
    groups = _groups(wanted.findings, answered=wanted.written)
    plain["groups"], plain["grades"] = groups, [(g["heading"], g["grade"]) for g in groups]
    every = [finding for group in groups for finding in group["findings"]]
    for name, concerns in (("to_us", "us"), ("to_force", "our_force"), ("to_others", "others")):
        plain[name] = [finding for finding in every if finding["concerns"] == concerns]
    states = enumerate(wanted.states, start=1)
    plain["comments"] = [_comments(number, state) for number, state in states]
    if wanted.written:
        plain["partners"] = [_data()["partner"]]
    else:
        for name in WRITTEN_LAST:
            del plain[name]
    return from_plain(ResponseFields, plain)


def _counted(count: int) -> dict[str, int]:
    """Return how many findings the report is said to make, spread over the kinds."""
    third = count // 3
    return {
        "areas_for_improvement": count - third,
        "recommendations": third,
        "recommendations_to_force": third,
    }


def _groups(count: int, *, answered: bool) -> list[dict[str, Any]]:
    areas = _data()["areas"]
    made = [
        {"heading": heading, "grade": grade, "findings": []}
        for heading, grade in zip(areas["names"], areas["grades"], strict=True)
    ]
    for number in range(1, count + 1):
        made[(number - 1) * len(made) // max(count, len(made))]["findings"].append(
            _finding(number, answered=answered)
        )
    return [group for group in made if group["findings"]]


def _finding(number: int, *, answered: bool) -> dict[str, Any]:
    is_recommendation = number % 3 == 0
    said = _numbered(_data()["finding"], number)
    made = said | {
        "key": f"f{number:03}",
        "reference": f"Recommendation {number}" if is_recommendation else f"AFI {number}",
        "class_name": "recommendation" if is_recommendation else said["class_name"],
        "concerns": ("our_force", "us", "others")[number % 3],
        "confirmed": number % 5 != 0,
    }
    for name in () if answered else ("answer", "force_position", "owner", "due"):
        del made[name]
    return made


def _numbered(said: dict[str, Any], number: int) -> dict[str, Any]:
    def put(words: Any) -> Any:
        if isinstance(words, list):
            return [put(each) for each in words]
        return words.replace("{n}", str(number)) if isinstance(words, str) else words

    return {name: put(words) for name, words in said.items()}


def _comments(number: int, state: str) -> dict[str, Any]:
    made = dict(_data()["comments"]) | {"key": f"c{number}", "state": state}
    if number > 1:
        made["force"] = f"{made['force']} {number}"
    if state not in WITH_WORDS:
        for name in ("paragraphs", "reply"):
            del made[name]
    if state in {"none", "awaited"}:
        del made["received_on"]
    return made


def _letters() -> Iterator[Sample]:
    yield Sample("empty", "only what every letter has", _letter(0, bare=True))
    yield Sample("one", "one finding and one point, everything filled in", _letter(1))
    yield Sample("thirty", "thirty findings and thirty points", _letter(MANY))
    yield Sample(
        "awkward", "awkward signs and very long words in every field", _awkward(_letter(2))
    )


def _letter(count: int, *, bare: bool = False) -> LetterFields:
    response, plain = _data()["response"], dict(_data()["letter"])
    plain |= {"voice": response["voice"], "body": response["body"]}
    plain["report"] = response["report"] | _counted(count)
    plain["findings"] = [_finding(number, answered=True) for number in range(1, count + 1)]
    plain["points"] = [
        _numbered(_data()["point"], number) | {"number": number} for number in range(1, count + 1)
    ]
    if bare:
        later = ("publication_address", "published_response", "days_taken", "invited_on", "embargo")
        for name in (*later, "version", "version_made", "dated", "signed"):
            del plain[name]
    return from_plain(LetterFields, plain)


def _awkward(values: Fields) -> Fields:
    """Return the fields with a serial number around every text, and awkward signs in it.

    The same words get the same number: a finding stands in several lists.
    """
    numbers: dict[str, int] = {}

    def roughened(value: Any, name: str) -> Any:
        if isinstance(value, dict):
            return {key: roughened(each, key) for key, each in value.items()}
        if isinstance(value, list | tuple):
            return [roughened(each, name) for each in value]
        if not isinstance(value, str) or not value or name in NOT_FREE or "://" in value:
            return value
        number = numbers.setdefault(value, len(numbers) + 1)
        return f"w{number:03}a {value} {AWKWARD} {LONG_WORD} w{number:03}z"

    return from_plain(type(values), roughened(as_plain(values), ""))
