"""A response that does not say that copies go to the inspectors and the Secretary of State."""

import re
from collections.abc import Iterator
from typing import Final

from casework.rules.checks.missing_date import WELSH
from casework.rules.checks.noticing import noticed
from casework.rules.manuscript.passages import SHORT_LINE, Part, Passage
from casework.rules.manuscript.phrases import phrase
from casework.rules.manuscript.response import Response
from casework.rules.manuscript.sentences import sentences_in
from casework.rules.manuscript.speakers import Speaker
from models.shapes.checking import Observation, Severity

CHECK: Final = "missing_copies"
OPENING: Final = 14
"""Passages at the beginning of a letter that hold its address and its salutation."""
_INSPECTORS: Final = phrase(
    r"\bHM\w{0,3}IC\w*|\binspectorate|\binspectors?\b|\bHMCI\b|\bHMI\b|\bHMIs\b"
    r"|\binspectors?\s+of\s+constabulary"
)
_MINISTER: Final = phrase(
    r"\bsecretary\s+of\s+(?:the\s+)?state|\bhome\s+(?:secretary|office|department|affairs|minister)"
    r"|\b(?:policing\s+minister|minister\s+(?:of\s+state\s+)?for\s+(?:\w+,?\s+)?(?:policing|home))"
)
_GIVEN: Final = (
    r"(?:goes|go|going|sent|send|forwarded|supplied|provided|submitted|shared|transmitted|laid"
    r"|delivered|e-?mailed|circulated|issued|given|posted|passed|copied|addressed)"
)
_COPIED: Final = phrase(
    r"\bcop(?:y|ies|ied|ying)\b|\bc\.?c\.?(?=[\s:.])|\bdistribution\b"
    r"|\b(?:this|my|our|the)\s+(?:\w+\s+){0,2}?(?:response|letter|statement|document)\b[^.]{0,160}?"
    rf"\b{_GIVEN}\b[^.]{{0,80}}?\b(?:to|with|before)\b"
    r"|\b(?:it|this|they|both)\s+(?:is|has|have|was|will|are|were|goes)\b[^.]{0,40}?"
    rf"\b{_GIVEN}\b[^.]{{0,80}}?\b(?:to|with)\b|\bit\s+goes\b[^.]{{0,40}}?\bto\b"
    r"|\b(?:sending|send|forward(?:ing)?|submit(?:ting)?|sent|shared?|sharing|supply(?:ing)?"
    r"|e-?mail(?:ing)?|receiv(?:es?|ed|ing)|given|deliver(?:ing)?|provided?)\s+"
    r"(?:this|it|them|both|my|our|the\s+response)\b"
)
_NOT_THIS: Final = phrase(
    r"\b(?:copy|copies)\s+of\s+(?:the|their|its|your)\s+(?:\w+\s+){0,3}?(?:report|plan|policy|strategy)\b"
    r"|\b(?:copy|copies)\s+of\s+(?:the|a|an|its|their|my|our)\s+(?:\w+\s+){0,3}?(?:guidance|survey|minutes|figures|leaflet|finding)s?\b"
    r"|(?<!of )\b(?:force|constabulary)\s+(?:has\s+)?(?:sent|copied|forwarded)\b"
    r"|\bpublished\s+on\s+the\b(?![^.]{0,160}\b(?:sent|copied|forwarded)\b)|\bprovided\s+by\b"
    r"|\bproviding\b|\bplan\s+(?:before|when|as\s+soon\s+as|once|until)\s+it\s+goes\b"
)
_IN_AN_ADDRESS: Final = re.compile(r"(?<=[\w])[.](?=\w)")
"""The dots of a web address end no sentence."""
_FAREWELL: Final = phrase(r"^\W*yours\b")

_LIST_HEAD: Final = phrase(
    r"^\W*(?:cop(?:y|ies|ied)|c\.?c\.?|distribution|circulation|sent\s+to|recipients?)\b"
)
_DEAR: Final = phrase(r"^\W*(?:dear|to\b|for\s+the\s+attention\s+of|rt\.?\s+hon|the\s+rt)")
_GOES_ON: Final = phrase(r"\W{0,9}(?:it|they|the\s+same|another|one)\b")
_ADDRESSED: Final = phrase(r"\W{0,9}(?:dear|to\s*:)")
_SALUTATION: Final = phrase(r"\W{0,9}dear\b")


def missing_copies(response: Response) -> Iterator[Observation]:
    """Yield who of the two is not told to get a copy, Police Act 1996 s.55(6)."""
    if response.facts.language.startswith(WELSH):
        return
    if not any(one.part is Part.BODY for one in response.passages):
        return
    copied = list(_copy_statements(response))
    addressed = list(_addresses(response))
    inspectors = any(_INSPECTORS.search(words) for words in (*copied, *addressed))
    minister = any(_MINISTER.search(words) for words in (*copied, *addressed))
    if copied and inspectors and minister:
        return
    lacking = [
        name
        for name, there in (
            ("HM Inspectors of Constabulary", inspectors and bool(copied)),
            ("the Secretary of State", minister and bool(copied)),
        )
        if not there
    ]
    message = (
        f"Nothing says that a copy is being sent to {' and '.join(lacking)}: "
        "Police Act 1996 s.55(6) asks for one to each of the two."
    )
    suggestion = (
        "Copies of this response are being sent to HM Inspectors of Constabulary and "
        "the Secretary of State for the Home Department."
    )
    yield noticed(CHECK, Severity.ERROR, message, suggestion=suggestion)


def _copy_statements(response: Response) -> Iterator[str]:
    """Yield the words that say who gets a copy: sentences, and lists under such a heading."""
    in_list = 0
    for passage in response.passages:
        if response.speakers[passage.at] in {Speaker.INSPECTORS, Speaker.CHIEF_OFFICER}:
            continue
        label = " ".join(passage.heads)
        if _LIST_HEAD.search(passage.words) or _LIST_HEAD.search(label):
            in_list = 8
            yield passage.words
            continue
        if in_list and passage.is_short:
            in_list -= 1
            yield passage.words
            continue
        if any(_LIST_HEAD.search(head) for head in passage.trail[-1:]):
            yield passage.words
            continue
        in_list = 0
        yield from _sentences(passage)
        if passage.words.rstrip().endswith(":") and _COPIED.search(passage.words):
            in_list = 8


def _sentences(passage: Passage) -> Iterator[str]:
    before = ""
    for sentence in sentences_in(passage.words):
        words = _IN_AN_ADDRESS.sub(" ", sentence.words)
        if _COPIED.search(words) and not _NOT_THIS.search(words):
            yield sentence.words
        elif _COPIED.search(before) and _GOES_ON.match(sentence.words):
            yield f"{before} {sentence.words}"
        before = sentence.words


def _addresses(response: Response) -> Iterator[str]:
    """Yield the lines of the address and the salutation of a letter."""
    body = [one for one in response.passages if one.part is Part.BODY]
    opening = body[:OPENING]
    if not any(_ADDRESSED.match(one.words) for one in opening):
        return
    for passage in opening:
        if not passage.is_heading:
            yield from _short_lines(passage)
        if _SALUTATION.match(passage.words):
            break
    last = next((n for n, one in enumerate(body) if _FAREWELL.match(one.words)), len(body))
    for passage in body[last : last + OPENING]:
        # Some offices set the address at the foot of a letter.
        yield from _short_lines(passage)


def _short_lines(passage: Passage) -> Iterator[str]:
    return (line for line in passage.words.split("\n") if len(line.split()) <= SHORT_LINE)
