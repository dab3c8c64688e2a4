"""The bare words of each form, and the proof that they are the same."""

from __future__ import annotations

import re
import unicodedata
from itertools import zip_longest
from typing import TYPE_CHECKING, Final

from selectolax.lexbor import LexborHTMLParser, LexborNode

from casework.documents.publishable.signs import UNSEEN
from casework.errors import RefusedInputError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

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


def alternatives_in_html(page: bytes, selector: str = "main") -> list[str]:
    """Return the alternative text of each picture of a page that is not decoration, in order."""
    root = LexborHTMLParser(page).css_first(selector)
    found = [] if root is None else [each.attributes.get("alt") for each in root.css("img")]
    return [words for words in found if words]


def prove_alike(docx: Sequence[str], html: Sequence[str], pdf: Sequence[str]) -> None:
    """Refuse forms whose pictures do not say the same to those who cannot see them.

    A picture that words flow around stands at its anchor in a Word file, and
    after its paragraph on a page; so the file's are compared without order.
    """
    if sorted(docx) != sorted(html) or list(html) != list(pdf):
        lacking = next((words for words in docx if words not in html or words not in pdf), "")
        message = (
            f"A picture would not say the same in all forms: look at the alternative text "
            f"“{lacking}”. Nothing was published; put that picture into the document anew."
        )
        raise RefusedInputError(message)


def prove_equal(docx: str, html: str, pdf: str, *, rows_may_split: bool = False) -> None:
    """Refuse forms that do not say the same, naming the first words that differ.

    Where a row of a table is longer than a page, its cells go on side by side
    on the next: then a PDF read page by page has the signs in another order.
    """
    if html != docx:
        raise RefusedInputError(_difference("web page", docx, html, _of_words(docx, html)))
    arranged = sorted if rows_may_split else str
    if arranged(_signs(pdf)) != arranged(_signs(docx)):
        raise RefusedInputError(_difference("PDF", docx, pdf, _of_signs(docx, pdf)))


def _signs(words: str) -> str:
    """Return the signs without spaces and bullets: a PDF knows its spaces only by their places."""
    plain = unicodedata.normalize("NFKC", BULLETS.sub("", words))
    return "".join(plain.split())


def _difference(form: str, docx: str, other: str, at: tuple[int, int]) -> str:
    ours, theirs = (
        " ".join(words.split()[place : place + SHOWN]) or "nothing"
        for words, place in zip((docx, other), at, strict=True)
    )
    return (
        f"The {form} would not say the same as the Word file: where the Word file says "
        f"“{ours}”, it would say “{theirs}”. Nothing was published; simplify that place in Word."
    )


def _of_words(docx: str, other: str) -> tuple[int, int]:
    """Return the place of the first word that differs."""
    pairs = enumerate(zip_longest(docx.split(), other.split()))
    place = next((number for number, (a, b) in pairs if a != b), 0)
    return place, place


def _of_signs(docx: str, other: str) -> tuple[int, int]:
    """Return the places of the words in which the first sign differs."""
    pairs = enumerate(zip_longest(_signs(docx), _signs(other)))
    sign = next((number for number, (a, b) in pairs if a != b), 0)
    return _word_with(sign, docx), _word_with(sign, other)


def _word_with(sign: int, words: str) -> int:
    reached = 0
    for place, word in enumerate(words.split()):
        reached += len(_signs(word))
        if reached > sign:
            return place
    return len(words.split())
