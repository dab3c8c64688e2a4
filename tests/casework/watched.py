"""A website with a feed and a list, watched by the office of a test's service."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlmodel import select

from casework.record.hand import the_service
from casework.record.offices import load_office
from casework.watching import open_sighting, reconcile, watch
from models import HistoryEntry, Mail
from tests.builders import Service, at
from tests.casework.sources.loopback import Answer, Website, a_visitor

NOW = at(10, 14, 9)
OURS = "PEEL 2021/22: An inspection of Warwickshire Police"
THEIRS = "PEEL 2021/22: An inspection of Dyfed-Powys Police"
ITEM = (
    "<item><title>{0}</title><link>{1}</link><pubDate>{2:%d %b %Y} 09:30:00 +0000</pubDate></item>"
)
LINE = '<li><h2><a href="{1}">{0}</a></h2><p>Published on: {2:%d %B %Y}</p></li>'

Line = tuple[str, str, date]
"""Title, path, day."""


@dataclass
class Watched:
    """A service and the website it watches."""

    service: Service
    site: Website

    def watches(self, sources: str) -> None:
        """Let the office watch these sources: `feeds = ["{site}/feed"]`."""
        named = sources.replace("{site}", self.site.address)
        text = self.service.office.replace("feeds = []", named).replace('folder = "dropped"', "")
        load_office(self.service.record, text, "office.toml", at(10, 2))

    def feed(self, *lines: Line, **headers: str) -> None:
        """Let the feed show these reports."""
        inner = "".join(ITEM.format(t, f"{self.site.address}{p}", d) for t, p, d in lines)
        body = f'<rss version="2.0"><channel><title>P</title>{inner}</channel></rss>'.encode()
        self.site.pages["/feed"] = Answer(body, 200, headers)

    def lists(self, *lines: Line, path: str = "/list/", onward: str = "") -> None:
        """Let the list show these reports on one of its pages."""
        self.site.pages[path] = Answer(a_list(lines, onward))

    def look(self, now: datetime = NOW) -> list[str]:
        """Run the watch once."""
        with a_visitor() as visitor:
            return watch(self.service.record, the_service(now), visitor)

    def open(self, key: str, now: datetime = NOW) -> str:
        """Open what was seen."""
        with a_visitor() as visitor:
            return open_sighting(self.service.record, the_service(now), key, visitor)

    def reconcile(self, now: datetime = NOW) -> str:
        """Compare the whole list with the record."""
        with a_visitor() as visitor:
            return reconcile(self.service.record, the_service(now), visitor)

    def rows(self, table: Any) -> list[Any]:
        """Return every row of a table, oldest first."""
        with self.service.record.reading() as session:
            return [*session.exec(select(table).order_by(table.id))]

    def told(self, what: str) -> int:
        """Return how many entries of the histories tell this."""
        return sum(f'"what":"{what}"' in e.body.replace(" ", "") for e in self.rows(HistoryEntry))

    def letters(self, key: str) -> "Sequence[Mail]":
        """Return the letters whose key begins like this."""
        return [mail for mail in self.rows(Mail) if mail.key.startswith(key)]


def a_list(lines: Sequence[Line], onward: str = "") -> bytes:
    """Return a listing page."""
    items = "".join(LINE.format(*line) for line in lines)
    link = f'<a rel="next" href="{onward}">Next</a>' if onward else ""
    return f"<html><body><main><h1>Publications</h1><ul>{items}</ul>{link}</main></html>".encode()
