"""What the register's pages tell machines that read them: JSON-LD in words of schema.org."""

import json
from collections.abc import Mapping, Sequence
from typing import Any, Final

from casework.publishers.feeds import LANGUAGE, Site
from models.shapes.publication import IndexEntry

SCHEMA: Final = "https://schema.org"
SAFE: Final = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"})
"""Inside a script nothing is escaped by the page: no title may end the script."""


def linked_data(
    site: Site, address: str, parts: Sequence[IndexEntry | str], downloads: Mapping[str, str]
) -> str:
    """Return what a page says of itself and its parts: responses, or addresses of other pages.

    Made to stand within a script as it is.
    `downloads` are kinds of files by their names.
    """
    told: dict[str, Any] = {
        "@context": SCHEMA,
        "@type": ["CollectionPage", "Dataset"],
        "@id": address,
        "url": address,
        "name": site.title,
        "description": f"Responses of {site.body_name} to inspection reports.",
        "inLanguage": LANGUAGE,
        "publisher": _publisher(site),
        "distribution": [
            {
                "@type": "DataDownload",
                "encodingFormat": kind.partition(";")[0],
                "contentUrl": f"{site.address}{name}",
            }
            for name, kind in downloads.items()
        ],
        "hasPart": [_part(site, part) for part in parts],
    }
    return json.dumps(told, ensure_ascii=False).translate(SAFE)


def _publisher(site: Site) -> dict[str, str]:
    home = {"url": site.home} if site.home else {}
    return {"@type": "GovernmentOrganization", "name": site.office_name, **home}


def _part(site: Site, entry: IndexEntry | str) -> dict[str, Any]:
    if isinstance(entry, str):
        return {"@type": "CollectionPage", "url": entry}
    done = entry.published_on or entry.report_published
    report = {"@type": "Report", "name": entry.report_title}
    return {
        "@type": "Report",
        "@id": site.address_of(entry),
        "url": site.address_of(entry),
        "name": entry.title,
        "identifier": entry.reference,
        "inLanguage": entry.language,
        "datePublished": done.isoformat(),
        "dateModified": (entry.corrected_on or done).isoformat(),
        "about": report | ({"url": entry.report_address} if entry.report_address else {}),
    }
