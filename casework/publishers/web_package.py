"""A package for a web team: everything they paste or upload, and how."""

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from casework.publishers.feeds import newest_first
from casework.publishers.names import refuse_unusable_names
from casework.publishers.pages import fill
from casework.publishers.writing import write_whole
from models.shapes.publication import IndexEntry, Publication, Written

_EARLIEST_ZIP_TIME = (1980, 1, 1, 0, 0, 0)


class WebPackage:
    """A folder of packages, one per response, as a publisher.

    Nothing is public until the web team has acted: the address is theirs to
    choose, and to send back.
    """

    def __init__(self, folder: Path, reply_to: str) -> None:
        """Take the folder, and to whom the web team sends the live address."""
        self.folder = folder
        self.reply_to = reply_to

    def publish(self, publication: Publication, register: Sequence[IndexEntry]) -> Written:
        """Return the package as written; its address is not known yet."""
        refuse_unusable_names(publication)
        data = _zipped(_contents(publication, register, self.reply_to))
        name = f"{publication.reference}-{publication.slug}.zip"
        return Written(None, (write_whole(self.folder, name, data),))


def _contents(
    publication: Publication, register: Sequence[IndexEntry], reply_to: str
) -> dict[str, bytes]:
    names = {
        "read-me-first.txt": fill(
            "package-read-me.txt", publication=publication, reply_to=reply_to
        ),
        "title.txt": f"{publication.title}\n".encode(),
        "summary.txt": f"{publication.summary}\n".encode(),
        "page.html": publication.fragment,
        "response.pdf": publication.pdf,
        "response.docx": publication.docx,
    }
    if register:
        names["register.html"] = fill("package-register.html", entries=newest_first(register))
    return names


def _zipped(contents: dict[str, bytes]) -> bytes:
    # Stored, not compressed: the same bytes on every machine, whatever its zlib.
    package = BytesIO()
    with ZipFile(package, "w", ZIP_STORED) as archive:
        for name, data in contents.items():
            entry = ZipInfo(name, _EARLIEST_ZIP_TIME)
            entry.external_attr = 0o644 << 16
            entry.create_system = 3
            archive.writestr(entry, data)
    return package.getvalue()
