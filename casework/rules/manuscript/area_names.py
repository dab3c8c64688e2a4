"""The areas of a report, by their long and their short names."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Final, NamedTuple

from casework.rules.findings.areas import GRADES, area_key
from casework.rules.manuscript.grade_words import any_grade
from casework.rules.manuscript.phrases import phrase
from casework.rules.manuscript.word_stream import tokens
from models.shapes.checking import Facts

_EDGES: Final = " :–-—()|.\u00a0\t"

_GRADE_BEHIND: Final = phrase(
    rf"[\s:–—(|-]{{0,9}}(?:\bgraded?\b(?:\s+as)?[\s:–-]{{0,9}})?{any_grade()}\W{{0,9}}$"
)


class Found(NamedTuple):
    """An area or a grade, and where words name it."""

    start: int
    end: int
    told: str
    is_grade: bool


class Areas:
    """The areas of the report, and how to find their names in words."""

    def __init__(self, facts: Facts) -> None:
        """Take the areas and grades of the facts; one with two grades has none."""
        self.grades: dict[str, str] = {}
        self.named: dict[str, str] = {}
        pairs = [(one.area, one.grade) for one in facts.graded_areas]
        pairs += [(one.area, one.grade) for one in facts.findings]
        for area, grade in pairs:
            if not area.strip():
                continue
            key = area_key(area)
            self.named.setdefault(key, area)
            plain = " ".join(grade.split()).casefold()
            if plain not in GRADES:
                continue
            if self.grades.setdefault(key, plain) != plain:
                self.grades[key] = ""
        self.table = list(
            dict.fromkeys(area_key(a.area) for a in facts.graded_areas if a.area.strip())
        )
        self._starts: dict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
        for key, name in self.named.items():
            for written in {key, name}:
                words = tuple(token.word for token in tokens(written))
                if words:
                    self._starts[words[0]].append((words, key))
        for told in self._starts.values():
            told.sort(key=lambda one: -len(one[0]))

    def key_of(self, words: str) -> str:
        """Return the key of the area that words name, a grade behind it left out; else nothing."""
        bare = _GRADE_BEHIND.sub("", words)
        for one in (words, bare):
            key = area_key(one.strip(_EDGES))
            if key in self.named:
                return key
        return ""

    def in_words(self, words: str) -> Iterator[Found]:
        """Yield every area that words name, the longest name at each place."""
        there = list(tokens(words))
        at = 0
        while at < len(there):
            for name, key in self._starts.get(there[at].word, ()):
                if tuple(t.word for t in there[at : at + len(name)]) == name:
                    yield Found(there[at].start, there[at + len(name) - 1].end, key, is_grade=False)
                    at += len(name) - 1
                    break
            at += 1
