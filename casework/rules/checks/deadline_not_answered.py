"""A finding with a deadline of its own, whose answer says nothing of it."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Final

from casework.rules.checks.noticing import Spot, at, noticed
from casework.rules.checks.pointing import is_ours, spot_of
from casework.rules.checks.unanswered_recommendation import wants_answer
from casework.rules.manuscript.answered import Answered, Reply
from casework.rules.manuscript.citing import Citings
from casework.rules.manuscript.dated import DatedWords, Grain
from casework.rules.manuscript.dated_words import dates_in
from casework.rules.manuscript.deed_words import is_asked
from casework.rules.manuscript.deeds import sentences
from casework.rules.manuscript.in_turn import InTurn
from casework.rules.manuscript.phrases import phrase
from casework.rules.manuscript.response import Response
from casework.rules.manuscript.sentences import sentences_in
from casework.rules.wording import MONTHS
from models.shapes.checking import DeadlineFacts, FindingFacts, Observation, Severity

CHECK: Final = "deadline_not_answered"
_SPOKEN_OF: Final = phrase(
    r"\bdeadlines?\b|\btime\s?scales?\b|\btime[\s-]?(?:frame|limit|table)s?\b|\bby\s+then\b|\b(?:in|on)\s+time\b"
    r"|\b(?:that|this|due|target|required|set|same|inspectors[’']|the)\s+dates?\b|\bimmediate(?:ly)?\b|\bat\s+once\b"
    r"|\bstraight\s?away\b|\bwithout\s+delay\b|\b(?:later|earlier|sooner)\s+than\b|\bextension\b"
    r"|\bwithin\s+(?:the|that|this|these|those)\s+(?:\w+\s+){0,2}?(?:period|months?|weeks?|days?)\b"
    r"|\b(?:tak\w+|need\w*|requir\w+|last\w*)\s+(?:\w+\s+){0,2}?longer\b|\blonger\s+than\s+(?:the|that|they|it)\b"
    r"|\bin\s+place\s+since\b|\bin\s+good\s+time\b|\b(?:before|after)\s+then\b|\bahead\s+of\b"
    r"|\b(?:on|to|behind)\s+(?:track|schedule|target)\b|\b(?:sooner|more\s+time|so\s+soon|too\s+(?:soon|late))\b"
    r"|\b(?:time|days|weeks|months)\s+(?:that\s+)?(?:is\s+|are\s+)?(?:allowed|set|given|allows?|gives?|left|end|pass)\b"
    r"|\b(?:time|clock)\s+(?:\w+\s+)?(?:runs?|ran)\s+out\b"
    r"|\b(?:months|weeks|days|period)\s+(?:(?:is|are|have|has|will|be)\s+){0,2}(?:up|over|out|expired?s?|elapsed?|runs?\s+out)\b"
    r"|\b(?:day|dates?|time|deadline)\s+(?:that\s+)?(?:the\s+inspect\w+|they|hmic\w*|is\s+up|is\s+over)\b"
    r"|\b(?:cannot|not|never)\s+be\s+(?:done|met|finished|ready|complete)\b"
    r"|\b(?:the|those|these|that)\s+(?:\w+\s+)(?:months|weeks)\b|\b(?:this|it|which)\s+(?:is|was)\s+(?:\w+\s+)?overdue\b|\bthe\s+day\s+after\b"
    r"|\bby\s+(?:christmas|easter|midsummer|new\s+year)\b|\bbefore\s+the\s+(?:year|month)\s+(?:is|ends)\b"
)
_IS_DONE: Final = phrase(
    r"\b(?:already|now|been|is|was|were|are|work)\s+(?:\w+\s+)?(?:complete[d]?|done|met|closed|discharged"
    r"|implemented|in\s+place|delivered|achieved)\b"
)
_WHICH_IS: Final = phrase(
    r"\b(?:that|which)\s+(?:(?:is|are|was|were|has|have|already|now|been)\s+){0,3}$"
)
"""Right before something done, as one thing of several: "the plans that are in place"."""
_AT_ONCE: Final = phrase(r"\bimmediate|at\s+once|straight\s?away")
_SINCE: Final = phrase(r"\b(?:have|has|[’']ve|am|is\s+being|are\s+being)\b")
_WAS_DONE: Final = phrase(
    r"\b(?:was|were)\s+(?:\w+\s+)?(?:\w{2,}ed|sent|told|made|given|put|done|written|shown|brought|begun|met|withdrawn)\b"
)
"""What was asked for at once, told as done on a day."""
_NOT_MINE: Final = phrase(
    r"\bno\s+(?:\w+\s+){0,2}?(?:role|remit|powers?|jurisdiction|say)\s+(?:in|over|to|on)\b"
    r"|\b(?:outside|beyond)\s+(?:my|our|the\s+\w+[’']s)\s+(?:\w+\s+)?(?:powers?|remit|role|control)\b"
)
"""A part of the work that others do, which is no reason to say nothing of the rest."""
_WILL_ASK: Final = phrase(
    r"\b(?:will|shall|[’']ll)\s+(?:\w+\s+)?(?:ask|request|seek|require|obtain|call|fund|pay|commission|check|review)\b"
)
_OF_THE_PAPER: Final = phrase(
    r"\binvit(?:ed?|ing)\b[^.;]{0,120}\bcomments?\b|\bcomments?\b[^.;]{0,60}\b(?:received|invited|submitted)\b"
    r"|\bno\s+(?:response|answer|reply|comments?)\s+to\s+(?:make|give)\s+(?:to|on)\s+(?:them|these|his|her|their)\b"
    r"|\b(?:this|my|our|the)\s+(?:response|letter|statement|document)\s+(?:is|was|will\s+be|has\s+been|must\s+be)\s+"
    r"(?:\w+\s+)?(?:published|sent|signed|dated)\b"
)
"""A sentence about the invitation, the comments or the response itself answers no finding."""
_UPTO: Final = phrase(
    r"\b(?:by|before|until|no(?:t)?\s+later\s+than|at\s+the\s+latest"
    r"|(?:with\s+)?effect\s+from|in\s+force\s+(?:from|on|since)|since|ready\s+(?:on|in)"
    r"|(?:(?:goes|go|went|is|are|been|be)\s+live|in(?:to|\s+full)?\s+(?:operation|service|use|place|post))\s+(?:on|in|from|since)|(?:starts?|opens?|begins?|started|opened|began)\s+(?:on|in))"
    r"\s+(?:the\s+)?(?:(?:start|beginning|middle|end)\s+of\s+(?:the\s+)?)?$"
)
"""Right before a date: by then it is done, or it has begun to work."""
LONGEST_PERIOD: Final = timedelta(days=93)
"""A quarter or a season tells a deadline; a year does not."""
LOOKED_BACK: Final = 40
"""Signs before a date in which `by` may stand."""


def deadline_not_answered(response: Response) -> Iterator[Observation]:
    """Yield each finding whose deadline no answer speaks of, and each answer that leaves it out.

    Whether words speak of a date is read from their meaning: it is a warning.
    """
    shared, in_turn = _shared(response), InTurn(Citings(response.facts.findings))
    for number, finding in enumerate(response.facts.findings):
        reply, due = response.replies[number], finding.deadline
        if due is None or not (due.raw or due.day) or not wants_answer(response, finding):
            continue
        words = _without_procedure(in_turn.said_of(number, reply.words))
        others = shared.get(reply.passages, ())
        ours = is_ours(response, finding)
        if not _wants_date(response, reply, words, ours=ours):
            continue
        if _answers(due, words, response, others):
            continue
        spot = _spot(response, reply, number)
        if spot.passage is None:
            continue
        asked = _asked(response, number)
        if asked is not None and asked.passage != spot.passage:
            hint = "Take up this date in the answer."
            message = f"The answer to {finding.ref or 'this'} says nothing of this date."
            yield noticed(CHECK, Severity.NOTE, message, asked, suggestion=hint)
        yield noticed(
            CHECK,
            Severity.WARNING,
            f"The inspectors ask for {finding.ref or 'this'} “{_raw(finding)}”; the response says "
            "neither that it will be met nor why not.",
            spot,
            suggestion="Say whether it will be done by then, is done already, or when it will be.",
        )


def _wants_date(response: Response, reply: Reply, words: str, *, ours: bool) -> bool:
    """Return whether an answer has to speak of the date: a reason for none need not."""
    if reply.answered is Answered.TOGETHER:
        return False
    if not ours:
        return not response.body.declines(words)
    return not response.body.declines(words) or _is_half_declined(response, words)


def _is_half_declined(response: Response, words: str) -> bool:
    """Return whether the body only says what is not its own to do, and what it will do instead."""
    told = list(sentences(words))
    rest = [one for one in told if not _NOT_MINE.search(one)]
    asks = any(_WILL_ASK.search(one) and response.body.commits(one) for one in rest)
    return len(rest) < len(told) and asks and not response.body.declines(" ".join(rest))


def _without_procedure(words: str) -> str:
    """Return the words of an answer without the sentences that tell of the paper itself."""
    if not _OF_THE_PAPER.search(words):
        return words
    told = (one.words for one in sentences_in(words))
    return " ".join(one.strip() for one in told if not _OF_THE_PAPER.search(one))


def _shared(response: Response) -> dict[tuple[int, ...], list[date]]:
    """Return the deadlines that one answer to several findings has to speak of."""
    told: dict[tuple[int, ...], list[date]] = defaultdict(list)
    for finding, reply in zip(response.facts.findings, response.replies, strict=True):
        if finding.deadline and finding.deadline.day and reply.passages:
            told[reply.passages].append(finding.deadline.day)
    return told


def _answers(due: DeadlineFacts, words: str, response: Response, others: Sequence[date]) -> bool:
    if _SPOKEN_OF.search(words) or (due.raw and due.raw.casefold() in words.casefold()):
        return True
    if any(_is_told(words, one) for one in _IS_DONE.finditer(words)):
        return True
    if _AT_ONCE.search(due.raw) and (_SINCE.search(words) or _was_done(words)):
        return True
    if due.day and re.search(rf"\b{MONTHS[due.day.month - 1]}\b(?!\s+\d{{4}})", words):
        return True
    published = response.facts.report.published_on
    dates = list(dates_in(words))
    if any(not one.exists for one in dates):
        # A day that is none is told by itself, and may have been the one.
        return True
    return any(_tells(one, due.day, words, published, others) for one in dates)


def _was_done(words: str) -> bool:
    """Return whether a sentence tells of something done on a day."""
    return any(
        _WAS_DONE.search(one.words) and any(day.is_day for day in dates_in(one.words))
        for one in sentences_in(words)
    )


def _is_told(words: str, done: re.Match[str]) -> bool:
    """Return whether words say that the work is done, and not what else may be."""
    before = words[max(done.start() - LOOKED_BACK, 0) : done.start()]
    return not (is_asked(words, done.end()) or _WHICH_IS.search(before))


def _tells(
    one: DatedWords,
    day: date | None,
    words: str,
    published: date | None,
    others: Sequence[date],
) -> bool:
    """Return whether a date in an answer is the deadline, or an end before it.

    An end before two of the deadlines that share an answer is that of the nearer.
    """
    if one.grain is Grain.RELATIVE:
        return True
    if day is None:
        return False
    span = one.days(published or day)
    if span is None:
        return False
    brief = span[1] - span[0] <= LONGEST_PERIOD
    if (brief and span[0] <= day <= span[1]) or (span[1].year, span[1].month) == (
        day.year,
        day.month,
    ):
        return True
    return (
        span[1] <= day
        and not any(span[1] <= other < day for other in others)
        and _UPTO.search(words[max(one.start - LOOKED_BACK, 0) : one.start]) is not None
    )


def _raw(finding: FindingFacts) -> str:
    due = finding.deadline
    return due.raw or f"by {due.day:%d/%m/%Y}" if due else ""


def _spot(response: Response, reply: Reply, number: int) -> Spot:
    """Return the answer that acts, else the finding's own deadline."""
    for one in reply.passages:
        if response.body.acts(response.passages[one].words):
            return at(response.passages[one])
    return _asked(response, number) or spot_of(response, number)


def _asked(response: Response, number: int) -> Spot | None:
    """Return the inspectors' own words for the date, where the finding stands."""
    due = response.facts.findings[number].deadline
    for standing in response.placed.of(number):
        for passage in response.passages[standing.first : standing.last + 1]:
            place = passage.words.casefold().find(due.raw.casefold()) if due and due.raw else -1
            if due and place >= 0:
                return Spot(passage.at, passage.words[place : place + len(due.raw)])
    return None
