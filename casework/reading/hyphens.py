"""Words broken at the end of a line: which hyphens were printed only to break them."""

import re
from collections.abc import Iterable

BREAK = "\xad"
"""How a line marks that its last word may be broken."""
MARKS_OF_A_BREAK = frozenset("\xad\x02\ufffe")
"""Soft hyphen, and what pdfium writes for a hyphen at the end of a line, old and new."""
_WORD = re.compile(r"[^\W\d_]+(?:[-\u2011][^\W\d_]+)*")
_LAST_WORD = re.compile(r"([^\W_]+)$")
_FIRST_WORD = re.compile(r"^([^\W_]+)")
_HYPHENATED_LINES = 0.015
"""Share of lines that end in a hyphen, above which the setter broke words at will."""
_FIRST_PARTS = frozenset({"self", "non", "anti", "cross", "well", "half", "ex"})
_SHORTEST_WORD = 3


class Hyphens:
    """Joins lines, and knows the document's words to tell "co-operate" from "con-cern"."""

    def __init__(self, lines: Iterable[str]) -> None:
        """Learn the words that stand unbroken in these lines."""
        self._words: set[str] = set()
        broken = count = 0
        ends_broken = False
        for line in lines:
            first = int(ends_broken)
            count += 1
            ends_broken = line[-1:] == BREAK or line[-1:] == "-"
            broken += ends_broken
            words = [word.lower().replace("\u2011", "-") for word in _WORD.findall(line)]
            sound = words[first:-1] if ends_broken else words[first:]
            self._words.update(sound)
            self._words.update(part for word in sound for part in word.split("-"))
        self._breaks_words = broken >= _HYPHENATED_LINES * max(count, 1)

    def joined(self, text: str, more: str) -> str:
        """Return both lines as one text."""
        if not text or not more:
            return text + more
        if text[-1] == BREAK:
            return _plain(text) + self._hyphen(text[:-1], more) + more
        if text[-1] in "-\u2011" and more[0].islower() and not text.endswith((" -", "--")):
            return _plain(text[:-1]) + (self._hyphen(text[:-1], more) and text[-1]) + more
        return f"{_plain(text)} {more}"

    def _hyphen(self, before: str, after: str) -> str:
        left, right = _LAST_WORD.search(before), _FIRST_WORD.search(after)
        if left is None or right is None or not right[1][0].islower() or left[1][-1].isdigit():
            return "-"
        first, second = left[1].lower(), right[1].lower()
        if f"{first}-{second}" in self._words:
            return "-"
        if first + second in self._words:
            return ""
        if first in _FIRST_PARTS or not self._breaks_words:
            return "-"
        return "-" if self._are_words(first, second) else ""

    def _are_words(self, *parts: str) -> bool:
        return all(len(part) >= _SHORTEST_WORD and part in self._words for part in parts)


def _plain(text: str) -> str:
    return text.replace(BREAK, "")
