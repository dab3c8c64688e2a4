"""How the words of a run look: emphasis, place on the line, language, hidden or struck through.

Small and all capitals are left as they are typed: the words in the file are
the words, and a screen reader spells out what is written in capitals.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from casework.documents.read_back.names import OFF
from casework.documents.read_back.styles import PLAIN
from casework.documents.wordml import VAL, w
from models.shapes.word import Script

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml import etree

    from casework.documents.read_back.styles import Style, Styles

BOLD, ITALIC, HIDDEN, LANGUAGE = w("b"), w("i"), w("vanish"), w("lang")
STRUCK, STRUCK_TWICE, UNDERLINE, HEIGHT = w("strike"), w("dstrike"), w("u"), w("vertAlign")
STYLE: Final = w("rStyle")
SCRIPTS: Final = {"superscript": Script.ABOVE, "subscript": Script.BELOW}
NOT_UNDERLINED: Final = OFF | {"none"}
LINK_STYLES: Final = frozenset({"hyperlink", "internet link", "followedhyperlink"})
"""A link is underlined because it is one."""


@dataclass(frozen=True, slots=True)
class Look:
    """What a publisher must keep of a run's look, and what keeps it from being read."""

    bold: bool = False
    italic: bool = False
    language: str | None = None
    hidden: bool = False
    struck: bool = False
    underline: bool = False
    script: Script = Script.NONE


def look_of(properties: etree._Element | None, paragraph: Style | None, styles: Styles) -> Look:
    """Return the look of a run in a paragraph of this style."""
    inherited = styles.look(paragraph, look_of_style)
    if properties is None or not len(properties):
        return inherited
    own = {child.tag: child.get(VAL) for child in properties}
    character = styles.named(own.get(STYLE)) if STYLE in own else None

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
        struck=on(STRUCK, "strike", inherited.struck) or on(STRUCK_TWICE, "dstrike", False),  # noqa: FBT003
        underline=_underlined(own, character, inherited),
        script=_script(own, character),
    )


def look_of_style(paragraph: Style | None) -> Look:
    """Return the look a paragraph's style gives its words.

    Bold, italic or underlined is emphasis only in plain paragraphs: a heading
    is no bold paragraph, and a quotation no italic one.
    """
    if paragraph is None:
        return Look()
    plain = paragraph.role == PLAIN
    return Look(
        bold=plain and bool(paragraph.turned_on("b")),
        italic=plain and bool(paragraph.turned_on("i")),
        language=paragraph.language,
        hidden=bool(paragraph.turned_on("vanish")),
        struck=bool(paragraph.turned_on("strike")),
        underline=plain and paragraph.told("u") not in {None, *NOT_UNDERLINED},
    )


def _underlined(own: Mapping[str, str | None], character: Style | None, inherited: Look) -> bool:
    if UNDERLINE in own:
        return (own[UNDERLINE] or "single") not in NOT_UNDERLINED
    told = character.told("u") if character else None
    if character is None or told is None:
        return inherited.underline
    return told not in NOT_UNDERLINED and character.name not in LINK_STYLES


def _script(own: Mapping[str, str | None], character: Style | None) -> Script:
    told = own.get(HEIGHT) or (character.told("vertAlign") if character else None)
    return SCRIPTS.get(told or "", Script.NONE)
