"""The properties of a published Word file, written anew: title, office, language, one date."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from xml.sax.saxutils import escape

if TYPE_CHECKING:
    from models.shapes.word import PublishedDetails

CORE: Final = "docProps/core.xml"
APP: Final = "docProps/app.xml"
PROPERTIES: Final = {
    CORE: "application/vnd.openxmlformats-package.core-properties+xml",
    APP: "application/vnd.openxmlformats-officedocument.extended-properties+xml",
}
RELATION_TYPES: Final = {
    CORE: "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
    APP: "http://schemas.openxmlformats.org/officeDocument/2006/relationships/extended-properties",
}
HEAD: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
SPACES: Final = (
    'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
)
EXTENDED: Final = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"


def own_properties(details: PublishedDetails) -> dict[str, bytes]:
    """Return the two properties parts of a published file."""
    instant = f'xsi:type="dcterms:W3CDTF">{details.dated.isoformat()}T00:00:00Z'
    title, author, language = map(escape, (details.title, details.author, details.language))
    core = (
        f"{HEAD}<cp:coreProperties {SPACES}>"
        f"<dc:title>{title}</dc:title><dc:creator>{author}</dc:creator>"
        f"<dcterms:created {instant}</dcterms:created>"
        f"<dcterms:modified {instant}</dcterms:modified>"
        f"<dc:language>{language}</dc:language></cp:coreProperties>"
    )
    app = f'{HEAD}<Properties xmlns="{EXTENDED}"><Company>{author}</Company></Properties>'
    return {CORE: core.encode(), APP: app.encode()}
