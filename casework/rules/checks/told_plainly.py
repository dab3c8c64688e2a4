"""Whether a date is said in so many words to be that of an event: only then is an error sure."""

from typing import Final

from casework.rules.manuscript.dated import Grain
from casework.rules.manuscript.event_words import Event
from casework.rules.manuscript.phrases import phrase
from casework.rules.manuscript.timeline import TimedEvent
from models.shapes.checking import Severity

_COMMENTS: Final = r"(?:comments?|submi\w+|respon[sd]\w*|observations|repl(?:y|ies))"
_PLAIN: Final = {
    Event.REPORT: phrase(
        r"\bdays\s+beg[ai]n\w*\s+(?:with|on)\b|\b(?:reports?|inspection|PEEL)\b[^.;]{0,160}\b(?:publish\w*|publication|issued|released"
        r"|came\s+out)\b|\b(?:publish\w*|publication|issued|released)\b[^.;]{0,160}"
        r"\b(?:reports?|inspection|PEEL)\b|\breport\s+(?:of|dated)\b"
    ),
    Event.INVITED: phrase(
        rf"\binvit\w+\b[^.;]{{0,160}}\b{_COMMENTS}|\b{_COMMENTS}[^.;]{{0,90}}\binvit"
    ),
    Event.DUE: phrase(rf"\b{_COMMENTS}\b[^.;]{{0,160}}\b(?:by|due)\b"),
    Event.RECEIVED: phrase(
        rf"\b{_COMMENTS}\b[^.;]{{0,160}}\b(?:received|dated|submitted|made|came|sent|provided|replied)\b"
        rf"|\b(?:received|submitted|replied|commented|sent|provided|made)\b[^.;]{{0,160}}\b{_COMMENTS}"
        r"|\b(?:replied|commented|responded|did\s+so|came)\b"
    ),
    Event.MET: phrase(
        r"\b(?:met|meet|meeting|discuss\w*)\b[^.;]{0,160}\b(?:this|HMIC\w*|PEEL|inspect\w+)\b[^.;]{0,40}"
        r"\b(?:report|findings|recommendations|inspection)\b"
    ),
    Event.SIGNED: phrase(r"\b(?:signed|dated)\b"),
    Event.OUT: phrase(r"\b(?:publish\w*|publication|web\s?site|online)\b"),
}
"""In the sentence of a date: the event is named, and not only read from a word like `wrote`."""


def severity_of(told: TimedEvent) -> Severity:
    """Return an error for the date of an event that is named; a guess is a warning."""
    return Severity.ERROR if is_told_plainly(told) else Severity.WARNING


def is_told_plainly(told: TimedEvent) -> bool:
    """Return whether a day is labelled as an event's, or its sentence names the event."""
    words = _PLAIN.get(told.event)
    if words is None:
        return False
    if told.stands_alone:
        return True
    if told.dated.grain not in {Grain.DAY, Grain.WITHOUT_YEAR} or told.again:
        return False
    return words.search(told.sentence) is not None
