"""Which elements of a page are not the report: menus, forms, hidden words, lists of links."""

import re
from collections.abc import Callable

from selectolax.lexbor import LexborNode

from casework.reading.html_weights import Weight

_NEVER = frozenset(
    [
        "nav",
        "footer",
        "button",
        "select",
        "textarea",
        "input",
        "dialog",
        "script",
        "style",
        "template",
        "noscript",
        "svg",
        "iframe",
        "object",
        "audio",
        "video",
        "canvas",
        "map",
        "head",
        "del",
    ]
)
_FURNITURE_ROLES = frozenset(
    {"navigation", "banner", "contentinfo", "search", "dialog", "alertdialog", "menu", "menubar"}
)
_MAY_BE_LINKS_ONLY = frozenset(["ul", "ol", "menu", "div", "section", "aside", "p", "table", "dl"])
_HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])
_CONTENTS_LINES = frozenset(["p", "li"])
_FOR_SCREEN_READERS = re.compile(
    r"(?:^|[\s-])(?:sr-only|visually-?hidden|screen-reader(?:-text|-only)?|show-for-sr|"
    r"assistive-text|offscreen)(?:$|\s)",
    re.IGNORECASE,
)
_HIDDEN_STYLE = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|clip\s*:\s*rect|clip-path\s*:\s*inset\(50%",
    re.IGNORECASE,
)
_FOOTNOTE_MARK = re.compile(r"\s*[\[(]?(?:\d{1,3}|[*†‡§]|[a-z])[\])]?\s*")
_WORDS_APPARATUS = re.compile(
    r"mso-element\s*:\s*(?:comment|footnote|endnote|header|footer)", re.IGNORECASE
)
"""Comments and notes at the end of a page that Word has saved."""
_WORDS_MARK = re.compile(r"#_(?:msocom_|msoanchor_|(?:ftn|edn)(?:ref)?)\d")
_LONGEST_MARK = 12
"""Characters of a comment's or a note's mark: "[HI12]"."""
_LONGEST_CONTENTS_LINE = 200
_MOSTLY_LINKS = 0.8
_LONGEST_HIDDEN_WORDS = 120
"""Characters. Longer hidden text is a folded part of the report, and is read."""
_LARGEST_FORM = 1500
"""Characters. Some sites wrap the whole page in one form; a small one is furniture."""


def is_skipped(node: LexborNode, weight: Weight) -> bool:
    """Return whether the element and all it holds is left out."""
    tag = node.tag or ""
    if tag in _NEVER:
        return tag != "button" or not _is_in_heading(node)
    if tag in _JUDGED_ALONE:
        return _JUDGED_ALONE[tag](node, weight)
    given = node.attributes
    if tag == "header" or given.get("role") in _FURNITURE_ROLES:
        return node.css_first("h1") is None
    if given and _is_hidden(given, weight):
        return True
    if weight.links == 1 and tag in _CONTENTS_LINES and weight.link_share == 1:
        return _leads_down_the_page(node, weight)
    return tag in _MAY_BE_LINKS_ONLY and weight.links > 1 and weight.link_share >= _MOSTLY_LINKS


def _is_in_heading(node: LexborNode) -> bool:
    """Return whether the button unfolds a section: its words are then the section's heading."""
    above = node.parent
    return above is not None and above.tag in _HEADINGS


def _is_words_mark(node: LexborNode, weight: Weight) -> bool:
    """Return whether the link is the mark of a comment or a note in a page saved by Word."""
    if weight.text > _LONGEST_MARK:
        return False
    return _WORDS_MARK.match(node.attributes.get("href") or "") is not None


def _is_small_form(_: LexborNode, weight: Weight) -> bool:
    return weight.text < _LARGEST_FORM


def _leads_down_the_page(node: LexborNode, weight: Weight) -> bool:
    """Return whether the line is one of a contents list: nothing but a link into this page."""
    link = node.css_first("a") if weight.text <= _LONGEST_CONTENTS_LINE else None
    return link is not None and (link.attributes.get("href") or "").startswith("#")


def _is_hidden(given: dict[str, str | None], weight: Weight) -> bool:
    if _WORDS_APPARATUS.search(given.get("style") or ""):
        return True
    if weight.text > _LONGEST_HIDDEN_WORDS:
        return False
    if "hidden" in given or given.get("aria-hidden") == "true":
        return True
    if _HIDDEN_STYLE.search(given.get("style") or ""):
        return True
    return bool(_FOR_SCREEN_READERS.search(given.get("class") or ""))


def _is_footnote_mark(node: LexborNode, _: Weight) -> bool:
    text = node.text()
    return bool(_FOOTNOTE_MARK.fullmatch(text)) or node.css_first("a[href^='#']") is not None


_JUDGED_ALONE: dict[str, Callable[[LexborNode, Weight], bool]] = {
    "sup": _is_footnote_mark,
    "a": _is_words_mark,
    "form": _is_small_form,
}
"""Elements of which nothing but their own kind of furniture is left out."""
