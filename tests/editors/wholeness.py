"""Whether a merged file holds together: comments, numbers, and where markup may stand."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from tests.editors.markup import (
    AUTHOR,
    BOOKMARK_END,
    BOOKMARK_START,
    DEL,
    DEL_TEXT,
    DOCUMENT,
    ID,
    NAME,
    P_PR,
    RANGE_END,
    RANGE_START,
    REFERENCE,
    RELATIONS,
    SDT_CONTENT,
    TC,
    TRACKED,
    TYPES,
    W14_SPACE,
    P,
    R,
    T,
    inside,
    parse,
)
from tests.editors.notes import COMMENTS, notes_of
from tests.editors.verdict import LOOKS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml import etree

SERVICE: Final = "Section 55 service"
PARA_ID: Final = f"{{{W14_SPACE}}}paraId"


def comments(theirs: Mapping[str, bytes], after: Mapping[str, bytes]) -> Iterator[str]:
    """Yield what is wrong with the comments of a merged file."""
    notes = notes_of(after)
    numbers = Counter(note.number for note in notes)
    if len(numbers) != len(notes):
        yield f"two comments of one number: {numbers.most_common(2)}"
    root = parse(after[DOCUMENT])
    for note in notes:
        if note.author == SERVICE:
            yield _anchored(root, note.number)
    for mark in root.iter(RANGE_START, RANGE_END, REFERENCE):
        if mark.get(ID) not in numbers:
            yield f"{mark.tag} names the comment {mark.get(ID)}, which does not exist"
    if COMMENTS in after:
        yield from _joined_up(after)
    for name in (TYPES, RELATIONS):
        lost = _entries(theirs[name]) - _entries(after[name])
        more = _entries(after[name]) - _entries(theirs[name])
        foreign = [
            entry for entry in more if "comments" not in str(entry) and "people" not in str(entry)
        ]
        if lost or foreign:
            yield f"{name}: lost {lost}, new {foreign}"


def _anchored(root: etree._Element, number: str) -> str:
    tags = [m.tag for m in root.iter(RANGE_START, RANGE_END, REFERENCE) if m.get(ID) == number]
    whole = tags in ([RANGE_START, RANGE_END, REFERENCE], [REFERENCE])
    return "" if whole else f"comment {number} hangs on {[tag.rpartition('}')[2] for tag in tags]}"


def _joined_up(after: Mapping[str, bytes]) -> Iterator[str]:
    relations = [
        r.get("Target") for r in parse(after[RELATIONS]) if r.get("Type", "").endswith("/comments")
    ]
    if relations not in (["comments.xml"], ["/word/comments.xml"]):
        yield f"the document's relations to comments are {relations}"
    types = [
        t.get("PartName") for t in parse(after[TYPES]) if t.get("PartName") == "/word/comments.xml"
    ]
    if len(types) != 1:
        yield f"the comments part has {len(types)} content types"
    ids = [r.get("Id") for r in parse(after[RELATIONS])]
    if len(ids) != len(set(ids)):
        yield "two relations have one name"


def _entries(part: bytes) -> Counter[tuple[tuple[str, str], ...]]:
    return Counter(tuple(sorted((str(k), str(v)) for k, v in e.items())) for e in parse(part))


def markup(theirs: Mapping[str, bytes], after: Mapping[str, bytes]) -> Iterator[str]:
    """Yield what a merge brought into the markup that should not be there."""
    before, now = parse(theirs[DOCUMENT]), parse(after[DOCUMENT])
    for what, count in (
        ("number of a change", _change_numbers),
        ("number of a bookmark", lambda root: _values(root, BOOKMARK_START, ID)),
        ("end of a bookmark", lambda root: _values(root, BOOKMARK_END, ID)),
        ("name of a bookmark", lambda root: _values(root, BOOKMARK_START, NAME)),
        ("number of a paragraph", lambda root: _values(root, P, PARA_ID)),
    ):
        doubled = {v for v, n in count(now).items() if n > 1} - {
            v for v, n in count(before).items() if n > 1
        }
        if doubled:
            yield f"the same {what} twice: {sorted(doubled)[:4]}"
    new = Counter(_unsound(now)) - Counter(_unsound(before))
    yield from new


def _change_numbers(root: etree._Element) -> Counter[str]:
    return Counter(c.get(ID, "") for c in root.iter(*TRACKED, *LOOKS))


def _values(root: etree._Element, tag: str, name: str) -> Counter[str]:
    return Counter(value for e in root.iter(tag) if (value := e.get(name)))


def _unsound(root: etree._Element) -> Iterator[str]:
    for cell in root.iter(TC):
        if not len(cell) or cell[-1].tag != P:
            yield "a cell does not end with a paragraph"
    for content in root.iter(SDT_CONTENT):
        if not len(content):
            yield "a content control is empty"
    for look in root.iter(P_PR):
        around = look.getparent()
        if around is not None and around.tag == P and around.index(look):
            yield "the look of a paragraph does not stand first"
    yield from _unsound_deletions(root)
    yield from _unsound_changes(root)


def _unsound_deletions(root: etree._Element) -> Iterator[str]:
    for words in root.iter(T, DEL_TEXT):
        if inside(words, DEL) != (words.tag == DEL_TEXT):
            yield f"words are deleted and not marked so, or the reverse: {words.text!r}"


def _unsound_changes(root: etree._Element) -> Iterator[str]:
    for change in root.iter(*TRACKED, *LOOKS):
        if change.get(AUTHOR) != SERVICE:
            continue
        if change.tag in TRACKED and inside(change, R, *TRACKED):
            yield "a change of the service stands within a run or another change"
        if not change.get(ID):
            yield "a change of the service has no number"
