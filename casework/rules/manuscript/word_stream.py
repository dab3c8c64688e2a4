"""The words of passages as one stream, in which a text is found again, whole or altered."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, NamedTuple

from rapidfuzz.distance import Indel, Opcode

from casework.rules.manuscript.alignment import FEW, gaps, stretched, without_strays
from casework.rules.manuscript.passages import Passage

GRAM: Final = 3
"""Words that must stand together in both texts to start a comparison."""
MOST_CUTS: Final = 2
"""A text may be cut off at its beginning and at its end."""
MOST_OF_AN_END: Final = 2
"""Words at the end of a text that may stand otherwise; more are cut off."""
LEAST_OF_PART: Final = 6
"""Words in one stretch by which a part of a text is known again."""
COMMON: Final = 40
"""Places from which on three words are too frequent to tell where a text stands."""
SLACK: Final = 12
"""Words looked at before and behind the place where a text should begin and end."""
LABELLED: Final = 24
"""Signs that may stand before a text that opens its passage: `Recommendation 12: `, `“`."""
_WORD: Final = re.compile("[\\w%£\u00ad\u200b\u2060]+(?:['\u2019\u02bc][\\w\u00ad]+)*")
_UNSEEN: Final = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")
_LABEL: Final = re.compile(r"(?:\d{1,2}|[a-z]|[ivx]{1,5})\Z")
_TOGETHER: Final = {
    ("anti", "social"): "antisocial",
    ("make", "sure"): "ensure",
    ("makes", "sure"): "ensure",
    ("making", "sure"): "ensure",
}


class Token(NamedTuple):
    """One word, as it is compared, and where it stands."""

    word: str
    passage: int
    start: int
    end: int


def tokens(words: str, passage: int = 0) -> Iterator[Token]:
    """Yield the words of a text, variants of one spelling made equal.

    Apostrophes, hyphens, unseen signs, "make sure (that)" and "ensure",
    "anti-social" and "antisocial" make no difference: house.md, domain.md section 3.
    """
    last: Token | None = None
    for found in _WORD.finditer(words):
        word = found.group().casefold()
        if not word.isascii():
            word = _UNSEEN.sub("", word).replace("\u2019", "'").replace("\u02bc", "'")
        now = Token(word, passage, *found.span())
        if last is not None and (last.word, word) in _TOGETHER:
            last = Token(_TOGETHER[last.word, word], passage, last.start, now.end)
            continue
        if last is not None and last.word == "ensure" and word == "that":
            last = Token("ensure", passage, last.start, now.end)
            continue
        if last is not None:
            yield last
        last = Token("ensure", *now[1:]) if word in {"ensures", "ensuring"} else now
    if last is not None:
        yield last


class Difference(NamedTuple):
    """Words of a text that stand otherwise, or not at all, in the document."""

    wanted: str
    """As compared: lower case; empty where the document has words too many."""
    found: tuple[Token, ...]
    """The words in their place; empty where some are missing."""
    beside: Token | None = None
    """The word before the place, or the first behind it: where missing words should stand."""


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A place in the document where a text stands."""

    start: int
    """Numbers of its first word in the stream, and of the first one behind it."""
    end: int
    kept: float
    """Share of the text's words that stand there in order, 0 to 1."""
    differences: tuple[Difference, ...]
    wanted: int = 0
    """Words of the text."""

    @property
    def clean(self) -> float:
        """Return the share of the words that stand there which are the text's own."""
        length = self.end - self.start
        return min(self.kept * self.wanted / length, 1.0) if length else 0.0

    @property
    def is_part(self) -> bool:
        """Return whether a stretch of the text stands there by itself, the rest cut off."""
        if len(self.differences) > MOST_CUTS or self.wanted * self.kept < LEAST_OF_PART:
            return False
        return sum(len(one.found) for one in self.differences) <= 1

    @property
    def exact(self) -> bool:
        """Return whether it stands there word for word."""
        return not self.differences


class WordStream:
    """The words of some passages in order, with an index of every three that follow one another."""

    def __init__(self, passages: Iterable[Passage]) -> None:
        """Read the words of the passages."""
        passages = tuple(passages)
        self._headings = {one.at for one in passages if one.is_heading}
        self.tokens: list[Token] = [t for one in passages for t in tokens(one.words, one.at)]
        self.words: list[str] = [token.word for token in self.tokens]
        self._taken = bytearray(len(self.words))
        self._index: dict[tuple[str, ...], list[int]] = defaultdict(list)
        for at in range(len(self.words) - GRAM + 1):
            self._index[tuple(self.words[at : at + GRAM])].append(at)

    def take(self, place: Occurrence) -> None:
        """Take a place: no other text is found there any more."""
        self._taken[place.start : place.end] = b"\1" * (place.end - place.start)

    def whole(self, text: str) -> list[Occurrence]:
        """Return every free place where a text stands word for word."""
        wanted = [token.word for token in tokens(text)]
        length = len(wanted)
        if length < GRAM:
            return []
        return [
            Occurrence(at, at + length, 1.0, (), length)
            for at in self._index.get(tuple(wanted[:GRAM]), ())
            if self.words[at : at + length] == wanted and not any(self._taken[at : at + length])
        ]

    def like(self, text: str, least: float = 0.5) -> Occurrence | None:
        """Return the free place where most of a text stands, if at least that share of it does."""
        wanted = [token.word for token in tokens(text)]
        window = self._window(wanted)
        if window is None:
            return None
        found = self._compared(wanted, *window)
        return found if found.kept >= least else None

    def taken(self, text: str, least: float) -> Occurrence | None:
        """Take and return the place where a text stands, word for word or most of it."""
        place = next(iter(self.whole(text)), None) or self.like(text, least)
        if place is not None:
            self.take(place)
        return place

    def _window(self, wanted: Sequence[str]) -> tuple[int, int] | None:
        """Return the stretch of the stream that shares most groups of three words with a text."""
        votes: dict[int, list[tuple[int, int]]] = defaultdict(list)
        width = max(len(wanted) // 3, SLACK)
        for at in range(len(wanted) - GRAM + 1):
            places = self._index.get(tuple(wanted[at : at + GRAM]), ())
            if len(places) > COMMON:
                continue
            for place in places:
                if not self._taken[place]:
                    votes[(place - at) // width].append((at, place))
        if not votes:
            return None
        best = max(votes, key=lambda one: len(votes[one]) + len(votes.get(one + 1, ())))
        pairs = votes[best] + votes.get(best + 1, [])
        start = min(place - at for at, place in pairs) - SLACK
        end = max(place + len(wanted) - at for at, place in pairs) + SLACK
        return max(start, 0), min(end, len(self.words))

    def _compared(self, wanted: Sequence[str], start: int, end: int) -> Occurrence:
        # A word that is taken is like no word of any text.
        there = [
            "" if taken else word
            for word, taken in zip(self.words[start:end], self._taken[start:end], strict=True)
        ]
        steps = Indel.opcodes(wanted, there)
        same = without_strays([step for step in steps if step.tag == "equal"])
        if not same:
            return Occurrence(start, start, 0.0, ())
        same = self._without_asides(stretched(same, wanted, there), start)
        first, last = same[0].dest_start, same[-1].dest_end
        kept = sum(step.src_end - step.src_start for step in same) / len(wanted)
        found = (
            Difference(
                " ".join(wanted[source]),
                tuple(self.tokens[start + at.start : start + at.stop]),
                self.tokens[start + max(at.start - 1, first)],
            )
            for source, at in self._with_last_words(gaps(same, len(wanted)), start, same[-1])
        )
        told = tuple(one for one in found if (one.wanted or one.found) and not _is_label(one))
        return Occurrence(start + first, start + last, kept, told, len(wanted))

    def _without_asides(self, same: list[Opcode], start: int) -> list[Opcode]:
        """Return the stretches up to a heading that shares no word with the text.

        A few words in the middle of the next paragraph are shared by chance.
        """
        told = list(same)
        for number, (one, following) in enumerate(pairwise(same), start=1):
            last = self.tokens[start + one.dest_end - 1].passage
            first = self.tokens[start + following.dest_start].passage
            if self._headings.isdisjoint(range(last + 1, first)):
                continue
            ahead = sum(step.src_end - step.src_start for step in same[:number])
            behind = sum(step.src_end - step.src_start for step in same[number:])
            told = same[:number] if ahead >= behind else same[number:]
            break
        while len(told) > 1 and self._is_by_chance(told[-2], told[-1], start):
            told.pop()
        return told

    def _is_by_chance(self, one: Opcode, last: Opcode, start: int) -> bool:
        """Return whether the last stretch is a few words inside another paragraph."""
        if last.src_end - last.src_start > FEW:
            return False
        at = start + last.dest_start
        passage = self.tokens[at].passage
        opens = self.tokens[at - 1].passage != passage
        return not opens and self.tokens[start + one.dest_end - 1].passage != passage

    def _with_last_words(
        self, gaps: Iterable[tuple[slice, slice]], start: int, last: Opcode
    ) -> Iterator[tuple[slice, slice]]:
        """Yield the gaps; where the last words of a text are others, with those in their place."""
        for source, at in gaps:
            length = source.stop - source.start
            if at.start == last.dest_end and 0 < length <= MOST_OF_AN_END:
                yield source, slice(at.start, self._upto(start + at.start, length) - start)
            else:
                yield source, at

    def _upto(self, at: int, length: int) -> int:
        """Return where a few words end that go on in the same passage."""
        passage = self.tokens[at - 1].passage
        end = at
        while end < min(at + length, len(self.tokens)) and self.tokens[end].passage == passage:
            end += 1
        return end

    def opens(self, place: Occurrence) -> bool:
        """Return whether a place begins its passage, but for a label of a few words."""
        first = self.tokens[place.start]
        if first.start <= LABELLED:
            return True
        before = self.tokens[place.start - 1] if place.start else None
        return before is None or before.passage != first.passage


def _is_label(one: Difference) -> bool:
    """Return whether a difference only numbers a list by hand: it is no other wording."""
    if one.wanted or len(one.found) != 1:
        return False
    return one.found[0].start <= GRAM and bool(_LABEL.match(one.found[0].word))
