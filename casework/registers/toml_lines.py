"""On which line of a TOML file each setting stands.

`tomllib` reads the values and forgets where they stood. This walks the same
text, which `tomllib` has already found to be sound, and keeps only the places.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import Self

Path = tuple[str | int, ...]
"""`("people", 2, "email")`: keys, and places in lists counted from 0."""

BLANK = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")
STRING = re.compile(
    r'"""(?:\\.|(?!""").)*"{3,5}' r"|'''(?:(?!''').)*'{3,5}" r'|"(?:\\.|[^"\\])*"' r"|'[^']*'",
    re.DOTALL,
)
BARE_VALUE = re.compile(r"[^,\]}\n#]+")
ESCAPE = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))")
SIMPLE_ESCAPES = {"b": "\b", "t": "\t", "n": "\n", "f": "\f", "r": "\r", "e": "\x1b"}


def lines_of(text: str) -> dict[Path, int]:
    """Return the line, from 1, of every key, section and list entry of a sound TOML text."""
    return Walk(text).whole().lines


def line_of(lines: dict[Path, int], path: Path) -> int | None:
    """Return the line of the setting, or of the nearest thing around it."""
    while path:
        if path in lines:
            return lines[path]
        path = path[:-1]
    return None


class Walk:
    """One walk through a text, from its first character to its last."""

    def __init__(self, text: str) -> None:
        """Stand at the first character of a sound TOML text."""
        self.text = text
        self.place = 0
        self.lines: dict[Path, int] = {}
        self.values: dict[Path, tuple[int, int]] = {}
        """Where each written value begins and ends, in characters."""
        self.pairs: dict[Path, int] = {}
        """Where the key of each pair that has a line of its own begins."""
        self.headers: list[tuple[Path, int, int]] = []
        """Path, begin and end of each `[header]`, in the order of the text."""
        self._depth = 0
        self._starts = [0, *(match.end() for match in re.finditer("\n", text))]
        self._entries: dict[Path, int] = {}

    def whole(self) -> Self:
        """Walk the whole text."""
        section: Path = ()
        self._over(BLANK)
        while self.place < len(self.text):
            if self.text.startswith("[", self.place):
                section = self._header()
            else:
                self._pair(section)
            self._over(BLANK)
        return self

    def _header(self) -> Path:
        """Walk `[a.b]` or `[[a.b]]`; return the path that its settings hang on."""
        start = self.place
        is_entry = self.text.startswith("[[", start)
        self.place += 2 if is_entry else 1
        path: Path = ()
        for key in self._keys():
            path = self._inside((*path, key))
        if is_entry:
            path = self._new_entry(path)
        self.place += 2 if is_entry else 1
        self._note(path, start)
        self.headers.append((path, start, self.place))
        return path

    def _inside(self, path: Path) -> Path:
        """Return the path of the newest entry if the path is a list of sections."""
        return (*path, self._entries[path]) if path in self._entries else path

    def _new_entry(self, path: Path) -> Path:
        if path and isinstance(path[-1], int):
            path = path[:-1]
        self._entries[path] = self._entries.get(path, -1) + 1
        return (*path, self._entries[path])

    def _pair(self, section: Path) -> None:
        """Walk `a.b = value`."""
        start = self.place
        path = (*section, *self._keys())
        self._note(path, start)
        if not self._depth:
            self.pairs[path] = start
        self.place += 1  # the sign of equality
        self._value(path)

    def _value(self, path: Path) -> None:
        self._over(BLANK)
        start = self.place
        self._depth += 1
        match self.text[self.place]:
            case "[":
                self._list(path)
            case "{":
                self._inline(path)
            case '"' | "'":
                self._over(STRING)
            case _:
                self._over(BARE_VALUE)
        self._depth -= 1
        self.values[path] = (start, start + len(self.text[start : self.place].rstrip()))

    def _list(self, path: Path) -> None:
        for number in self._between("]"):
            self._note((*path, number), self.place)
            self._value((*path, number))

    def _inline(self, path: Path) -> None:
        for _ in self._between("}"):
            self._pair(path)

    def _between(self, end: str) -> Iterator[int]:
        """Yield the number of each entry, with the walk at its first character."""
        self.place += 1
        number = 0
        self._over(BLANK)
        while not self.text.startswith(end, self.place):
            yield number
            number += 1
            self._over(BLANK)
            self.place += self.text.startswith(",", self.place)
            self._over(BLANK)
        self.place += 1

    def _keys(self) -> list[str]:
        """Walk `a."b".c` and the space after it."""
        keys = [self._key()]
        while self.text.startswith(".", self.place):
            self.place += 1
            keys.append(self._key())
        return keys

    def _key(self) -> str:
        self._over(BLANK)
        quote = self.text[self.place]
        raw = self._over(STRING if quote in "\"'" else BARE_KEY)
        self._over(BLANK)
        if quote == '"':
            return ESCAPE.sub(_unescaped, raw[1:-1])
        return raw[1:-1] if quote == "'" else raw

    def _over(self, pattern: re.Pattern[str]) -> str:
        """Step over what the pattern matches here, and return it."""
        match = pattern.match(self.text, self.place)
        if match is None:
            message = f"the walk is lost at character {self.place}"
            raise ValueError(message)
        self.place = match.end()
        return match.group()

    def _note(self, path: Path, place: int) -> None:
        """Keep the line of the path, and of what it implies, unless it is known."""
        line = bisect_right(self._starts, place)
        for length in range(1, len(path) + 1):
            self.lines.setdefault(path[:length], line)


def _unescaped(match: re.Match[str]) -> str:
    short, long, simple = match.groups()
    if simple:
        return SIMPLE_ESCAPES.get(simple, simple)
    return chr(int(short or long, 16))
