"""Nothing of the chief officer: neither their comments nor that they made none.

Police Act 1996 s.55(5)(b). Silence does not stop the clock, but it is said.
"""

from collections.abc import Iterator
from typing import Final

from casework.rules.checks.noticing import noticed
from casework.rules.manuscript.phrases import phrase
from casework.rules.manuscript.response import Response
from casework.rules.manuscript.speakers import Speaker
from models.shapes.checking import Observation, Severity

CHECK: Final = "chief_officer_section"
_SILENCE: Final = phrase(
    r"\b(?:no|none|nil|not|nothing|declined|without|neither)\b[^.]{0,80}"
    r"\b(?:comments?|submissions?|responses?|replied|reply|returns?|add|say|observations?"
    r"|representations?|received|made|make|offered)\b"
    r"|\b(?:made|makes?|submitted|sent|offered|given|gave|provided|received|had|has|supplied|wishe[sd]\s+to\s+make|returned)"
    r"\s+(?:(?:me|us|him|her|to)\s+){0,2}(?:none|nothing|nil)\b(?!\s+of\b)"
    r"|\b(?:none|nothing)\s+(?:\w+\s+)?(?:came|come|arrived|reached|followed|was|were|has|have|had|been)\b"
    r"|\b(?:did|does|has|have|had|do)\s+not\s+(?:\w+\s+)?(?:take\s+up|taken\s+up|comment(?:ed)?|submit(?:ted)?"
    r"|(?:respond|answer|writ|hear)\w{0,3}(?=\W{0,3}$|[.,;]|\s+(?:and|by|within|in\s+time|from|to\s+(?:my|the|our|this)\s+(?:invit|letter|request))))"
    r"|\b(?:invitation|request|letter|offer)\b[^.]{0,60}\b(?:not\s+taken\s+up|went\s+unanswered|unanswered|passed\s+up)\b"
    r"|\b(?:chose|decided|elected|preferred)\s+(?:not|to\s+(?:make|submit|offer|say)\s+(?:none|nothing))\b"
    r"|\b(?:comments?|submissions?|responses?|returns?|observations?)\b[^.]{0,60}"
    r"\b(?:no|none|nil|not|nothing|declined)\b"
)

_COMMENTED: Final = phrase(
    r"\b(?:comment(?:s|ed)?|submitted|invited|replied|reply|wrote|submission)\b"
)
_THEY: Final = phrase(r"\b(?:he|she|they|force)\b")


def chief_officer_section(response: Response) -> Iterator[Observation]:
    """Yield one observation if a signed response is silent about the chief officer's comments."""
    facts = response.facts
    if facts.chief_officer_comments and not facts.is_draft and not _speak_of(response):
        title = facts.chief_officer.title or "chief officer"
        message = f"The {title}'s comments have no place in it (section 55(5)(b))."
        remedy = "Set their comments under a heading of their own, word for word."
        yield noticed(CHECK, Severity.ERROR, message, suggestion=remedy)
        return
    if facts.is_draft or facts.chief_officer_comments or facts.comments_received_on:
        return
    if facts.invited_on is None or any(_says_so(p.words, response) for p in response.passages):
        return
    who = facts.chief_officer.title or "chief officer"
    message = f"Nothing says that the {who} made no comments (section 55(5)(b))."
    remedy = "Say when they were invited, to comment by when, and that none were received."
    # Where they are spoken of, silence may be told in words nobody thought of.
    severity = Severity.WARNING if _speak_of(response) else Severity.ERROR
    yield noticed(CHECK, severity, message, suggestion=remedy)


def _speak_of(response: Response) -> bool:
    """Return whether the comments stand there, or anything speaks of them."""
    if response.is_welsh or any(one is Speaker.CHIEF_OFFICER for one in response.speakers):
        return True
    return any(
        (one.is_heading and response.names.opens_chiefs_words(one.words))
        or (response.names.chief.search(one.words) and _COMMENTED.search(one.words))
        for one in response.passages
    )


def _says_so(words: str, response: Response) -> bool:
    return bool(_SILENCE.search(words)) and bool(
        response.names.chief.search(words) or _THEY.search(words)
    )
