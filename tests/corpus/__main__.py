"""`python -m tests.corpus`: read every document of the corpus and print how well it was read."""

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from rich import box
from rich.console import Console
from rich.table import Table

from casework.errors import CaseworkError
from casework.reading.document import read_document
from casework.reading.exchange import as_json
from casework.registers.addressees import load_addressees
from casework.registers.forces import load_forces
from casework.rules.findings.report import read_report
from tests.corpus.score import TARGETS, Json, Score, score, total

HERE = Path(__file__).parent
HALVES = ("blind", "open")
ENDINGS = (".html", ".pdf", ".txt")
COLUMNS = (
    *("f1", "precision", "recall", "verbatim", "class", "addressees", "deadlines", "grades+areas"),
    *("head", "refusals", "number", "parent", "narrative", "lines", "raw", "order", "warnings"),
)
SHORT = {
    "precision": "prec.",
    "recall": "rec.",
    "verbatim": "verb.",
    "addressees": "addr.",
    "deadlines": "dead.",
    "grades+areas": "grade\narea",
    "refusals": "refus",
    "number": "no.",
    "narrative": "narr.",
    "warnings": "warn.",
    "no finding": "no\nfind.",
}
"""Headings that fit a line."""
_WIDE = 190


def documents(half: str) -> Iterator[tuple[Path, Json]]:
    """Yield every document of a half with its truth."""
    for truth in sorted((HERE / half).glob("*.truth.json")):
        stem = truth.name.removesuffix(".truth.json")
        beside = [truth.with_name(stem + ending) for ending in ENDINGS]
        document = next((path for path in beside if path.exists()), None)
        if document is None:
            sys.exit(f"{truth} has no document beside it ({', '.join(ENDINGS)}).")
        yield document, json.loads(truth.read_text(encoding="utf-8"))


def reading(document: Path) -> Json:
    """Return the document as the service reads it, in the exchange format."""
    try:
        blocks = read_document(document.read_bytes(), document.name)
        return as_json(read_report(blocks, load_forces(), load_addressees()))
    except CaseworkError as refusal:
        return {"refusal": True, "error": str(refusal)}


def scores(half: str) -> list[Score]:
    """Return the score of every document of a half."""
    return [score(path.name, truth, reading(path)) for path, truth in documents(half)]


def table(title: str, done: Sequence[Score]) -> Table:
    """Return the figures of a half, one row per document, the totals and the targets below."""
    shown = Table(title=title, header_style="bold", box=box.SIMPLE, padding=(0, 1))
    shown.add_column("document", no_wrap=True)
    for column in (*COLUMNS, "no finding"):
        shown.add_column(SHORT.get(column, column), justify="right")
    for one in done:
        shown.add_row(*_row(one))
    shown.add_section()
    shown.add_row(*_row(total("all", done)), style="bold")
    shown.add_row("target", *(_share(TARGETS.get(column), 0) for column in COLUMNS), "0")
    return shown


def _row(one: Score) -> list[str]:
    figures = [_share(one.share(column), TARGETS.get(column, 0)) for column in COLUMNS]
    return [one.name, *figures, str(one.furniture or "")]


def _share(share: float | None, target: float) -> str:
    if share is None:
        return ""
    return f"{share:.3f}" if share >= target else f"[red]{share:.3f}[/red]"


def _differences(name: str, halves: Sequence[str]) -> None:
    console = Console(width=_WIDE)
    for half in halves:
        for one in scores(half):
            if name in {"all", one.name, one.name.rpartition(".")[0]}:
                console.rule(f"{half}/{one.name}: {len(one.differences)} differences")
                for difference in one.differences:
                    console.print(f"- {difference}", markup=False, highlight=False)


def show_halves(halves: Sequence[str] = HALVES) -> None:
    """Print the table of each half: how rightly the reports of the corpus are read."""
    for half in halves:
        Console(width=_WIDE).print(table(f"{half} half", scores(half)))


def main() -> None:
    """Print the table of each half, or every difference of one document (or of `all`)."""
    given = argparse.ArgumentParser(prog="python -m tests.corpus", description=__doc__)
    given.add_argument("--half", choices=HALVES, help="one half only")
    given.add_argument(
        "--verbose", metavar="NAME", help="every difference of a document, or of all"
    )
    wanted = given.parse_args()
    halves = [wanted.half] if wanted.half else list(HALVES)
    if wanted.verbose:
        _differences(wanted.verbose, halves)
        return
    show_halves(halves)


if __name__ == "__main__":
    main()
