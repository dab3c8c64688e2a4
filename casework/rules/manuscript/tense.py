"""Whether a date is told as past or as still to come."""

import re
from typing import Final

from casework.rules.manuscript.event_words import Event
from casework.rules.manuscript.phrases import phrase
from casework.rules.manuscript.timeline import TimedEvent

_DONE: Final = (
    r"(?:met|held|raised|discussed|challenged|questioned|wrote|received|visited|chaired|attended"
    r"|considered|reviewed|approved|launched|opened|introduced|completed|published|scrutini[sz]ed"
    r"|heard|took|began|started|gave|told|submitted|spoke|saw|reported|presented|announced"
    r"|went|called|rang|telephoned|thanked|came|watched|listened|spent|read|paid|appointed|released|brought|led|looked|sent|toured"
    r"|convened|established|allocated|signed|responded|replied|invited|was|were|had|did|sought"
    r"|examined|asked|agreed|commissioned|required|requested|made|secured|sat|put|provided|set)"
)
_SUBJECT: Final = (
    r"(?:I|we|the\s+[\w’'-]+,?(?:\s+[\w’'&-]+,?){0,6}?"
    r"|my\s+[\w’'-]+(?:\s+[\w’'-]+){0,5}?|our\s+[\w’'-]+(?:\s+[\w’'-]+){0,5}?|HMICFRS"
    r"|[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+){0,4})"
)
_REMARK: Final = (
    r"(?:\W*(?:the\s+[\w-]+\s+day|having\s+[^,.;]{3,60}|after\s+[^,.;]{3,60}"
    r"|(?:\w+\s+){1,4}?(?:days?|weeks?|fortnight)\s+(?:after|before)\s+[^,.;]{3,40}|a\s+\w+day),)?"
)
_LED: Final = re.compile(rf"^{_REMARK}\W*(?:{_SUBJECT})\s+(?:also\s+|then\s+|again\s+)?{_DONE}\b")
"""Behind a date that opens its sentence: what happened then."""
_OPENS: Final = phrase(
    r"^\W*(?:(?:and|also|then)\s+)?(?:on|in|at|during)\s+(?:[\w’',&-]+\s+){0,9}?(?:the\s+)?$"
    r"|^\W*(?:on|in|during)\s+the\s*$"
)
_TRAILED: Final = phrase(
    r"\b(?:met|held|raised|discussed|challenged|questioned|wrote|received|visited|chaired|attended"
    r"|considered|reviewed|approved|scrutini[sz]ed|heard|took\s+place|submitted|spoke|presented"
    r"|sat(?:\s+in)?|put|went|came|saw|chose|brought|led|sought|drew|stood|gave|told|began"
    r"|convened|replied|responded|invited|examined|reported|returned|attended|visited|explained"
    r"|announced|took\s+(?:\w+\s+){1,4}?through|launched|opened"
    r"|published|completed)\b(?P<gap>[^.;]{0,140})$"
)
_THEY_DID: Final = phrase(
    r"\b(?:I|we|he|she|they|it|force|constabulary|service|board|panel|constable|team|officer|mayor"
    r"|commissioner|office|unit|HMICFRS)\s+(?:also\s+|then\s+|formally\s+)?"
    r"(?!planned|scheduled|proposed|expected|intended|targeted|required|needed|asked|agreed"
    r"|requested"
    r"|arranged|booked|timed|committed|postponed|extended|anticipated|commissioned|called|is"
    r"|wanted)"
    r"\w{2,}ed\b(?P<gap>[^.;]{0,90})$"
)
"""Somebody, and a verb of the past right behind."""
_ASKED_TO: Final = phrase(r"^(?:invited|challenged)\b.*\bto\s+\w")
"""Somebody was asked to do something: the date may be that of the doing."""
_RIGHT_BEFORE: Final = phrase(
    r"\b(?:between|from)\s+[A-Z][a-z]+\s+(?:\d{4}\s+)?(?:and|to)\s+$"
    r"|\b(?:between|from)\s+(?:the\s+)?\d{1,2}(?:st|nd|rd|th)?(?:\s+\w+)?\s+(?:and|to)\s+$"
    r"|\b(?:on|in|at|of|during)\s+(?:the\s+|early\s+|late\s+)?$|,\s*$"
)
_AHEAD: Final = phrase(
    r"\b(?:will|shall|returns|receives|considers|meets|discusses|examines|hears|sits|reviews|by|until|till|before|for|next|due|scheduled|planned|plan|ahead|going\s+to"
    r"|begins?|starts?|starting|beginning|opens?|comes?|goes|follows?|runs?|continues?|falls?|closes?|finish(?:es)?"
    r"|concludes?|resumes?|moves|arrives?|joins?|reach(?:es)?|agenda|diary"
    r"|and\s+\w{2,}s\s+(?:another|again|back|more|the\s+rest|the\s+others)"
    r"|that\s+(?:I|we|he|she|it|they|the)\b|(?:date|deadline|target)\s+of"
    r"|which|who|ends?|expires?|to\s+(?:report|bring|present|be|take|start|begin|follow|return"
    r"|provide|come|deliver|complete"
    r"|publish|respond|submit|comment|meet|attend|update|review|set|hold|make|open|launch)|is|are"
    r"|has|would|should|could|may|can|proposed|intends?|expects?|ready|target|timed|takes)\b"
)
_PROMISED: Final = phrase(
    r"\b(?:will|shall|(?:is|are|am)\s+(?:due\s+)?to|(?:is|are)\s+(?:now\s+)?(?:planned"
    r"|scheduled|due|set"
    r"|expected|arranged)|(?:intend|propose|plan|aim|expect)s?\s+to"
    r"|going\s+to|(?:have|has)\s+(?:\w+\s+)?(?:asked|required|requested|tasked|directed|agreed"
    r"|committed)"
    r"\b[^.;:,]{0,60}?\bto|(?:have|has)\s+asked\s+(?:[^.;:,]{1,60}?\s)?for"
    r"|ha(?:s|ve)(?=\s+until)|(?:expect|require|want|need)s?\s+(?:[^.;:,]{1,50}?\s)?to"
    r"|(?:I|we|commissioner|mayor|board)\s+(?:require|want|expect|await|ask)s?"
    r"|next\s+(?:\w+\s+){1,4}is)\b(?P<gap>[^.;:]{0,170}?)\b(?P<link>by|in|on|from|at|until|during"
    r"|before|for|of)"
    r"\s+(?:the\s+)?(?:end\s+of\s+(?:the\s+)?|early\s+|late\s+|mid-?|beginning\s+of\s+"
    r"|start\s+of\s+)?$"
)
_LED_PROMISE: Final = phrase(
    r"^\W*(?:by|in|on|from|at\s+(?:my|our|the)\s+(?:\w+\s+){1,6}(?:on|in|of))\s+"
    r"(?:the\s+)?(?:end\s+of\s+(?:the\s+)?|early\s+|late\s+)?$"
)
_LED_BY_PROMISE: Final = re.compile(
    r"^[,\s]+(?:[\w’'&-]+\s+){1,7}?(?:will|shall|(?:is|are|am)\s+(?:due\s+)?to)\b"
)
_LOOKS_BACK: Final = phrase(
    r"\b(?:since|from|compared|against|than|level|levels|baseline|published|made|begun|began"
    r"|started|introduced|launched|agreed|given|raised|identified|found|issued|held|took|taken|met"
    r"|recorded|completed|commissioned|established|approved|opened|announced|appointed|funded"
    r"|adopted|which|that|who|where|as|was|were|had|did|has|have|last|previous|elected|signed|minutes|notes|up\s+(?:my|our|the|his|her)\s+(?:\w+\s+)?(?:visit|letter|questions?|request|meeting|call))\b"
    r"|\b(?:data|figures)\s*$"
)
"""Between a promise and a date: the date is that of something past, not of the promise."""
_ON_THE_CALENDAR: Final = phrase(
    r"\b(?:(?:panel|board|committee|partnership|forum|assembly|council|authority|it|which|I|we|she|he)\s+"
    r"(?:next\s+)?(?:receives?|considers?|meets?|discuss(?:es)?|takes?|reviews?|returns?|examines?"
    r"|hears?|sits?|looks?|scrutini[sz]es?|debates?)"
    r"|(?:[a-z]{2,30}|they)\s+(?:begins?|starts?|opens|joins?|goes\s+live|go\s+live|resumes?|concludes|expires?|takes\s+(?:effect|place))"
    r"|(?:on|to)\s+(?:the|my|our|its)\s+(?:agenda|work\s+programme)|in\s+(?:the|my|our|its)\s+(?:diary|calendar|work\s+programme)"
    r"|(?:have|has)\s+(?:\w+\s+)?(?:arranged|booked|scheduled|fixed|planned)|continues?(?=\s+until)"
    r")\b(?P<gap>[^.;:]{0,90}?)\b(?:on|next\s+on|for|until)\s+(?:the\s+)?$"
)
_FIGURES: Final = re.compile(r"\b(?:data|figures)\s*$")
_AT_A_MEETING: Final = phrase(r"\b(?:meeting|board|session|panel)\s*$")
_EVERY_SO_OFTEN: Final = phrase(
    r"\b(?:every|each|monthly|quarterly|weekly|yearly|regular)\b[^,]{0,60}$|\b(?:beginning|starting)\s*$|,\s*the\s+first\s*$"
)
"""Right before the day from which something will be done time and again."""
_PASSIVE: Final = phrase(r"\b(?:be|been|being)\s+(?:\w+ly\s+)?\w+(?:ed|en|ne|un|de|ht|ld|id|et)\b")
_ITS_VERB: Final = re.compile(r"^\s*(?:(?:also|then|now|again|both)\s+)?\w+")
_PLANNING_HEAD: Final = phrase(
    r"\b(?:by\s+when|target|timescales?|next\s+(?:review|meeting)|review\s+date|completion|due|when"
    r"|deadline\s+for\s+(?:action|completion)|timing|delivery)\b"
)
_STILL_TO_COME: Final = phrase(
    r"\b(?:will|to|be|shall|would|should|being|is|are|been)\s+(?:\w+\s+)?$"
)
_HAVE: Final = phrase(r"\b(?:have|has|having)\s+(?:(?:also|now|already|since|\w+ly)\s+)?$")
"""Right before a verb: what has been done, is done without a day: the day is that of another."""
_LATELY: Final = phrase(r"\b(?:recently|last|lastly|latest|first|since|already|twice|once|times)\b")
"""Behind it: the day is that of what has been done."""
_ADJECTIVAL: Final = phrase(
    r"\b(?:the|an?|of|its|their|these|those|our|my|his|her|new|newly|with|each|every|any)\s+$"
)
"""Right before what looks like a verb of the past: `the completed work`."""
_IN_A_PLAN: Final = phrase(
    r"\b(?:will|shall|going\s+to|intends?\s+to|plans?\s+to)\b[^,;:]{0,140}$|\bwould\b[^;:]{0,80}\bif\b[^,;:]{0,80}$"
)
"""Before a verb of the past in one clause: the day is that of the plan."""


def is_told_as_done(told: TimedEvent) -> bool:
    """Return whether what happens on a date is told as done."""
    if told.event is Event.RECEIVED and told.stands_alone:
        return True
    if _OPENS.match(told.before) and not _AHEAD.search(told.before):
        return _LED.match(told.after) is not None
    found = _done_before(told.before)
    if found is None or not _RIGHT_BEFORE.search(told.before):
        return False
    ahead = told.before[: found.start()]
    if _ASKED_TO.search(found.group()):
        return False
    return not _AHEAD.search(found["gap"]) and not _STILL_TO_COME.search(ahead)


def _done_before(words: str) -> re.Match[str] | None:
    """Return the first verb of the past before a date that is a verb, and no part of a plan."""
    found = _TRAILED.search(words)
    while found and _is_no_deed(words[: found.start()], found["gap"]):
        found = _TRAILED.search(words, found.start() + 1)
    if found:
        return found
    other = _THEY_DID.search(words)
    return None if other and _IN_A_PLAN.search(words[: other.start()]) else other


def _is_no_deed(ahead: str, gap: str) -> bool:
    if _ADJECTIVAL.search(ahead) or _IN_A_PLAN.search(ahead):
        return True
    return _HAVE.search(ahead) is not None and _LATELY.search(gap) is None


def _is_on_the_calendar(told: TimedEvent) -> bool:
    """Return whether a meeting to come is told in the present: `The panel considers this on …`."""
    found = _ON_THE_CALENDAR.search(told.before)
    return found is not None and not _LOOKS_BACK.search(found["gap"])


def is_promised(told: TimedEvent) -> bool:
    """Return whether something is promised for a date."""
    if told.dated.is_day and _is_on_the_calendar(told):
        return True
    if told.passage.heads and not told.before.strip():
        planned = _PLANNING_HEAD.search(told.passage.heads[0])
        return planned is not None and not told.after.strip(" .")
    if _LED_PROMISE.match(told.before):
        return _LED_BY_PROMISE.match(told.after) is not None
    found = _PROMISED.search(told.before)
    if found is None:
        return False
    gap = _ITS_VERB.sub(" ", _PASSIVE.sub(" ", found["gap"]))
    if found["link"].lower() == "on":
        # Figures "of" a day are old ones; those that somebody will look at "on" a day are not.
        gap = _FIGURES.sub(" ", gap)
    looks_back = found["link"].lower() in {"of", "from", "for"} and gap.strip()
    if looks_back and not (_AT_A_MEETING.search(gap) or _EVERY_SO_OFTEN.search(gap)):
        return False
    return _LOOKS_BACK.search(gap) is None
