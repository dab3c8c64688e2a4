"""A provision of the law cited for what another provision says."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from casework.rules.checks.noticing import at, at_most_a_note, noticed
from casework.rules.manuscript.passages import Passage
from casework.rules.manuscript.response import Response
from casework.rules.manuscript.sentences import sentence_at
from models.shapes.checking import Observation, Severity

CHECK: Final = "wrong_citation"
ACT: Final = "Police Act 1996"
SECTION: Final = "55"
_KNOWN: Final = frozenset({"1", "2", "3", "4", "5", "5a", "5b", "6", "7"})
"""Sub-sections of section 55, the last two inserted in 2017 standing behind (5)."""
_INSPECTORS_DUTIES: Final = frozenset({"1", "2", "3"})
_PUBLISHING: Final = frozenset({"5", "5a", "5b", "6"})
_SUB: Final = r"\(?\s?(?P<sub>\d{1,2}[A-Za-z]?|I{1,3}|IV|V)\s?\)?"
_ACT: Final = (
    r"(?P<act>(?:[A-Z][\w’'-]+,?\s+(?:(?:and|of"
    r"|&)\s+)?){1,6}?Acts?(?:\s+(?:of\s+)?(?P<year>\d{4}))?)"
)
_CITED: Final = re.compile(
    r"\b(?P<cited>(?i:sections?|sect?\.|secs?\.|ss?\.?|clause|§)\s?(?P<section>\d{1,3}[A-Z]?)"
    r"(?:\s?\(\s?(?P<sub>\d{1,2}[A-Za-z]?|[A-Z]|I{1,3}|l)\s?\)|\.(?P<dotted>\d[A-Za-z]?)\b"
    r"|,?\s+(?i:sub-?\s?sections?|sub-?s\.)\s*\(?(?P<named>\d{1,2}[A-Za-z]?)\)?)?)"
)
_BEHIND: Final = re.compile(
    r"^(?:\s?\([a-zA-Z0-9]{1,3}\)|\s?(?:,|and|&|or|to|–"
    r"|-)\s?(?:sections?\s)?(?:55\s?)?\([0-9a-zA-Z]{1,3}\))*"
    r",?\s*(?:(?:of|in|to)\s+)?(?:the\s+)?" + _ACT
)
_SUB_OF: Final = re.compile(
    r"\b(?P<cited>(?i:sub-?\s?sections?"
    r"|paragraph)\s*\(?(?P<sub>\d{1,2}[A-Za-z]?)\)?\s+(?i:of\s+section)\s+"
    r"(?P<section>\d{1,3}))"
)
_POLICE_ACT: Final = re.compile(r"\bPolice\s+Act,?\s+(?:of\s+)?(?P<year>\d{4})\b")
_REAL_POLICE_ACTS: Final = frozenset(
    {"1919", "1946", "1964", "1969", "1972", "1976", "1996", "1997"}
)
_INSPECTORS_DO: Final = re.compile(
    r"\b(?:HMIC\w*|inspectors?|inspectorate|Majesty[’']s|chief\s+inspector)\b[^.;]{0,90}?"
    r"\b(?:publish\w*|publication|sen[dt]\w*|arrang\w+|prepar\w+|produc\w+|carr\w+|inspect\w*"
    r"|copy|duty|power|appointed|under)\b|\b(?:publish\w*|sent|copy|copied|received|inspected"
    r"|issued)"
    r"\b[^.;]{0,60}\b(?:by|from)\s+(?:HMIC\w*|(?:the\s+)?inspect\w+)",
    re.IGNORECASE,
)
_WE_DO: Final = re.compile(
    r"\bthis\s+is\b|\bfulfil\w*|\b(?:this|my|our|the\s+\w+[’']s?)\s+(?:formal\s+|statutory\s+"
    r"|written\s+)?(?:response"
    r"|statement"
    r"|comments|reply|letter|action|document|publication)\b"
    r"|^\W*(?:published|issued|made|prepared|submitted|response)\b|\b(?:I|we|my|our|me|us)\b"
    r"|\bobligations?\b|\brespon(?:se|d|ds|ding)\b|\bcomments\b"
    r"|\blocal\s+policing\s+bod(?:y|ies)\b|\bcommissioner\b|\bmayor\b|\bboard\b|\brequire[sd]?\b",
    re.IGNORECASE,
)
_RESPONDING: Final = re.compile(
    r"\brespon(?:se|d|ds|ding)\b|\bcomments?\b|\bpublish\w*\b|\bpublication\b|\bobligations?\b"
    r"|\bstatement\b"
    r"|\breply\b",
    re.IGNORECASE,
)
_OTHER_DUTIES: Final = re.compile(
    r"\b(?:hold\w*|held)\s+(?:\w+\s+){0,4}?to\s+account|\bplan\b|\bpanel\b"
    r"|\binspections?\s+(?:under|by)"
    r"|\binspected\b|\bdata\s+protection|\bequality|\bcollaboration|\bcomplaints?\b|\bappoint\w*"
    r"|\bfreedom\b|\bdirect(?:ion|ed)\b|\bstop\s+and\s+search|\bsearch\w*|\bpowers\s+of\b"
    r"|\bState\s+of",
    re.IGNORECASE,
)
_INVITING: Final = re.compile(
    r"\binvit\w+|\bsubmit\w*|\bcomments?\s+(?:of|from|by)\b|\bchief\b|[’']s\s+comments|\bhis\b"
    r"|\bher\b",
    re.IGNORECASE,
)

_SECURITY: Final = re.compile(r"\bsecurity\b|\bjeopardi[sz]e|\bexclud\w+", re.IGNORECASE)
"""What section 55(2) is about: what the inspectors may leave out."""
_LIKE_IT: Final = frozenset({"5", "50", "51", "54", "56", "57", "65", "155"})
"""Sections that a slip of the keyboard makes of section 55."""
_OURS_ALONE: Final = frozenset({"5a", "5b"})
_WITH_OURS: Final = re.compile(r"\(5[AB]\)")
_WHAT_I_PUBLISH: Final = re.compile(
    r"\b(?:I|we|bod(?:y|ies)|commissioners?|mayor|board)\s+(?:must|shall|ha(?:s|ve)\s+to|(?:is|are|am)"
    r"\s+(?:required|obliged)\s+to)\s+(?:\w+\s+)?(?:publish|respond|reply|explain)\b",
    re.IGNORECASE,
)
_UNDER: Final = re.compile(
    r"\b(?:under|pursuant\s+to|in\s+accordance\s+with|by|in\s+line\s+with|of|as)\s+(?:the\s+)?"
    r"(?:sections?|s\.?|sect\.)\s?\d+(?!.{0,30}\breport\b)(?!\s+(?:below|above))",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Citation:
    """A provision as a sentence cites it."""

    words: str
    section: str
    sub: str
    act: str
    year: str
    sentence: str
    clause: str
    """The part of the sentence the citation belongs to."""


def wrong_citation(response: Response) -> Iterator[Observation]:
    """Yield each citation of a provision that does not say what it is cited for."""
    for passage in response.passages:
        severity = at_most_a_note(response, passage, Severity.ERROR)
        for one in citations_in(passage.words):
            fault = _fault(one)
            if fault is not None:
                message, right = fault
                spot = at(passage, one.words)
                yield noticed(CHECK, severity, message, spot, suggestion=right)
        yield from _acts_that_are_none(passage, severity)


def citations_in(words: str) -> Iterator[Citation]:
    """Yield every provision that words cite."""
    for pattern in (_CITED, _SUB_OF):
        for found in pattern.finditer(words):
            told = found.groupdict()
            sub = told.get("sub") or told.get("dotted") or told.get("named") or ""
            behind = _BEHIND.match(words[found.end() : found.end() + 160])
            act = " ".join((behind["act"] if behind else "").split())
            sentence = sentence_at(words, found.start())
            end = found.end() + (behind.end() if behind and behind["year"] else 0)
            yield Citation(
                words[found.start() : end], found["section"], _digit(sub), act,
                (behind["year"] if behind else "") or "", sentence.words,
                _clause(sentence.words, found.start() - sentence.start),
            )  # fmt: skip


def _digit(sub: str) -> str:
    return {"i": "1", "l": "1", "ii": "2", "iii": "3"}.get(sub.casefold(), sub.casefold())


def _clause(sentence: str, place: int) -> str:
    """Return the part of a sentence around a place, cut where another clause begins."""
    start = max(
        (
            one.end()
            for one in re.finditer(r"[;:]|,\s+(?:and|but|while|whereas|which|who)\s+", sentence)
            if one.end() <= place
        ),
        default=0,
    )
    ends = re.compile(r"[;:]|,\s+(?:and\s+(?!\()|but|while|whereas|which|who)\b")
    found = ends.search(sentence, place)
    return sentence[start : found.start() if found else len(sentence)]


def _fault(one: Citation) -> tuple[str, str] | None:
    if one.section == SECTION:
        return _of_another_act(one) or _of_another_sub(one)
    return _of_another_section(one)


def _of_another_act(one: Citation) -> tuple[str, str] | None:
    acts = one.act.casefold()
    if not acts or one.act.casefold() in {"act", "the act"}:
        return None
    if acts.startswith("police act") and one.year in {"", "1996"}:
        return None
    if not _RESPONDING.search(one.sentence) and not acts.startswith("police"):
        return None
    return (
        f"Section 55 is a section of the {ACT}, not of the {one.act}.",
        f"section 55(5) of the {ACT}",
    )


def _of_another_sub(one: Citation) -> tuple[str, str] | None:
    if not one.sub:
        return None
    right = f"section 55(5) of the {ACT}"
    if one.sub not in _KNOWN:
        return f"Section 55 of the {ACT} has no sub-section ({one.sub}).", right
    if one.sub in _INSPECTORS_DUTIES and _claims(one) and not _SECURITY.search(one.sentence):
        message = (
            f"“{one.words}” is a duty of the inspectors: the duty to publish this response is in "
            "section 55(5)."
        )
        return message, right
    if one.sub == "4" and _claims_publication(one):
        message = (
            f"“{one.words}” is about inviting the chief officer’s comments: the duty to publish "
            f"this "
            "response is in section 55(5)."
        )
        return message, right
    if one.sub in _PUBLISHING and _only_invites(one):
        message = (
            f"“{one.words}” is not about inviting the chief officer’s comments: section 55(4) is."
        )
        return message, f"section 55(4) of the {ACT}"
    return None


def _only_invites(one: Citation) -> bool:
    """Return whether a clause tells of the invitation and of nothing that is published."""
    before = one.clause[: max(one.clause.find(one.words[:9]), 0)]
    invites = re.search(r"\binvit\w+\b[^.;]{0,160}\bcomment", before, re.IGNORECASE)
    return invites is not None and not re.search(
        r"\bpublish|\brespon|\breport\s+under|\bpublication\b", one.clause, re.IGNORECASE
    )


def _claims(one: Citation) -> bool:
    """Return whether a sentence says that the body does something under a provision."""
    if _INSPECTORS_DO.search(one.clause) and not re.search(
        r"\b(?:my|our|this)\s+(?:\w+\s+){0,2}?(?:response|obligations?|statement|duty|comments"
        r"|action)\b"
        r"|\b(?:pursuant|required|obligations?|duty)\b[^.;]{0,40}$",
        one.clause[: max(one.clause.find(one.words[:9]), 0)],
        re.IGNORECASE,
    ):
        return False
    return _WE_DO.search(one.clause) is not None


def _claims_publication(one: Citation) -> bool:
    return (
        not _INVITING.search(one.clause)
        and re.search(r"\b(?:published?|publish(?:es|ing)?|response)\b", one.clause) is not None
        and not _INSPECTORS_DO.search(one.clause)
        and not re.search(r"\b55\s?\(4\)\s*(?:,|and|to|–|-)\s*(?:\(|5)", one.clause)
    )


def _of_another_section(one: Citation) -> tuple[str, str] | None:
    """Return what is wrong where another section is given as the duty to respond."""
    acts = one.act.casefold()
    if acts and not acts.startswith(("police act", "the police act")):
        return _responds_under(one, r"police|crime|local government")
    ours = one.sub in _OURS_ALONE or (one.sub == "5" and _WITH_OURS.search(one.clause))
    if not acts and one.section in _LIKE_IT and ours:
        return _responds_under(one, "")
    if not acts and not (one.section in _LIKE_IT and _UNDER.search(one.clause)):
        return None
    return _responds_under(one, "")


def _responds_under(one: Citation, acts: str) -> tuple[str, str] | None:
    claim = _WHAT_I_PUBLISH.search(one.clause) or re.search(
        r"\b(?:(?:this|my|our|the)\s+(?:\w+\s+){0,3}?(?:response|statement|comments|reply"
        r"|letter)|publish"
        r"|I\s+(?:am\s+)?(?:respond|providing|publish|required)\w*|we\s+(?:are\s+)?(?:respond"
        r"|publish)"
        r"|I\s+write|obligations?\s+under|pursuant|invit\w+)\b",
        one.clause,
        re.IGNORECASE,
    )
    others = _OTHER_DUTIES.search(one.clause) or _INSPECTORS_DO.search(one.clause)
    if claim is None or others or not _RESPONDING.search(one.clause):
        return None
    if acts and not re.search(acts, one.act, re.IGNORECASE):
        return None
    message = (
        f"The duty to publish this response is in section 55(5) of the {ACT}, not in {one.words}."
    )
    return message, f"section 55(5) of the {ACT}"


def _acts_that_are_none(passage: Passage, severity: Severity) -> Iterator[Observation]:
    """Yield a Police Act of a year in which there was none."""
    told = {one.words for one in citations_in(passage.words)}
    for found in _POLICE_ACT.finditer(passage.words):
        wrong = found["year"] not in _REAL_POLICE_ACTS
        if not wrong:
            sentence = sentence_at(passage.words, found.start()).words
            wrong = found["year"] != ACT[-4:] and _is_our_law(sentence)
        if wrong and not any(found.group() in one for one in told):
            message = (
                f"“{found.group()}” is not the Act under which responses are published: {ACT}."
            )
            spot = at(passage, found.group())
            yield noticed(CHECK, severity, message, spot, suggestion=ACT, replaces=True)


def _is_our_law(sentence: str) -> bool:
    return (
        _RESPONDING.search(sentence) is not None
        and _WE_DO.search(sentence) is not None
        and not re.search(
            r"\bpart\s+[IVX\d]+|\binterference|\bsurveillance|\bvetting", sentence, re.IGNORECASE
        )
    )
