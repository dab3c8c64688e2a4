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
_FAULT = re.compile(
    r"\b(?:needs?|lacks?|fails?|(?:is|are|does|do|ca|has|have)n[’']t|cannot|not)\b", re.IGNORECASE
)
_FEWEST_WORDS_OF_A_FAULT = 4
_FEWEST_WORDS_OF_A_SENTENCE = 9


_INTRODUCES = re.compile(
    r"(?:we|our|these|this|here|below|the\s+(?:following|table|list|recommendations?)|in\s+this|for\s+(?:ease|each|convenience)|"
    r"(?:all|each|some|most)\s+of\s+(?:our|the|these)|there\s+(?:is|are)|as\s+a\s+result)\b",
    re.IGNORECASE,
)
_SPEAKS_OF_RECOMMENDATIONS = re.compile(r"\brecommendations\b", re.IGNORECASE)
_SECTION_NUMBER = re.compile(
    r"(?:(?:chapter|section|part)\s+)?(?:\d{1,2}(?:\.\d{1,2}){0,3}[.:)]?|[A-Z][.)])[\s\xa0]+(?=[A-Za-z])|"
    r"(?:chapter|section|part)\s+\d{1,2}\s*[.:\u2013-]\s*",
    re.IGNORECASE,
)


def without_section_number(text: str) -> str:
    """Return a heading's words without its number ("3.2 Recommendations")."""
    stripped = text.strip()
    found = _SECTION_NUMBER.match(stripped)
    return stripped[found.end() :] if found else stripped


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


def states_a_fault(text: str) -> bool:
    """Return whether a short bold line says what is wrong ("The force needs a plan")."""
    return word_count(text) >= _FEWEST_WORDS_OF_A_FAULT and bool(_FAULT.search(text))


def is_stem(text: str) -> bool:
    """Return whether the text waits for its bullets."""
    return text.rstrip().endswith((":", ":-", "–", "—"))


def introduces(text: str) -> bool:
    """Return whether the paragraph speaks of the findings instead of being one."""
    if not _INTRODUCES.match(text.strip()) or _RECOMMENDS.search(text):
        return False
    return not is_directive(text) or bool(_SPEAKS_OF_RECOMMENDATIONS.search(text))


def _is_quoted(before: str) -> bool:
    """Return whether a quotation is open where these words end: somebody else recommends."""
    return before.count("“") > before.count("”")


def recommendation_inside(text: str) -> str | None:
    """Return a paragraph's words from the sentence in which the inspectors recommend, or None."""
    found = _RECOMMENDS.search(text)
    if not found or _is_quoted(text[: found.start()]):
        return None
    starts = [0, *(end.end() for end in _SENTENCE_END.finditer(text) if end.end() <= found.start())]
    return text[starts[-1] :].strip()
