"""The inspectors' listing pages of publications, read by what stands where, not by class names.

An item of such a list is the largest part of the page that leads to one report
only, together with the loose lines that follow it; somewhere in it stands a date.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Protocol
from urllib.parse import urldefrag, urljoin, urlsplit

from lxml import html
from lxml.etree import ParserError, strip_elements

from casework.sources.alarms import Expected, about, refused
from casework.sources.fetching import NO_VALIDATORS
from casework.sources.hints import kind_hinted
from casework.sources.listing_words import announced_in, day_in, forces_listed, types_listed
from models.shapes.sources import Fetched, Looked, SeenItem, Validators

MOST_PAGES = 200
_ONWARD = re.compile(r"^(next|older)\b|^[\u203a»→]$|\bnext page$", re.IGNORECASE)
_FURNITURE = ("nav", "footer", "script", "style", "form", "noscript", "template")
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_INLINE = frozenset({"a", "b", "strong", "em", "i", "span", "time", "small", "abbr", "mark"})
_ROOMS = re.compile(r"/(publications|publication-html|peel-reports)/[^/]+", re.IGNORECASE)
_SHAPE = (
    "{at} has changed its shape: no report with a date can be found on it. Look in a browser "
    "for new reports, and open them from saved pages until this clears."
)


class Asker(Protocol):
    """Somebody who asks an address for its bytes, politely."""

    def fetch(self, address: str, validators: Validators = ...) -> Fetched:
        """Return what the address answered."""
        ...


def fetch(
    visitor: Asker, address: str, validators: Validators = NO_VALIDATORS, pages: int = 1
) -> list[Fetched]:
    """Return the pages of the list, one after the other; the first alone if nothing changed."""
    taken = [visitor.fetch(address, validators)]
    known = {address, taken[0].address}
    while len(taken) < pages and (onward := next_page(taken[-1])) and onward not in known:
        known.add(onward)
        taken.append(visitor.fetch(onward))
    return taken


def read(pages: list[Fetched], expected: Expected) -> Looked:
    """Return the reports the pages list, and the alarm if they cannot be trusted."""
    alarm = next(filter(None, map(refused, pages)), None)
    if alarm or pages[0].not_modified:
        return Looked((), alarm)
    seen: dict[str, SeenItem] = {}
    for page in pages:
        for item in _items(page):
            seen.setdefault(item.address, item)
    items = tuple(seen.values())
    if not items:
        return Looked((), _SHAPE.format(at=pages[0].address))
    days = [item.published for item in items if item.published]
    whole = next_page(pages[-1]) is None
    looked = Looked(
        items,
        about(items, expected),
        # Newest first: whatever is newer than the oldest shown stands on these pages.
        complete_since=date.min if whole else min(days, default=None),
        announced=announced_in(_text(pages[0])),
        newest=max(days, default=None),
    )
    return replace(looked, alarm=looked.alarm or _short(looked, whole=whole))


def next_page(page: Fetched) -> str | None:
    """Return the address of the page that continues the list, on the same site."""
    tree = _tree(page)
    if tree is None:
        return None
    for link in tree.iter("a", "link"):
        words = " ".join(link.text_content().split())
        said = f"{words} {link.get('aria-label') or ''}".strip()
        if "next" in (link.get("rel") or "").lower().split() or _ONWARD.search(said):
            onward = _onward(page.address, link.get("href") or "")
            if onward:
                return onward
    return None


def _onward(at: str, link: str) -> str | None:
    address = _resolved(at, link)
    same = urlsplit(address).netloc == urlsplit(at).netloc
    return address if same and address != urldefrag(at).url else None


def _short(looked: Looked, *, whole: bool) -> str | None:
    announced, shown = looked.announced, len(looked.items)
    if whole and announced is not None and shown < announced - 1:
        return f"The list says that it holds {announced} reports, but {shown} can be found on it."
    return None


def _items(page: Fetched) -> Iterator[SeenItem]:
    tree = _tree(page)
    if tree is None:
        return
    strip_elements(tree, *_FURNITURE, with_tail=False)
    body = next(iter(tree.xpath("//main | //*[@role='main']")), tree)
    links = _links(body, page.address)
    for address, anchors in links.items():
        item = _item(address, anchors, {a for other in links.values() for a in other})
        if item.published is not None:
            yield item


def _links(body: html.HtmlElement, at: str) -> dict[str, list[html.HtmlElement]]:
    found: dict[str, list[html.HtmlElement]] = {}
    for anchor in body.iter("a"):
        href = (anchor.get("href") or "").strip()
        address = _resolved(at, href)
        if not _leads_elsewhere(address, at) or href.startswith("#"):
            continue
        found.setdefault(address, []).append(anchor)
    reports = {a: links for a, links in found.items() if _ROOMS.search(urlsplit(a).path)}
    # Where the list leads into the rooms of reports, other links are not of the list.
    return reports or found


def _leads_elsewhere(address: str, at: str) -> bool:
    here, there = urlsplit(at), urlsplit(address)
    if there.scheme not in {"http", "https"} or not there.netloc:
        return False
    own = here.path.rstrip("/")
    path = there.path.rstrip("/")
    is_list = there.netloc == here.netloc and (
        path == own or bool(re.fullmatch(rf"{re.escape(own)}/page(/\d+)?", path))
    )
    return bool(path) and not is_list


def _item(address: str, anchors: list[html.HtmlElement], every: set[html.HtmlElement]) -> SeenItem:
    others = every - set(anchors)
    box = _box(anchors[0], others)
    parts = [box, *_followers(box, others)]
    lines = [line for part in parts for line in _lines(part)]
    title = _title(box, anchors)
    rest = [line for line in lines if line != title]
    types = types_listed(rest)
    return SeenItem(
        title=title,
        address=address,
        published=day_in(rest, _moments(parts)),
        kind_hint=kind_hinted(" · ".join(types)) or kind_hinted(title),
        forces_listed=forces_listed(rest),
    )


def _box(anchor: html.HtmlElement, others: set[html.HtmlElement]) -> html.HtmlElement:
    box = anchor
    while (around := box.getparent()) is not None and around.tag != "body":
        if any(link in others for link in around.iter("a")):
            break
        box = around
    return box


def _followers(box: html.HtmlElement, others: set[html.HtmlElement]) -> Iterator[html.HtmlElement]:
    # Flat lists: the title in one element, its date in the next one.
    if box.tag in {"li", "tr", "article"}:
        return
    for after in box.itersiblings():
        if any(link in others for link in after.iter("a")) or after.tag in _HEADINGS:
            return
        yield after


def _title(box: html.HtmlElement, anchors: list[html.HtmlElement]) -> str:
    heads = [head for head in box.iter(*_HEADINGS) if head.xpath(".//a | ancestor::a")]
    texts = [" ".join(part.text_content().split()) for part in (*heads, *anchors)]
    longest = max(texts[len(heads) :], key=len, default="")
    return next(filter(None, texts[: len(heads)]), longest)


def _moments(parts: list[html.HtmlElement]) -> list[str]:
    return [moment.get("datetime") or "" for part in parts for moment in part.iter("time")]


def _lines(part: html.HtmlElement) -> list[str]:
    """Return the text block by block; a label and its value share a line where they share one."""
    return [line for line in (" ".join(one.split()) for one in _walked(part).split("\n")) if line]


def _walked(part: html.HtmlElement) -> str:
    pieces: list[str] = [part.text or ""]
    for child in part:
        if isinstance(child.tag, str):
            edge = "" if child.tag in _INLINE else "\n"
            pieces += [edge, _walked(child), edge]
        pieces.append(child.tail or "")
    return "".join(pieces)


def _text(page: Fetched) -> str:
    tree = _tree(page)
    return "" if tree is None else " ".join(tree.text_content().split())


def _tree(page: Fetched) -> html.HtmlElement | None:
    # Pages that do not say in which letters they are written are in UTF-8 today.
    parser = html.HTMLParser(encoding="utf-8" if _is_utf8(page.body) else None)
    try:
        tree = html.document_fromstring(page.body, parser=parser)
    except (ParserError, ValueError):
        return None
    return tree if isinstance(tree, html.HtmlElement) else None


def _is_utf8(body: bytes) -> bool:
    try:
        body.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _resolved(at: str, link: str) -> str:
    try:
        return urldefrag(urljoin(at, link.strip())).url if link.strip() else ""
    except ValueError:
        return ""
