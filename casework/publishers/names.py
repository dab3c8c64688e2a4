"""Names that may become folders and web addresses."""

import re

from casework.errors import RefusedInputError
from models.shapes.publication import Publication

_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_REFERENCE = re.compile(r"[A-Za-z0-9]+([-_.][A-Za-z0-9]+)*")
_LONGEST_SLUG = 120
_TAKEN = frozenset({"assets", "feed", "index", "register"})


def refuse_unusable_names(publication: Publication) -> None:
    """Refuse a publication whose names could lead out of its folder."""
    refuse_unusable_slug(publication.slug)
    if not _REFERENCE.fullmatch(publication.reference):
        raise RefusedInputError(
            f"The reference {publication.reference!r} cannot be a file name: "
            "use letters, digits and hyphens."
        )


def refuse_unusable_slug(slug: str) -> None:
    """Refuse a last part of an address that is not plain, or is taken."""
    if not _SLUG.fullmatch(slug) or len(slug) > _LONGEST_SLUG:
        raise RefusedInputError(
            f"{slug!r} cannot be part of a web address: use up to {_LONGEST_SLUG} small letters, "
            "digits and single hyphens."
        )
    if slug in _TAKEN:
        raise RefusedInputError(
            f"The address “{slug}” is needed for the site itself: choose another for the response."
        )
