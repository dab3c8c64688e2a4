"""Whose publication a sentence tells of: the report's, the response's, or another paper's."""

import re
from typing import Final

from casework.rules.manuscript.event_words import Cue, Event
from casework.rules.manuscript.phrases import phrase

_BY_INSPECTORS: Final = phrase(
    r"\W{0,3}(?:\w{1,40}\s{1,9}){0,2}?by\s+(?:the\s+)?(?:HMIC\w*|HM\b|His\s+Maj|Her\s+Maj|inspect)"
)
_INSPECTORS_DO: Final = phrase(
    r"\b(?:HMIC\w*|inspectorate|inspectors|services|you|it|they)\s+(?:\(\w+\)\s+)?(?:\w+\s+){0,2}?$"
)
_YET_TO_COME: Final = phrase(
    r"\b(?:will|shall|to|being|be|is|are)\s+(?!(?:the|this|your|its|their|that|an?|my|our)\b)"
    r"(?:\w+\s+){0,2}?$"
)
_ON_OUR_SITE: Final = phrase(r"\b(?:website|web\s?site|online|www|https?|our\s+site|web\s?page)")
_THEIR_SITE: Final = phrase(r"\bHMIC|\binspect")
_THEIR_ANSWER: Final = phrase(r"^\W*(?:\w+\s+){0,3}?(?:response|answer|reply|statement|guidance)\b")
_NOUN: Final = phrase(
    r"\b(?:(?P<report>report|inspection|review|PEEL|findings|thematic|spotlight"
    r"|(?:your|their|HMIC\w*(?:[’']s)?|inspectorate[’']s|inspectors[’']|revisit)\s+(?:\w+\s+)?"
    r"(?:letter|statement|document))"
    r"|(?P<response>response|statement|comments|letter|reply|document|answer|page|form)s?"
    r"|(?P<other>decision|press\s+(?:release|statement|notice)|plan|strategy|guidance|code|standards?|polic(?:y|ies)|framework|figures"
    r"|statistics|"
    r"data|survey|results|budget|charter|toolkit|minutes|dashboard|procedure|progress\s+report"
    r"|audit|"
    r"evaluation|update|summary))\b"
)
_OTHER_REPORT: Final = phrase(
    r"\b(?:previous|earlier|last|prior|former|preceding|another|other|annual|quarterly|internal|"
    r"first|second|interim|progress|audit|performance|super-complaint|State\s+of\s+Policing)\s+"
    r"(?:[\w/–-]+\s+){0,3}?$"
)
_YEARED_REPORT: Final = phrase(
    r"\b((?:19|20)\d\d(?:[/–-]\d{2,4})?)\s+(?:(?!(?:to|the|in|of|on|and|by)\b)[\w/–-]+\s+){0,3}?$"
)
_OTHER_PAPER: Final = phrase(
    r"\b(?:previous|earlier|last|prior|former|first|initial|interim|draft|joint|their|its|his|her"
    r"|(?:19|20)\d\d|force[’']s|constabulary[’']s|constable[’']s|HMIC\w*(?:[’']s)?|government[’']s"
    r"|panel[’']s|office[’']s)\s+(?:[\w-]+\s+)?$"
)
"""Right before a response that is not this one."""
_MANY_A_PAPER: Final = phrase(r"(?:page|form|letter|answer|reply)")
_OURS: Final = phrase(r"(?<!\bon )(?<!\bin )\b(?:this|my|our)\s+(?:\w+\s+)?$")
"""Right before a paper of which there are many: it is this one."""
_TO_OTHERS: Final = phrase(
    r"^\w*\s+(?:(?:of|from|by)\s+(?:the\s+)?(?:force|constabulary|chief|NPCC|government|home|college"
    r"|panel)|to\s+(?:the|our|my|their|its|your|that|this|a)\s+(?:\w+\s+)?(?:consultation|survey"
    r"|(?:previous|earlier|last|prior|former)\b|(?:19|20)\d\d\b))"
)
"""Right behind one."""
_IS_PLANNED: Final = phrase(
    r"\s{1,9}(?:is|was|will\s{1,9}be)\s{1,9}(?:now\s{1,9})?(?:planned|due|set|fixed|intended|arranged|scheduled|expected"
    r"|to\s{1,9}be)\b"
)
"""Right behind the word "publication": one that is still to come is that of the response."""
_OF_WHAT: Final = phrase(r"\s{1,9}of\s")


_ANOTHER: Final = phrase(r"\b(?:next|further|another|new|progress|own|future|follow-?up)\b")
_WHAT: Final = phrase(r"^\s+(?:the|a|an|my|our|its|their|his|her|this|these|all|every)\b")
_RESPONSE_WAS: Final = phrase(
    r"^\W*(?:this|my|our|the)\s+(?:\w+\s+){0,2}?(?:response|statement|comments|letter|document)\b"
    r".*(?<!which )(?<!that )\b(?:was|were|has\s+been|have\s+been|is|are"
    r"|will\s+be)\s+(?:\w+ly\s+)?$"
)
_WE_PUBLISH: Final = phrase(
    r"\b(?:I|we)\s+(?:am|are|will|shall|have)\s+(?:now\s+|also\s+|\w+ly\s+)?"
    r"(?:(?:it|this|them)\s+)?(?:here\s+)?(?:on|from|online\s+on)\s+(?:the\s+)?$"
)
_IT_WAS: Final = phrase(
    r"(?:^|\band|,)\W*(?:this|it|they|these|both)\s+(?:\w+ly\s+)?(?:was|were|will|is|are|has|have"
    r"|shall)\s+(?:(?!\w*(?:report|inspection|letter|response|statement|which|that)\b)\w+\s+){0,3}$"
)
"""Right before "published": what was, is this paper."""
_FOR: Final = phrase(r"\bfor\s+(?:\w+\s+)?$")
_APPROVED: Final = phrase(r"\b(?:approved|agreed|signed\s+off|cleared|authori[sz]ed)\s+for\s+$")
_FAR_FROM_IT: Final = phrase(r"\w\W{1,9}(?:\w{1,40}\W{1,9}){3}|\band\b|,\s+(?:I|we|he|she|the)\b")
"""Between "publication" and a date that is not its date."""


def whose_publication(before: str, cue: Cue, title: str) -> Event | None:
    """Return whether a publication before a date is the report's or the response's.

    None if words do not tell, OTHER for what else is published.
    """
    behind = before[cue.end :]
    ahead = before[: cue.start]
    yet = _YET_TO_COME.search(ahead) is not None
    if _BY_INSPECTORS.match(behind) or _INSPECTORS_DO.search(ahead):
        others = (
            yet or _ANOTHER.search(behind) or _THEIR_ANSWER.match(behind) or _is_other(ahead, title)
        )
        return Event.OTHER if others else Event.REPORT
    told = _of_the_word_itself(ahead, behind, title) if cue.words == "publication" else None
    if told is not None:
        return told
    if _IT_WAS.search(ahead) or _WE_PUBLISH.search(ahead + behind):
        return Event.OUT
    if _RESPONSE_WAS.search(ahead):
        noun = _NOUN.search(ahead)
        return _of_noun(noun, title) if noun and noun["response"] else Event.OUT
    return _of_nearest_noun(before, cue, title)


def _of_the_word_itself(ahead: str, behind: str, title: str) -> Event | None:
    """Return what the word "publication" is of: by what follows it, or what it is for."""
    if _OF_WHAT.match(behind):
        noun = _NOUN.search(behind)
        return _of_noun(noun, title, ahead) if noun else Event.OTHER
    if _IS_PLANNED.match(behind):
        return Event.OUT
    if _FOR.search(ahead):
        return Event.SIGNED if _APPROVED.search(ahead) else Event.OUT
    return Event.OTHER if _FAR_FROM_IT.search(behind) else None


def _of_nearest_noun(before: str, cue: Cue, title: str) -> Event | None:
    """Return what was published by the noun behind the cue, or else the last one before it."""
    behind, ahead, through = before[cue.end :], before[: cue.start], before[: cue.end]
    yet = _YET_TO_COME.search(ahead) is not None
    nouns = list(_NOUN.finditer(behind))[:1] or list(_NOUN.finditer(through))[-1:]
    if nouns:
        event = _of_noun(nouns[0], title, ahead)
        ours = "site" in cue.words and not _THEIR_SITE.search(cue.words)
        return Event.OTHER if (yet or ours) and event is Event.REPORT else event
    if _ON_OUR_SITE.search(before) and not _WHAT.match(behind):
        return Event.OUT
    return Event.REPORT if cue.words == "publication" else None


def _of_noun(noun: re.Match[str], title: str, words: str = "") -> Event:
    """Return what was published by the noun that names it; some words may lead up to it."""
    before = noun.string[: noun.start()]
    if noun["other"]:
        return Event.OTHER
    if noun["response"]:
        others = _OTHER_PAPER.search(before) or _TO_OTHERS.match(noun.string[noun.end() :])
        if _MANY_A_PAPER.match(noun.group()) and not _OURS.search(before):
            return Event.OTHER
        return Event.OTHER if others else Event.OUT
    at = noun.start() if noun.string.startswith(words) else len(words)
    return Event.OTHER if _is_other(words[:at] + " ", title) else Event.REPORT


def _is_other(ahead: str, title: str) -> bool:
    """Return whether words lead to another report than the one that is answered."""
    stem = re.sub(r"\b(?:report|inspection|review|PEEL|findings)\W*$", "", ahead.rstrip() + " ")
    if _OTHER_REPORT.search(stem) or _OTHER_REPORT.search(ahead):
        return True
    found = _YEARED_REPORT.search(stem)
    return bool(found) and found[1][:4] not in title if found else False
