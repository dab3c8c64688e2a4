"""A response with the facts of its case: all that a check may look at."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Protocol

from casework.rules.manuscript.answered import Reply, replies
from casework.rules.manuscript.answering import Answer, answers
from casework.rules.manuscript.area_names import Areas
from casework.rules.manuscript.deeds import Body
from casework.rules.manuscript.grades import Given, given_grades
from casework.rules.manuscript.passages import Part, Passage, passages_of
from casework.rules.manuscript.placing import Placed, placed
from casework.rules.manuscript.sealed import Sealed, sealed_places
from casework.rules.manuscript.speakers import Names, Speaker, speakers_of
from casework.rules.manuscript.timeline import TimedEvent, timeline
from models.shapes.checking import Facts
from models.shapes.forces import Force
from models.shapes.word import Blocked, ReadBack


class Speller(Protocol):
    """What knows the words of a language."""

    def knows(self, word: str) -> bool:
        """Return whether a word is spelt as the language spells it."""

    def suggest(self, word: str) -> str | None:
        """Return the likeliest right spelling of a word, if there is one."""


@dataclass(frozen=True, slots=True)
class Library:
    """What stands on the shelf beside the desk: registers, dictionaries, the office's own rules."""

    speller: Speller
    forces: tuple[Force, ...] = ()
    acronyms: frozenset[str] = frozenset()
    """What nobody needs to have explained."""
    areas_need_answer: bool = True
    """Whether the office answers areas for improvement like recommendations."""


@dataclass(frozen=True)
class Response:
    """A response under examination. Everything worked out about it is worked out once."""

    read: ReadBack = field(repr=False)
    facts: Facts
    today: date
    library: Library = field(repr=False)
    reaching_out: tuple[Blocked, ...] = ()
    """What the file fetches from elsewhere, as the gate tells it."""

    @property
    def is_welsh(self) -> bool:
        """Return whether it is the Welsh twin: what people do is then told in other words."""
        return self.facts.language.casefold().startswith("cy")

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """Return every paragraph, heading, item and cell, in reading order."""
        return passages_of(self.read)

    @cached_property
    def names(self) -> Names:
        """Return how the response names the chief officer and the force."""
        return Names(self.facts)

    @cached_property
    def sealed(self) -> Mapping[int, Sealed]:
        """Return the passages that hold the chief officer's words, as they were submitted."""
        return sealed_places(self.passages, self.facts)

    @cached_property
    def _first_speakers(self) -> list[Speaker]:
        return speakers_of(self.passages, self.facts, self.sealed)

    @cached_property
    def placed(self) -> Placed:
        """Return where each finding of the report stands."""
        return placed(self.passages, self._first_speakers, self.facts.findings, self.sealed)

    @cached_property
    def speakers(self) -> Sequence[Speaker]:
        """Return who speaks in each passage."""
        return tuple(
            Speaker.INSPECTORS if at in self.placed.inspectors else speaker
            for at, speaker in enumerate(self._first_speakers)
        )

    @cached_property
    def answers(self) -> Sequence[Answer]:
        """Return what answers each finding, in the order of the facts."""
        return answers(self.passages, self.speakers, self.placed, self.facts.findings)

    @cached_property
    def timeline(self) -> Sequence[TimedEvent]:
        """Return the dates in the body's own words, each with what happened then."""
        return timeline(self)

    @cached_property
    def body(self) -> Body:
        """Return how the response names its body, and tells what the body does."""
        return Body(self.facts, "\n".join(one.words for one in self.own()))

    @cached_property
    def replies(self) -> Sequence[Reply]:
        """Return whether and how each finding is answered, in the order of the facts."""
        return replies(
            self.body,
            self.passages,
            self.placed,
            self.answers,
            self.facts.findings,
            tuple(self.own()),
        )

    @cached_property
    def areas(self) -> Areas:
        """Return the areas of the report and their grades."""
        return Areas(self.facts)

    @cached_property
    def grades(self) -> Sequence[Given]:
        """Return every grade the response gives to an area."""
        return given_grades(self.passages, self.speakers, self.areas)

    def spoken_by(self, *speakers: Speaker) -> Iterator[Passage]:
        """Yield the passages of some speakers, headers and footers left out."""
        for passage, speaker in zip(self.passages, self.speakers, strict=True):
            if speaker in speakers and passage.part in {Part.BODY, Part.NOTE}:
                yield passage

    def own(self) -> Iterator[Passage]:
        """Yield the passages in the body's own words."""
        return self.spoken_by(Speaker.BODY)

    def is_quoted(self, passage: Passage) -> bool:
        """Return whether a passage is not the body's own: a slip in it is at most a note."""
        return self.speakers[passage.at] is not Speaker.BODY

    def words_of(self, numbers: Sequence[int]) -> str:
        """Return the words of some passages, one line each."""
        return "\n".join(self.passages[at].words for at in numbers)
