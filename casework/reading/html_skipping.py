"""Which elements of a page are not the report: menus, forms, hidden words, lists of links."""

import re

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
    ]
)
_FURNITURE_ROLES = frozenset(
    {"navigation", "banner", "contentinfo", "search", "dialog", "alertdialog", "menu", "menubar"}
)
_MAY_BE_LINKS_ONLY = frozenset(["ul", "ol", "menu", "div", "section", "aside", "p", "table", "dl"])
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
_MOSTLY_LINKS = 0.8
_LONGEST_HIDDEN_WORDS = 120
"""Characters. Longer hidden text is a folded part of the report, and is read."""
_LARGEST_FORM = 1500
"""Characters. Some sites wrap the whole page in one form; a small one is furniture."""


def is_skipped(node: LexborNode, weight: Weight) -> bool:
    """Return whether the element and all it holds is left out."""
    tag = node.tag or ""
    if tag in _NEVER:
        return True
    if tag == "sup":
        return _is_footnote_mark(node)
    if tag == "form":
        return weight.text < _LARGEST_FORM
    given = node.attributes
    if tag == "header" or given.get("role") in _FURNITURE_ROLES:
        return node.css_first("h1") is None
    if given and weight.text <= _LONGEST_HIDDEN_WORDS and _is_hidden(given):
        return True
    return tag in _MAY_BE_LINKS_ONLY and weight.links > 1 and weight.link_share >= _MOSTLY_LINKS


def _is_hidden(given: dict[str, str | None]) -> bool:
    if "hidden" in given or given.get("aria-hidden") == "true":
        return True
    if _HIDDEN_STYLE.search(given.get("style") or ""):
        return True
    return bool(_FOR_SCREEN_READERS.search(given.get("class") or ""))


def _is_footnote_mark(node: LexborNode) -> bool:
    text = node.text()
    return bool(_FOOTNOTE_MARK.fullmatch(text)) or node.css_first("a[href^='#']") is not None
