"""A few words of a text around what was looked for, with the words that were found marked."""

from typing import Final, NamedTuple

from casework.rules.asked_words import Asked, Found, words_of

BEFORE: Final = 70
"""Characters shown before the first word that was found."""
LENGTH: Final = 260
"""Characters of a snippet."""


class Part(NamedTuple):
    """A stretch of a snippet; never any mark-up."""

    words: str
    marked: bool


def snippet(text: str, what: Asked) -> tuple[Part, ...]:
    """Return the words around the first place that was found; the beginning if there is none."""
    words = list(words_of(text))
    spans = _spans(words, what)
    start, end = _window(text, words, spans[0][0] if spans else 0)
    parts = [Part("… ", marked=False)] if start else []
    at = start
    for first, last in spans:
        if at <= first < end:
            parts += [Part(text[at:first], marked=False), Part(text[first:last], marked=True)]
            at = last
    parts.append(Part(text[at : max(at, end)], marked=False))
    if end < len(text.rstrip()):
        parts.append(Part(" …", marked=False))
    return tuple(part for part in parts if part.words)


def _spans(words: list[Found], what: Asked) -> list[tuple[int, int]]:
    """Return from where to where each term stands, in order, none inside another."""
    spans: list[tuple[int, int]] = []
    for n, word in enumerate(words):
        ends = [words[n + len(t.words) - 1].end for t in what.terms if t.at(words, n)]
        if ends and (not spans or word.start >= spans[-1][1]):
            spans.append((word.start, max(ends)))
    return spans


def _window(text: str, words: list[Found], found: int) -> tuple[int, int]:
    """Return where a snippet begins and ends: between words."""
    near = (word.start for word in words if found - BEFORE <= word.start <= found)
    starts = [at for at in near if text[at - 1 : at].isspace() or at == found]
    start = starts[0] if starts and found > BEFORE else 0
    ends = [word.end for word in words if start < word.end <= start + LENGTH]
    whole = len(text) - start <= LENGTH
    return start, len(text) if whole or not ends else ends[-1]
