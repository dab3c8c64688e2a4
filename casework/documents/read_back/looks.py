"""How the words of a run look: emphasis, language, hidden or struck through."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from casework.documents.read_back.names import OFF
from casework.documents.read_back.styles import PLAIN
from casework.documents.wordml import VAL, w

if TYPE_CHECKING:
    from lxml import etree

    from casework.documents.read_back.styles import Style, Styles

BOLD, ITALIC, HIDDEN, LANGUAGE = w("b"), w("i"), w("vanish"), w("lang")
STYLE: Final = w("rStyle")
STRUCK: Final = (w("strike"), w("dstrike"))


@dataclass(frozen=True, slots=True)
class Look:
    """What a publisher must keep of a run's look, and what keeps it from being read."""

    bold: bool = False
    italic: bool = False
    language: str | None = None
    hidden: bool = False
    struck: bool = False


def look_of(properties: etree._Element | None, paragraph: Style | None, styles: Styles) -> Look:
    """Return the look of a run in a paragraph of this style."""
    inherited = look_of_style(paragraph)
    if properties is None or not len(properties):
        return inherited
    own = {child.tag: child.get(VAL) for child in properties}
    character = styles.named(own.get(STYLE))

    def on(tag: str, name: str, otherwise: bool) -> bool:  # noqa: FBT001
        if tag in own:
            return (own[tag] or "1") not in OFF
        told = character.turned_on(name) if character else None
        return otherwise if told is None else told

    return Look(
        bold=on(BOLD, "b", inherited.bold),
        italic=on(ITALIC, "i", inherited.italic),
        language=own.get(LANGUAGE)
        or (character.language if character else None)
        or inherited.language,
        hidden=on(HIDDEN, "vanish", inherited.hidden),
        struck=any(tag in own and (own[tag] or "1") not in OFF for tag in STRUCK),
    )


def look_of_style(paragraph: Style | None) -> Look:
    """Return the look a paragraph's style gives its words.

    Bold or italic is emphasis only in plain paragraphs: a heading is no bold
    paragraph, and a quotation no italic one.
    """
    if paragraph is None:
        return Look()
    plain = paragraph.role == PLAIN
    return Look(
        bold=plain and bool(paragraph.turned_on("b")),
        italic=plain and bool(paragraph.turned_on("i")),
        language=paragraph.language,
        hidden=bool(paragraph.turned_on("vanish")),
    )
