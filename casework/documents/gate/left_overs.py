"""What may still stand in a file that nobody may sign: changes, comments, gaps, traces."""

from __future__ import annotations

from itertools import chain, islice
from typing import TYPE_CHECKING, Final

from casework.documents import wordml as word
from casework.documents.gate.changes import changes
from casework.documents.gate.open_comments import open_comments
from casework.documents.gate.placeholders import placeholders
from casework.documents.gate.relations import kind_of, relations_of, target_of
from casework.documents.gate.traces import traces
from casework.documents.gate.unseen import hidden_words, hiding_styles, shading_styles
from models.shapes.word import LeftOver

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml import etree

MOST: Final = 5_000
"""Left-overs listed of one file; nobody settles more before looking again."""
STORIES: Final = frozenset(map(word.w, ("document", "hdr", "ftr", "footnotes", "endnotes")))
MARKUP: Final = "http://schemas.openxmlformats.org/markup-compatibility/2006"
ALTERNATIVE: Final = f"{{{MARKUP}}}AlternateContent"
CHOICE: Final = f"{{{MARKUP}}}Choice"
FALLBACK: Final = f"{{{MARKUP}}}Fallback"


def left_overs_in(
    roots: Mapping[str, etree._Element], parts: Mapping[str, bytes], main: str
) -> tuple[LeftOver, ...]:
    """Return everything in a package that must be gone or settled before signing."""
    for root in roots.values():
        _drop_second_tellings(root)
    found = chain(_in_stories(roots, main), open_comments(roots), traces(roots, parts))
    listed = list(islice(found, MOST + 1))
    if len(listed) > MOST:
        listed[MOST] = LeftOver(listed[MOST].kind, "", f"and more; only {MOST:,} are listed")
    return tuple(listed)


def _in_stories(roots: Mapping[str, etree._Element], main: str) -> Iterator[LeftOver]:
    styles = roots.get(_styles_of(roots, main))
    hiding, shading = hiding_styles(styles), shading_styles(styles)
    for root in roots.values():
        if str(root.tag).startswith(f"{{{word.W_NAMESPACE}}}"):
            yield from changes(root)
        if root.tag in STORIES:
            yield from hidden_words(root, hiding, shading)
            yield from placeholders(root)


def _styles_of(roots: Mapping[str, etree._Element], main: str) -> str:
    """Return the name of the part that holds the document's styles, whatever it is called."""
    folder, _, file = main.rpartition("/")
    for relation in relations_of(roots, main):
        if kind_of(relation) == "styles":
            wanted = target_of(f"{folder}/_rels/{file}.rels", relation).casefold()
            return next((name for name in roots if name.casefold() == wanted), "")
    return f"{folder}/styles.xml"


def _drop_second_tellings(root: etree._Element) -> None:
    """Take out what only old programs read: it says again what stands beside it."""
    for alternative in list(root.iter(ALTERNATIVE)):
        if alternative.find(CHOICE) is not None:
            for fallback in alternative.findall(FALLBACK):
                alternative.remove(fallback)
