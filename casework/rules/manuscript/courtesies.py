"""What a body says and does nothing by: thanks, praise, confidence, a matter taken seriously."""

import re
from typing import Final

from casework.rules.manuscript.phrases import phrase

_THIS: Final = r"(?:this|that|it|these|those|the\s+\w{1,30}|what\s+\w{1,30})"
_WHOSE: Final = (
    r"(?:(?:my|our|its|his|her|their|the\s+\w{1,30}[’']s|the)\s+)?(?:[\w’'-]{1,30}\s+){0,2}?"
)
_NO_DEED: Final = (
    r"(?:look\w{0,20}\s+forward\s+to\s+(?:seeing|hearing|reading|learning|watching|(?:further|continued|more|real|steady)\s"
    r"|progress|improvements?)"
    r"|no\s+(?:\w{1,30}\s+)?(?:doubts?|apolog\w{1,30}|secret|hesitation)|in\s+no\s+doubt|(?:under\s+)?no\s+illusions?"
    r"|read\s+(?:this|these|that|(?:the|what\s+the)\s+(?:finding|report|recommendation|inspector|words|account)\w{0,20})\b"
    rf"|tak(?:e|es|ing|en)\s+{_THIS}(?:\s+\w{{1,30}}){{0,4}}?\s+seriously"
    r"|(?:echo(?:es|ed)?|applaud\w{0,20}|congratulat\w{1,30}|sympathis\w{1,30}|valu(?:e|es|ed)|salut\w{1,30}|admir\w{1,30}|trusts?"
    r"|rejoic\w{1,30}|lament\w{0,20}|deplor\w{1,30}|over(?:state|emphasise)|underestimat\w{1,30})"
    r"|endors\w{1,30}\s+(?:this|the|their)\s+(?:\w{1,30}[’']?s?\s+)?(?:recommendation|finding|view|conclusion|report|words|judge?ment)s?"
    rf"|regard(?:s|ed)?\s+{_THIS}(?![^.;]{{0,60}}?\b(?:met|closed|complete\w{{0,20}}|discharged|done|achieved|implemented"
    r"|resolved|settled|answered|outside|beyond|for)\b)"
    r"|car(?:e|es|ed)\s+(?:\w{1,30}\s+)?(?:about|for|that)"
    rf"|f(?:ind|inds|ound)\s+{_THIS}(?!\s+(?:out|a|the)\b)(?<!money)(?<!funds)"
    rf"|consider(?:s|ed)?\s+{_THIS}\s+(?:to\s+be\s|an?\s|very|most|too)"
    r"|(?:plac|attach|put|lay)(?:e|es|ed|s|ing)?\s+(?:\w{1,30}\s+){0,3}?(?:value|importance|weight|emphasis|trust|store)"
    r"|pa(?:y|ys|id|ying)\s+(?:\w{1,30}\s+)?tribute"
    rf"|(?:offer|extend|express|add|send|record|convey|repeat|giv)(?:e|es|ed|s|ing)?\s+{_WHOSE}(?:thanks|gratitude"
    r"|appreciation|congratulations|sympath\w{1,30}|admiration|respects?|praise|sorrow)"
    r"|(?:want|wish|like)(?:s|es|ed|d)?\s+to\s+(?:\w{2,20}ly\s+)?(?:thank|praise|commend|congratulate|acknowledge|recognise"
    r"|say|stress|emphasise|applaud|echo|record|pay\s+tribute|express|add\s+my|offer\s+my|put\s+on\s+record|place\s+on\s+record)"
    r"|thank|praise|commend"
    r"|join(?:s|ed)?\s+(?:with\s+)?(?:\w{1,30}\s+){1,5}?in\s+(?:\w{2,20}ly\s+)?(?:prais|thank|welcom|commend|congratulat|recognis)\w{1,30}"
    r"|listened\s+to\s+(?:what|the\s+(?:inspect|HMIC)\w{0,20}|this)"
    r"|committed\s+to\s+(?:this|that|these|it|the|our|its|his|her|ensuring|keeping|improving|making|seeing|supporting)"
    r"|expect(?:s|ed)?\s+(?:better|more|improvements?|nothing\s+less)(?=\W*$|\s+(?:from|of)\b)"
    r"|(?:comment\w{0,5}|speaks?|spoke|spoken|written|said\s+\w{1,30})\s+(?:on|about|of)\s+(?:this|it|these)(?![^.;]{0,40}?\b(?:to|with|at)\b)"
    r"|agreed\s+that|believed|thankful|illusions?)\b"
)
_ADVERBS: Final = phrase(
    r"(?:(?:\w{2,20}ly|all|both|also|too|long|often|much|very|quite)\s+){1,3}(?=\w)"
)
_TO_FEEL: Final = (
    r"(?:see|hear|read|learn|note|know|find|say|observe|acknowledge|recognise|welcome|thank|understand|praise"
    r"|commend|record|be\s+(?:told|assured|informed|reassured|able\s+to\s+(?:say|see))"
    r"|have\s+(?:seen|heard|read|learn\w{1,30}|been|noted|had))"
)
_TO_SOMEBODY: Final = (
    r"(?:the|an?|all|every|each|both|this|that|these|those|his|her|its|their|our|my|him|them|you|everyone"
    r"|everybody|anyone|officers?|staff|partners?|colleagues?|volunteers?|inspectors?|hmic\w{0,20}|(?-i:[A-Z])\w{0,20})"
)
NOT_TO_DO: Final = rf"(?!{_TO_FEEL}\b|{_TO_SOMEBODY}(?!\w))"
"""Behind "to": whom one thanks, or what one is pleased to see; not what is to be done."""
_MERE: Final = phrase(rf"(?<!\w)(?:{_NO_DEED})")


def past_adverbs(words: str, at: int) -> int:
    """Return where the verb begins behind adverbs: "deeply regret"."""
    found = _ADVERBS.match(words, at)
    return found.end() if found else at


def mere_words(words: str, at: int) -> re.Match[str] | None:
    """Return the words at a verb by which nobody does anything: "take this seriously"."""
    return _MERE.match(words, at)
