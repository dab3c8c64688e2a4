"""A file that says it is in another language: screen readers speak it as they are told."""

from collections.abc import Iterator
from typing import Final

from casework.rules.checks.noticing import noticed
from casework.rules.manuscript.response import Response
from models.shapes.checking import Observation, Severity

CHECK: Final = "document_language"
BRITISH: Final = "en-GB"
REMEDY: Final = "In Word: select everything, then Review > Language > Set Proofing Language."


def document_language(response: Response) -> Iterator[Observation]:
    """Yield one observation if the file gives its language as another than the response's."""
    said, wanted = _meant(response.read.language), _meant(response.facts.language)
    if said and wanted and not _is_same(said.casefold(), wanted.casefold()):
        message = f"The file says that its words are in “{said}”, not in “{wanted}”."
        yield noticed(CHECK, Severity.NOTE, message, suggestion=REMEDY, style=True)


def _meant(language: str | None) -> str:
    """Return a language by its full name: English without a country is that of this one."""
    told = (language or "").replace("_", "-")
    return BRITISH if told.casefold() == "en" else told


def _is_same(said: str, wanted: str) -> bool:
    """Return whether two languages are one, the country of either left out or not."""
    return f"{said}-".startswith(f"{wanted}-") or f"{wanted}-".startswith(f"{said}-")
