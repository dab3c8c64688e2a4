"""How the inspectors word a finding, apart from its label."""

import re

_MODAL = re.compile(r"\b(?:should|must|needs?\s+to|need\s+to|ought\s+to)\b", re.IGNORECASE)
_REMAINS = re.compile(
    r"\b(?:remains?|is\s+still|is|continues?\s+to\s+be)\s+an?\s+area\s+for\s+improvement\b",
    re.IGNORECASE,
)
_RECOMMENDS = re.compile(
    r"\b(?:we|HMIC(?:FRS)?|the\s+inspectorates?|inspectors)\s+(?:(?:also|therefore|further)\s+)?"
    r"recommends?\s+that\b",
    re.IGNORECASE,
)
_GOES_ON = re.compile(
    r"(?:it|they|this|these|he|she)\s+(?:also\s+)?(?:should|must|needs?\s+to)\b", re.IGNORECASE
)
_SENTENCE_END = re.compile(r"(?<=[.!?])[\"'’”)]*\s+(?=[\"'‘“(]?[A-Z0-9])")
_NOT_AN_END = re.compile(r"\b(?:e\.g|i\.e|etc|no|vs|Dr|Mr|Mrs|Ms|St|cf)\.$", re.IGNORECASE)
_FEWEST_WORDS_OF_A_SENTENCE = 9


def word_count(text: str) -> int:
    """Return how many words the text has."""
    return len(text.split())


def sentences(text: str) -> list[str]:
    """Return the sentences of a text."""
    parts: list[str] = []
    for part in _SENTENCE_END.split(text):
        if parts and _NOT_AN_END.search(parts[-1]):
            parts[-1] += " " + part
        else:
            parts.append(part)
    return parts


def is_directive(text: str) -> bool:
    """Return whether the text asks somebody to do something."""
    return bool(_MODAL.search(text) or _REMAINS.search(text) or _RECOMMENDS.search(text))


def goes_on(text: str) -> bool:
    """Return whether the paragraph carries on with the finding before it ("It should also …")."""
    return bool(_GOES_ON.match(text.strip()))


def is_sentence(text: str) -> bool:
    """Return whether the text is a sentence rather than a heading's catchword."""
    stripped = text.strip()
    long = word_count(stripped) >= _FEWEST_WORDS_OF_A_SENTENCE
    return (
        (long and not stripped.endswith("?"))
        or stripped.endswith((".", ":"))
        or is_directive(stripped)
    )


def is_stem(text: str) -> bool:
    """Return whether the text waits for its bullets."""
    return text.rstrip().endswith((":", ": –", ":-", "–", "—"))


def recommendation_inside(text: str) -> str | None:
    """Return a paragraph's words from the sentence in which the inspectors recommend, or None."""
    found = _RECOMMENDS.search(text)
    if not found:
        return None
    starts = [0, *(end.end() for end in _SENTENCE_END.finditer(text) if end.end() <= found.start())]
    return text[starts[-1] :].strip()
