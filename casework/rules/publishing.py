"""Where a response will stand: known before it is signed, because the text names it."""

from datetime import date

from casework.rules.wording import page_slug
from models.shapes.office import OfficeSettings


def slug(settings: OfficeSettings, reference: str, title: str, published: date) -> str:
    """Return the last part of the address of a response's page."""
    rule = settings.publication.slug
    return page_slug(rule, reference=reference, title=title, published=published)


def page_address(settings: OfficeSettings, reference: str, title: str, published: date) -> str:
    """Return the public address of a response's page."""
    site = settings.publication.site_address.rstrip("/")
    return f"{site}/{slug(settings, reference, title, published)}/"
