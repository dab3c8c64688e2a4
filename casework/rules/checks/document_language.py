"""A file that says it is in another language: screen readers speak it as they are told."""

from collections.abc import Iterator
from typing import Final

from casework.rules.checks.noticing import noticed
from casework.rules.manuscript.response import Response
from models.shapes.checking import Observation, Severity

CHECK: Final = "document_language"
REMEDY: Final = "In Word: select everything, then Review > Language > Set Proofing Language."


def document_language(response: Response) -> Iterator[Observation]:
    """Yield one observation if the file gives its language as another than the response's."""
    said, wanted = response.read.language, response.facts.language
    # "en-GB" is "en": a language without its country is that of any country.
    alike = said and f"{said}-".casefold().startswith(f"{wanted}-".casefold())
    if said and wanted and not alike:
        message = f"The file says that its words are in “{said}”, not in “{wanted}”."
        yield noticed(CHECK, Severity.NOTE, message, suggestion=REMEDY, style=True)
