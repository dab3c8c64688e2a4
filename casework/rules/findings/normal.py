"""Text brought to one form for comparing. What is shown stays verbatim."""

import re
import unicodedata

_QUOTES = str.maketrans(
    "\u2018\u2019\u201a\u201b\u2032`\u201c\u201d\u201e\u201f\u2033", "''''''\"\"\"\"\""
)
_DASHES = re.compile("[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]")
_DROPPED = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")
_SAME = (
    (re.compile(r"\banti[- ]social\b"), "antisocial"),
    (re.compile(r"\b(?:making|make|makes) sure(?: that)?\b"), "ensure"),
    (re.compile(r"\b(?:ensures|ensuring|ensure)(?: that)?\b"), "ensure"),
    (re.compile(r"&"), " and "),
)
_NO_WORDS = re.compile(r"[^\w%£]+")


def plain(text: str) -> str:
    """Return the text with straight quotes, simple hyphens and simple spaces, for matching."""
    text = _DROPPED.sub("", text).translate(_QUOTES)
    text = _DASHES.sub(lambda dash: "-" if dash.group() in "\u2010\u2011" else "–", text)
    return " ".join(text.split())


def comparable(text: str) -> str:
    """Return the words alone, in lower case, variants of one spelling made equal."""
    folded = plain(unicodedata.normalize("NFKC", text)).lower()
    for pattern, same in _SAME:
        folded = pattern.sub(same, folded)
    return " ".join(_NO_WORDS.sub(" ", folded).split())
