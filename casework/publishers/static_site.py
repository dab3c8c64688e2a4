"""A folder that any web server can serve: the register, the responses, the feeds."""

import json
from collections.abc import Sequence
from pathlib import Path

from casework.errors import SettingsError
from casework.publishers.feeds import Site, atom_feed, json_feed, newest_first
from casework.publishers.names import refuse_unusable_names, refuse_unusable_slug
from casework.publishers.pages import as_it_stands, fill
from casework.publishers.writing import write_whole
from models.shapes.publication import IndexEntry, Publication, Written, WrittenFile


class StaticSite:
    """The static site as a publisher."""

    def __init__(self, folder: Path, site: Site) -> None:
        """Take the folder and what the site says of itself."""
        if not site.address.startswith(("https://", "http://")) or not site.address.endswith("/"):
            raise SettingsError(
                f"The public address of the site, {site.address!r}, must begin with https:// "
                "(or http://) and end with a slash."
            )
        self.folder = folder
        self.site = site

    def address_for(self, slug: str) -> str:
        """Return the address a response will have, known before it is signed."""
        refuse_unusable_slug(slug)
        return f"{self.site.address}{slug}/"

    def publish(self, publication: Publication, register: Sequence[IndexEntry]) -> Written:
        """Return what was written: the response first, then the pages that point to it."""
        refuse_unusable_names(publication)
        address = self.address_for(publication.slug)
        response = self._write_response(publication, address)
        return Written(address, (*response, *self._write_index(_with(publication, register))))

    def refresh(self, register: Sequence[IndexEntry]) -> Written:
        """Return the register and feeds as written anew: no response is touched."""
        return Written(self.site.address, self._write_index(register))

    def _write_response(self, publication: Publication, address: str) -> tuple[WrittenFile, ...]:
        signed = {
            "index.html": publication.html,
            "response.pdf": publication.pdf,
            "response.docx": publication.docx,
        }
        written = tuple(
            write_whole(self.folder, f"{publication.slug}/{name}", data)
            for name, data in signed.items()
        )
        manifest = _manifest(publication, address, written)
        return (*written, write_whole(self.folder, f"{publication.slug}/manifest.json", manifest))

    def _write_index(self, register: Sequence[IndexEntry]) -> tuple[WrittenFile, ...]:
        rows = newest_first(register)
        pages = {
            "assets/site.css": as_it_stands("site.css"),
            "index.html": fill("index.html", site=self.site, entries=rows),
            "feed.atom": atom_feed(self.site, rows),
            "feed.json": json_feed(self.site, rows),
        }
        return tuple(write_whole(self.folder, name, data) for name, data in pages.items())


def _with(publication: Publication, register: Sequence[IndexEntry]) -> tuple[IndexEntry, ...]:
    # What is being published now is the truth about its own row, whatever the
    # register that was read a moment ago still says.
    mine = publication.as_entry()
    others = (
        entry
        for entry in register
        if entry.slug != mine.slug
        and (entry.reference, entry.language) != (mine.reference, mine.language)
    )
    return (mine, *others)


def _manifest(publication: Publication, address: str, files: Sequence[WrittenFile]) -> bytes:
    manifest = {
        "reference": publication.reference,
        "address": address,
        "title": publication.title,
        "language": publication.language,
        "report": {
            "title": publication.report_title,
            "address": publication.report_address,
            "published": publication.report_published.isoformat(),
        },
        "response_due": publication.response_due.isoformat(),
        "published": publication.published_on.isoformat(),
        "files": {Path(file.path).name: _hash_of(file) for file in files},
    }
    return (json.dumps(manifest, ensure_ascii=False, indent=2) + "\n").encode()


def _hash_of(file: WrittenFile) -> dict[str, object]:
    return {"sha256": file.sha256, "bytes": file.size}
