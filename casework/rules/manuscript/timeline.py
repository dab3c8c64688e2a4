"""What a response says happened when: each date with the event it belongs to."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from casework.rules.manuscript.dated_words import DatedWords, Grain, dates_in
from casework.rules.manuscript.event_reading import Around, event_of, of_bare_publication
from casework.rules.manuscript.event_words import AGAIN, LABELS, PUBLISHED, Event
from casework.rules.manuscript.passages import Part, Passage
from casework.rules.manuscript.sentences import Sentence, sentence_at
from casework.rules.manuscript.speakers import Speaker
from models.shapes.checking import Facts

if TYPE_CHECKING:
    from casework.rules.manuscript.response import Response

LONGEST_LABEL: Final = 9
"""Words before a colon that are a label."""
LONGEST_SENTENCE: Final = 600
"""Signs before and behind a date that are looked at."""
_BARE: Final = re.compile(r"^[\W\d]*(?:on|the|of|this|day|at|and)?[\W\d]*$", re.IGNORECASE)
_OF_SOMETHING_ELSE: Final = "—"
"""The label of a date in a table whose heads do not say what it is."""
_LABELLED: Final = re.compile(
    r"^\W*(?P<label>[^:\n]{2,80}?)\s*(?:[:\t]|\s[–—-])\s*(?:on\s+|the\s+)?$"
)
_SIGNED_BY: Final = re.compile(r"^\W*(?:signed|signature)\b.{0,90}$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class TimedEvent:
    """A date of the response, and what it is the date of."""

    event: Event
    dated: DatedWords
    passage: Passage
    first: date
    """The first and the last day it may mean."""
    last: date
    sentence: str
    before: str
    """What stands in the sentence before the date, and behind it."""
    after: str
    again: bool = False
    """Whether the sentence speaks of a second invitation, a draft and the like."""
    stands_alone: bool = False
    """Whether the date is a line, a cell or a labelled entry of its own."""

    def may_be(self, day: date) -> bool:
        """Return whether the date as written can mean a day."""
        return self.first <= day <= self.last

    def may_be_report(self, facts: Facts) -> bool:
        """Return whether it is just the day of the report's publication, written again."""
        return self.dated.is_day and self.first == facts.report.published_on


def timeline(response: "Response") -> tuple[TimedEvent, ...]:
    """Return every date in the body's own words that can be placed, in their order."""
    return tuple(
        told
        for passage, speaker in zip(response.passages, response.speakers, strict=True)
        if speaker is Speaker.BODY and passage.part is not Part.NOTE
        for told in _of_passage(passage, response)
    )


def _of_passage(passage: Passage, response: "Response") -> Iterator[TimedEvent]:
    dates = dates_in(passage.words)
    if not dates:
        return
    facts = response.facts
    near = facts.signed_on or facts.report.published_on or response.today
    for number, dated in enumerate(dates):
        days = dated.days(near)
        if days is None or dated.grain in {Grain.DAY_ALONE, Grain.RELATIVE}:
            continue
        sentence = _sentence(passage.words, dated)
        since = dates[number - 1].end if number else 0
        upto = dates[number + 1].start if number + 1 < len(dates) else len(passage.words)
        yield _placed(passage, dated, days, sentence, (since, upto), response)


def _sentence(words: str, dated: DatedWords) -> Sentence:
    """Return the sentence of a date; of a very long one, what stands around the date."""
    found = sentence_at(words, dated.start)
    start = max(found.start, dated.start - LONGEST_SENTENCE)
    end = max(dated.end, min(found.end, dated.end + LONGEST_SENTENCE))
    return Sentence(start, end, words[start:end])


def _placed(
    passage: Passage,
    dated: DatedWords,
    days: tuple[date, date],
    sentence: Sentence,
    between: tuple[int, int],
    response: "Response",
) -> TimedEvent:
    words = passage.words
    before = words[sentence.start : dated.start]
    after = words[dated.end : max(sentence.end, dated.end)]
    label = _label(passage, before, after)
    around = Around(
        sentence=sentence.words,
        before=before,
        clause=words[max(sentence.start, between[0]) : dated.start],
        tail=words[dated.end : min(max(sentence.end, dated.end), between[1])],
        earlier=words[: sentence.start],
        day=days[0],
    )
    if label is None:
        event = event_of(around, response)
    elif PUBLISHED.match(label):
        event = of_bare_publication(around, response)
    else:
        event = _of_label(label)
    return TimedEvent(
        event, dated, passage, *days, sentence.words, before, after,
        AGAIN.search(sentence.words) is not None, label is not None,
    )  # fmt: skip


def _label(passage: Passage, before: str, after: str) -> str | None:
    """Return the label of a date that stands by itself; empty for one without a label."""
    if not _BARE.match(after):
        opens_cell = passage.cell and _BARE.match(before) and re.match(r"\s*[(,;–—]", after)
        return _head(passage) or None if opens_cell else None
    labelled = _LABELLED.match(before)
    if labelled and len(labelled["label"].split()) <= LONGEST_LABEL:
        return labelled["label"]
    if _SIGNED_BY.match(before):
        return "signed"
    if not _BARE.match(before):
        return "dated" if re.match(r"^\W*(?:dated|date)\s*$", before, re.IGNORECASE) else None
    return _head(passage)


def _head(passage: Passage) -> str:
    """Return the head of a cell that says what its date is; empty outside a table."""
    heads = passage.cell.heads if passage.cell else ()
    told = (one for one in reversed(heads) if PUBLISHED.match(one) or is_known_label(one))
    return next(told, _OF_SOMETHING_ELSE if heads else "")


def is_known_label(label: str) -> bool:
    """Return whether a label says what its date is the date of."""
    return _of_label(label) is not Event.OTHER


def _of_label(label: str) -> Event:
    if not label:
        return Event.SIGNED
    return next((event for event, words in LABELS if words.search(label)), Event.OTHER)
