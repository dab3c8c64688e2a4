"""The body of a Word file from the lines of a response."""

import re
from collections.abc import Callable, Iterator, Sequence

from tests.check_corpus.blocks import Parts, paragraph, picture, runs
from tests.check_corpus.source import Source

BULLETS, NUMBERS, LETTERS = 1, 2, 3
_ITEM = re.compile(r"^( *|> )(-|\d+\.|[a-z]\.|\+\.) +(.*)$")
_NAMED = re.compile(r"^\[(/?[a-z]+)(?: ([^\]]*))?\]$")
_RULED = re.compile(r"^\|[-| ]+\|$")
_PORTRAIT = '<w:pgSz w:w="11906" w:h="16838"/>'
_LANDSCAPE = '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'
_MARGINS = (
    '<w:pgMar w:top="1440" w:right="1304" w:bottom="1440" w:left="1304"'
    ' w:header="708" w:footer="708" w:gutter="0"/>'
)
_WIDTH = 9298
"""Of a table, in twentieths of a point."""
_COLOURS = {
    "outstanding": "00B050",
    "good": "92D050",
    "adequate": "FFC000",
    "requires improvement": "F79646",
    "inadequate": "FF0000",
}
"""In which an office paints the cell of a grade."""


class Body:
    """Writes the lines of a response one after another."""

    def __init__(self, source: Source) -> None:
        """Take a response; nothing is written yet."""
        self.manner = source.manner
        self.lines = _with_whole_tables(source.lines)
        self.parts = Parts(split_runs=self.manner.get("runs") == "split")
        self._in_list = False
        self._by_style = self.manner.get("lists") == "styles"
        if self._by_style:
            # The two lists that the styles "List Bullet" and "List Number" name.
            self.parts.lists += [BULLETS, NUMBERS]

    def written(self) -> str:
        """Return the whole body, the last section's properties included."""
        return "".join(self._blocks(iter(self.lines))) + self._section(_PORTRAIT)

    def _blocks(self, lines: Iterator[str], until: str = "") -> Iterator[str]:
        for line in lines:
            if line == until:
                return
            listed = _ITEM.match(line)
            if listed:
                yield self._item(listed)
            else:
                self._in_list = False
                yield self._block(line, lines)
            self._in_list = bool(listed)

    def _block(self, line: str, lines: Iterator[str]) -> str:
        if line.startswith("|"):
            return self._table(line.split("\n"))
        named = _NAMED.match(line)
        write = self._named_blocks.get(named[1]) if named else None
        return write(named[2] or "", lines) if named and write else self._words(line)

    @property
    def _named_blocks(self) -> dict[str, Callable[[str, Iterator[str]], str]]:
        return {
            "box": lambda _, lines: self._boxed("".join(self._blocks(lines, "[/box]"))),
            "frame": lambda _, lines: _in_frame("".join(self._blocks(lines, "[/frame]"))),
            "control": self._controlled,
            "address": lambda _, lines: self._kept_lines(lines, "[/address]"),
            "lines": lambda _, lines: self._kept_lines(lines, "[/lines]"),
            "landscape": lambda _, __: self._break_of_section(_PORTRAIT),
            "/landscape": lambda _, __: self._break_of_section(_LANDSCAPE),
            "page": lambda _, __: '<w:p><w:r><w:br w:type="page"/></w:r></w:p>',
            "empty": lambda _, __: "<w:p/>",
            "picture": lambda told, _: picture(told, self.parts),
        }

    def _break_of_section(self, size: str) -> str:
        return f"<w:p><w:pPr>{self._section(size)}</w:pPr></w:p>"

    def _words(self, line: str) -> str:
        if line.startswith("#"):
            marks, _, text = line.partition(" ")
            return self._heading(text, len(marks))
        if line.startswith("= "):
            return paragraph(line[2:], self.parts, '<w:pStyle w:val="Title"/>')
        if line.startswith("> "):
            return self._quotation(line[2:])
        if line.startswith(">>"):
            return paragraph(line[2:].strip(), self.parts, '<w:jc w:val="right"/>')
        return paragraph(line.removeprefix("\\"), self.parts)

    def _heading(self, text: str, level: int) -> str:
        manner = self.manner.get("headings", "real")
        if manner == "real":
            return paragraph(text, self.parts, f'<w:pStyle w:val="Heading{level}"/>')
        if manner == "caps" and level == 1:
            return paragraph(text, self.parts, "<w:keepNext/>", "<w:b/><w:caps/>")
        return paragraph(text, self.parts, "<w:keepNext/>", "<w:b/>")

    def _quotation(self, text: str) -> str:
        manner = self.manner.get("quotes", "style")
        if manner == "style":
            return paragraph(text, self.parts, '<w:pStyle w:val="Quote"/>')
        if manner == "italic":
            return paragraph(text, self.parts, "", "<w:i/>")
        return paragraph(text, self.parts, '<w:ind w:left="567" w:right="567"/>')

    def _item(self, listed: re.Match[str]) -> str:
        indent, mark, text = listed.groups()
        level = len(indent) // 2
        italic = indent == "> "
        if self._by_style:
            name = "Bullet" if mark == "-" else "Number"
            listing = f"List{name}{level + 1 if level else ''}"
            return paragraph(text, self.parts, f'<w:pStyle w:val="{listing}"/>')
        number = self._list_number(mark, level)
        self._in_list = True
        numbered = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
        style = '<w:pStyle w:val="ListParagraph"/>'
        return paragraph(text, self.parts, style + numbered, "<w:i/>" if italic else "")

    def _list_number(self, mark: str, level: int) -> int:
        lists = self.parts.lists
        kind = BULLETS if mark == "-" else LETTERS if mark[0].isalpha() else NUMBERS
        if mark == "+." and NUMBERS in lists:
            return max(at for at, one in enumerate(lists, 1) if one == NUMBERS)
        fresh = not self._in_list or (level == 0 and mark in ("1.", "a."))
        if fresh or kind not in lists:
            lists.append(kind)
            return len(lists)
        return max(at for at, one in enumerate(lists, 1) if one == kind)

    def _kept_lines(self, lines: Iterator[str], until: str) -> str:
        kept = []
        for line in lines:
            if line == until:
                break
            kept.append(runs(line, self.parts))
        return f"<w:p>{'<w:r><w:br/></w:r>'.join(kept)}</w:p>"

    def _boxed(self, inside: str) -> str:
        shade = '<w:shd w:val="clear" w:color="auto" w:fill="E7E6E6"/>'
        cell = f'<w:tc><w:tcPr><w:tcW w:w="{_WIDTH}" w:type="dxa"/>{shade}</w:tcPr>{inside}</w:tc>'
        return _framed([_WIDTH], f"<w:tr>{cell}</w:tr>") + "<w:p/>"

    def _controlled(self, title: str, lines: Iterator[str]) -> str:
        inside = "".join(self._blocks(lines, "[/control]"))
        told = f'<w:alias w:val="{title}"/><w:tag w:val="{title.lower().replace(" ", "_")}"/>'
        return f"<w:sdt><w:sdtPr>{told}</w:sdtPr><w:sdtContent>{inside}</w:sdtContent></w:sdt>"

    def _table(self, lines: list[str]) -> str:
        headed = len(lines) > 1 and bool(_RULED.match(lines[1]))
        rows = [_cells(line) for line in lines if not _RULED.match(line)]
        columns = max(len(row) for row in rows)
        each = _WIDTH // columns
        written = [
            self._row(row, columns, each, head=headed and number == 0)
            for number, row in enumerate(rows)
        ]
        # Where there is no row of headings, two columns are a name and what it stands for.
        look = "first column" if columns == 2 and not headed else ""
        return _framed([each] * columns, "".join(written), look) + "<w:p/>"

    def _row(self, cells: list[str], columns: int, each: int, *, head: bool) -> str:
        wide = columns if len(cells) == 1 else 1
        span = f'<w:gridSpan w:val="{wide}"/>' if wide > 1 else ""
        room = f'<w:tcW w:w="{each * wide}" w:type="dxa"/>{span}'
        written = "".join(
            f"<w:tc><w:tcPr>{room}{self._shade(cell)}</w:tcPr>{self._cell(cell, head=head)}</w:tc>"
            for cell in cells
        )
        return f"<w:tr>{'<w:trPr><w:tblHeader/></w:trPr>' if head else ''}{written}</w:tr>"

    def _shade(self, cell: str) -> str:
        colour = _COLOURS.get(cell.casefold()) if self.manner.get("grades") == "coloured" else ""
        return f'<w:shd w:val="clear" w:color="auto" w:fill="{colour}"/>' if colour else ""

    def _cell(self, text: str, *, head: bool) -> str:
        self._in_list = False
        written = []
        for part in text.split(" // "):
            listed = _ITEM.match(part)
            if listed and not head:
                written.append(self._item(listed))
            else:
                written.append(paragraph(part, self.parts, "", "<w:b/>" if head else ""))
        return "".join(written)

    def _section(self, size: str) -> str:
        referred = "".join(
            f'<w:{part}Reference w:type="default" r:id="r{part.capitalize()}"/>'
            for part in ("header", "footer")
            if self.manner.get(part)
        )
        return f"<w:sectPr>{referred}{size}{_MARGINS}</w:sectPr>"


def _in_frame(inside: str) -> str:
    """Return paragraphs in a text box."""
    return (
        '<w:p><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"'
        ' style="width:260pt;height:110pt"><v:textbox>'
        f"<w:txbxContent>{inside}</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>"
    )


def _with_whole_tables(lines: Sequence[str]) -> list[str]:
    """Return lines with the rows of each table drawn together."""
    drawn: list[str] = []
    for line in lines:
        if line.startswith("|") and drawn and drawn[-1].startswith("|"):
            drawn[-1] += "\n" + line
        else:
            drawn.append(line)
    return drawn


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip().strip("|").split("|")]


def _framed(widths: list[int], rows: str, look: str = "") -> str:
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    marked = '<w:tblLook w:val="0080" w:firstRow="0" w:firstColumn="1"/>' if look else ""
    return (
        '<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="0" w:type="auto"/>'
        f"{marked}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
    )
