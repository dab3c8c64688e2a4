"""A saved web page as blocks, by the page's own structure.

Nothing here knows a class name of the inspectors' pages: those have changed
with every redesign. Headings, lists, emphasis, tables and what is mostly
links are enough.
"""

from selectolax.lexbor import LexborHTMLParser, LexborNode

from casework.reading.boxes import boxed
from casework.reading.clean_text import composed, on_one_line
from casework.reading.furniture import without_furniture
from casework.reading.html_blocks import BlockWriter
from casework.reading.html_facts import facts_of
from casework.reading.html_taming import tamed
from casework.reading.html_weights import Weights, weigh
from models.shapes.reading import ReadDocument

_LEAST_SHARE_OF_MAIN = 0.3
"""A `main` with less of the page's text than this is a shell, not the report."""

_LONGEST_TITLE = 400


def read_html(markup: str) -> ReadDocument:
    """Return the page as blocks, without menus, notices, contents lists and footer."""
    page = tamed(composed(markup))
    tree = LexborHTMLParser(page.markup)
    body = tree.body
    if body is None:
        return ReadDocument(blocks=())
    weights = weigh(body)
    writer = BlockWriter(weights)
    writer.walk(_root(body, weights))
    facts = facts_of(tree, markup, page.scripts)
    return ReadDocument(
        blocks=without_furniture(boxed(writer.blocks, writer.containers)),
        title=_title(tree),
        dates=facts.dates,
        links=facts.links,
    )


def _title(tree: LexborHTMLParser) -> str | None:
    for selector in ("head title", "title"):
        node = tree.css_first(selector)
        if node is not None and (text := on_one_line(node.text())):
            return text[:_LONGEST_TITLE]
    return None


def _root(body: LexborNode, weights: Weights) -> LexborNode:
    candidates = body.css("main, [role=main]") or body.css("article")
    if not candidates:
        return body
    heaviest = max(candidates, key=lambda node: weights.of(node).text)
    whole = weights.of(body).text or 1
    return heaviest if weights.of(heaviest).text >= _LEAST_SHARE_OF_MAIN * whole else body
