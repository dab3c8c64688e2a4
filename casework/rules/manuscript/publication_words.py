"""Whose publication a sentence tells of: the report's, the response's, or another paper's."""

import re
from typing import Final

from casework.rules.manuscript.event_words import Cue, Event


def _words(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


_BY_INSPECTORS: Final = _words(
    r"\W{0,3}(?:\w+\s+){0,2}?by\s+(?:the\s+)?(?:HMIC\w*|HM\b|His\s+Maj|Her\s+Maj|inspect)"
)
_INSPECTORS_DO: Final = _words(
    r"\b(?:HMIC\w*|inspectorate|inspectors|services|you|it|they)\s+(?:\(\w+\)\s+)?(?:\w+\s+){0,2}?$"
)
_YET_TO_COME: Final = _words(r"\b(?:will|shall|to|being|be|is|are)\s+(?:\w+\s+){0,2}?$")
_ON_OUR_SITE: Final = _words(r"\b(?:website|web\s?site|online|www|https?|our\s+site|web\s?page)")
_NOUN: Final = _words(
    r"\b(?:(?P<report>report|inspection|review|PEEL|findings|thematic|spotlight)"
    r"|(?P<response>response|statement|comments|letter|reply|decision|document|answer)s?"
    r"|(?P<other>plan|strategy|guidance|code|standards?|polic(?:y|ies)|framework|figures"
    r"|statistics|"
    r"data|survey|results|budget|charter|toolkit|minutes|dashboard|procedure|progress\s+report"
    r"|audit|"
    r"evaluation|update|summary))\b"
)
_OTHER_REPORT: Final = _words(
    r"\b(?:previous|earlier|last|prior|former|preceding|another|other|annual|quarterly|internal|"
    r"first|second|interim|progress|audit|performance|super-complaint|State\s+of\s+Policing)\s+"
    r"(?:[\w/–-]+\s+){0,3}?$"
)
_YEARED_REPORT: Final = _words(r"\b((?:19|20)\d\d(?:[/–-]\d{2,4})?)\s+(?:[\w/–-]+\s+){0,3}?$")
_OF_WHAT: Final = _words(r"\s+of\s+")


_ANOTHER: Final = _words(r"\b(?:next|further|another|new|progress|own|future|follow-?up)\b")
_WHAT: Final = _words(r"^\s+(?:the|a|an|my|our|its|their|his|her|this|these|all|every)\b")
_RESPONSE_WAS: Final = _words(
    r"^\W*(?:this|my|our|the)\s+(?:\w+\s+){0,2}?(?:response|statement|comments|letter|document)\b"
    r".*(?<!which )(?<!that )\b(?:was|were|has\s+been|have\s+been|is|are"
    r"|will\s+be)\s+(?:\w+ly\s+)?$"
)
_WE_PUBLISH: Final = _words(
    r"\b(?:I|we)\s+(?:am|are|will|shall|have)\s+(?:\w+\s+){0,2}?"
    r"(?:(?:it|this|them)\s+)?(?:here\s+)?(?:on|from|online\s+on)\s+(?:the\s+)?$"
)
_IT_WAS: Final = _words(
    r"^\W*(?:this|it|they|these)\s+(?:\w+\s+)?(?:was|were|will|is|are|has|have|shall)\b"
)


def whose_publication(before: str, cue: Cue, title: str) -> Event | None:
    """Return whether a publication before a date is the report's or the response's.

    None if words do not tell, OTHER for what else is published.
    """
    behind = before[cue.end :]
    ahead = before[: cue.start]
    yet = _YET_TO_COME.search(ahead) is not None
    if _BY_INSPECTORS.match(behind) or _INSPECTORS_DO.search(ahead):
        others = yet or _ANOTHER.search(behind) or _is_other(ahead, title)
        return Event.OTHER if others else Event.REPORT
    if cue.words == "publication" and _OF_WHAT.match(behind):
        noun = _NOUN.search(behind)
        return _of_noun(noun, before, title) if noun else None
    if _RESPONSE_WAS.search(ahead) or _IT_WAS.search(ahead) or _WE_PUBLISH.search(ahead + behind):
        return Event.OUT
    nouns = list(_NOUN.finditer(behind))[:1] or list(_NOUN.finditer(ahead))[-1:]
    if nouns:
        event = _of_noun(nouns[0], ahead, title)
        return Event.OTHER if yet and event is Event.REPORT else event
    if _ON_OUR_SITE.search(before) and not _WHAT.match(behind):
        return Event.OUT
    return Event.REPORT if cue.words == "publication" else None


def _of_noun(noun: re.Match[str], words: str, title: str) -> Event:
    if noun["other"]:
        return Event.OTHER
    if noun["response"]:
        return Event.OUT
    at = noun.start() if noun.string is words else len(words)
    return Event.OTHER if _is_other(words[:at] + " ", title) else Event.REPORT


def _is_other(ahead: str, title: str) -> bool:
    """Return whether words lead to another report than the one that is answered."""
    stem = re.sub(r"\b(?:report|inspection|review|PEEL|findings)\W*$", "", ahead.rstrip() + " ")
    if _OTHER_REPORT.search(stem) or _OTHER_REPORT.search(ahead):
        return True
    found = _YEARED_REPORT.search(stem)
    return bool(found) and found[1][:4] not in title if found else False
