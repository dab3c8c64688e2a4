"""Addresses a visitor may go to: web addresses, and not from safe to unsafe."""

import httpx2

from casework.errors import DoorError


def asked_address(address: str) -> httpx2.URL:
    """Return the address as a plain web address, or refuse it."""
    try:
        url = httpx2.URL(address.strip())
    except (httpx2.InvalidURL, TypeError) as error:
        raise DoorError(f"{address!r} is not a web address: copy it from the browser.") from error
    _refuse_other_than_web(url)
    return url


def _refuse_other_than_web(url: httpx2.URL) -> None:
    if url.scheme not in {"http", "https"} or not url.host or url.userinfo:
        raise DoorError(f"“{url}” is not a plain web address that begins with https://.")


def onward_address(url: httpx2.URL, location: str) -> httpx2.URL:
    """Return where a redirect leads, judged like the first address."""
    try:
        onward = url.join(location)
    except httpx2.InvalidURL as error:
        raise DoorError(f"{url.host} sends visitors to an address that is none.") from error
    _refuse_other_than_web(onward)
    if url.scheme == "https" and onward.scheme == "http":
        raise DoorError(f"{url.host} sends visitors to an unprotected address, {onward}.")
    return onward


def site_of(url: httpx2.URL) -> str:
    """Return the site an address belongs to: the scope of its rules for robots."""
    return f"{url.scheme}://{url.netloc.decode('ascii')}"
