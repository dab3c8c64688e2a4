"""The words of a paragraph as they are gathered: neighbours that look alike become one span."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from models.shapes.word import Span

if TYPE_CHECKING:
    from lxml import etree

    from casework.documents.read_back.looks import Look
    from models.shapes.word import Picture


@dataclass(slots=True)
class Gathered:
    """Spans so far, and the last one while it still grows."""

    spans: list[Span] = field(default_factory=list)
    _look: tuple[Look, str | None] | None = None
    _words: list[str] = field(default_factory=list)
    _languages: list[str | None] = field(default_factory=list)
    _note: int = 0
    _break: bool = False
    """Whether a page ended: between words that is the end of a line."""

    def add(self, text: str, look: Look, link: str | None) -> None:
        """Add words in this look."""
        if self._break and (self._words or self.spans):
            text = "\n" + text
        self._break = False
        if self._look != (look, link):
            self._close()
            self._look = (look, link)
        self._words.append(text)

    def add_reference(self, note: int, look: Look) -> None:
        """Add the number of a note, as a span of its own."""
        self._close()
        self._look, self._note = (look, None), note
        self._words.append(f"[{note}]")
        self._close()

    def end_page(self) -> None:
        """Take note that the words go on after a page or column break."""
        self._break = True

    def add_picture(self, picture: Picture, link: str | None) -> None:
        """Add a picture where it stands among the words."""
        self._close()
        self.spans.append(Span("", link=link, picture=picture))
        self._languages.append(None)

    def done(self, *, one_language: bool) -> tuple[Span, ...]:
        """Return all that was gathered; the language of each span only where they differ."""
        self._close()
        if one_language:
            return tuple(self.spans)
        named = zip(self.spans, self._languages, strict=True)
        return tuple(replace(span, language=language) for span, language in named)

    def _close(self) -> None:
        if self._look and self._words:
            look, link = self._look
            self._languages.append(look.language)
            self.spans.append(
                Span(
                    "".join(self._words),
                    look.bold,
                    look.italic,
                    link,
                    look.underline and link is None,
                    look.struck,
                    look.script,
                    note=self._note,
                )
            )
        self._words, self._look, self._note = [], None, 0


@dataclass(slots=True)
class Inline:
    """What one paragraph holds."""

    spans: tuple[Span, ...] = ()
    key: str | None = None
    """The key of the first region found inside the paragraph, by control or bookmark."""
    from_control: bool = False
    boxes: list[etree._Element] = field(default_factory=list)
    floating: list[Span] = field(default_factory=list)
    """The pictures around which the words flow."""
    languages: set[str | None] = field(default_factory=set)
    in_contents: bool = False
    """Whether it is a line of a table of contents."""
