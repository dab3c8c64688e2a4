"""Words that stand in a file and that no reader sees."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from casework.documents import wordml as word
from models.shapes.word import LeftOver, LeftOverKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

SHOWN: Final = 80
VANISH: Final = (word.w("vanish"), word.w("specVanish"))
"""Not `webHidden`: Word sets it on the page numbers of every table of contents."""
COLOUR: Final = word.w("color")
SIZE: Final = word.w("sz")
SHADE: Final = word.w("shd")
FILL: Final = word.w("fill")
SMALLEST: Final = 4
"""Half-points: words of two points or less are not meant to be read."""
PALEST: Final = 0xF0
OFF: Final = {"0", "false", "off"}
STYLE_MARKS: Final = (word.w("rStyle"), word.P_STYLE)


def hidden_words(root: etree._Element, styles: etree._Element | None) -> Iterator[LeftOver]:
    """Yield the runs of a story that hold words nobody sees."""
    hiding = _hiding_styles(styles)
    runs: dict[etree._Element, None] = {}
    for mark in root.iter(*VANISH, COLOUR, SIZE):
        look = word.parent_of(mark)
        run = word.parent_of(look) if look.tag == word.R_PR else look
        if run.tag == word.R and _hides(mark) and not _is_shaded(mark, run):
            runs[run] = None
    if hiding:
        for mark in root.iter(*STYLE_MARKS):
            if mark.get(word.VAL) in hiding:
                runs.update(dict.fromkeys(_runs_under(mark)))
    for run in runs:
        words = " ".join(word.text_of(run).split())
        if words:
            yield LeftOver(LeftOverKind.HIDDEN_TEXT, "", words[:SHOWN])


def _runs_under(mark: etree._Element) -> Iterator[etree._Element]:
    holder = word.parent_of(word.parent_of(mark))
    return iter([holder]) if holder.tag == word.R else holder.iter(word.R)


def _hides(mark: etree._Element) -> bool:
    value = mark.get(word.VAL, "")
    if mark.tag in VANISH:
        return value not in OFF
    if mark.tag == SIZE:
        return value.isdigit() and int(value) <= SMALLEST
    theme = mark.get(word.w("themeColor"), "")
    return theme in {"background1", "light1"} or _is_white(value)


def _is_white(value: str) -> bool:
    try:
        return len(value) == len("FFFFFF") and min(bytes.fromhex(value)) >= PALEST
    except ValueError:
        return False


def _is_shaded(mark: etree._Element, run: etree._Element) -> bool:
    """Return whether pale words stand on a dark ground: in the run, paragraph, cell or table."""
    if mark.tag != COLOUR:
        return False
    for holder in (run, *run.iterancestors(word.P, word.w("tc"), word.TBL)):
        for look in holder.iterchildren(word.R_PR, word.P_PR, word.w("tcPr"), word.w("tblPr")):
            shade = look.find(SHADE)
            fill = "" if shade is None else shade.get(FILL, "auto")
            if fill not in {"", "auto"} and not _is_white(fill):
                return True
            if look.find(word.w("tblStyle")) is not None:
                return True  # the style of a table may shade its head; a reader will see
    return False


def _hiding_styles(styles: etree._Element | None) -> set[str]:
    """Return the styles that hide what is set in them, those based on such a style among them."""
    if styles is None:
        return set()
    parents, hiding = {}, set()
    for style in styles.iter(word.w("style")):
        name = style.get(word.w("styleId"), "")
        based = style.find(word.w("basedOn"))
        parents[name] = based.get(word.VAL, "") if based is not None else ""
        look = style.find(word.R_PR)
        marks = look.iterchildren(word.w("vanish"), COLOUR, SIZE) if look is not None else ()
        if any(_hides(mark) for mark in marks):
            hiding.add(name)
    for _ in parents:
        heirs = {name for name, parent in parents.items() if parent in hiding} - hiding
        if not heirs:
            break
        hiding |= heirs
    return hiding
