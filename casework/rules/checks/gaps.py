"""The forms of a gap somebody meant to fill: a date, a name or a figure that is still to come."""

from typing import Final

from casework.rules.manuscript.phrases import phrase

_WAITING: Final = (
    r"insert|add|enter|name|date|title|to be|to follow|to come|awaiting|awaited|tb[acd]|x{2,}|"
    r"signature|signed|number|link|url|address|force|pcc|cc|chief constable|drafting note|note to|"
    r"months?(?= ?[\]\d?/]| of\b| year)|(?:year|quarter)(?= ?[\]\d?/])"
    r"|day(?= ?[\]\d?/]| of\b|\s+month)|(?:time|place)(?= ?[\]?/]| of\b)|venue"
    r"|figures?(?= ?[\]?]| for\b)|(?:sum|no\.?|source|rank|update|query)(?= ?[\]?])"
    r"|percentage|surname|forename|initials|ref(?:erence)?(?= ?[\]?]| no)"
    r"|job title|page(?= ?[\]?]| number)|pending|how many|how much|"
    r"delete|choose|select|either|confirm|check|amount"
)
_WHAT: Final = (
    r"dates?|names?|venue|details?|figures?|links?|amount|text|wording|signature|number|reference"
)
_MONTH: Final = (
    r"january|february|march|april|may|june|july|august|september|october|november|december"
    r"|month|mmmm?"
)
_ANSWERS: Final = (
    r"(?:\w{1,20} )?(?:response|reply|answer|comments?|update|input|action|wording|paragraph"
    r"|section)"
)
_WHO: Final = (
    r"(?:the )?(?:o?p(?:f)?cc|commissioner|mayor|board|office|policy team|policy|comms"
    r"|communications|finance|legal|chief executive|ce|cex|author|dcc|force|staff officer)"
)
_ENDS: Final = r"(?=[.;,)\]]|$)"
"""Behind a gap without brackets: nothing that would make a sentence of it."""

_IN_BRACKETS: Final = (
    rf"\[(?:{_WAITING})\b[^\]\n]{{0,120}}\]",
    (
        r"\[[^\]\n]{0,60}\bto (?:confirm|check|add|advise|supply|provide|follow|come|complete)\b"
        r"[^\]\n]{0,60}\]"
    ),
    r"\[\s{0,20}[.…_*•●-]{0,12}\s{0,20}\]",
    r"\[[^\]\n]{1,60}\?\s?\]|\(\?{1,3}\)",
    r"\[(?:£\s?)?(?:x|n|nn|00|0|#|z)(?:,?(?:xxx|000|nnn))?\s?%?\]",
    r"\((?:month|year|date|name|figure|number|venue|amount)\)",
    r"\[(?:his/her|her/his|he/she|she/he|him/her|her/him|s?he)\]",
    rf"<(?:{_WAITING})\b[^>\n]{{0,80}}>",
    r"<<[^<>\n]{1,80}>>",
    r"«[^«»\n]{1,80}»",
    r"\((?:insert|tb[acd]\b|to be (?:confirmed|added|inserted|completed)|date to be)[^)\n]{0,80}\)",
    (
        rf"\((?:{_WHAT}) (?:tb[acd]|to (?:follow|come|be \w{{3,12}}|confirm|add|insert)"
        r"|needed|missing|awaited|pending)\)"
    ),
    (
        r"\((?:to follow|to come|to be (?:filled in|supplied|advised|agreed|provided)"
        r"|add|check|confirm)(?: here| \w{1,12})?\)"
    ),
    r"\{\{[^}\n]{0,80}\}\}",
    r"\{%[^%\n]{0,80}%\}",
    r"\{[a-z][a-z /’'-]{2,40}\}",
)
_OF_A_DATE: Final = (
    r"\b(?:dd|xx)\s?[/.-]\s?(?:mm|xx)\s?[/.-]\s?(?:(?:yy|xx)(?:yy|xx)?|(?:20)?\d\d)\b",
    r"\bxx(?:\s+\w{3,9})?\s+20(?:\d\d|xx)\b",
    rf"(?:\b(?:dd|xx)|\?\?)\s?(?:{_MONTH})\b(?: (?:19|20)?(?:\d\d|yy|xx))?",
    rf"(?<![\w.])(?:_{{2,12}}|\.{{3,12}}|…)\s?(?:{_MONTH})\s20\d\d",
    r"\b\d{1,2} (?:month|mmmm?|xx)\s(?:20\d\d|yyyy)\b",
    rf"\b00(?:st|nd|rd|th)? (?:{_MONTH})\b(?: 20(?:\d\d|xx))?",
    r"(?<=\b(?-i:in|by|on|of) )(?-i:Month|MONTH|Mmm|MMM) 20(?:\d\d|xx|yy)\b",
    r"\b(?-i:20[xX?_]{2})\b",
    r"\bDD (?:Month|MMMM) YYYY\b|\byyyy\b|\bmmmm\b|\bdd mm yyyy\b",
    (
        r"\b(?:on|by|from|until|of|before) (?:the )?(?:date|day) "
        rf"(?:tb[acd]|to be (?:set|agreed|confirmed)){_ENDS}"
    ),
)
_OF_A_FIGURE: Final = (
    r"£x{1,3}\b",
    r"(?<!\w)£\s?(?:_{2,12}|\?{1,12}|\.{3,12}|…)",
    r"\bx{2,3}\s?%",
    r"\bnn\s?(?:%|per cent)",
    r"(?<=\w )\*{3,12}(?=[ .])",
)
_IN_WORDS: Final = (
    (
        rf"\b(?:{_WHAT}) to (?:follow|be (?:added|inserted|supplied|completed|filled in"
        rf"|agreed later)){_ENDS}"
    ),
    (
        rf"^\W{{0,4}}(?:{_ANSWERS}|{_WHAT}) (?:to follow|awaited|outstanding|to come|to be "
        r"(?:added|inserted|supplied|completed|drafted|written|filled in))\W{0,4}$"
    ),
    rf"^\W{{0,4}}awaiting (?:{_ANSWERS}|{_WHAT}|sign-?off|input|confirmation)\b[^.\n]{{0,60}}$",
    (
        r"^\W{0,4}(?:to follow|to be (?:completed|drafted|written|added|inserted|supplied)"
        r"|text here|add text)\W{0,4}$"
    ),
    (
        rf"^\W{{0,4}}(?:{_WHO}) to (?:complete|draft|write|fill in|insert|supply|add|respond"
        r"|reply|comment|advise)(?: here| this| text| wording| response)?\W{0,4}$"
    ),
    r"(?<![\w@#])(?:@@+|##+)(?![\w@#])",
    r"\b(?:insert|enter) (?:date|name|text|link|figure)s? here\b",
    rf"\b(?:insert|enter) (?:the )?(?:date|name|figure|amount|number)s?\b{_ENDS}",
    r"\bclick (?:or tap )?(?:here )?to (?:enter|add)\b",
    r"\bError! (?:Reference|Bookmark)[^.]{0,40}\.",
    r"\blorem ipsum\b",
    r"\?{3,}|(?<!\?)\?\?(?!\?)|_{4,}",
    r"(?-i:\bTB[ACD]\b|\btb[acd]\b)",
    r"\bto be confirmed\b",
    r"(?-i:\bX{2,}\b|\bXx{2,}\b)",
)
GAP: Final = phrase("|".join((*_IN_BRACKETS, *_OF_A_DATE, *_OF_A_FIGURE, *_IN_WORDS)))
