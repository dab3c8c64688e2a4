"""What a terminal shows: results on standard output, words for people beside them."""

import json
import sys
from collections.abc import Iterable, Sequence

import typer

WIDTH_WHEN_PIPED = 160
"""Characters of a table's line where no terminal says how wide it is."""


def show(words: str = "") -> None:
    """Show a line or more of a result."""
    typer.echo(plain(words))


def show_json(value: object) -> None:
    """Show a result for a program: UTF-8 JSON."""
    typer.echo(json.dumps(value, ensure_ascii=False, indent=2).encode())


def tell(sentence: str) -> None:
    """Tell a person something beside the result, on standard error."""
    typer.echo(plain(sentence), err=True)


def show_table(heads: Sequence[str], rows: Iterable[Sequence[object]], title: str = "") -> None:
    """Show a table of plain words."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    width = None if sys.stdout.isatty() else WIDTH_WHEN_PIPED
    table = Table(title=title or None, title_justify="left", box=None, pad_edge=False)
    for head in heads:
        table.add_column(Text(head), overflow="fold")
    for row in rows:
        # As Text, a bracket in a title stays a bracket.
        table.add_row(*(Text(plain(str(cell))) for cell in row))
    Console(width=width, highlight=False).print(table)


def plain(words: str) -> str:
    """Return the words without anything a terminal would obey instead of showing."""
    return "".join(sign if sign.isprintable() or sign in "\n\t" else " " for sign in words)


def spoken(word: object) -> str:
    """Return a stored word as people say it."""
    return str(word).replace("_", " ")
