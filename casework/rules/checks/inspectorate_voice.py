"""The inspectors' own words told as if the body had inspected: "we found", "our inspection"."""

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from typing import Final

from casework.rules.checks.noticing import LONGEST, Spot, noticed, shortened
from casework.rules.manuscript.passages import Passage
from casework.rules.manuscript.phrases import phrase
from casework.rules.manuscript.response import Response
from casework.rules.manuscript.sentences import sentence_at
from models.shapes.checking import Observation, Severity
from models.shapes.word import TextKind

CHECK: Final = "inspectorate_voice"
_INSPECTED: Final = phrase(
    r"\b(?:during|since|in|from|after|throughout|at\s+the\s+time\s+of|(?:evidence|findings|results|course|scope"
    r"|basis|purpose)\s+(?:of|from)|following|before|until)\s+our\s+"
    r"(?:\w+\s+|20\d\d[/–-]?\d*\s+){0,2}?(?:inspections?|fieldwork|assessment|case\s+(?:file\s+)?reviews?"
    r"|case\s+assessment|reality\s+testing|PEEL|audit\s+of)\b"
    r"|\bour\s+(?:\w+\s+|20\d\d[/–-]?\d*\s+){0,2}?(?:re-?inspection|revisit|inspection|inspectors|fieldwork|case\s+file\s+review"
    r"|victim\s+service\s+assessment|PEEL\s+\w+)\b"
    r"|\bour\s+(?:20\d\d(?:[/–-]\d+)?|last|previous)\s+(?:PEEL\s+)?(?:inspection|report|assessment)\b"
    r"|\bwe\s+(?:also\s+)?(?:visited|inspected|examined)\s+(?:\w+\s+){0,3}?(?:forces|constabularies)\b"
    r"|\bwe\s+(?:inspected|graded|re-?inspected|revisited|interviewed|dip[\s-]sampled|(?:also\s+)?recommend\s+that"
    r"|(?:have\s+)?(?:also\s+)?identified\s+(?:an?\s+|\w+\s+)?(?:areas?|causes?)\s+(?:for|of)\b"
    r"|(?:also\s+)?(?:audited|examined|reviewed|looked\s+at|assessed)\s+(?:\w+\s+){0,2}?(?:case\s+files|cases|records|calls"
    r"|investigations|incidents|crimes)\b(?![^.]{0,80}\bmy\b)"
    r"|(?:spoke|talked)\s+(?:to|with)\s+(?:\w+\s+){0,3}?(?:officers|staff|supervisors|investigators)\b)"
    r"|\b(?:officers|staff|supervisors|managers|the\s+workforce)\s+(?:also\s+)?(?:told|showed)\s+us\b"
    r"|\binspectors\s+(?:from\s+)?our\b"
)
"""What only inspectors do, whoever the body is and however it speaks of itself."""
_FOUND: Final = phrase(
    r"\bwe\s+(?:also\s+|have\s+|had\s+|still\s+|often\s+)*"
    r"(?:found|saw|observed|noted\s+that\s+(?:the\s+force|officers|staff)|assess(?:ed)?\s+(?:the|that|how)|inspect"
    r"|expect\s+to\s+(?:see|find)|(?:were|are)\s+(?:\w+\s+)?(?:pleased|disappointed|concerned|impressed|encouraged)"
    r"\s+(?:to\s+(?:see|find)|that|by|with)|will\s+(?:re-?visit|re-?inspect|return\s+to)|judged?\s+(?:the|that)|grade)\b"
)
"""What inspectors do, and a body that speaks as "we" may do too."""
_THE_FORCE: Final = phrase(
    r"\bwe\s+(?:also\s+|have\s+|often\s+)*found\s+(?:that|evidence|examples?|some|no|many|several|cases|where|few)\b"
    r"|\bwe\s+(?:also\s+|often\s+)*found\s+(?:the\s+(?:force|constabulary|service)|(?:\w+\s+){0,2}?(?:officers|staff"
    r"|supervisors|investigators|victims|teams|investigations|records|calls|cases))\b"
    r"|\bwe\s+(?:also\s+|often\s+)*saw\s+(?:\w+\s+){0,2}?(?:leaders|officers|staff|supervisors|investigators"
    r"|forces|examples|evidence)\b|\bwe\s+found\s+(?:that\s+)?too\s+(?:many|few|often)\b"
    r"|\bwe\s+were\s+(?:\w+\s+)?(?:pleased|disappointed|impressed|encouraged)\s+to\s+(?:see|find)\s+(?:that\s+)?"
    r"(?:the\s+(?:force|constabulary|service)|officers|staff)\b"
)
_THEIR_OWN_WORK: Final = phrase(
    r"\b(?:(?:our|my)\s+own\b|surveys?\b|consultation|public\s+meetings?|custody\s+visit|visitors?\b|volunteers"
    r"|scrutiny\s+panels?|my\s+(?:office|deputy|team))"
)
"""What a body itself looks into."""
_NAMES_THEM: Final = phrase(
    r"\b(?:inspectors?|HMIC\w*|inspectorate)\b|\b(?:the|this|your|their)\s+(?:\w+\s+)?report\b"
)
"""In a sentence: who writes it speaks of the inspectors, and is none of them."""
_OWN_MATERIAL: Final = phrase(
    r"\b(?:my|our)\s+(?:own\s+)?(?:\w+\s+){0,3}?(?:scheme|visitors?|volunteers|survey|panel|office|team|staff"
    r"|deputy|analysts?|auditors?|consultation|dip[\s-]sample|scrutiny|helpline|casework|correspondence)\b"
    r"|\b(?:sent|wrote\s+to|told|showed)\s+(?:me|us)\b|\bI\s+(?:asked|sent|commissioned|took|read|went)\b"
)
"""In the sentence before: what the body and its people looked through."""
_OURS: Final = phrase(
    r"our\s+(?:(?:20\d\d(?:[/–-]\d+)?|last|previous|next|first)\s+)?(?:PEEL\s+)?inspection"
)
_OUR_OWN: Final = phrase(r"our\s+own\b")
"""Inspectors have no other inspection than their own, and do not say so."""
_COMPARED: Final = phrase(r"\b(?:beside|alongside|with|against|than|to|for|awaits?|await)\s+$")
FEW: Final = 1
"""Times that a body says "we" by chance: in a quotation cut loose."""
_I: Final = re.compile(r"(?<![\w’'])I(?:[’'](?:ll|ve|m|d))?\s+[a-z]")
_WE: Final = re.compile(
    r"\b[Ww]e\s+(?:will|have|welcome|accept|propose|are|ask|thank|agree|expect)\b"
)
_THEIR_NAME: Final = (
    r"(?:HMICFRS|HMIC|HMI|the\s+inspectors?|inspectors|the\s+inspectorate|His\s+Majesty[’']s\s+\w+"
    r"|(?:the|this|their|its)\s+(?:\w+\s+){0,2}?report|Inspector\s+of\s+Constabulary)"
)
_BY_THEM: Final = phrase(rf"\s{{1,9}}by\s+{_THEIR_NAME}")
_SAY: Final = (
    r"(?:sa(?:y|ys|id)|found|finds|reports?|reported|wr(?:ote|ites?)|stat(?:e|es|ed)|conclud\w+|comment\w*|explain\w*"
    r"|not(?:e|es|ed)|summar\w+|put\s+it|observ\w+|told|describ\w+|reads?|add(?:s|ed)?|words?|narrative|findings)"
)
_ATTRIBUTED: Final = phrase(
    rf"\b{_THEIR_NAME}\b(?:[’']s?)?[^.:]{{0,60}}?\b{_SAY}\b[^.]{{0,60}}$|\b{_SAY}\s+(?:by|of|from)\s+{_THEIR_NAME}[^.]{{0,60}}$"
    rf"|\bin\s+(?:their|the\s+inspectors[’'])\s+(?:own\s+)?words\b|\b(?:extract|quot\w+|excerpt)\b[^.]{{0,60}}$"
)
_LABEL: Final = phrase(
    rf"\b(?:what\s+)?{_THEIR_NAME}(?:[’']s?)?\s+(?:\w+\s+)?{_SAY}\b|\b(?:extract|quot\w+|excerpt|narrative|finding)s?\b"
    r"|\bwhat\s+the\s+report\b|\binspect\w+\s+(?:findings|comments|text|narrative)\b"
)


LOOKED_BACK: Final = 2_000
"""Signs before the inspectors' words in which they may be named as speaking."""
LONGEST_HEAD: Final = 10
"""Words of a heading that says who speaks below it."""
_AND_MINE: Final = re.compile(r"\b(?:and|,)\s+(?:what\s+)?(?:I|we|my|our)\b")
_OF_THEM: Final = re.compile(
    r"\W{0,9}(?:\d{1,3}[.)]?\d{0,3}\s{1,9})?(?:They|The\s+inspectors|Inspectors|HMICFRS|The\s+inspectorate|Their)\b"
)
"""A paragraph that tells of the inspectors, and is not theirs."""


def inspectorate_voice(response: Response) -> Iterator[Observation]:
    """Yield words of the inspectors that stand as the body's own, unquoted and unattributed."""
    speaks_as_we = _speaks_as_we(response)
    before: Passage | None = None
    attributed = False
    told_of: set[tuple[str, ...]] = set()
    for passage in response.own():
        ends = passage.is_heading or (before and before.trail != passage.trail)
        attributed = attributed and not ends and passage.kind is not TextKind.PARAGRAPH
        if before is not None and before.words.rstrip().endswith((":", "–", "-")):
            attributed = attributed or _ATTRIBUTED.search(before.words.rstrip(" :–-")) is not None
        if not passage.is_heading and _OF_THEM.match(passage.words):
            told_of.add(passage.trail)
        if not attributed and not _is_labelled(passage, told_of):
            yield from _told(passage, speaks_as_we=speaks_as_we)
        before = passage


def _told(passage: Passage, *, speaks_as_we: bool) -> Iterator[Observation]:
    found = _inspecting(passage, speaks_as_we=speaks_as_we)
    if not found:
        return
    words = passage.words[found[0].start() : found[0].end()]
    # Once may be the body, inspected or looking into things itself; twice is nobody else.
    sure = len(found) > 1 and any(one.re in {_INSPECTED, _THE_FORCE} for one in found)
    yield noticed(
        CHECK,
        Severity.ERROR if sure else Severity.WARNING,
        f"“{words}” is the inspectors speaking: it stands here as the body's own words.",
        Spot(passage.at, _around(passage.words, found[0].start(), found[0].end())),
        suggestion="Quote and attribute it (“HMICFRS found …”), or tell it in the body's voice.",
    )


def _around(words: str, start: int, end: int) -> str:
    """Return the sentence of some words; of a long one, as much as can be shown from them on."""
    found = sentence_at(words, start)
    first = found.start if end - found.start <= LONGEST else start
    return shortened(words[first : max(found.end, end)])


def _inspecting(passage: Passage, *, speaks_as_we: bool) -> list[re.Match[str]]:
    """Return the places of a passage where it says what only an inspector says of himself."""
    words = passage.unquoted
    told = _THE_FORCE if speaks_as_we else _FOUND
    found = [
        *_INSPECTED.finditer(words),
        *(one for one in told.finditer(words) if not _is_their_own(words, one.start())),
    ]
    unattributed = {
        one.start(): one
        for one in found
        if not (_ATTRIBUTED.search(_shortly_before(words, one)) or _is_of_us(words, one))
    }
    return [unattributed[start] for start in sorted(unattributed)]


def _is_of_us(words: str, found: re.Match[str]) -> bool:
    """Return whether "our inspection" is one that the force had: "beside our 2019 inspection"."""
    if _BY_THEM.match(words, found.end()) or _OUR_OWN.match(found.group()):
        return True
    return bool(_OURS.fullmatch(found.group()) and _COMPARED.search(_shortly_before(words, found)))


def _shortly_before(words: str, found: re.Match[str]) -> str:
    return words[max(0, found.start() - LOOKED_BACK) : found.start()]


def _is_their_own(words: str, place: int) -> bool:
    """Return whether a sentence tells what the body looked into, alone or with somebody.

    What was looked into may be told in the sentence before: "My visitors sent me
    204 reports. We found …"
    """
    found = sentence_at(words, place)
    if any(one.search(found.words) for one in (_THEIR_OWN_WORK, _NAMES_THEM, _I)):
        return True
    before = sentence_at(words, max(0, found.start - 2)).words if found.start else ""
    return _OWN_MATERIAL.search(before) is not None


def _is_labelled(passage: Passage, told_of: AbstractSet[tuple[str, ...]]) -> bool:
    """Return whether a heading says that the inspectors speak, and nobody speaks of them there."""
    heads = list(passage.heads)
    if passage.trail not in told_of:
        heads += passage.trail[-1:]
    return any(
        len(head.split()) <= LONGEST_HEAD and _LABEL.search(head) and not _AND_MINE.search(head)
        for head in heads
    )


def _speaks_as_we(response: Response) -> bool:
    """Return whether the body calls itself "we" rather than "I"."""
    words = response.body.words
    told = len(_WE.findall(words))
    return told > FEW and told > len(_I.findall(words))
