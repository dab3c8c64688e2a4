"""Too for to, off for of, our for are, form for from: little words whose neighbours tell them."""

import re
from collections.abc import Iterator
from typing import Final

from casework.rules.checks.clause_words import BEFORE_TOO, MONTHS_AND_SEASONS, PARTICIPLE, any_of
from casework.rules.checks.shapes_of_slips import Shape, found_in, shape

_WHOSE: Final = any_of("my our your their his its")
_WHOM: Final = any_of("them him us me")
_EACH: Final = any_of("all each every any both")
_THE: Final = any_of("the a an these those her it")
_GOES_ON_WITH_TO: Final = any_of(
    "response responses reply replies answer answers statement access attention respond responds "
    "responding replied spoke speak listen listened listening wrote write written sent send given "
    "gave give report reported contribute contributed contribution according subject relation "
    "regard addition prior refer refers referred relates related relating commitment limited "
    "close next back copied copy copies invitation thanks grateful entitled leads lead attached"
)
_ALWAYS_WITH_TO: Final = any_of("forward used committed dedicated devoted contrary accustomed")
_SOMEBODY_IS_TO: Final = (
    r"\b(?:ask\w{0,3}|expect\w{0,3}|want\w{0,3}|allow\w{0,3}|enabl\w{1,3}|requir\w{1,3}|need\w{0,3}|take|took"
    r"|invit\w{1,3}|urg\w{1,3}|challeng\w{1,3}|direct\w{0,3})\s+"
    r"(?:it|him|her|them|me|us|you)\s"
)
_TO_DO: Final = any_of(
    "make take give send show tell keep look check review provide ensure consider write publish "
    "bring find hear say speak help improve reduce support protect explain answer hold ask work "
    "deal act tackle prevent build grade ring end have set report attend lead meet begin train"
)
_WITH_OF: Final = r"(?:start|end|front|rest|run|cost|head|top|course|middle|state|nature|whole)"
_THE_FEW: Final = r"the\s+(?:two|three|four|five|six|few|many|first|last|best|main|largest)"
_COMES_FROM: Final = any_of(
    "learn learnt learned hear heard come comes came coming arise arises arising benefit benefits "
    "benefited suffer suffers suffered recover recovered prevented removed excluded far apart"
)
_FUNDS: Final = any_of(
    "reserves reserve my our their its the this last next central government grant council savings "
    "budget underspend"
)
_NOT_OF_FORM: Final = r"(?!\s+(?:of|a|an|part|the\s+basis)\b)"
_SHAPES: Final[tuple[Shape, ...]] = (
    shape(r"\b(?P<wrong>too)\s+£?\d", "to"),
    shape(rf"\b(?P<wrong>too)\s+(?:be|{_WHOM})\b", "to"),
    shape(r"\b(?:response|reply|answer|statement)\s+(?P<wrong>too)\s+[“‘\"']", "to"),
    shape(
        rf"(?<![\w’'-])(?!{BEFORE_TOO}\b)[\w’]+\s+(?P<wrong>too)\s+"
        rf"(?:{_WHOSE}|{_EACH}|do\s+(?:so|this|that|it|more))\b",
        "to",
    ),
    shape(rf"\b{_GOES_ON_WITH_TO}\s+(?P<wrong>too)\s+{_THE}\b", "to"),
    shape(rf"\b{_ALWAYS_WITH_TO}\s+(?P<wrong>too)\s+\w", "to"),
    shape(rf"{_SOMEBODY_IS_TO}(?P<wrong>too)\s+{_TO_DO}\b", "to"),
    shape(r"\b(?:proud|aware|because|instead|capable)\s+(?P<wrong>off)\b", "of"),
    shape(r"\b(?-i:Heads?|[Pp]eople|[Cc]ity|[Cc]ounty)\s+(?P<wrong>off)\s+(?-i:[A-Z])", "of"),
    shape(r"\bheads\s+(?P<wrong>off)\s+(?:\w+[’']s|service|department|adult|police)\b", "of"),
    shape(rf"\bthe\s+{_WITH_OF}\s+(?P<wrong>off)\s+[\w£]", "of"),
    shape(rf"\bone\s+(?P<wrong>off)\s+(?:{_WHOSE}|{_WHOM}|these|those|{_THE_FEW})\b", "of"),
    shape(rf"\b(?:days?|weeks?)\s+(?P<wrong>off)\s+(?:{MONTHS_AND_SEASONS}|publication)\b", "of"),
    shape(r"\bsections?\s+\d\w{0,3}(?:\(\w{1,3}\)){0,3}\s+(?P<wrong>off)\b", "of"),
    shape(rf"(?<![\d£,.])\d{{1,6}}\s+(?P<wrong>off)\s+(?:{_WHOSE}|\d)", "of"),
    shape(
        r"\b(?P<wrong>our)\s+(?:for|at|by|with|of|from|the|an?|these|those|because|it|they|he|she|due"
        r"|in(?![\s-]+(?:house|year|depth|service|person|patient|custody|force))|to(?![\s-]do)"
        r"|as(?!\s+yet)|not(?!\s+(?:for|in|un)))\b(?!-)",
        "are",
    ),
    shape(
        rf"\b(?P<wrong>our)\s+{PARTICIPLE}\s+(?:separately|together|below|above|here|overleaf)\b",
        "are",
    ),
    shape(rf"£\d[\d,.]{{0,9}}\s?(?:million|m|k|bn)?\s+(?P<wrong>form)\s+{_FUNDS}\b", "from"),
    shape(rf"\b{_COMES_FROM}\s+(?P<wrong>form)\b{_NOT_OF_FORM}", "from"),
    shape(r"\bdays\s+(?P<wrong>form)\s+(?:that|the|its|this|publication)\b", "from"),
    shape(
        r"\b(?:settled|held|seen|been|go|went|going|stay|stayed|live)\s+(?P<wrong>their),", "there"
    ),
    shape(rf"\bfollowing\s+(?P<wrong>where)\s+{PARTICIPLE}\b", "were"),
    shape(r"\b(?:the|long|longer|average|typical)\s+(?P<wrong>weight)\s+for\s", "wait"),
)


def by_little_words(words: str) -> Iterator[tuple[re.Match[str], str]]:
    """Yield each wrong little word that the words beside it give away, with what is meant."""
    return found_in(words, _SHAPES)
