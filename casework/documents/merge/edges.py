"""What a merge cannot carry, in words: headers, footers and notes, and what no copy can hold."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from casework.documents import wordml as word
from casework.documents.pieces.letters import OBJECT, words_of
from casework.documents.wordml import parse

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

EDGE: Final = re.compile(r"word/(header|footer|footnotes|endnotes)\d*\.xml")


def changed_edges(base: Mapping[str, bytes], mine: Mapping[str, bytes]) -> Iterator[str]:
    """Yield a sentence for each header, footer or note whose words the source changed."""
    told = set()
    for name in sorted({*base, *mine}):
        kind = EDGE.fullmatch(name)
        if kind is None or base.get(name) == mine.get(name):
            continue
        old, new = _words(base.get(name)), _words(mine.get(name))
        if old != new and (kind[1], new) not in told:
            told.add((kind[1], new))
            yield (
                f"The {kind[1]} of the service's text changed from “{old}” to “{new}”: "
                "change it by hand if it is wanted."
            )


def not_copied(around: Iterable[str]) -> Iterator[str]:
    """Yield a sentence for each text in which a picture, note or formula was left behind."""
    for text in dict.fromkeys(" ".join(words.replace(OBJECT, "").split()) for words in around):
        yield (
            f"A picture, note or formula of the service's text, in “{text}”, could not be put in "
            "as a tracked change: put it in by hand if it is wanted."
        )


def _words(part: bytes | None) -> str:
    if part is None:
        return ""
    return " ".join(" ".join(map(words_of, parse(part).iter(word.P))).split())
