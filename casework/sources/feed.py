"""The inspectors' feed of publications, RSS or Atom."""

import re
from calendar import timegm
from collections.abc import Sequence
from datetime import UTC, date, datetime
from html import unescape
from io import BytesIO
from time import struct_time
from typing import Any
from urllib.parse import urljoin, urlsplit
from xml.sax import SAXException
from zoneinfo import ZoneInfo

from casework.sources.alarms import Expected, about, refused
from casework.sources.fetching import NO_VALIDATORS, Visitor
from casework.sources.hints import forces_in, kind_hinted
from models.shapes.sources import Fetched, Looked, SeenItem, Validators

LONDON = ZoneInfo("Europe/London")
_LONGEST_SUMMARY = 600
_MOST_ITEMS = 5000


def fetch(visitor: Visitor, address: str, validators: Validators = NO_VALIDATORS) -> Fetched:
    """Return the feed's answer; "not modified" where nothing has changed."""
    return visitor.fetch(address, validators)


def read(fetched: Fetched, expected: Expected, forces: Sequence[str] = ()) -> Looked:
    """Return the reports a feed lists, and the alarm if it cannot be trusted.

    A feed that says "not modified" has no items to show: the last look stands,
    and `alarms.gone_quiet` is asked about its newest item.
    """
    alarm = refused(fetched)
    if alarm or fetched.not_modified:
        return Looked((), alarm)
    import feedparser  # noqa: PLC0415  only those who watch need it

    try:
        # A stream, never the bytes themselves: given a string, feedparser would
        # open it as a file or an address if it looked like one.
        parsed = feedparser.parse(BytesIO(fetched.body))
    except ValueError:
        # It stumbles over a damaged declaration of the encoding.
        return Looked((), f"The feed at {fetched.address} is damaged: nothing could be read of it.")
    if not parsed.get("version"):
        return Looked((), f"{fetched.address} is not a feed: it answers with some other page.")
    entries = parsed.entries[:_MOST_ITEMS]
    items = tuple(_item(entry, fetched.address, forces) for entry in entries)
    days = [item.published for item in items if item.published]
    return Looked(
        items,
        _damage(parsed, fetched.address) or about(items, expected),
        # A feed drops its oldest items; what is newer than its oldest must stand in it.
        complete_since=min(days, default=None),
        newest=max(days, default=None),
    )


def _damage(parsed: Any, address: str) -> str | None:
    # feedparser goes on past an error and may leave items out without a word.
    if isinstance(parsed.get("bozo_exception"), SAXException):
        return f"The feed at {address} is damaged or was cut short: some reports may be missing."
    return None


def _item(entry: Any, at: str, forces: Sequence[str]) -> SeenItem:
    title = _plain(entry.get("title", ""))
    summary = _plain(entry.get("summary", ""))[:_LONGEST_SUMMARY]
    tags = " · ".join(str(tag.get("term") or "") for tag in entry.get("tags", ()))
    return SeenItem(
        title=title,
        address=_web_address(at, entry.get("link", "")),
        published=_day(_moment(entry)),
        kind_hint=kind_hinted(tags) or kind_hinted(title),
        forces_named=forces_in(f"{title} · {tags} · {summary}", forces),
        summary=summary,
    )


def _moment(entry: Any) -> struct_time | None:
    name = "published_parsed" if "published_parsed" in entry else "updated_parsed"
    moment: struct_time | None = entry.get(name)
    return moment


def _web_address(at: str, link: str) -> str:
    try:
        whole = urljoin(at, link.strip()) if link else ""
        return whole if urlsplit(whole).scheme in {"http", "https"} else ""
    except ValueError:
        return ""


def _day(moment: struct_time | None) -> date | None:
    # Feeds speak UTC. A report released at 00:01 in London in summer carries the
    # day before in its feed: read as it stands, the 56 days would begin a day early.
    if moment is None:
        return None
    try:
        return datetime.fromtimestamp(timegm(moment), UTC).astimezone(LONDON).date()
    except (ValueError, OverflowError, OSError):
        return None


def _plain(words: str) -> str:
    without_tags = re.sub(r"<[^<>]*>", " ", words)
    return " ".join(unescape(without_tags).split())
