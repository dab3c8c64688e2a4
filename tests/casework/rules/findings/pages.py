"""Blocks written as one writes them down, for the tests of this folder."""

from models.shapes.reading import Block, BlockKind


def block(line: str) -> Block:
    """Return a line as a block: "## Heading", "* item", "** below it", "!bold"; else as words."""
    marks, _, words = line.partition(" ")
    if marks and not marks.strip("#"):
        return Block(BlockKind.HEADING, words, level=len(marks))
    if marks and not marks.strip("*"):
        return Block(BlockKind.ITEM, words, level=len(marks))
    if line.startswith("!"):
        return Block(BlockKind.PARAGRAPH, line[1:], emphasised=True)
    return Block(BlockKind.PARAGRAPH, line)


def blocks(*lines: str) -> tuple[Block, ...]:
    """Return lines as blocks."""
    return tuple(map(block, lines))


def table(*rows: tuple[str, ...]) -> Block:
    """Return rows of cells as a table."""
    return Block(BlockKind.TABLE, "", rows=rows)
