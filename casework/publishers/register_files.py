"""Every file of the public register by its name: pages, feeds, tables; each made when asked for."""

from collections.abc import Callable, Iterable
from dataclasses import fields, replace
from typing import Any, Final

from casework.publishers.exports import csv_export, json_export, ods_export
from casework.publishers.feeds import Site, atom_feed, json_feed, newest_first, sitemap
from casework.publishers.open_document import ODS
from casework.publishers.pages import as_it_stands
from casework.publishers.register_pages import page_of, pages_of
from casework.publishers.tables import CSV, printable
from models.shapes.publication import IndexEntry

HTML: Final = "text/html; charset=utf-8"
JSON: Final = "application/json"
STYLE: Final = "assets/site.css"
DOWNLOADS: Final = {"responses.csv": CSV, "responses.ods": ODS, "responses.json": JSON}
"""Tables of the whole register, and what they are sent as."""
KINDS: Final = {
    STYLE: "text/css; charset=utf-8",
    "feed.atom": "application/atom+xml; charset=utf-8",
    "feed.json": "application/feed+json; charset=utf-8",
    "sitemap.xml": "application/xml; charset=utf-8",
    **DOWNLOADS,
}
"""What each file is sent as; the rest are pages."""


class RegisterFiles:
    """The files of one state of the register."""

    def __init__(self, site: Site, register: Iterable[IndexEntry]) -> None:
        """Take what the site says of itself, and the rows in any order."""
        self.site = site
        self.rows = newest_first([_printable(entry) for entry in register])
        self.pages = pages_of(self.rows)
        self._shown = self.pages.named
        self._kept: dict[str, bytes] = {}

    @property
    def names(self) -> list[str]:
        """Return the names of all files; the first page last, as it points to the others."""
        first, *others = self._shown
        return [*KINDS, *others, first]

    def file(self, name: str) -> bytes | None:
        """Return a file; None if there is no such file."""
        if name not in self._kept:
            made = self._make(name)
            if made is None:
                return None
            self._kept[name] = made
        return self._kept[name]

    def _make(self, name: str) -> bytes | None:
        make = self._made().get(name)
        if make is not None:
            return make()
        shown = self._shown.get(name)
        return page_of(self.site, self.pages, shown, DOWNLOADS) if shown else None

    def _made(self) -> dict[str, Callable[[], bytes]]:
        site, rows = self.site, self.rows
        return {
            STYLE: lambda: as_it_stands("site.css"),
            "feed.atom": lambda: atom_feed(site, rows),
            "feed.json": lambda: json_feed(site, rows),
            "sitemap.xml": lambda: sitemap(site, rows, list(self._shown)),
            "responses.csv": lambda: csv_export(site, rows),
            "responses.ods": lambda: ods_export(site, rows),
            "responses.json": lambda: json_export(site, rows),
        }


def kind_of(name: str) -> str:
    """Return what a file is sent as."""
    return KINDS.get(name, HTML)


def _printable(entry: IndexEntry) -> IndexEntry:
    told = ((one.name, getattr(entry, one.name)) for one in fields(entry))
    odd: dict[str, Any] = {
        name: printable(words)
        for name, words in told
        if type(words) is str and printable(words) != words
    }
    return replace(entry, **odd) if odd else entry
