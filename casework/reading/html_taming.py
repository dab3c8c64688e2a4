"""Hostile markup made harmless before it is parsed, in one pass over the text.

HTML parsers walk their stack of open elements at many tags, so 100,000 nested
elements cost minutes; no page of the inspectors nests deeper than forty.
"""

import re
from collections import Counter
from typing import NamedTuple

DEEPEST_NESTING = 200
"""Open elements. Start tags beyond it are dropped; their text stays."""
MOST_OPEN_EMPHASIS = 12
"""Open `<b>`, `<i>`, … Parsers reopen each of them in every new paragraph."""
LONGEST_TAG = 8000
"""Characters. A longer tag (a picture inside its own address) keeps its name only."""

_EMPHASIS = frozenset(
    [
        "a",
        "b",
        "big",
        "code",
        "em",
        "font",
        "i",
        "nobr",
        "s",
        "small",
        "strike",
        "strong",
        "tt",
        "u",
    ]
)
_SELF_CLOSING = frozenset(
    [
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "param",
        "source",
        "track",
        "wbr",
        "p",
        "li",
        "dt",
        "dd",
        "tr",
        "td",
        "th",
        "thead",
        "tbody",
        "tfoot",
        "option",
        "optgroup",
        "colgroup",
        "html",
        "head",
        "body",
    ]
)
_UNREAD = re.compile(
    r"<(?:(!--)|(script|style|template|noscript|svg|iframe|object)\b)", re.IGNORECASE
)
_CLOSERS = {
    name: re.compile(rf"</{name}\b[^<>]*>?", re.IGNORECASE)
    for name in ("script", "style", "template", "noscript", "svg", "iframe", "object")
}
_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9]{0,20})([^<>]*)(>?)")


class _Depth:
    """How many elements are open, of all kinds and of emphasis, and which were dropped."""

    def __init__(self) -> None:
        self.all = 0
        self.emphasis = 0
        self.dropped: Counter[str] = Counter()
        self.open: Counter[str] = Counter()

    def lets_in(self, name: str) -> bool:
        if name in _SELF_CLOSING:
            return True
        full = name in _EMPHASIS and self.emphasis >= MOST_OPEN_EMPHASIS
        if full or self.all >= DEEPEST_NESTING:
            self.dropped[name] += 1
            return False
        self.all += 1
        self.open[name] += 1
        self.emphasis += name in _EMPHASIS
        return True

    def lets_out(self, name: str) -> bool:
        """Return whether the end tag stays: it goes with its start tag, or for want of one."""
        if name in _SELF_CLOSING:
            return True
        if self.dropped[name]:
            self.dropped[name] -= 1
            return False
        if not self.open[name]:
            return False
        self.open[name] -= 1
        self.all -= 1
        self.emphasis -= name in _EMPHASIS
        return True


class TamedPage(NamedTuple):
    """A page that is safe to parse, and what its scripts said."""

    markup: str
    scripts: tuple[str, ...]


def tamed(markup: str) -> TamedPage:
    """Return the page without scripts, styles and comments, its nesting and tags bounded."""
    kept, scripts = _without_unread(markup)
    return TamedPage(_bounded(kept), scripts)


def _without_unread(markup: str) -> tuple[str, tuple[str, ...]]:
    parts: list[str] = []
    scripts: list[str] = []
    at = 0
    while opener := _UNREAD.search(markup, at):
        parts.append(markup[at : opener.start()])
        end = _end_of_unread(markup, opener)
        if opener.group(2) and opener.group(2).lower() == "script":
            scripts.append(markup[opener.end() : end])
        at = end
    parts.append(markup[at:])
    return "".join(parts), tuple(scripts)


def _end_of_unread(markup: str, opener: re.Match[str]) -> int:
    if opener.group(1):
        end = markup.find("-->", opener.end())
        return len(markup) if end < 0 else end + 3
    closer = _CLOSERS[opener.group(2).lower()].search(markup, opener.end())
    return closer.end() if closer else len(markup)


def _bounded(markup: str) -> str:
    depth = _Depth()

    def judged(tag: re.Match[str]) -> str:
        name = tag.group(2).lower()
        if tag.group(1):
            return f"</{name}>" if depth.lets_out(name) else " "
        if not depth.lets_in(name):
            return " "
        return tag.group(0) if len(tag.group(0)) <= LONGEST_TAG else f"<{name}>"

    return _TAG.sub(judged, markup)
