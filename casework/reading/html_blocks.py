"""The walk over a page's elements that writes its blocks down."""

import re

from selectolax.lexbor import LexborNode

from casework.reading.boxes import Container
from casework.reading.html_skipping import is_skipped
from casework.reading.html_tables import is_data_table, table_rows
from casework.reading.html_weights import Weights
from casework.reading.lines import Line, blocks_of_lines
from models.shapes.reading import Block, BlockKind

_HEADINGS = {f"h{n}": n for n in range(1, 7)}
_LISTS = {"ul": False, "ol": True, "menu": False}
_CONTAINERS = frozenset(
    [
        "div",
        "section",
        "aside",
        "article",
        "blockquote",
        "fieldset",
        "details",
        "figure",
        "table",
        "td",
    ]
)
_BLOCKS = frozenset(
    [
        "p",
        "div",
        "section",
        "article",
        "aside",
        "blockquote",
        "fieldset",
        "details",
        "summary",
        "figure",
        "figcaption",
        "header",
        "main",
        "footer",
        "form",
        "center",
        "address",
        "pre",
        "dl",
        "dt",
        "dd",
        "table",
        "caption",
        "tbody",
        "thead",
        "tfoot",
        "tr",
        "td",
        "th",
        "hr",
        "hgroup",
        "legend",
        "li",
        "ul",
        "ol",
        "menu",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "body",
    ]
)
_MAY_ACT_AS_HEADING = frozenset({"p", "div", "span", "header", "summary", "dt", "td", "th", "li"})
_WORDS_TITLE = "MsoTitle"
"""The style of a document's title in every page that Word has saved."""
_BOLD = frozenset({"b", "strong", "th", "dt", "summary"})
_BOLD_STYLE = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)


class BlockWriter:
    """Writes blocks and the containers they stand in, while walking a page once."""

    def __init__(self, weights: Weights) -> None:
        """Begin with an empty page."""
        self.blocks: list[Block] = []
        self.containers: list[Container] = []
        self._weights = weights
        self._lines: list[Line] = [Line()]
        self._lists: list[bool] = []
        self._item_waits = False
        self._heading = 0
        self._bold = 0
        self._starts: list[int] = []

    def walk(self, root: LexborNode) -> None:
        """Write down everything below the root, without recursion."""
        node = root.child
        while node is not None:
            if self._enter(node) and node.child is not None:
                node = node.child
                continue
            node = self._onwards(node, root)
        self._flush()

    def _onwards(self, node: LexborNode, root: LexborNode) -> LexborNode | None:
        self._leave(node)
        while node.next is None:
            parent = node.parent
            if parent is None or parent.mem_id == root.mem_id:
                return None
            node = parent
            self._leave(node)
        return node.next

    def _enter(self, node: LexborNode) -> bool:
        if node.is_text_node:
            self._lines[-1].add(node.text_content or "", bold=self._bold > 0)
            return False
        if not node.is_element_node or is_skipped(node, self._weights.of(node)):
            return False
        tag = node.tag or ""
        if tag == "br":
            self._lines.append(Line())
        if tag in _BLOCKS:
            self._flush()
        if tag == "table" and is_data_table(node, self._weights):
            self._write_table(node)
            return False
        self._open(node, tag)
        return True

    def _open(self, node: LexborNode, tag: str) -> None:
        if tag in _CONTAINERS:
            self._starts.append(len(self.blocks))
        if tag in _LISTS:
            self._lists.append(_LISTS[tag])
        elif tag == "li":
            self._item_waits = True
        self._heading = _heading_level(node, tag) or self._heading
        self._bold += _is_bold(node, tag)

    def _leave(self, node: LexborNode) -> None:
        if not node.is_element_node or is_skipped(node, self._weights.of(node)):
            return
        tag = node.tag or ""
        if tag == "table" and is_data_table(node, self._weights):
            return
        if tag in _BLOCKS:
            self._flush()
        self._close(node, tag)

    def _close(self, node: LexborNode, tag: str) -> None:
        self._bold -= _is_bold(node, tag)
        if tag in _CONTAINERS and self._starts:
            self.containers.append(Container(self._starts.pop(), len(self.blocks)))
        if tag in _LISTS and self._lists:
            self._lists.pop()
        elif tag == "li":
            self._item_waits = False
        if _heading_level(node, tag):
            self._flush()
            self._heading = 0

    def _write_table(self, node: LexborNode) -> None:
        rows = table_rows(node)
        text = "\n".join("\t".join(row) for row in rows)
        self.blocks.append(Block(BlockKind.TABLE, text, rows=rows))

    def _flush(self) -> None:
        lines, self._lines = self._lines, [Line()]
        for block in blocks_of_lines(lines, heading=self._heading):
            self.blocks.append(self._as_item(block) if self._item_waits else block)

    def _as_item(self, block: Block) -> Block:
        """Return the first block of a list item as that item; what follows in it stays as it is."""
        self._item_waits = False
        if block.kind is BlockKind.HEADING:
            return block
        return Block(
            BlockKind.ITEM,
            block.text,
            level=max(1, len(self._lists)),
            ordered=bool(self._lists and self._lists[-1]),
            emphasised=block.emphasised,
        )


def _heading_level(node: LexborNode, tag: str) -> int:
    if tag in _HEADINGS:
        return _HEADINGS[tag]
    if tag not in _MAY_ACT_AS_HEADING:
        return 0
    given = node.attributes
    if tag == "p" and (given.get("class") or "").startswith(_WORDS_TITLE):
        return 1
    if given.get("role") != "heading":
        return 0
    level = given.get("aria-level") or "2"
    return int(level) if level in {"1", "2", "3", "4", "5", "6"} else 2


def _is_bold(node: LexborNode, tag: str) -> bool:
    return tag in _BOLD or bool(_BOLD_STYLE.search(node.attributes.get("style") or ""))
