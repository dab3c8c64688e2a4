"""Pairs of words that are taken for one another, each with the words that give it away."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from casework.rules.checks.confusable_clauses import by_clause
from casework.rules.checks.confusable_little_words import by_little_words
from casework.rules.checks.confusable_lookalikes import LOOK_ALIKE
from casework.rules.checks.confusable_sets import SETS
from casework.rules.checks.confusable_shapes import shaped
from casework.rules.checks.confusable_table import SOUND_ALIKE

_WORD: Final = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
END: Final = "."
"""Stands for no word right beside: the sentence ends there, or a sign stands between."""


@dataclass(frozen=True, slots=True)
class Beside:
    """The words that may, or may not, stand beside a word for it to be the wrong one."""

    words: frozenset[str]
    endings: tuple[str, ...] = ()
    none_of: bool = False

    def fits(self, word: str) -> bool:
        """Return whether a word beside gives the wrong one away."""
        if not self.words and not self.endings:
            return True
        is_one = word in self.words or (bool(self.endings) and word.endswith(self.endings))
        return is_one is not self.none_of


@dataclass(frozen=True, slots=True)
class Pair:
    """A word that stands in the place of another one."""

    wrong: str
    meant: str
    before: Beside
    after: Beside


def _pairs() -> Iterator[Pair]:
    for line in (SOUND_ALIKE + LOOK_ALIKE).splitlines():
        if not line:
            continue
        before, change, after = (part.strip() for part in line.split("|"))
        wrong, meant = change.split(" > ")
        yield Pair(wrong, meant.replace("'", "’"), _beside(before), _beside(after))


def _beside(words: str) -> Beside:
    none_of = words.startswith("!")
    known = " ".join(SETS.get(word, word) for word in words.removeprefix("!").split()).split()
    endings = tuple(word[1:] for word in known if word.startswith("*"))
    return Beside(frozenset(w for w in known if not w.startswith("*")), endings, none_of)


PAIRS: Final[dict[str, list[Pair]]] = {}
"""Every pair by its wrong word, in small letters, with a straight apostrophe."""
for _pair in _pairs():
    PAIRS.setdefault(_pair.wrong, []).append(_pair)


@dataclass(frozen=True, slots=True)
class Slip:
    """A wrong word where it stands, and the stretch of words that gives it away."""

    start: int
    end: int
    first: int
    last: int
    meant: str


def slips(words: str) -> Iterator[Slip]:
    """Yield each word of a text that, by its neighbours, is taken for another one."""
    told = set()
    for slip in _beside_others(words):
        told.add(slip.start)
        yield slip
    for one, meant in (*shaped(words), *by_clause(words), *by_little_words(words)):
        if one.start("wrong") not in told:
            told.add(one.start("wrong"))
            yield Slip(*one.span("wrong"), one.start(), one.end(), meant)


def _beside_others(words: str) -> Iterator[Slip]:
    found = list(_WORD.finditer(words))
    plain = [one.group().casefold().replace("’", "'") for one in found]
    for at, word in enumerate(plain):
        for pair in PAIRS.get(word, ()):
            first = _before(words, found, plain, at)
            last = at + 1 if at + 1 < len(found) and _touch(words, found, at) else at
            before = plain[first] if first < at else END
            after = plain[last] if last > at else END
            if pair.before.fits(before) and pair.after.fits(after):
                one = found[at]
                yield Slip(
                    one.start(), one.end(), found[first].start(), found[last].end(), pair.meant
                )
                break


def _touch(words: str, found: list[re.Match[str]], at: int) -> bool:
    return not words[found[at].end() : found[at + 1].start()].strip()


def _before(words: str, found: list[re.Match[str]], plain: list[str], at: int) -> int:
    """Return the number of the word before, adverbs passed over; its own if nothing touches it."""
    place = at
    while place and _touch(words, found, place - 1):
        place -= 1
        if not plain[place].endswith("ly"):
            return place
    return at
