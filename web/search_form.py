"""What was asked of the search: read from an address, and written into one again."""

from dataclasses import dataclass, replace
from typing import Annotated, Final, Self
from urllib.parse import urlencode

from fastapi import Depends, Query

from casework.record.search_results import Wanted
from casework.rules.asked_words import LONGEST_ASKED
from models import SearchKind
from models.words import Stage

EVERYWHERE: Final = Wanted()
LONGEST_NUMBER: Final = 6
"""Digits of a page's number: more is asked of no list, and no machine counts so far."""


@dataclass(frozen=True, slots=True)
class SearchForm:
    """The words that were typed, and where to look for them."""

    words: str = ""
    wanted: Wanted = EVERYWHERE

    @classmethod
    def of(
        cls,
        *,
        words: str,
        kind: str = "",
        force: str = "",
        stage: str = "",
        year: str = "",
        reference: str = "",
        number: str = "",
    ) -> Self:
        """Return what an address asks for; what it does not know is left out."""
        wanted = Wanted(
            kind=SearchKind(kind) if kind in set(SearchKind) else None,
            force=_plain(force),
            stage=Stage(stage) if stage in set(Stage) else None,
            year=_number(year) if len(year) == len("2022") else None,
            reference=_plain(reference).strip().upper(),
            number=_number(number) or 1,
        )
        return cls(_plain(words)[:LONGEST_ASKED], wanted)

    def query(self, number: int = 1, reference: str = "") -> str:
        """Return the same question as part of an address: another page, or within one case."""
        wanted = replace(self.wanted, number=number, reference=reference or self.wanted.reference)
        said = {
            "q": self.words,
            "kind": wanted.kind,
            "force": wanted.force,
            "stage": wanted.stage,
            "year": wanted.year,
            "case": wanted.reference,
            "page": number if number > 1 else None,
        }
        return urlencode({key: str(value) for key, value in said.items() if value})

    @property
    def everywhere(self) -> str:
        """Return the same words looked for everywhere, as part of an address."""
        return SearchForm(self.words).query()

    @property
    def is_narrowed(self) -> bool:
        """Return whether it looks in some places only."""
        return replace(self.wanted, number=1) != EVERYWHERE


def search_form(
    q: str = "",
    kind: str = "",
    force: str = "",
    stage: str = "",
    year: str = "",
    case: str = "",
    number: Annotated[str, Query(alias="page")] = "",
) -> SearchForm:
    """Return what the address asks for."""
    return SearchForm.of(
        words=q, kind=kind, force=force, stage=stage, year=year, reference=case, number=number
    )


SearchFor = Annotated[SearchForm, Depends(search_form)]


def _number(typed: str) -> int | None:
    return (
        int(typed) if typed.isascii() and typed.isdigit() and len(typed) <= LONGEST_NUMBER else None
    )


def _plain(typed: str) -> str:
    """Return what was typed without the sign no database takes."""
    return typed.replace("\0", " ")
