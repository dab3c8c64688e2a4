"""The marks of the regions of a printed part, put on in one pass over its text.

`mark_places.py` leaves in a template, once, a sign wherever a mark may have to
stand. Signs are characters that no XML and no field can hold, so words that
are printed cannot be taken for one.
"""

from __future__ import annotations

import re
from html import escape, unescape
from itertools import count
from typing import Final

from casework.documents.region_marks import BLANK_LINE, SIDES, title_of
from casework.documents.region_places import BOOKMARK_PREFIX

OPEN: Final = "\x01"
"""A region begins here, with the words of its title."""
PART: Final = "\x02"
"""Parts the words of the title, the key, the marks between title and number, and the region."""
EDGE: Final = "\x03"
"""A block of the region begins or ends here, and so may its bookmark."""
CLOSE: Final = "\x04"
"""A region ends here."""

FIRST_CONTROL: Final = 550_001
KEY: Final = re.compile(r"\w{1,35}", re.ASCII)
"""With its prefix a key must fit the name of a bookmark: 40 letters, digits and underscores."""
SAID: Final = re.compile(r"<w:t(?: [^>]*)?>\s*[^<\s]")
LOOK: Final = re.compile(r"(<w:pPr>(?:<w:pStyle [^>]*/>)?).*?(?=</w:pPr>|<w:sectPr)", re.DOTALL)
"""The properties of a paragraph, without its style and without the section that ends there."""
NO_RULES: Final = "".join(f'<w:{side} w:val="nil"/>' for side in SIDES)
BLANK: Final = "".join(f' w:{name}="{value}"' for name, value in BLANK_LINE.items())
CLOSED_UP: Final = (
    rf'\1<w:pBdr>{NO_RULES}</w:pBdr><w:shd w:val="clear" w:color="auto" w:fill="auto"/>'
    f"<w:spacing{BLANK}/>"
)
NO_BLOCK: Final = f"<w:p><w:pPr></w:pPr>{EDGE}{EDGE}</w:p>"


class PrintedMarks:
    """The marks of one file: no number and no bookmark is given twice."""

    def __init__(self, first_bookmark: int) -> None:
        """Begin with the first number that no bookmark of the template has."""
        self._controls = count(FIRST_CONTROL)
        self._bookmarks = count(first_bookmark)
        self._bookmarked: set[str] = set()

    def put_on(self, printed: str, *, bookmarks: bool) -> str:
        """Return a printed part with every mark in its place; ValueError if a region is torn.

        A header carries no bookmarks: their names must be unique in a whole file.
        """
        *chunks, rest = printed.split(CLOSE)
        done: list[str] = []
        for chunk in chunks:
            pieces = [chunk]
            while OPEN not in pieces[-1] and done:  # other regions stand in the one that ends here
                pieces.append(done.pop())
            before, _, region = "".join(reversed(pieces)).rpartition(OPEN)
            done += before, self._region(region, bookmarks=bookmarks)
        return "".join([*done, rest])

    def _region(self, printed: str, *, bookmarks: bool) -> str:
        words, key, between, body = printed.split(PART, 3)
        if not KEY.fullmatch(key):
            message = f"the key {key!r} of a marked place is not 1 to 35 plain letters and digits"
            raise ValueError(message)
        if EDGE not in body:
            body += NO_BLOCK
        if not SAID.search(body):
            body = LOOK.sub(CLOSED_UP, body)
        before, *blocks, after = body.split(EDGE)
        if bookmarks and key not in self._bookmarked:
            self._bookmarked.add(key)
            number = next(self._bookmarks)
            before += f'<w:bookmarkStart w:id="{number}" w:name="{BOOKMARK_PREFIX}{key}"/>'
            after = f'<w:bookmarkEnd w:id="{number}"/>{after}'
        title = title_of(words, key)
        if "&" in words:  # what was escaped counts as one character, and is not cut in two
            title = escape(title_of(unescape(words), key))
        return f"{title}{between}{next(self._controls)}{before}{''.join(blocks)}{after}"
