"""What an answer to several findings in turn says of one of them: "On R1 … On R3 … R5 is ours"."""

from collections.abc import Iterator
from typing import Final

from casework.rules.manuscript.citing import Citings
from casework.rules.manuscript.deeds import sentences
from casework.rules.manuscript.phrases import phrase

OPENING: Final = 60
"""Signs of a sentence in which it says what it is about."""
_FOR_ALL: Final = phrase(r"\b(?:all|both|each|every|these|those)\b")


class InTurn:
    """Reads answers that go through several findings; each answer once, however many share it."""

    def __init__(self, citings: Citings) -> None:
        """Take how the findings are cited."""
        self._citings = citings
        self._read: dict[str, list[tuple[list[int], str]]] = {}

    def said_of(self, finding: int, words: str) -> str:
        """Return the sentences about a finding, where an answer goes through several in turn.

        A sentence that names none goes on about the one before; one about all is of each.
        """
        if words not in self._read:
            self._read[words] = list(self._by_sentence(words))
        told = self._read[words]
        mine = any(finding in cited for cited, _ in told)
        others = any(cited and finding not in cited for cited, _ in told)
        if not mine or not others:
            return words
        return "\n".join(
            one for cited, one in told if finding in cited or not cited or _FOR_ALL.search(one)
        )

    def _by_sentence(self, words: str) -> Iterator[tuple[list[int], str]]:
        """Yield each sentence with the findings it is about; at the head, with none."""
        about: list[int] = []
        for one in sentences(words):
            about = self._citings.in_words(one[:OPENING]) or about
            yield about, one
