"""The public register as feeds: Atom (RFC 4287) and JSON Feed 1.1."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from casework.publishers.pages import fill
from models.shapes.publication import IndexEntry

_BEFORE_ALL = date(1970, 1, 1)

LANGUAGE = "en-GB"
"""The language of the words around the responses: the templates are written in it."""


@dataclass(frozen=True, slots=True)
class Site:
    """What the pages of the site say about themselves and the office."""

    address: str
    """The public address of the site's first page, ending in a slash."""
    title: str
    """`Responses to inspection reports`"""
    body_name: str
    office_name: str
    email: str
    """Where readers write for another format or with a question; may be empty."""
    home: str = ""
    """The office's own website; empty where this is all there is."""
    licence: str = ""
    """A sentence on the re-use of what is published; may be empty."""

    def address_of(self, entry: IndexEntry) -> str:
        """Return the public address of a published response."""
        return f"{self.address}{entry.slug}/"


def newest_first(register: Sequence[IndexEntry]) -> tuple[IndexEntry, ...]:
    """Return the rows by publication of the report, newest first, then by reference."""
    return tuple(
        sorted(register, key=lambda e: (-e.report_published.toordinal(), e.reference, e.language))
    )


def atom_feed(site: Site, register: Sequence[IndexEntry]) -> bytes:
    """Return the published responses as an Atom feed."""
    entries = _published(register)
    return fill(
        "feed.atom.xml",
        site=site,
        entries=entries,
        language=LANGUAGE,
        updated=_noon(max(map(_changed, entries), default=_BEFORE_ALL)),
        published=lambda entry: _noon(_day(entry)),
        changed=lambda entry: _noon(_changed(entry)),
    )


def json_feed(site: Site, register: Sequence[IndexEntry]) -> bytes:
    """Return the published responses as a JSON Feed."""
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": f"{site.title}: {site.body_name}",
        "home_page_url": site.address,
        "feed_url": f"{site.address}feed.json",
        "language": LANGUAGE,
        "authors": [{"name": site.body_name}],
        "items": [_json_item(site, entry) for entry in _published(register)],
    }
    return (json.dumps(feed, ensure_ascii=False, indent=2) + "\n").encode()


def sitemap(site: Site, register: Sequence[IndexEntry], pages: Sequence[str]) -> bytes:
    """Return the addresses of the register's pages and of every response, for search engines."""
    listed = [page.removeprefix("index.html") for page in pages]
    return fill("sitemap.xml", site=site, pages=listed, entries=_published(register), day=_changed)


def _json_item(site: Site, entry: IndexEntry) -> dict[str, object]:
    address = site.address_of(entry)
    item: dict[str, object] = {
        "id": address,
        "url": address,
        "title": entry.title,
        "content_text": entry.summary or entry.title,
        "date_published": _noon(_day(entry)),
        "date_modified": _noon(_changed(entry)),
        "language": entry.language,
        "attachments": [{"url": f"{address}response.pdf", "mime_type": "application/pdf"}],
    }
    if entry.report_address:
        item["external_url"] = entry.report_address
    return item


def _published(register: Sequence[IndexEntry]) -> list[IndexEntry]:
    rows = [entry for entry in register if entry.published_on is not None]
    return sorted(rows, key=lambda e: (-_day(e).toordinal(), e.reference, e.language))


def _day(entry: IndexEntry) -> date:
    return entry.published_on or entry.report_published


def _changed(entry: IndexEntry) -> date:
    return entry.corrected_on or _day(entry)


def _noon(day: date) -> str:
    # A feed wants an instant and the law a day; noon is the same day everywhere
    # in Britain, and the same bytes come out whenever this runs.
    return f"{day.isoformat()}T12:00:00Z"
