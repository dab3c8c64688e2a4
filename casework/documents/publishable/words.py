"""The bare words of each form, and the proof that they are the same."""

from __future__ import annotations

import re
import unicodedata
from itertools import zip_longest
from typing import TYPE_CHECKING, Final

from selectolax.lexbor import LexborHTMLParser, LexborNode

from casework.errors import RefusedInputError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

UNSEEN: Final = re.compile(
    "[\N{SOFT HYPHEN}\N{ZERO WIDTH SPACE}\N{ZERO WIDTH NO-BREAK SPACE}\N{WORD JOINER}]"
)
BULLETS: Final = re.compile(r"[•◦]")
INSIDE_A_LINE: Final = frozenset(
    [
        "a",
        "abbr",
        "b",
        "bdi",
        "bdo",
        "cite",
        "code",
        "data",
        "del",
        "dfn",
        "em",
        "font",
        "i",
        "ins",
        "kbd",
        "mark",
        "q",
        "s",
        "samp",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "time",
        "u",
        "var",
        "wbr",
    ]
)
NO_WORDS: Final = frozenset(["script", "style", "noscript", "template", "head", "title", "svg"])
SHOWN: Final = 6


def bare(text: str) -> str:
    """Return the words of a text, parted by single spaces."""
    return " ".join(unicodedata.normalize("NFC", UNSEEN.sub("", text)).split())


def words_of_html(page: bytes, selector: str = "main") -> str:
    """Return the words of a page's main content, in order."""
    root = LexborHTMLParser(page).css_first(selector)
    return "" if root is None else bare("".join(texts_of(root)))


def texts_of(root: LexborNode) -> Iterator[str]:
    """Yield the texts below a node; what stands on a line of its own is parted from the rest.

    With a stack of its own: a stranger's page may be nested deeper than Python can call.
    """
    waiting: list[LexborNode | str] = [root]
    while waiting:
        node = waiting.pop()
        if isinstance(node, str):
            yield node
        elif node.tag == "-text":
            yield node.text_content or ""
        elif node.tag not in NO_WORDS:
            apart = "" if node.tag in INSIDE_A_LINE else "\n"
            waiting += [apart, *reversed(list(node.iter(include_text=True))), apart]


def prove_equal(docx: str, html: str, pdf: str) -> None:
    """Refuse forms that do not say the same, naming the first words that differ."""
    if html != docx:
        raise RefusedInputError(_difference("web page", docx.split(), html.split()))
    if _signs(pdf) != _signs(docx):
        raise RefusedInputError(_difference("PDF", docx.split(), pdf.split(), joined=True))


def _signs(words: str) -> str:
    """Return the signs without spaces and bullets: a PDF knows its spaces only by their places."""
    return BULLETS.sub("", words).replace(" ", "")


def _difference(
    form: str, docx: Sequence[str], other: Sequence[str], *, joined: bool = False
) -> str:
    ours, theirs = _first_difference(docx, other, joined=joined)
    return (
        f"The {form} would not say the same as the Word file: where the Word file says "
        f"“{ours}”, it would say “{theirs}”. Nothing was published; simplify that place in Word."
    )


def _first_difference(
    docx: Sequence[str], other: Sequence[str], *, joined: bool
) -> tuple[str, str]:
    strip = _signs if joined else str
    a, b = ([word for word in words if strip(word)] for words in (docx, other))
    pairs = enumerate(zip_longest(map(strip, a), map(strip, b)))
    at = next((place for place, (x, y) in pairs if x != y), 0)
    return (" ".join(words[at : at + SHOWN]) or "nothing" for words in (a, b))  # type: ignore[return-value]
