"""A person's desk: the file being edited, and what every kind of edit needs of it."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Final

from tests.editors.ledger import Ledger, Touch
from tests.editors.lines import lines_of
from tests.editors.markup import (
    AUTHOR,
    BOOKMARK_END,
    BOOKMARK_START,
    DATE,
    DEL_TEXT,
    DOCUMENT,
    ID,
    LABEL,
    P_PR,
    R_PR,
    RANGE_END,
    RANGE_START,
    SDT,
    SDT_CONTENT,
    SECTION,
    SPACE,
    TBL,
    TC,
    TR,
    TRACKED,
    P,
    R,
    T,
    chance,
    element,
    inside,
    packed,
    parent,
    parse,
    parts_of,
    runs_of,
    serialise,
    w,
    words_of,
)
from tests.editors.pieces import Source, tops_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

    from lxml import etree

PEOPLE: Final = ("Morgan Ellis", "Priya Nair", "Tomos Gwyn")
WHEN: Final = "2022-11-0{}T09:30:00Z"
FIRST_ID: Final = 7001
"""Of a person's tracked changes: a file that has been through many hands has high numbers."""
FIXED: Final = (w("footnoteReference"), w("fldChar"), w("drawing"))


class Desk:
    """One file in the hands of several people, one edit after another."""

    def __init__(self, source: Source, seed: int | str, hot: frozenset[str] = frozenset()) -> None:
        """Open a file; people find their way to the `hot` pieces more often than to others."""
        self.by: Random = chance(seed)
        self.parts = parts_of(source.data)
        self.root = parse(self.parts[DOCUMENT])
        self.ledger = Ledger()
        self.hot = hot
        self._ids, self._marks, self._labels = FIRST_ID, 0, 0
        for top, piece in zip(tops_of(self.root), source.pieces, strict=True):
            for line in top.iter(P, TR):
                self.label(line, piece.name)
        self.ledger.opened = {line.label: line for line in lines_of(self.root)}

    def saved(self) -> bytes:
        """Return the file as it now is."""
        return packed({**self.parts, DOCUMENT: serialise(self.root)})

    # What a person's edit is known by.

    def mark(self) -> str:
        """Return a word that nobody else writes."""
        self._marks += 1
        return f"hxq{self._marks:04}"

    def number(self) -> str:
        """Return a number for a tracked change, a bookmark or a comment."""
        self._ids += 1
        return str(self._ids)

    def label(self, line: etree._Element, home: str = "") -> None:
        """Give a paragraph or row a label of its own, and note to which piece it belongs."""
        self._labels += 1
        label = f"00{self._labels:06X}"
        line.set(LABEL, label)
        if home:
            self.ledger.home[label] = home

    def signed(self, tag: str, *children: etree._Element) -> etree._Element:
        """Return a tracked change by one of the people."""
        made = element(tag, *children)
        made.set(ID, self.number())
        made.set(AUTHOR, self.by.choice(PEOPLE))
        made.set(DATE, WHEN.format(self.by.randint(1, 9)))
        return made

    # Whose words an edit meets.

    def home_of(self, node: etree._Element) -> str:
        """Return the piece a node stands in."""
        for line in (node, *node.iterancestors(P, TR)):
            home = self.ledger.home.get(line.get(LABEL, ""))
            if home:
                return home
        control = next(iter(node.iterancestors(SDT)), None)
        lines = control.iter(P, TR) if control is not None else ()
        return next(filter(None, (self.ledger.home.get(x.get(LABEL, "")) for x in lines)), "")

    def touch(self, node: etree._Element, how: Touch = Touch.WORDS) -> None:
        """Note an edit at a node: of its piece, or of its row alone."""
        row = next((n for n in (node, *node.iterancestors(TR)) if n.tag == TR), None)
        if row is not None and how is Touch.WORDS:
            outer = list(row.iterancestors(TR))
            self.ledger.rows.update(r.get(LABEL, "") for r in (row, *outer))
            how = Touch.ROWS
        self.ledger.touch(self.home_of(node), how)

    def crowd(self, *near: etree._Element | None) -> None:
        """Note that something new or gone stands beside these."""
        for node in near:
            if node is not None:
                lines = [node, *node.iter(P, TR)]
                homes = {self.ledger.home.get(line.get(LABEL, "")) for line in lines}
                self.ledger.crowded.update(filter(None, homes))

    def wedge(self, new: etree._Element) -> None:
        """Note the piece a new block stands in the middle of, where no control tells."""
        lines = list(self.root.iter(P, TR))
        own = {id(line) for line in (new, *new.iter(P, TR))}
        at = [n for n, line in enumerate(lines) if id(line) in own]
        around = [n for n in (min(at) - 1, max(at) + 1) if 0 <= n < len(lines)]
        homes = {self.home_of(lines[n]) for n in around}
        if len(around) == 2 and len(homes) == 1:
            self.ledger.touch(homes.pop(), Touch.WORDS)

    # Where an edit happens.

    def pick(self, fits: Callable[[etree._Element], bool], tag: str = P) -> etree._Element | None:
        """Return a paragraph (or row, control, table) by chance, out of those that fit."""
        found = [node for node in self.root.iter(tag) if fits(node)]
        warm = [node for node in found if self.home_of(node) in self.hot]
        if warm and self.by.random() < 0.6:
            found = warm
        return self.by.choice(found) if found else None

    def written(self) -> etree._Element | None:
        """Return a paragraph with words that can be typed into."""
        return self.pick(lambda p: bool(runs_of(p)))

    def free_to_go(self, paragraph: etree._Element) -> bool:
        """Return whether a paragraph can go or move without breaking what others hung on it."""
        moves = (w(f"move{way}Range{end}") for way in ("From", "To") for end in ("Start", "End"))
        hung = (RANGE_START, RANGE_END, *FIXED, *moves, SDT, *TRACKED)
        last = paragraph.getnext()
        if last is not None and last.tag == SECTION:  # Word ends every document with a paragraph
            return False
        return not any(True for _ in paragraph.iter(*hung)) and bool(words_of(paragraph))

    def beside(self) -> etree._Element | None:
        """Return a paragraph of the body itself, in no table, beside which something can go."""
        return self.pick(lambda p: not inside(p, TC, w("txbxContent")))

    # What an edit writes.

    def run(self, text: str, like: etree._Element | None = None) -> etree._Element:
        """Return a run of words that looks like another."""
        made = element("r", element("t", text=text))
        look = like.find(R_PR) if like is not None else None
        if look is not None:
            made.insert(0, deepcopy(look))
        return made

    def paragraph(self, text: str, like: etree._Element | None = None) -> etree._Element:
        """Return a new paragraph that looks like another, in nobody's piece."""
        made = element("p", self.run(text))
        look = like.find(P_PR) if like is not None else None
        if look is not None:
            kept = deepcopy(look)
            for extra in (*kept.findall(R_PR), *kept.findall(w("sectPr"))):
                kept.remove(extra)
            for extra in kept.findall(w("pPrChange")):
                kept.remove(extra)
            made.insert(0, kept)
        self.label(made)
        return made


def split(run: etree._Element, at: int) -> etree._Element:
    """Split a run of words in two, and return the second."""
    words = run.find(T)
    assert words is not None
    text = words.text or ""
    second = deepcopy(run)
    more = second.find(T)
    assert more is not None
    words.text, more.text = text[:at], text[at:]
    for half in (words, more):
        half.set(SPACE, "preserve")
    run.addnext(second)
    return second


def as_deleted(run: etree._Element) -> etree._Element:
    """Turn the words of a run into deleted words."""
    for words in run.iter(T):
        words.tag = DEL_TEXT
    return run


def paragraph_mark(paragraph: etree._Element, change: etree._Element) -> None:
    """Put a tracked change on a paragraph's mark."""
    look = paragraph.find(P_PR)
    if look is None:
        look = element("pPr")
        paragraph.insert(0, look)
    mark = look.find(R_PR)
    if mark is None:
        mark = element("rPr")
        after = [c for c in look if c.tag in (w("sectPr"), w("pPrChange"))]
        look.insert(look.index(after[0]) if after else len(look), mark)
    mark.insert(0, change)


def bookmarks_of(block: etree._Element) -> list[etree._Element]:
    """Return the ends of bookmarks in a block."""
    return list(block.iter(BOOKMARK_START, BOOKMARK_END))


def take_out(block: etree._Element) -> None:
    """Remove a block as Word does: bookmarks draw back to what is left, empty controls go."""
    root = block.getroottree().getroot()
    own = bookmarks_of(block)
    numbers = [mark.get(ID) for mark in own]
    for mark in own:
        if numbers.count(mark.get(ID)) == 2:
            continue
        partners = [m for m in bookmarks_of(root) if m.get(ID) == mark.get(ID) and m is not mark]
        for one in (mark, *partners):
            parent(one).remove(one)
    around = parent(block)
    around.remove(block)
    while around.tag == SDT_CONTENT and next(around.iter(P, R, TBL), None) is None:
        control = parent(around)
        around = parent(control)
        around.remove(control)
    if around.tag == TC and not around.findall(P):
        around.append(element("p"))
