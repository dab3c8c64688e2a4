"""What a browser says of itself, in words by which its owner knows it."""

from typing import Final

BROWSERS: Final = {
    "Edg": "Edge",
    "OPR/": "Opera",
    "Firefox": "Firefox",
    "Chrome": "Chrome",
    "Safari": "Safari",
}
"""By a sign in what it says. The order matters: most of them also name another."""
SYSTEMS: Final = {
    "iPhone": "an iPhone",
    "iPad": "an iPad",
    "Android": "an Android device",
    "Windows": "Windows",
    "Mac OS": "a Mac",
    "Linux": "Linux",
}


def browser_words(said: str) -> str:
    """Return `Firefox on Windows`, or what is known of it."""
    found = (_first(BROWSERS, said), _first(SYSTEMS, said))
    return " on ".join(filter(None, found)) or "Another browser"


def _first(names: dict[str, str], said: str) -> str:
    return next((name for sign, name in names.items() if sign in said), "")
