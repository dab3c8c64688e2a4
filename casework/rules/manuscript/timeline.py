"""What a response says happened when: each date with the event it belongs to."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from casework.rules.deadlines import RESPONSE_PERIOD
from casework.rules.manuscript.around import Around
from casework.rules.manuscript.date_labels import BARE_DEADLINE, LABELS, PUBLISHED
from casework.rules.manuscript.dated import DatedWords, Grain
from casework.rules.manuscript.dated_words import dates_in, plain_signs
from casework.rules.manuscript.event_reading import event_of, of_bare_publication
from casework.rules.manuscript.event_words import AGAIN, COMMENTING, INVITING, Event
from casework.rules.manuscript.passages import Part, Passage
from casework.rules.manuscript.phrases import phrase
from casework.rules.manuscript.sentences import Sentence, sentence_at
from casework.rules.manuscript.speakers import Speaker
from models.shapes.checking import Facts

if TYPE_CHECKING:
    from casework.rules.manuscript.response import Response

LONGEST_LABEL: Final = 9
"""Words before a colon that are a label."""
LONGEST_EARLIER: Final = 400
"""Signs of what stands before the sentence of a date that are looked at."""
OPENING: Final = 40
"""Signs by which a paragraph of the chief officer's is known."""
A_WEEK: Final = 7
MOST_DATES: Final = 100
"""Dates in one passage beyond which it is a list of dates and no prose."""
LONGEST_SENTENCE: Final = 400
"""Signs before and behind a date that are looked at."""
_BARE: Final = phrase(r"^[\W\d]*(?:on|the|of|this|day|at|and)?[\W\d]*$")
_REMARK: Final = re.compile(r"^\s*[(\[][^()\[\]]{0,80}[)\]][\W]*$")
"""Behind a labelled date: a remark in brackets, and nothing else."""
_OF_SOMETHING_ELSE: Final = "—"
"""The label of a date in a table whose heads do not say what it is."""
_LABELLED: Final = re.compile(
    r"^\W{0,20}(?P<label>[^:\n]{2,80}?)\s{0,9}(?:[:\t]|\s[–—-])\s{0,9}(?:on\s+|the\s+)?$"
)
_OF_THE_PAPER: Final = phrase(
    r"\b(?:report|response|inspection|PEEL|dates?|when|day|publi\w+|statement)\b"
)
"""In the other head of a cell: the row is about the paper, not about one finding."""
_BARE_DATE: Final = phrase(r"^\W*dates?\W*$")
_OF_COMMENTS: Final = (
    (
        Event.RECEIVED,
        phrase(r"^\W*(?:received|submitted|provided|replied)(?:\s+on)?\W*$"),
    ),
    (
        Event.DUE,
        phrase(
            r"^\W*(?:asked\s+for|requested|wanted|due|closing\s+date|to\s+be\s+made)(?:\s+by)?\W*$"
        ),
    ),
)
"""Labels that say what they are of only by standing under the heading of the comments."""
_SIGNED_BY: Final = phrase(r"^\W*(?:signed|signature)\b.{0,90}$")


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
    told: list[TimedEvent] = []
    earlier = ""
    for passage, length in _spoken(response):
        words = plain_signs(passage.words[:length])
        told += _of_passage(passage, words, earlier, response)
        earlier = "" if passage.is_heading else words[-LONGEST_EARLIER:]
    return tuple(told)


def _spoken(response: "Response") -> Iterator[tuple[Passage, int]]:
    """Yield the passages in the body's own words, and how many of their signs are its own."""
    for passage, speaker in zip(response.passages, response.speakers, strict=True):
        if passage.part is Part.NOTE:
            continue
        if speaker is Speaker.BODY:
            yield passage, len(passage.words)
        elif speaker is Speaker.CHIEF_OFFICER and passage.quotes:
            length = passage.quotes[0][0]
            if _is_ours(passage.words[:length], response):
                yield passage, length


def _is_ours(words: str, response: "Response") -> bool:
    """Return whether the body leads over to the chief officer's words in their own paragraph."""
    opening = words.strip()[:OPENING]
    theirs = any(opening in one for one in response.facts.chief_officer_comments)
    return bool(opening) and not theirs and INVITING.search(words) is not None


def _of_passage(
    passage: Passage, words: str, earlier: str, response: "Response"
) -> Iterator[TimedEvent]:
    told = (one for one in dates_in(passage.words) if one.end <= len(words))
    dates = [one for one in told if one.grain is not Grain.RELATIVE]
    if not 0 < len(dates) <= MOST_DATES:
        return
    facts = response.facts
    near = facts.signed_on or facts.report.published_on or response.today
    surroundings = _Surroundings(passage, words, earlier, response)
    for number, dated in enumerate(dates):
        days = dated.days(near)
        if days is None or dated.grain is Grain.DAY_ALONE:
            continue
        if any(start < dated.start and dated.end < end for start, end in passage.quotes):
            continue
        since = dates[number - 1].end if number else 0
        upto = dates[number + 1].start if number + 1 < len(dates) else len(words)
        yield surroundings.placed(dated, days, since, upto)


class _Surroundings:
    """A passage, and all around it that helps to tell what its dates are the dates of."""

    def __init__(self, passage: Passage, words: str, earlier: str, response: "Response") -> None:
        self.passage = passage
        self.words = words
        self.earlier = earlier
        self.response = response
        after = passage.at + 1
        next_speaker = response.speakers[after] if after < len(response.speakers) else None
        cut = len(words) < len(passage.words)
        self.introduces = cut or next_speaker is Speaker.CHIEF_OFFICER
        self.heads = " | ".join((*passage.trail[-1:], *passage.heads))

    def placed(
        self, dated: DatedWords, days: tuple[date, date], since: int, upto: int
    ) -> TimedEvent:
        """Return a date between two others with what it is the date of."""
        words = self.words
        sentence = _sentence(words, dated)
        before = words[sentence.start : dated.start]
        after = words[dated.end : max(sentence.end, dated.end)]
        label = _label(self.passage, before, after)
        earlier = words[max(0, sentence.start - LONGEST_EARLIER) : sentence.start]
        around = Around(
            sentence=sentence.words,
            before=before,
            clause=words[max(sentence.start, since) : dated.start],
            tail=words[dated.end : min(max(sentence.end, dated.end), upto)],
            earlier=earlier if earlier.strip() else self.earlier,
            day=days[0],
            introduces=self.introduces,
            heads=self.heads,
        )
        event = self._event(label, around, dated)
        return TimedEvent(
            event, dated, self.passage, *days, sentence.words, before, after,
            AGAIN.search(sentence.words) is not None, label is not None,
        )  # fmt: skip

    def _event(self, label: str | None, around: Around, dated: DatedWords) -> Event:
        if label is None:
            return event_of(around, self.response)
        if PUBLISHED.match(label):
            return of_bare_publication(around, self.response)
        if BARE_DEADLINE.match(label):
            meant = is_near_last_day(around.day, self.response.facts)
            return Event.LAST_DAY if meant and dated.is_day else Event.OTHER
        if COMMENTING.search(around.heads) and _of_label(label) is Event.OTHER:
            return next((one for one, said in _OF_COMMENTS if said.match(label)), Event.OTHER)
        return _of_label(label)


def _sentence(words: str, dated: DatedWords) -> Sentence:
    """Return the sentence of a date; of a very long one, what stands around the date."""
    found = sentence_at(words, dated.start)
    start = max(found.start, dated.start - LONGEST_SENTENCE)
    end = max(dated.end, min(found.end, dated.end + LONGEST_SENTENCE))
    return Sentence(start, end, words[start:end])


def is_near_last_day(day: date, facts: Facts) -> bool:
    """Return whether a day is so near to the last one that a mere "deadline" means that one."""
    published = facts.report.published_on
    if published is None or any(
        one.deadline is not None and one.deadline.day == day for one in facts.findings
    ):
        return False
    return abs((day - published - RESPONSE_PERIOD).days) <= A_WEEK


def _label(passage: Passage, before: str, after: str) -> str | None:
    """Return the label of a date that stands by itself; empty for one without a label."""
    if not _BARE.match(after):
        remarked = _LABELLED.match(before) if _REMARK.match(after) else None
        if remarked and len(remarked["label"].split()) <= LONGEST_LABEL:
            return remarked["label"]
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
    told = (one for one in reversed(passage.heads) if _is_label(one, passage.heads))
    return next(told, _OF_SOMETHING_ELSE if passage.heads else "")


def _is_label(head: str, heads: tuple[str, ...]) -> bool:
    """Return whether the head of a cell says what its date is the date of."""
    if BARE_DEADLINE.match(head):
        # The deadline of a finding's row is that of the finding.
        return all(one is head or _OF_THE_PAPER.search(one) for one in heads)
    if _BARE_DATE.match(head) and len(heads) > 1:
        # A column of dates, each of what its row is about.
        return any(_OF_THE_PAPER.search(one) for one in heads if one is not head)
    return PUBLISHED.match(head) is not None or _of_label(head) is not Event.OTHER


def _of_label(label: str) -> Event:
    if not label:
        return Event.SIGNED
    return next((event for event, words in LABELS if words.search(label)), Event.OTHER)
