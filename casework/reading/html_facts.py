"""What a page says about itself outside its text: its addresses and its dates."""

import re
from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser

from casework.reading.clean_text import on_one_line

_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)(\S+?)\s*-->")
_JSON_DATE = re.compile(r'"datePublished"\s*:\s*"([^"]{4,40})"')
_DATE = r"(?:\d{1,2}(?:st|nd|rd|th)?\s+)?[A-Z][a-z]{2,8},?\s+\d{4}"
_PRINTED = re.compile(
    r"\b(Published on|First published|Publication date|Published|Sent on|Date sent)"
    rf"\s*:?\s*({_DATE})"
)
_META_DATES = (
    ("article:published_time", "page metadata (article:published_time)"),
    ("dcterms.issued", "page metadata (dcterms.issued)"),
    ("dc.date.issued", "page metadata (dc.date.issued)"),
    ("datepublished", "page metadata (datePublished)"),
    ("publication_date", "page metadata (publication_date)"),
)
_SAVED_FROM_WITHIN = 4096


class PageFacts(NamedTuple):
    """Addresses and candidate dates."""

    dates: tuple[tuple[str, str], ...]
    links: tuple[str, ...]


def facts_of(tree: LexborHTMLParser, markup: str, scripts: tuple[str, ...]) -> PageFacts:
    """Return the page's own addresses, best first, and its candidate dates with their sources."""
    metas = _metas(tree)
    dates = [(where, metas[key]) for key, where in _META_DATES if key in metas]
    dates += [
        ("page metadata (datePublished)", found.group(1))
        for script in scripts
        if (found := _JSON_DATE.search(script))
    ]
    dates += _printed_dates(tree)
    return PageFacts(tuple(dict.fromkeys(dates)), _addresses(tree, markup, metas))


def _metas(tree: LexborHTMLParser) -> dict[str, str]:
    found: dict[str, str] = {}
    for node in tree.css("meta"):
        given = node.attributes
        key = (given.get("property") or given.get("name") or given.get("itemprop") or "").lower()
        if key and given.get("content"):
            found.setdefault(key, (given["content"] or "").strip())
    return found


def _printed_dates(tree: LexborHTMLParser) -> list[tuple[str, str]]:
    """Return the first date after each label: later ones belong to related publications."""
    text = on_one_line(tree.body.text(separator=" ") if tree.body else "").replace("\xa0", " ")
    first: dict[str, str] = {}
    for found in _PRINTED.finditer(text):
        first.setdefault(f"{found.group(1)} line", found.group(2))
    return list(first.items())


def _addresses(tree: LexborHTMLParser, markup: str, metas: dict[str, str]) -> tuple[str, ...]:
    found: list[str] = []
    canonical = tree.css_first("link[rel=canonical]")
    if canonical is not None:
        found.append(canonical.attributes.get("href") or "")
    found.append(metas.get("og:url", ""))
    saved = _SAVED_FROM.search(markup[:_SAVED_FROM_WITHIN])
    found.append(saved.group(1) if saved else "")
    return tuple(dict.fromkeys(a for a in found if a.startswith(("http://", "https://"))))
