"""A hit as a page shows it: what it is called, and the way to where it stands."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from casework.record.search_results import CaseHits, Hit
from casework.rules.snippets import Part
from models import SearchKind
from models.words import DocumentType, Language
from web.place_words import named_places

KIND_WORDS: Final = {
    SearchKind.CASE: "Names and numbers of reports",
    SearchKind.FINDING: "Findings",
    SearchKind.ANSWER: "Our answers",
    SearchKind.COMMENTS: "Comments of chief officers",
    SearchKind.REMARK: "Remarks received elsewhere",
    SearchKind.REPORT: "Text of reports",
    SearchKind.VERSION: "Word files, every version",
}
"""What can be searched, as the form and the empty page name it."""
WAYS: Final = {
    SearchKind.CASE: "",
    SearchKind.FINDING: "/findings/{}",
    SearchKind.ANSWER: "/answers/{}",
    SearchKind.COMMENTS: "/comments#came-{}",
    SearchKind.REMARK: "/remarks/{}",
    SearchKind.REPORT: "/report#{}",
}
"""The page of a case on which a hit stands, by its place."""
LETTERS: Final = frozenset(
    {
        DocumentType.INVITATION,
        DocumentType.EXTENSION,
        DocumentType.CHASER,
        DocumentType.NIL_RETURN,
    }
)
"""Documents that lie on the page of comments."""


@dataclass(frozen=True, slots=True)
class Shown:
    """One hit on the page."""

    called: str
    address: str
    snippet: tuple[Part, ...]


def shown(case: CaseHits) -> list[Shown]:
    """Return the hits of a case as its part of the page shows them."""
    named = named_places(case.cited, case.forces)
    return [Shown(_called(hit, case, named), _address(hit, case), hit.snippet) for hit in case.hits]


def _called(hit: Hit, case: CaseHits, named: Callable[[str | None], str]) -> str:
    if hit.kind is SearchKind.VERSION:
        return _version(hit, named)
    return {
        SearchKind.CASE: "The report and its case",
        SearchKind.FINDING: case.cited.get(hit.place, "A finding taken off the list"),
        SearchKind.ANSWER: named(hit.place),
        SearchKind.COMMENTS: f"What a force sent, number {hit.place}: {hit.title}",
        SearchKind.REMARK: f"Remark {hit.place}, by {hit.title}",
        SearchKind.REPORT: f"The report: {hit.title}" if hit.title else "The report",
    }[hit.kind]


def _version(hit: Hit, named: Callable[[str | None], str]) -> str:
    if hit.document and hit.document is not DocumentType.RESPONSE:
        called = hit.document.value.replace("_", " ").capitalize()
    else:
        called = "The response"
    twin = " in Welsh" if hit.language is Language.WELSH else ""
    where = f": {named(hit.place)}" if hit.place else ""
    remark = f", a comment by {hit.title}" if hit.title else ""
    return f"{called}{twin}, version {hit.version}{where}{remark}"


def _address(hit: Hit, case: CaseHits) -> str:
    way = _of_version(hit) if hit.kind is SearchKind.VERSION else WAYS[hit.kind]
    return f"/cases/{case.reference}{way.format(hit.place)}"


def _of_version(hit: Hit) -> str:
    if hit.document in LETTERS:
        return "/comments"
    if hit.document is not DocumentType.RESPONSE:
        return ""
    return "/versions" if hit.language is Language.WELSH else f"/versions#version-{hit.version}"
