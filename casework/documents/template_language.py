"""The language of templates: Jinja with its hands tied, and words made fit for Word."""

from __future__ import annotations

import re
from functools import cache
from html import escape
from typing import TYPE_CHECKING, Any, Final

from jinja2 import StrictUndefined
from jinja2.runtime import LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment

from casework.documents.template_lint import FILTERS
from casework.documents.wordml import cleaned

if TYPE_CHECKING:
    from collections.abc import Callable

AWKWARD: Final = re.compile("[^ !#-%(-;=?-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that cannot be printed as they are: markup, what no XML holds, breaks of a line."""
LINE_END: Final = "\x0b"
TAB: Final = "\x0f"
"""What a line break and a tab are printed as: no XML and no field can hold these."""
LOOP: Final = ("first", "last", "index", "length")
PARAGRAPH_END: Final = "</w:p>"


@cache
def _declared(kind: type) -> frozenset[str]:
    """Return the names that need not be judged each time: of our own fields, and of a loop."""
    names = LOOP if kind is LoopContext else getattr(kind, "__slots__", ())
    return frozenset(name for name in names if not name.startswith("_"))


class TiedEnvironment(ImmutableSandboxedEnvironment):
    """Jinja with its hands tied."""

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Return a declared field at once; leave everything else to the sandbox."""
        if attribute in _declared(type(obj)):  # type: ignore[arg-type]
            return getattr(obj, attribute)
        return super().getattr(obj, attribute)


def tied_environment() -> TiedEnvironment:
    """Return Jinja with no globals, few filters, no silent gaps, and every value escaped.

    The escaping is `_printable`'s, which nothing that is printed can pass by. Jinja's own
    would let through whatever is called safe, and costs twice as much for each word.
    """
    env = TiedEnvironment(
        autoescape=False, undefined=StrictUndefined, keep_trailing_newline=True, finalize=_printable
    )
    env.globals.clear()
    env.filters = {name: env.filters[name] for name in sorted(FILTERS)}
    return env


def _printable(value: object) -> str:
    """Return what is printed for a value: escaped, and without control characters."""
    words = str(value)
    if not AWKWARD.search(words):
        return words
    return escape(cleaned(words)).replace("\n", LINE_END).replace("\t", TAB)


def with_breaks(printed: str, listing: Callable[[str], str]) -> str:
    """Return a printed part whose line breaks and tabs are Word's, made by docxtpl's `listing`."""
    if not _is_broken(printed):
        return printed
    return PARAGRAPH_END.join(
        _broken(paragraph, listing) if _is_broken(paragraph) else paragraph
        for paragraph in printed.split(PARAGRAPH_END)
    )


def _is_broken(printed: str) -> bool:
    return LINE_END in printed or TAB in printed  # a pattern would take ten times as long


def _broken(paragraph: str, listing: Callable[[str], str]) -> str:
    plain = paragraph.replace(LINE_END, "\n").replace(TAB, "\t")
    return listing(plain + PARAGRAPH_END).removesuffix(PARAGRAPH_END)
