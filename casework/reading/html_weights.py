"""How much text, and how much of it links, every element of a page holds."""

from collections.abc import Iterator
from dataclasses import dataclass

from selectolax.lexbor import LexborNode


@dataclass(slots=True)
class Weight:
    """Characters of text, characters inside links, and how many links and page parts it holds."""

    text: int = 0
    linked: int = 0
    links: int = 0
    parts: int = 0
    """Tables and headings of the first two ranks, itself among them."""

    @property
    def link_share(self) -> float:
        """Return the share of the text that is links."""
        return self.linked / self.text if self.text else 0.0


_NOTHING = Weight()
_PARTS = frozenset({"table", "h1", "h2"})


class Weights:
    """The weight of each element of one page."""

    def __init__(self, by_id: dict[int, Weight]) -> None:
        """Keep the weights by the parser's node id."""
        self._by_id = by_id

    def of(self, node: LexborNode) -> Weight:
        """Return the element's weight."""
        return self._by_id.get(node.mem_id, _NOTHING)


def steps(root: LexborNode) -> Iterator[tuple[bool, LexborNode]]:
    """Yield (entering, node) for every node below the root, without recursion."""
    node = root.child
    while node is not None:
        yield True, node
        if node.is_element_node and node.child is not None:
            node = node.child
            continue
        yield False, node
        following = node.next
        while following is None:
            above = node.parent
            if above is None or above.mem_id == root.mem_id:
                return
            yield False, above
            node, following = above, above.next
        node = following


def weigh(root: LexborNode) -> Weights:
    """Return the weight of the root and of every element below it, in one pass."""
    by_id: dict[int, Weight] = {}
    open_weights = [Weight()]
    inside_links = 0
    for entering, node in steps(root):
        if node.is_text_node:
            if entering:
                _add_text(open_weights[-1], node, linked=inside_links > 0)
        elif node.is_element_node and entering:
            open_weights.append(Weight())
            inside_links += node.tag == "a"
        elif node.is_element_node:
            inside_links -= node.tag == "a"
            done = open_weights.pop()
            done.links += node.tag == "a"
            done.parts += node.tag in _PARTS
            by_id[node.mem_id] = done
            _add(open_weights[-1], done)
    by_id[root.mem_id] = open_weights[0]
    return Weights(by_id)


def _add_text(weight: Weight, node: LexborNode, *, linked: bool) -> None:
    length = len((node.text_content or "").strip())
    weight.text += length
    if linked:
        weight.linked += length


def _add(total: Weight, part: Weight) -> None:
    total.text += part.text
    total.linked += part.linked
    total.links += part.links
    total.parts += part.parts
