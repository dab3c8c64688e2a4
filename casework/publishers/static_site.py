"""A folder that any web server can serve: the register, the responses, the feeds."""

from collections.abc import Sequence
from pathlib import Path

from casework.errors import SettingsError
from casework.publishers.feeds import Site
from casework.publishers.names import refuse_unusable_names, refuse_unusable_slug
from casework.publishers.register_files import RegisterFiles
from casework.publishers.register_pages import GROUPS
from casework.publishers.response_files import response_files
from casework.publishers.writing import write_all
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
        # The page comes last: it points to the others.
        files = response_files(publication, address)
        return write_all(
            self.folder, {f"{publication.slug}/{name}": data for name, data in files.items()}
        )

    def _write_index(self, register: Sequence[IndexEntry]) -> tuple[WrittenFile, ...]:
        files = RegisterFiles(self.site, register)
        pages = {name: files.file(name) or b"" for name in files.names}
        written = write_all(self.folder, pages)
        for path in self._pages_there():
            if path.name not in pages:
                path.unlink(missing_ok=True)  # of a year or force in which nothing is left
        return written

    def _pages_there(self) -> list[Path]:
        return [path for start in GROUPS for path in self.folder.glob(f"{start}-*.html")]


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
