"""The page a template is laid out on, and the language it is in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from casework.errors import SettingsError

if TYPE_CHECKING:
    from collections.abc import Iterable

SHORT, LONG, MARGIN = 11906, 16838, 1276
"""A4 and its side margins, in twentieths of a point."""
USUAL_LANGUAGE: Final = "en-GB"
HEADERS: Final = (
    '<w:headerReference w:type="first" r:id="rIdLetterhead"/>'
    '<w:headerReference w:type="default" r:id="rIdHeader"/>'
    '<w:footerReference w:type="first" r:id="rIdFooter"/>'
    '<w:footerReference w:type="default" r:id="rIdFooter"/>'
)
"""The first page carries the letterhead."""


@dataclass(frozen=True, slots=True)
class Page:
    """A4, upright or landscape, in one language."""

    landscape: bool = False
    language: str = USUAL_LANGUAGE

    @property
    def width(self) -> int:
        """Return the width between the margins, in twentieths of a point."""
        return (LONG if self.landscape else SHORT) - 2 * MARGIN

    @property
    def section(self) -> str:
        """Return the section properties that end the body."""
        size = f'w:w="{SHORT}" w:h="{LONG}"'
        if self.landscape:
            size = f'w:w="{LONG}" w:h="{SHORT}" w:orient="landscape"'
        return (
            f"<w:sectPr>{HEADERS}<w:pgSz {size}/>"
            f'<w:pgMar w:top="1418" w:right="{MARGIN}" w:bottom="{MARGIN}" w:left="{MARGIN}" '
            'w:header="680" w:footer="567" w:gutter="0"/><w:titlePg/></w:sectPr>'
        )

    def fitted(self, part: bytes) -> bytes:
        """Return the styles or settings with the right edge and the language of this page."""
        edge = f'w:tab w:val="right" w:pos="{Page().width}"'
        part = part.replace(
            edge.encode(), edge.replace(str(Page().width), str(self.width)).encode()
        )
        language = f'w:val="{USUAL_LANGUAGE}"'
        return part.replace(language.encode(), f'w:val="{self.language}"'.encode())


def page_of(wishes: Iterable[str]) -> Page:
    """Return the page that the lines of a `[page]` section wish for."""
    landscape, language = False, USUAL_LANGUAGE
    for wish in wishes:
        word, _, said = wish.strip().partition(" ")
        if wish.strip() == "landscape":
            landscape = True
        elif word == "lang" and said:
            language = said
        else:
            message = f"A page can be “landscape” or in a “lang”, not “{wish}”."
            raise SettingsError(message)
    return Page(landscape, language)
